import { err, ok, type Result, type ResultAsync } from "neverthrow";
import type { RosterError } from "workspace-roster";

/** What a command that adds people returns, in mode `partial`. */
interface BatchOutcome<Rejected> {
  readonly added: readonly { readonly role: string }[];
  readonly unchanged: readonly { readonly role: string }[];
  readonly rejected: readonly Rejected[];
}

/** The outcomes of all batches together. */
export interface AddedInBatches<Rejected> {
  readonly added: number;
  /** How many had their role already. */
  readonly already: number;
  /** How many of those added and of those already there are admins. */
  readonly admins: number;
  readonly rejected: readonly Rejected[];
}

/** Adds people in batches of at most `batchSize`, and stops at the first batch that fails as a whole. */
export async function addInBatches<Person, Rejected>(
  people: readonly Person[],
  batchSize: number,
  add: (batch: readonly Person[]) => ResultAsync<BatchOutcome<Rejected>, RosterError>,
  onProgress: (people: number) => void = () => undefined,
): Promise<Result<AddedInBatches<Rejected>, RosterError>> {
  let [added, already, admins] = [0, 0, 0];
  const rejected: Rejected[] = [];
  for (let start = 0; start < people.length; start += batchSize) {
    const outcome = await add(people.slice(start, start + batchSize));
    if (outcome.isErr()) return err(outcome.error);

    added += outcome.value.added.length;
    already += outcome.value.unchanged.length;
    admins += [...outcome.value.added, ...outcome.value.unchanged].filter(({ role }) => role === "admin").length;
    rejected.push(...outcome.value.rejected);
    onProgress(added + already + rejected.length);
  }
  return ok({ added, already, admins, rejected });
}
