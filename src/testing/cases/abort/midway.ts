import type { Result } from "neverthrow";
import type { CommitBatch } from "../../../application/ports/commit-batch.ts";
import type { RosterStorage } from "../../../application/ports/roster-storage.ts";
import type { StorageError } from "../../../application/ports/storage-error.ts";
import { type BatchBuilder, batchBuilder } from "../../builders/batch-builder.ts";
import { memberAdded } from "../../builders/new-events.ts";
import { aMember, anAssignment, aWorkspace } from "../../builders/records.ts";
import { insert } from "../../builders/writes.ts";
import { equal, loaded, valueOf } from "../../expectations.ts";
import { sendUntilKnown } from "../../fixtures/send-until-known.ts";
import { countedSignal } from "../../port/counted-signal.ts";
import { inTime, saidBy, settled, turns, valueInTime } from "../../port/in-time.ts";
import { portCalls, type PortMethod, portMethods } from "../../port/port-calls.ts";
import { storageCase } from "../../storage-case.ts";
import { oldCommand } from "./old-command.ts";

/** After how many turns the signal fires. */
const moments = [0, 1, 2, 4, 8];

const home = [
  insert.workspace(aWorkspace("home")),
  insert.member(aMember("reader")),
  insert.assignment(anAssignment("home", "reader")),
];

export const midwayCases = portMethods.map((method) =>
  storageCase(
    "abort",
    `answers ${method} in time and truthfully if its signal fires midway, and harms no other call`,
    async ({ storage, second }) => {
      const [acme, busy] = [batchBuilder(second), batchBuilder(storage, "busy")];
      await acme.create({ writes: home });
      await busy.create({ writes: home });
      const said: string[] = [];
      for (const moment of moments) {
        const user = `user-${moment}`;
        const parts = { writes: [insert.member(aMember(user))], newEvents: [memberAdded(user)] };
        const before = acme.next({ command: oldCommand });
        equal(await valueInTime("a commit through the other handle", () => second.commit(before, {})), {
          kind: "committed",
        });
        acme.continueAfter(before);
        const batch = acme.next(parts);
        const expected = isRead(method) ? await valueOf(portCalls[method](second, batch, {})) : null;
        const counted = countedSignal();

        const first = othersInFlight(storage, busy);
        const call = inTime(`${method}, aborted after ${moment} turns,`, () =>
          portCalls[method](storage, batch, { signal: counted.signal }),
        );
        const others = othersInFlight(storage, busy, false);
        await turns(moment);
        counted.abort();
        const result = await call;
        await Promise.all([first, others]);

        said.push(saidBy(result));
        equal(counted.listeners(), 0, `${method} left a listener on its signal`);
        await judge(method, { storage, second }, batch, result, expected, acme);
        const next = acme.next();
        await valueInTime(`the next commit, after ${method} was aborted,`, () => second.commit(next, {}));
        acme.continueAfter(next);
        if (isRead(method)) {
          const again = await valueInTime(`the next ${method}`, () => portCalls[method](storage, batch, {}));
          equal(again, await valueOf(portCalls[method](second, batch, {})));
        } else {
          const own = acme.next();
          equal(await valueInTime("the next commit", () => storage.commit(own, {})), { kind: "committed" });
          acme.continueAfter(own);
        }
      }
      // A storage may be unavailable now and then, but not as its answer to a signal.
      equal(
        said.every((each) => each === "storage_unavailable"),
        false,
        `${method} always returned storage_unavailable`,
      );
    },
  ),
);

function isRead(method: PortMethod): boolean {
  return method !== "commit" && method !== "pruneCommandRecords";
}

/** Calls on the same handle that nobody aborts. */
async function othersInFlight(storage: RosterStorage, busy: BatchBuilder, commits = true): Promise<void> {
  const batch = busy.next({ command: {} });
  const reads = inTime("another load", () => portCalls.load(storage, batch, {}));
  const lists = inTime("another list", () => portCalls.organizationMembers(storage, batch, {}));
  if (commits) {
    busy.continueAfter(batch);
    const outcome = await valueInTime("another commit on the same handle", () => storage.commit(batch, {}));
    equal(outcome, { kind: "committed" });
  }
  for (const other of [await reads, await lists]) equal(saidBy(other), "ok", `another call returned ${saidBy(other)}`);
}

type Handles = Readonly<Record<"storage" | "second", RosterStorage>>;

/** Whether the answer is one that the port allows, and what it says is true. */
async function judge(
  method: PortMethod,
  { second }: Handles,
  batch: CommitBatch,
  result: Result<unknown, StorageError>,
  expected: unknown,
  acme: BatchBuilder,
): Promise<void> {
  const said = saidBy(result);
  const message = `${method} returned ${said} when its signal fired`;
  if (result.isErr()) equal(["aborted", "storage_unavailable"].includes(said), true, message);
  if (isRead(method)) {
    if (result.isOk()) equal(result.value, expected);
    return;
  }
  if (said === "unknown") await sendUntilKnown(second, batch);
  if (result.isErr() || said === "conflict") await settled();
  if (method === "commit") {
    const isApplied = (await loaded(second, batch.organizationId)).revision > batch.guard.expectedRevision;
    equal(isApplied, said === "committed" || said === "unknown", `${message}, and applied it: ${isApplied}`);
    if (isApplied) acme.continueAfter(batch);
    return;
  }
  if (result.isOk()) equal(result.value, { deleted: 1 });
  else
    equal(await valueOf(portCalls.pruneCommandRecords(second, batch, {})), { deleted: 1 }, `${message}, and deleted`);
}
