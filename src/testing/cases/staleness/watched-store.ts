import type { CommitBatch } from "../../../application/ports/commit-batch.ts";
import type { RosterStorage } from "../../../application/ports/roster-storage.ts";
import type { Write } from "../../../application/ports/write.ts";
import type { EventEnvelope, NewEvent } from "../../../domain/facts/event.ts";
import { type BatchBuilder, batchBuilder, inParts } from "../../builders/batch-builder.ts";
import { memberAdded, organizationCreated, workspaceCreated, workspaceMemberAdded } from "../../builders/new-events.ts";
import { aMember, anAssignment, anOrganization, aWorkspace } from "../../builders/records.ts";
import { insert } from "../../builders/writes.ts";
import { committed, equal, valueOf } from "../../expectations.ts";
import type { OpenStore } from "../../harness.ts";
import { noRows, type Rows, rowsAfter, rowsAfterPruning } from "../../questions/rows.ts";
import type { View } from "../../questions/view.ts";
import { acme, questions } from "./questions.ts";

type BatchParts = Parameters<BatchBuilder["next"]>[0];

/** A store of which everything is asked after each change, through both handles. */
export interface WatchedStore {
  readonly builder: BatchBuilder;
  rows(): Rows;
  /** Commits through one handle, the next time through the other, and asks again what the commit has changed. */
  change(parts: BatchParts): Promise<CommitBatch>;
  /** The same for groups of writes, in as few commits as the limits of the store allow. A group names one user at most. */
  write(...groups: readonly (readonly Write[])[]): Promise<void>;
  /** Commits events, in as few commits as the limits allow. */
  record(newEvents: readonly NewEvent[], envelope: Partial<EventEnvelope>): Promise<void>;
  /** The batch was committed by other means. */
  follow(batch: CommitBatch): void;
  /** Prunes the command records before a time, and asks again what that has changed. */
  prune(before: string): Promise<void>;
  /** Asks everything through both handles. */
  check(what: string): Promise<void>;
}

/** Records of which each field differs from every value that the cases change it to. */
export const first = {
  organization: anOrganization({ memberCount: 3, activeWorkspaceCount: 2 }),
  member: aMember("ada", { displayName: "First", nameKey: "b-first", words: ["ada", "first"] }),
  workspace: aWorkspace("lab", {
    name: "First",
    description: "The first.",
    roleCounts: [["member", 2]],
    words: ["first", "lab"],
  }),
  assignment: anAssignment("lab", "ada"),
};

/** Seven events, one for each sequence that an assignment gets. */
const past: readonly NewEvent[] = [
  organizationCreated("Acme"),
  ...["ada", "bo", "cy"].map(memberAdded),
  workspaceCreated("lab"),
  ...["ada", "bo"].map((user) => workspaceMemberAdded("lab", user)),
];

const frame: readonly (readonly Write[])[] = [
  [insert.workspace(first.workspace)],
  [insert.workspace(aWorkspace("hub", { nameKey: "c-hub" }))],
  [insert.workspace(aWorkspace("old", { nameKey: "lab", status: "archived" }))],
  [insert.member(first.member), ...["lab", "hub", "old"].map((place) => insert.assignment(anAssignment(place, "ada")))],
  ...["bo", "cy"].map((user) => [
    insert.member(aMember(user, { role: "admin", nameKey: `c-${user}` })),
    insert.assignment(anAssignment("lab", user, { role: "admin" })),
  ]),
];

/** A store with a few rows, of which everything was asked before and after they were stored. */
export async function watchedStore({ storage, second }: OpenStore): Promise<WatchedStore> {
  const builder = batchBuilder(storage, acme);
  const eventsAtOnce = Math.min(storage.limits.members, storage.limits.changes);
  let rows = noRows;
  let commits = 0;

  const self: WatchedStore = {
    builder,
    rows: () => rows,
    async change(parts) {
      const before = rows;
      const batch = await commit(parts);
      await checkChanged(before, `commit ${commits}, ${describe(batch)}`);
      return batch;
    },
    async write(...groups) {
      for (const part of inParts(groups, storage.limits.members)) await self.change({ writes: part.flat() });
    },
    async record(newEvents, envelope) {
      for (const part of inParts(newEvents, eventsAtOnce)) await self.change({ newEvents: part, envelope });
    },
    follow(batch) {
      builder.continueAfter(batch);
      rows = rowsAfter(rows, batch);
    },
    async prune(before) {
      const earlier = rows;
      rows = rowsAfterPruning(rows, before);
      const deleted = earlier.commands.length - rows.commands.length;
      equal(await valueOf(storage.pruneCommandRecords(before, 1_000, {})), { deleted });
      await checkChanged(earlier, `commands before ${before} were pruned`);
    },
    check: (what) => checkThrough({ storage, second }, questions, rows, what),
  };

  async function checkChanged(before: Rows, what: string): Promise<void> {
    const changed = questions.filter(({ subject }) => subject(before) !== subject(rows));
    await checkThrough({ storage, second }, changed, rows, what);
  }

  async function commit(parts: BatchParts): Promise<CommitBatch> {
    const batch = builder.next(parts);
    commits += 1;
    await committed(commits % 2 === 0 ? storage : second, batch);
    self.follow(batch);
    return batch;
  }

  await commit({ writes: [insert.organization(first.organization)] });
  for (const part of inParts(frame, storage.limits.members)) await commit({ writes: part.flat() });
  for (const part of inParts(past, eventsAtOnce)) await commit({ newEvents: part });
  await self.check("the first commits");
  return self;
}

/** Asks the questions through both handles, at the same time, and compares the answers. */
export async function checkThrough(
  { storage, second }: Pick<OpenStore, "storage" | "second">,
  views: readonly View[],
  rows: Rows,
  what: string,
): Promise<void> {
  compare([...(await answersOf(storage, views)), ...(await answersOf(second, views))], rows, what);
}

interface Answered {
  readonly view: View;
  readonly answer: unknown;
}

/** Asks at once and waits for all, so that nothing still uses the store after a failure. */
export async function answersOf(storage: RosterStorage, views: readonly View[]): Promise<readonly Answered[]> {
  const asked = views.map(async (view) => ({ view, answer: await view.ask(storage) }));
  await Promise.allSettled(asked);
  return Promise.all(asked);
}

export function compare(answers: readonly Answered[], rows: Rows, what: string): void {
  for (const { view, answer } of answers) {
    const expected = view.answer(rows);
    if (!isSame(answer, expected))
      equal({ after: what, question: view.name, answer }, { after: what, question: view.name, answer: expected });
  }
}

function isSame(answer: unknown, expected: unknown): boolean {
  try {
    equal(answer, expected);
    return true;
  } catch {
    return false;
  }
}

function describe({ writes, events }: CommitBatch): string {
  const tables = [...new Set(writes.map(({ kind, expected, table }) => `${kind} ${expected} ${table}`))];
  return `${tables.join(", ") || "no writes"} and ${events.length} events`;
}
