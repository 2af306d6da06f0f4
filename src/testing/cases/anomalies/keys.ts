import { equal } from "../../expectations.ts";
import type { Answer, Operation } from "../../reference/operation.ts";
import { raceOn } from "../../races/race.ts";
import { storageCase } from "../../storage-case.ts";

const group = "anomalies";
const eve = { userId: "eve", role: "member" };

const add = (organizationId: string, idempotencyKey: string): Operation => ({
  name: "addMembers",
  input: { organizationId, workspaceId: "lab", actor: { system: "scim" }, idempotencyKey, members: [eve] },
});

const doneBy = (answers: readonly Answer[]): readonly Readonly<Record<string, unknown>>[] =>
  answers.flatMap(({ value }) => ("done" in value ? [value.done as Readonly<Record<string, unknown>>] : []));

export const keysCases = [
  storageCase(group, "AN7 duplicate add: one of three commands adds, the others find it done", (store) =>
    raceOn(
      store,
      { commands: (id) => [add(id, "one"), add(id, "two"), add(id, "three")] },
      ({ answers, fates, events }) => {
        equal(fates, ["done", "done", "done"]);
        equal(
          doneBy(answers)
            .map(({ added, unchanged, replayed }) => JSON.stringify({ added, unchanged, replayed }))
            .sort(),
          [
            JSON.stringify({ added: [], unchanged: [eve], replayed: false }),
            JSON.stringify({ added: [], unchanged: [eve], replayed: false }),
            JSON.stringify({ added: [eve], unchanged: [], replayed: false }),
          ],
        );
        equal(events.length, 1);
      },
    ),
  ),

  storageCase(
    group,
    "AN8 same key: a command that is sent three times at once is executed once, with one answer",
    (store) =>
      raceOn(
        store,
        { commands: (id) => [add(id, "key"), add(id, "key"), add(id, "key")] },
        ({ answers, fates, events }) => {
          equal(fates, ["done", "done", "done"]);
          const done = doneBy(answers);
          equal(done.map(({ replayed }) => replayed).sort(), [false, true, true]);
          const [outcome, ...others] = done.map(({ replayed: _, ...rest }) => rest);
          for (const other of others) equal(other, outcome);
          equal(
            events.map(({ operationId }) => operationId),
            [outcome?.["operationId"]],
          );
        },
      ),
  ),
];
