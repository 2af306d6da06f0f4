import type { RosterStorage } from "../../application/ports/roster-storage.ts";

/** One call of the port, and how its answer is judged. */
export interface Question {
  /** The method and its arguments, for a failure to show. */
  readonly asks: object;
  /** Asks a storage. Returns its answer and the right one. */
  answers(storage: RosterStorage): Promise<{ readonly actual: object; readonly expected: object }>;
}
