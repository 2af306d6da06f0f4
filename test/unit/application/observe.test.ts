import { errAsync } from "neverthrow";
import { describe, expect, it, vi } from "vitest";
import type { CommandObservation, Observation, StorageObservation } from "../../../src/application/ports/observer.ts";
import { storageFailed } from "../../../src/application/ports/storage-error.ts";
import { acmeStorage, now, rosterOn, seeded, valueOf } from "../../support/acme-roster.ts";
import { conflicts, scriptedStorage } from "../../support/scripted-storage.ts";
import { leapingTimer } from "../../support/timers.ts";

const organizationId = "acme";
const actor = { userId: "ada" };
const addition = {
  organizationId,
  workspaceId: "web",
  actor,
  members: [
    { userId: "bo", role: "member" },
    { userId: "stranger", role: "member" },
    { userId: "ada", role: "admin" },
  ],
  mode: "partial",
} as const;

describe("observe", () => {
  it("receives a record of a command: attempts, conflicts, waits and number of items", async () => {
    const { observations, observe } = notebook();
    const storage = scriptedStorage(await acmeStorage(), [conflicts, conflicts]);

    valueOf(await rosterOn(storage, { observe, timer: leapingTimer() }).addMembers(addition));

    expect(commands(observations)).toEqual([
      {
        kind: "command",
        name: "addMembers",
        organizationId,
        isPreview: false,
        outcome: "done",
        attempts: 3,
        conflicts: 2,
        waitedMs: 2.5 + 5,
        totalMs: 2.5 + 5,
        endedAt: Date.parse(now),
        items: { added: 1, changed: 0, removed: 0, unchanged: 1, rejected: 1 },
      },
    ]);
  });

  it("receives a record of each storage call", async () => {
    const { observations, observe } = notebook();
    const roster = rosterOn(await acmeStorage(), { observe });

    valueOf(await roster.addMembers(addition));
    valueOf(await roster.candidates({ organizationId, workspaceId: "web", actor }));
    valueOf(await roster.events({ organizationId, actor }));
    valueOf(await roster.maintenance.pruneIdempotencyKeys({ olderThanDays: 1 }));

    expect(
      calls(observations).map(({ name, outcome, items, organizationId: of }) => [name, outcome, items, of]),
    ).toEqual([
      ["load", "done", 4, organizationId],
      ["commit", "committed", 3, organizationId],
      ["read.candidates", "done", 4, organizationId],
      ["events", "done", seeded.lastSequence + 1, organizationId],
      ["pruneCommandRecords", "done", 3, null],
    ]);
  });

  it.each([
    ["read.organizationMembers", "listOrganizationMembers"],
    ["read.workspaceMembers", "listMembers"],
    ["read.workspaces", "listWorkspaces"],
    ["read.workspacesOf", "workspacesOf"],
  ] as const)("names %s", async (name, query) => {
    const { observations, observe } = notebook();
    const roster = rosterOn(await acmeStorage(), { observe });
    const request = { organizationId, actor, workspaceId: "web", userId: "ada" };
    const questions = {
      listOrganizationMembers: () => roster.listOrganizationMembers({ organizationId, actor }),
      listMembers: () => roster.listMembers({ organizationId, actor, workspaceId: request.workspaceId }),
      listWorkspaces: () => roster.listWorkspaces({ organizationId, actor }),
      workspacesOf: () => roster.workspacesOf({ organizationId, userId: request.userId }),
    };

    expect((await questions[query]()).isOk()).toBe(true);

    expect(calls(observations)[0]).toMatchObject({ name, outcome: "done" });
  });

  it("receives the code of a refusal and of a failure", async () => {
    const { observations, observe } = notebook();
    const storage = await acmeStorage();
    const broken = { ...storage, load: () => errAsync(storageFailed("disk")) };

    expect((await rosterOn(storage, { observe }).addMembers({ ...addition, mode: "atomic" })).isErr()).toBe(true);
    expect((await rosterOn(broken, { observe }).addMembers(addition)).isErr()).toBe(true);

    expect(commands(observations)).toMatchObject([
      { outcome: "members_rejected", attempts: 1, items: { rejected: 1 } },
      { outcome: "storage_failed", attempts: 1 },
    ]);
    expect(calls(observations).at(-1)).toMatchObject({ name: "load", outcome: "storage_failed", items: 0 });
  });

  it("receives a record of a replay, a preview, and refused input", async () => {
    const { observations, observe } = notebook();
    const roster = rosterOn(await acmeStorage(), { observe });

    valueOf(await roster.addMembers({ ...addition, idempotencyKey: "k" }));
    valueOf(await roster.addMembers({ ...addition, idempotencyKey: "k" }));
    valueOf(await roster.preview.addMembers(addition));
    expect((await roster.addMembers({ ...addition, members: [] })).isErr()).toBe(true);

    expect(commands(observations)).toMatchObject([
      { outcome: "done" },
      { outcome: "replayed" },
      { outcome: "done", isPreview: true },
      { outcome: "empty_batch", organizationId: null, attempts: 0 },
    ]);
  });

  it("never receives a user's id, name or email", async () => {
    const { observations, observe } = notebook();
    const roster = rosterOn(await acmeStorage(), { observe });
    const secret = { userId: "secret-user", displayName: "Secret Name", email: "secret@example.com" };

    valueOf(await roster.addOrganizationMembers({ organizationId, actor, members: [{ ...secret, role: "member" }] }));
    const members = [{ userId: secret.userId, role: "member" as const }];
    valueOf(await roster.addMembers({ ...addition, members }));
    valueOf(await roster.candidates({ organizationId, workspaceId: "web", actor, search: "secret" }));
    expect(
      (await roster.removeMembers({ ...addition, members: undefined, userIds: ["secret-2"] } as never)).isErr(),
    ).toBe(true);

    expect(observations.length).toBeGreaterThan(6);
    expect(JSON.stringify(observations)).not.toMatch(/secret|ada|bo\b/i);
  });

  it("does not affect a call if the observer throws or rejects", async () => {
    const unhandled = vi.fn();
    process.on("unhandledRejection", unhandled);
    const throwing = rosterOn(await acmeStorage(), {
      observe: () => {
        throw new Error("observer");
      },
    });
    const rejecting = rosterOn(await acmeStorage(), { observe: () => Promise.reject(new Error("observer")) });

    valueOf(await throwing.addMembers(addition));
    valueOf(await rejecting.addMembers(addition));
    await new Promise(setImmediate);
    process.off("unhandledRejection", unhandled);

    expect(unhandled).not.toHaveBeenCalled();
  });
});

function notebook() {
  const observations: Observation[] = [];
  return { observations, observe: (observation: Observation) => observations.push(observation) };
}

function commands(observations: readonly Observation[]): readonly CommandObservation[] {
  return observations.filter((observation) => observation.kind === "command");
}

function calls(observations: readonly Observation[]): readonly StorageObservation[] {
  return observations.filter((observation) => observation.kind === "storage");
}
