import { okAsync } from "neverthrow";
import type { RosterStorage } from "../../application/ports/roster-storage.ts";

/** What becomes of a commit on its way. */
export type Fate = "answered" | "applied, answer lost" | "lost";

/**
 * The storage behind a line that breaks: some commits do not arrive, and of some the answer does not.
 *
 * Nobody gives a commit up: it could still take effect when the history is over and what is stored is compared.
 */
export function lossyStorage(storage: RosterStorage, nextFate: () => Fate): RosterStorage {
  const unknown = { kind: "unknown", cause: "the line broke" } as const;
  return {
    ...storage,
    commit(batch) {
      const fate = nextFate();
      if (fate === "lost") return okAsync(unknown);
      return storage.commit(batch, {}).map((outcome) => (fate === "answered" ? outcome : unknown));
    },
  };
}
