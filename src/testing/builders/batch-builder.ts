import type { CommitBatch } from "../../application/ports/commit-batch.ts";
import type { CommandRecord } from "../../application/ports/records.ts";
import type { RosterStorage } from "../../application/ports/roster-storage.ts";
import type { Write } from "../../application/ports/write.ts";
import type { EventEnvelope, NewEvent, RosterEvent } from "../../domain/facts/event.ts";
import type { OrganizationId } from "../../domain/values/ids.ts";
import { committed } from "../expectations.ts";
import { commandKey, operationId, organizationId as asOrganizationId, userId } from "./ids.ts";
import { anOrganization, someTime } from "./records.ts";
import { insert, sortedWrites } from "./writes.ts";

interface BatchParts {
  readonly writes?: readonly Write[];
  readonly newEvents?: readonly NewEvent[];
  readonly command?: Partial<CommandRecord>;
  readonly envelope?: Partial<EventEnvelope>;
}

/** Builds batches for one organization as the core does: each continues after the previous one. */
export interface BatchBuilder {
  readonly organizationId: OrganizationId;
  /** Builds the next batch, without sending it. */
  next(parts?: BatchParts): CommitBatch;
  /** Sends the next batch, and asserts that it was committed. */
  commit(parts?: BatchParts): Promise<CommitBatch>;
  /** Commits the first batch of the organization. */
  create(parts?: BatchParts): Promise<CommitBatch>;
  /** Commits writes in batches within the limits of the store. A group of writes is never split. */
  commitWrites(groups: readonly (readonly Write[])[]): Promise<void>;
  /** Commits events in batches within the limits of the store. */
  commitEvents(newEvents: readonly NewEvent[]): Promise<void>;
  /** Continues after a batch that was committed without `commit`. */
  continueAfter(batch: Pick<CommitBatch, "guard">): void;
}

export function batchBuilder(storage: RosterStorage, id = "acme"): BatchBuilder {
  const organizationId = asOrganizationId(id);
  let revision = 0;
  let lastSequence = 0;
  let lastAt: string | null = null;

  const self: BatchBuilder = {
    organizationId,
    next({ writes = [], newEvents = [], command = {}, envelope = {} } = {}) {
      const events = newEvents.map((newEvent, index): RosterEvent => ({
        organizationId,
        sequence: lastSequence + 1 + index,
        operationId: operationId(`operation-${revision + 1}`),
        actor: { userId: userId("actor") },
        authority: "organization_admin",
        at: someTime,
        ...envelope,
        ...newEvent,
      }));
      return {
        organizationId,
        guard: {
          expectedRevision: revision,
          lastSequence: lastSequence + events.length,
          lastAt: events.at(-1)?.at ?? lastAt,
        },
        command: {
          key: commandKey(`command-${revision + 1}`),
          fingerprint: "print",
          outcome: "{}",
          at: someTime,
          ...command,
        },
        writes: sortedWrites(writes),
        events,
      };
    },
    async commit(parts) {
      const batch = self.next(parts);
      await committed(storage, batch);
      self.continueAfter(batch);
      return batch;
    },
    create: ({ writes = [], ...parts } = {}) =>
      self.commit({ ...parts, writes: [insert.organization(anOrganization()), ...writes] }),
    async commitWrites(groups) {
      for (const part of inParts(groups, storage.limits.members)) await self.commit({ writes: part.flat() });
    },
    async commitEvents(newEvents) {
      const { members, changes } = storage.limits;
      for (const part of inParts(newEvents, Math.min(members, changes))) await self.commit({ newEvents: part });
    },
    continueAfter({ guard }) {
      revision = guard.expectedRevision + 1;
      ({ lastSequence, lastAt } = guard);
    },
  };
  return self;
}

/** The items in parts of at most this size. */
export function inParts<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, part) =>
    items.slice(part * size, part * size + size),
  );
}
