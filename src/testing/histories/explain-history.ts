import type { Answer, Issued } from "../reference/operation.ts";
import type { Settings } from "../reference/settings.ts";
import type { PlayedCall } from "./clients.ts";
import type { Cast } from "./ending.ts";
import { serialOrder } from "./history-checker.ts";
import type { HistoryModel } from "./history-model.ts";

/** A history that was played, with all that is known of it. */
export interface Played<State> {
  readonly model: HistoryModel<State>;
  readonly settings: Settings;
  readonly cast: Cast;
  /** The model's state before the first call. */
  readonly beginning: State;
  readonly calls: readonly PlayedCall[];
  /** What each handle showed after the last call. */
  readonly endings: readonly string[];
}

/** A serial order of the calls that explains every answer and the ending, as indices of the calls, or null. */
export function explanationOf<State>(played: Played<State>): readonly number[] | null {
  const { model, cast, endings } = played;
  const [ending] = endings;
  if (endings.some((other) => other !== ending)) return null;
  return orderOf(played, (state) => model.expectedEnding(state, cast) === ending);
}

/** A serial order that explains every answer, whatever the ending is. */
export function explanationOfAnswers<State>(played: Played<State>): readonly number[] | null {
  return orderOf(played, () => true);
}

function orderOf<State>({ model, settings, beginning, calls }: Played<State>, isFinal: (state: State) => boolean) {
  return serialOrder<State, Issued, Answer>(calls, {
    initial: beginning,
    apply: (state, operation) => model.apply(state, operation, settings),
    isSame: (left, right) => model.isSame(left, right),
    keyOf: (state) => model.keyOf(state),
    isFinal,
  });
}
