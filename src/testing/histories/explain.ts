import { serialOrder } from "../history-checker.ts";
import { apply } from "../reference/apply.ts";
import type { Answer, Issued } from "../reference/operation.ts";
import type { Reference } from "../reference/reference.ts";
import type { Settings } from "../reference/settings.ts";
import type { PlayedCall } from "./client.ts";
import { expectedEnding } from "./ending.ts";

/** A history that was played, with all that is known of it. */
export interface Played {
  readonly settings: Settings;
  readonly beginning: Reference;
  readonly calls: readonly PlayedCall[];
  /** What each handle showed when all was over. */
  readonly endings: readonly string[];
}

/** A serial order of the calls that explains every answer and the ending, as their indices, or null. */
export function explanationOf(played: Played): readonly number[] | null {
  const [ending] = played.endings;
  if (played.endings.some((other) => other !== ending)) return null;
  return orderOf(played, (state) => expectedEnding(state) === ending);
}

/** The same for the answers alone, whatever was found in the end. */
export function explanationOfAnswers(played: Played): readonly number[] | null {
  return orderOf(played, () => true);
}

function orderOf({ settings, beginning, calls }: Played, isFinal: (state: Reference) => boolean) {
  return serialOrder<Reference, Issued, Answer>(calls, {
    initial: beginning,
    apply: (state, operation) => apply(state, operation, settings),
    isSame: (left, right) => left.text === right.text,
    keyOf: ({ committed }) => committed,
    isFinal,
  });
}
