/** One call of a concurrent history: the operation, when the call began and ended, and its result. */
export interface Call<Operation, Answer> {
  /** What was called, with its input. */
  readonly operation: Operation;
  /** Measured by the same clock for all calls of the history, in any unit. */
  readonly began: number;
  /** `Infinity` if no answer arrived. */
  readonly ended: number;
  /** What the caller knows about the outcome. */
  readonly result: CallResult<Answer>;
}

/**
 * The result of a call. `answered`: the caller received an answer. `unknown`: the call may have been applied or not.
 * `not applied`: the caller learned that nothing happened, for a reason that the model does not know.
 */
export type CallResult<Answer> =
  | { readonly kind: "answered"; readonly answer: Answer }
  | { readonly kind: "unknown" }
  | { readonly kind: "not applied" };

/** Describes what an object does when one caller at a time uses it. */
export interface SerialModel<State, Operation, Answer> {
  /** The state before the first call. */
  readonly initial: State;
  /** Returns the state after the operation, and its answer. Must not change the given state. */
  apply(state: State, operation: Operation): { readonly state: State; readonly answer: Answer };
  /** Whether two answers are equal. */
  isSame(left: Answer, right: Answer): boolean;
  /** Returns equal texts for equal states, and different texts for different states. */
  keyOf(state: State): string;
  /** Whether the object was in this state after the last call. */
  isFinal(state: State): boolean;
}

/**
 * Returns an order of the calls, one after the other, that explains every answer and the final state. The order is a list
 * of indices of `calls`. Returns null if no order explains them: the history is then not linearizable.
 *
 * A call that ended before another began comes first in every order. A call with the result `unknown` may have been
 * applied at any time after it began, or never. Calls that were not applied have a place in the order too.
 *
 * Uses the search of Wing and Gong. The time can grow exponentially with the number of calls that overlap.
 *
 * @throws RangeError if there are more than 30 calls.
 */
export function serialOrder<State, Operation, Answer>(
  calls: readonly Call<Operation, Answer>[],
  model: SerialModel<State, Operation, Answer>,
): readonly number[] | null {
  if (calls.length > 30) throw new RangeError("A history of more than 30 calls cannot be searched.");
  const all = 2 ** calls.length - 1;
  const visited = new Set<string>();

  function search(done: number, state: State, order: readonly number[]): readonly number[] | null {
    if (done === all) return model.isFinal(state) ? order : null;
    const key = `${done} ${model.keyOf(state)}`;
    if (visited.has(key)) return null;
    visited.add(key);

    const open = [...calls.entries()].filter(([index]) => (done & (1 << index)) === 0);
    const firstEnd = Math.min(...open.map(([, { ended }]) => ended));
    for (const [index, call] of open) {
      if (call.began > firstEnd) continue;
      for (const next of statesAfter(call, state)) {
        const found = search(done | (1 << index), next, [...order, index]);
        if (found !== null) return found;
      }
    }
    return null;
  }

  function statesAfter({ operation, result }: Call<Operation, Answer>, state: State): readonly State[] {
    if (result.kind === "not applied") return [state];
    const applied = model.apply(state, operation);
    if (result.kind === "unknown") return [applied.state, state];
    return model.isSame(applied.answer, result.answer) ? [applied.state] : [];
  }

  return search(0, model.initial, []);
}
