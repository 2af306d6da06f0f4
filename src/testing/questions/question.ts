import type { Need } from "../../application/ports/need.ts";
import type { Position } from "../../application/ports/queries.ts";
import type { RosterStorage } from "../../application/ports/roster-storage.ts";
import type { OrganizationRows } from "./rows.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** One call of the port, and how its answer is judged. */
export interface Question {
  /** The method and its arguments, for a failure to show. */
  readonly asks: object;
  /** Asks a storage. Returns its answer and the right one. */
  answers(storage: RosterStorage): Promise<{ readonly actual: object; readonly expected: object }>;
}

/** What is asked of one organization. */
export interface Asked {
  readonly rows: OrganizationRows;
  /** The values of filters. */
  readonly ask: Vocabulary;
  /** The needs that lists are read with, in turn. */
  readonly needs: readonly Need[];
  /** How many combinations of values are asked for each set of filters. */
  readonly most: number;
  /** Positions to continue after; see `World`. */
  readonly places: readonly Position[] | undefined;
  /** Whether each list is asked for as a whole only, because the threat is about which rows match. */
  readonly wholeOnly: boolean;
}
