import { okAsync } from "neverthrow";
import type { RosterStorage } from "../../application/ports/roster-storage.ts";

/** What happens to a commit on its way. */
export type Fate = "answered" | "applied, answer lost" | "lost";

/**
 * Simulates a connection that breaks: some commits do not arrive, and some answers do not.
 *
 * Ignores the signal. A commit that was given up could still take effect after the ending was read.
 */
export function lossyStorage(storage: RosterStorage, nextFate: () => Fate): RosterStorage {
  const unknown = { kind: "unknown", cause: "the connection broke" } as const;
  return {
    ...storage,
    commit(batch) {
      const fate = nextFate();
      if (fate === "lost") return okAsync(unknown);
      return storage.commit(batch, {}).map((outcome) => (fate === "answered" ? outcome : unknown));
    },
  };
}
