import type { CommitBatch, CommitOutcome } from "../../../src/application/ports/commit-batch.ts";
import { need } from "../../../src/application/ports/need.ts";
import type { RosterStorage } from "../../../src/application/ports/roster-storage.ts";
import type { OrganizationId } from "../../../src/domain/values/ids.ts";
import { valueOf } from "../../../src/testing/expectations.ts";
import { type Breaks, broken, type BrokenStorage, changesFacts, roundTrip, withCommit } from "./broken-storage.ts";

const oneOfTwo = "commit: guard › commits one of two batches that expect the same revision";
const newestTime = "commit: guard › stores the time of the newest event for each organization";
const noLostCommit = "race › loses no commit and leaves no gap while writers race through two handles";

/** Commits at the current revision, and tries again if that changed meanwhile. */
async function force(storage: RosterStorage, batch: CommitBatch): Promise<CommitOutcome> {
  for (let tried = -1; ;) {
    const { revision } = await valueOf(storage.load(batch.organizationId, need({}), {}));
    const guard = { ...batch.guard, expectedRevision: revision };
    const outcome = await valueOf(storage.commit({ ...batch, guard }, {}));
    if (outcome.kind !== "conflict" || revision === tried) return outcome;
    tried = revision;
  }
}

const ignoresGuard: Breaks = (storage) => withCommit(storage, (batch) => force(storage, batch));

const checksFirst: Breaks = (storage) =>
  withCommit(storage, async (batch) => {
    const { organizationId, guard, command } = batch;
    const found = await valueOf(storage.load(organizationId, need({ command: command.key }), {}));
    if (found.command !== null) return { kind: "replay", command: found.command };
    if (found.revision !== guard.expectedRevision) return { kind: "conflict" };
    await roundTrip();
    return force(storage, batch);
  });

/** Returns a revision that lags behind by a number, which is computed again after each commit. */
function revisionLags(lagAfter: (batch: CommitBatch, revision: number, lag: number) => number): Breaks {
  return (storage) => {
    const lags = new Map<OrganizationId, number>();
    const lagOf = (organizationId: OrganizationId): number => lags.get(organizationId) ?? 0;
    return {
      ...withCommit(storage, async (batch) => {
        const { organizationId, guard } = batch;
        const revision = guard.expectedRevision + lagOf(organizationId);
        const outcome = await valueOf(
          storage.commit({ ...batch, guard: { ...guard, expectedRevision: revision } }, {}),
        );
        if (outcome.kind !== "committed") return outcome;
        lags.set(organizationId, lagAfter(batch, revision + 1, lagOf(organizationId)));
        return outcome;
      }),
      load: (organizationId, needed, options) =>
        storage
          .load(organizationId, needed, options)
          .map((facts) => ({ ...facts, revision: facts.revision - lagOf(organizationId) })),
    };
  };
}

/** Keeps the times of the newest events outside the store: under which key, and after which outcomes. */
function keepsTimes(
  keyOf: (batch: Pick<CommitBatch, "organizationId">) => string,
  isKept = ({ kind }: CommitOutcome): boolean => kind === "committed",
): Breaks {
  return (storage) => {
    const times = new Map<string, string | null>();
    return {
      ...withCommit(storage, async (batch) => {
        const outcome = await valueOf(storage.commit(batch, {}));
        if (isKept(outcome)) times.set(keyOf(batch), batch.guard.lastAt);
        return outcome;
      }),
      load: (organizationId, needed, options) =>
        storage
          .load(organizationId, needed, options)
          .map((facts) => ({ ...facts, lastAt: times.get(keyOf({ organizationId })) ?? null })),
    };
  };
}

const deletesMembers = ({ writes }: CommitBatch): boolean =>
  writes.some(({ kind, table }) => kind === "delete" && table === "organization_member");

export const brokenGuards: readonly BrokenStorage[] = [
  broken(
    "ignores the guard",
    ignoresGuard,
    "commit: guard › rejects expected revision 1 at revision 2, and applies nothing",
    oneOfTwo,
    noLostCommit,
  ),
  broken(
    "forgets the time of the newest event",
    changesFacts((facts) => ({ ...facts, lastAt: null })),
    newestTime,
  ),
  broken(
    "uses the time of the command's record as that of the newest event",
    (storage) =>
      withCommit(storage, (batch) =>
        valueOf(storage.commit({ ...batch, guard: { ...batch.guard, lastAt: batch.command.at } }, {})),
      ),
    newestTime,
  ),
  broken(
    "keeps one time for all organizations",
    keepsTimes(() => "all"),
    newestTime,
  ),
  broken(
    "stores the time of a batch that was not applied",
    keepsTimes(
      ({ organizationId }) => organizationId,
      () => true,
    ),
    "commit: guard › keeps the time of the newest event on a replay or a conflict",
  ),
  broken("checks the guard and writes in a second step", checksFirst, oneOfTwo, noLostCommit),
  broken(
    "guards by a write that changes nothing",
    revisionLags((_, revision) => revision - 1),
    "commit: guard › raises the revision by one, and stores the given sequence",
    "commit: guard › raises the revision even if nothing else changes",
    oneOfTwo,
  ),
  broken(
    "raises the revision only if rows change",
    revisionLags(({ writes }, _, lag) => (writes.length === 0 ? lag + 1 : lag)),
    "commit: guard › raises the revision even if nothing else changes",
  ),
  broken(
    "restarts revisions when rows were deleted",
    revisionLags((batch, revision, lag) => (deletesMembers(batch) ? revision - 1 : lag)),
    "commit: guard › keeps counting after all rows were deleted and written again, and rejects an older batch",
  ),
];
