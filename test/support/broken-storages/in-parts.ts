import type { CommitBatch, CommitOutcome } from "../../../src/application/ports/commit-batch.ts";
import { type Facts, need } from "../../../src/application/ports/need.ts";
import type { CommandRecord } from "../../../src/application/ports/records.ts";
import type { RosterStorage } from "../../../src/application/ports/roster-storage.ts";
import type { Write } from "../../../src/application/ports/write.ts";
import type { OrganizationId } from "../../../src/domain/values/ids.ts";
import { valueOf } from "../../../src/testing/expectations.ts";
import { type Breaks, roundTrip, withCommit } from "./broken-storage.ts";

export type Part = Pick<CommitBatch, "writes" | "events">;

/** Cuts the rows of a batch, and after them its events, into parts of so many. */
export const partsOf =
  (size: number) =>
  ({ writes, events }: CommitBatch): readonly Part[] => {
    const parts = [];
    for (let start = 0; start < writes.length + events.length; start += size) {
      const [from, to] = [start - writes.length, start + size - writes.length];
      parts.push({
        writes: writes.slice(start, start + size),
        events: events.slice(Math.max(0, from), Math.max(0, to)),
      });
    }
    return parts.length === 0 ? [{ writes, events }] : parts;
  };

/**
 * Commits the parts of a batch in transactions of their own, and shows the new revision with the last. It checks every
 * row before the first part, or the rows of each part with it.
 */
export function commitsInParts(
  cut: (batch: CommitBatch) => readonly Part[],
  checks: "first" | "with each part",
): Breaks {
  return (storage) => {
    const extra = new Map<OrganizationId, number>();
    const shown = (organizationId: OrganizationId, facts: Facts): Facts => ({
      ...facts,
      revision: facts.revision - (extra.get(organizationId) ?? 0),
    });
    const commit = async (batch: CommitBatch): Promise<CommitOutcome> => {
      const { organizationId, guard, command } = batch;
      const {
        revision,
        lastSequence,
        lastAt,
        command: known,
      } = await valueOf(storage.load(organizationId, need({ command: command.key }), {}));
      const parts = cut(batch);
      if (known !== null || parts.length < 2 || revision - (extra.get(organizationId) ?? 0) !== guard.expectedRevision)
        return valueOf(
          storage.commit(
            {
              ...batch,
              guard: { ...guard, expectedRevision: guard.expectedRevision + (extra.get(organizationId) ?? 0) },
            },
            {},
          ),
        );
      if (checks === "first" && !(await allHold(storage, batch))) return { kind: "conflict" };
      for (const [index, part] of parts.entries()) {
        const isLast = index === parts.length - 1;
        const outcome = await valueOf(
          storage.commit(
            {
              organizationId,
              ...part,
              guard: { ...(isLast ? guard : { lastSequence, lastAt }), expectedRevision: revision + index },
              command: isLast
                ? command
                : { ...command, key: `${command.key}, ${revision} ${index}` as CommandRecord["key"] },
            },
            {},
          ),
        );
        if (outcome.kind !== "committed") return outcome;
        if (!isLast) extra.set(organizationId, (extra.get(organizationId) ?? 0) + 1);
        await roundTrip();
      }
      return { kind: "committed" };
    };
    return showing({ ...withCommit(storage, commit) }, shown);
  };
}

/** Changes the facts of every answer. */
function showing(
  storage: RosterStorage,
  shown: (organizationId: OrganizationId, facts: Facts) => Facts,
): RosterStorage {
  const { read } = storage;
  const page =
    (organizationId: OrganizationId) =>
    <Page extends { readonly facts: Facts }>(answer: Page): Page => ({
      ...answer,
      facts: shown(organizationId, answer.facts),
    });
  return {
    ...storage,
    load: (id, needed, options) => storage.load(id, needed, options).map((facts) => shown(id, facts)),
    events: (id, after, limit, options) => storage.events(id, after, limit, options).map(page(id)),
    read: {
      organizationMembers: (query, options) => read.organizationMembers(query, options).map(page(query.organizationId)),
      workspaceMembers: (query, options) => read.workspaceMembers(query, options).map(page(query.organizationId)),
      candidates: (query, options) => read.candidates(query, options).map(page(query.organizationId)),
      workspaces: (query, options) => read.workspaces(query, options).map(page(query.organizationId)),
      workspacesOf: (query, options) => read.workspacesOf(query, options).map(page(query.organizationId)),
    },
  };
}

/** The ids of the row of a write. */
export function idsOf(write: Write): { readonly workspaceId?: string; readonly userId?: string } {
  const row: object = write.kind === "put" ? write.record : write.key;
  return row;
}

/** The stored row of each write, without its name key and words; undefined if there is none. */
export async function storedRows(
  storage: RosterStorage,
  { organizationId, writes }: Part & Pick<CommitBatch, "organizationId">,
) {
  const facts = await valueOf(
    storage.load(
      organizationId,
      need({
        members: writes.flatMap((write) =>
          write.table === "organization_member" ? [idsOf(write).userId as never] : [],
        ),
        workspaces: writes.flatMap((write) => (write.table === "workspace" ? [idsOf(write).workspaceId as never] : [])),
        assignments: writes.flatMap((write) =>
          write.table === "role_assignment"
            ? [{ workspaceId: idsOf(write).workspaceId as never, userIds: [idsOf(write).userId as never] }]
            : [],
        ),
      }),
      {},
    ),
  );
  const rows = new Map<string, object>();
  if (facts.organization !== null) rows.set(keyOf("organization", {}), facts.organization);
  for (const row of facts.members) rows.set(keyOf("organization_member", row), row);
  for (const row of facts.workspaces) rows.set(keyOf("workspace", row), row);
  for (const row of facts.assignments) rows.set(keyOf("role_assignment", row), row);
  return (write: Write): object | undefined => rows.get(keyOf(write.table, idsOf(write)));
}

export function keyOf(
  table: string,
  { workspaceId, userId }: { readonly workspaceId?: string; readonly userId?: string },
): string {
  return JSON.stringify([table, workspaceId, userId]);
}

async function allHold(storage: RosterStorage, batch: CommitBatch): Promise<boolean> {
  const stored = await storedRows(storage, batch);
  return batch.writes.every((write) => (stored(write) === undefined) === (write.expected === "absent"));
}
