import type { CommitBatch } from "../../application/ports/commit-batch.ts";
import type { Position } from "../../application/ports/queries.ts";
import type { RosterStorage } from "../../application/ports/roster-storage.ts";
import type { Write } from "../../application/ports/write.ts";
import type { NewEvent } from "../../domain/facts/event.ts";
import { batchBuilder } from "../builders/batch-builder.ts";
import { commandKey, operationId } from "../builders/ids.ts";
import { sortedWrites } from "../builders/writes.ts";
import { eventOf } from "./event-of.ts";
import { type OrganizationRows, rowsOf } from "./rows.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** A threat: rows that a wrong store mixes up. Every question is asked of all of them. */
export interface World {
  /** Continues the sentence "answers every question exactly if". */
  readonly threat: string;
  readonly organizations: readonly OrganizationDraft[];
  /** The values to ask for; those that are absent are all values of the rows. */
  readonly ask?: Partial<Vocabulary>;
  /** Positions to continue after, besides those of rows. If it is present, every limit and place is asked for. */
  readonly places?: readonly Position[];
  /** Asks for each list as a whole only, because the threat is about which rows match. */
  readonly wholeOnly?: boolean;
  /** How many combinations of values are asked for each set of filters. */
  readonly most?: number;
}

interface OrganizationDraft {
  readonly id: string;
  readonly steps: readonly Step[];
  /** How many combinations of values are asked for each set of filters. */
  readonly most?: number;
}

/** The writes of one operation. Each write appends the event that the core would append. */
export interface Step {
  readonly operation: string;
  readonly command?: string;
  readonly writes: readonly Write[];
}

/** Writes a world in as few commits as the store allows. Returns the rows of each organization. */
export async function writeWorld(
  storage: RosterStorage,
  { organizations }: World,
): Promise<readonly OrganizationRows[]> {
  const written: OrganizationRows[] = [];
  for (const draft of organizations) written.push(await writeOrganization(storage, draft));
  return written;
}

async function writeOrganization(storage: RosterStorage, { id, steps }: OrganizationDraft): Promise<OrganizationRows> {
  const size = Math.min(storage.limits.members, storage.limits.changes);
  const builder = batchBuilder(storage, id);
  const batches: CommitBatch[] = [await builder.create({ command: { key: commandKey(`create ${id}`) } })];
  for (const { operation, command, writes } of steps) {
    const sorted = sortedWrites(writes);
    for (let start = 0; start < sorted.length; start += size) {
      const lastSequence = batches.at(-1)?.guard.lastSequence ?? 0;
      const part = sorted.slice(start, start + size).map((write, index) => grantedAt(write, lastSequence + 1 + index));
      const key = command !== undefined && start === 0 ? { key: commandKey(command) } : {};
      batches.push(
        await builder.commit({
          writes: part,
          newEvents: part.map((write): NewEvent => eventOf(write)),
          command: { ...key, fingerprint: `${id} ${operation}`, outcome: JSON.stringify([id, batches.length]) },
          envelope: { operationId: operationId(operation), actor: { system: id } },
        }),
      );
    }
  }
  return rowsOf(builder.organizationId, batches);
}

/** An assignment names the event that gave it, which is the one of its own write. */
function grantedAt(write: Write, sequence: number): Write {
  if (write.kind === "delete" || write.table !== "role_assignment") return write;
  return { ...write, record: { ...write.record, sequence } };
}
