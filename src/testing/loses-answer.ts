import type { RosterStorage } from "../application/ports/roster-storage.ts";

/** The storage as a caller sees it who loses the answer to every other commit, beginning with the second. */
export function losesAnswer(storage: RosterStorage): RosterStorage {
  let commits = 0;
  return {
    ...storage,
    commit(batch, options) {
      commits += 1;
      const isLost = commits % 2 === 0;
      return storage.commit(batch, options).map((outcome) => {
        return isLost && outcome.kind === "committed" ? { kind: "unknown", cause: "The answer was lost." } : outcome;
      });
    },
  };
}
