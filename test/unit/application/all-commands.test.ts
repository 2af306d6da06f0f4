import { ok } from "neverthrow";
import { describe, expect, it } from "vitest";
import type { RosterStorage } from "../../../src/application/ports/roster-storage.ts";
import { acmeStorage, rosterOn, valueOf } from "../../support/acme-roster.ts";
import { countingIds } from "../../support/ids.ts";
import { type Call, commands, previews } from "../../support/inputs.ts";
import { conflicts, isLost, losesItsAnswer, scriptedStorage } from "../../support/scripted-storage.ts";
import { leapingTimer } from "../../support/timers.ts";

const inWeb = { organizationId: "acme", workspaceId: "web", actor: { userId: "ada" } };

/** A store in which the command has an effect, and the input for it. */
async function eventful(call: Call): Promise<{ readonly storage: RosterStorage; readonly input: object }> {
  const storage = await acmeStorage();
  const roster = rosterOn(storage, { createId: countingIds("before") });
  const members = [
    { userId: "cy", role: "admin" },
    { userId: "dee", role: "member" },
  ] as const;
  const { operationId } = valueOf(await roster.addMembers({ ...inWeb, members }));
  if (call.name === "restoreWorkspace") valueOf(await roster.archiveWorkspace(inWeb));
  const parts: Readonly<Record<string, object>> = {
    changeRoles: { members: [{ userId: "dee", role: "admin" }] },
    removeMembers: { userIds: ["dee"] },
    undoAddMembers: { operationId },
  };
  return { storage, input: { ...call.input, ...parts[call.name] } };
}

/** All events of the organizations of these tests. */
async function historyOf(storage: RosterStorage) {
  const roster = rosterOn(storage);
  const pages = ["acme", "new"].map((organizationId) =>
    roster.events({ organizationId, actor: { system: "test" }, limit: 500 }).map(({ items }) => items),
  );
  return (await Promise.all(pages)).flatMap((items) => items.unwrapOr([]));
}

const previewOf = ({ name }: Call) =>
  previews.find((preview) => preview.name === `preview.${name}`) ?? expect.fail(name);

describe.each(commands)("every command: $name", (call) => {
  it("has an effect, in one commit and one operation", async () => {
    const { storage, input } = await eventful(call);
    const before = await historyOf(storage);
    const scripted = scriptedStorage(storage);

    const outcome = valueOf(await call.ask(rosterOn(scripted), input)) as { operationId: string };

    const events = (await historyOf(storage)).slice(before.length);
    expect(events.length).toBeGreaterThan(0);
    expect(new Set(events.map(({ operationId }) => operationId))).toStrictEqual(new Set([outcome.operationId]));
    expect(scripted.commits.map(({ batch }) => batch.events)).toStrictEqual([events]);
  });

  it("has a preview that gives the same outcome and writes nothing", async () => {
    const { storage, input } = await eventful(call);
    const before = await historyOf(storage);

    const preview = await previewOf(call).ask(rosterOn(storage), input);
    const after = await historyOf(storage);
    const outcome = await call.ask(rosterOn(storage), input);

    expect([after, preview]).toStrictEqual([before, outcome]);
  });

  it("can be sent again with its key: the outcome is the same, and nothing is applied twice", async () => {
    const { storage, input } = await eventful(call);
    const first = valueOf(await call.ask(rosterOn(storage), input)) as object;
    const before = await historyOf(storage);

    const second = await call.ask(rosterOn(storage, { createId: countingIds("again") }), input);

    expect([second, await historyOf(storage)]).toStrictEqual([ok({ ...first, replayed: true }), before]);
  });

  it("gives the same outcome after conflicts and lost answers", async () => {
    const calm = await eventful(call);
    const rough = await eventful(call);
    const storage = scriptedStorage(rough.storage, [conflicts, isLost, losesItsAnswer]);

    const outcomes = [
      await call.ask(rosterOn(calm.storage), calm.input),
      await call.ask(rosterOn(storage, { timer: leapingTimer() }), rough.input),
    ];

    expect(outcomes[1]).toStrictEqual(outcomes[0]);
    expect(await historyOf(rough.storage)).toStrictEqual(await historyOf(calm.storage));
  });
});
