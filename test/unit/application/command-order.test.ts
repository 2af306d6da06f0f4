import { DatabaseSync } from "node:sqlite";
import { describe, expect, it } from "vitest";
import type { RosterStorage } from "../../../src/application/ports/roster-storage.ts";
import { memoryStorage } from "../../../src/memory.ts";
import { sqliteStorage } from "../../../src/sqlite.ts";
import { rosterOn, valueOf } from "../../support/acme-roster.ts";
import { countingIds } from "../../support/ids.ts";
import { comesAfter, scriptedStorage } from "../../support/scripted-storage.ts";
import { settled } from "../../support/timers.ts";

const organizationId = "north";
const actor = { userId: "ada" };
const workspaceId = "web";

const stores: [string, () => Promise<RosterStorage>][] = [
  ["memory", () => Promise.resolve(memoryStorage())],
  [
    "SQLite",
    async () => {
      const storage = sqliteStorage({ database: new DatabaseSync(":memory:") });
      valueOf(await storage.migrate());
      return storage;
    },
  ],
];

describe.each(stores)(
  "commands of one process on one organization commit in the order of their calls: %s",
  (_, open) => {
    const userIds = Array.from({ length: 60 }, (_none, index) => `user-${index}`);

    async function north() {
      const storage = scriptedStorage(await open());
      const roster = rosterOn(storage);
      valueOf(
        await roster.createOrganization({ organizationId, name: "North", owner: { ...actor, displayName: "Ada" } }),
      );
      valueOf(await roster.createWorkspace({ organizationId, actor, workspaceId, name: "Web" }));
      const members = userIds.map((userId) => ({ userId, role: "member" as const, displayName: userId }));
      valueOf(await roster.addOrganizationMembers({ organizationId, actor, members }));
      const first = valueOf(await roster.events({ organizationId, actor, limit: 500 })).items.length;
      const usersSince = async () => {
        const { items } = valueOf(await roster.events({ organizationId, actor, after: first, limit: 500 }));
        return items.map((event) => ("userId" in event ? event.userId : event.type));
      };
      return { storage, roster, usersSince };
    }

    const add = (userId: string) => ({
      organizationId,
      workspaceId,
      actor,
      members: [{ userId, role: "member" as const }],
    });

    it("with a key and without, alternating", async () => {
      const { roster, usersSince } = await north();

      const added = await Promise.all(
        userIds.map((userId, index) =>
          roster.addMembers({ ...add(userId), ...(index % 2 === 0 ? { idempotencyKey: userId } : {}) }),
        ),
      );

      expect([added.every((answer) => answer.isOk()), await usersSince()]).toStrictEqual([true, userIds]);
    });

    it("including an undo, which reads before it is decided", async () => {
      const { roster, usersSince } = await north();
      const { operationId } = valueOf(await roster.addMembers(add("user-0")));

      const answers = await Promise.all([
        roster.undoAddMembers({ organizationId, actor, operationId }),
        roster.addMembers({ ...add("user-1"), idempotencyKey: "key" }),
        roster.addMembers(add("user-2")),
      ]);

      expect([answers.every((answer) => answer.isOk()), await usersSince()]).toStrictEqual([
        true,
        ["user-0", "user-0", "user-1", "user-2"],
      ]);
    });

    it("and the remaining ones keep their order if one gives up", async () => {
      const { storage, usersSince } = await north();
      let release = (): void => undefined;
      const gate = new Promise<void>((resolve) => {
        release = resolve;
      });
      const roster = rosterOn(scriptedStorage(storage, [comesAfter(() => gate)]), { createId: countingIds("later") });
      const controller = new AbortController();
      const calls = ["user-0", "user-1", "user-2", "user-3"].map((userId, index) =>
        roster.addMembers(
          { ...add(userId), ...(index === 2 ? {} : { idempotencyKey: userId }) },
          index === 1 ? { signal: controller.signal } : {},
        ),
      );
      await settled();
      controller.abort();
      release();

      const answers = await Promise.all(calls);

      expect([answers.map((answer) => answer.isOk()), await usersSince()]).toStrictEqual([
        [true, false, true, true],
        ["user-0", "user-2", "user-3"],
      ]);
    });
  },
);

describe("a preview", () => {
  it("does not wait in the queue", async () => {
    const storage = memoryStorage();
    const roster = rosterOn(storage);
    valueOf(
      await roster.createOrganization({ organizationId, name: "North", owner: { ...actor, displayName: "Ada" } }),
    );
    valueOf(await roster.createWorkspace({ organizationId, actor, workspaceId, name: "Web" }));
    let release = (): void => undefined;
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    const held = rosterOn(scriptedStorage(storage, [comesAfter(() => gate)]), { createId: countingIds("later") });
    const first = held.createWorkspace({ organizationId, actor, name: "Ops" });
    await settled();

    const preview = await held.preview.addMembers({
      organizationId,
      workspaceId,
      actor,
      members: [{ ...actor, role: "admin" }],
    });
    release();

    expect([preview.isOk(), (await first).isOk()]).toStrictEqual([true, true]);
  });
});
