/** One call of a concurrent history: what was asked, when the call began and ended, and what came back. */
export interface Call<Operation, Answer> {
  readonly operation: Operation;
  /** By one clock for all calls of the history. */
  readonly began: number;
  /** Infinity where no answer came. */
  readonly ended: number;
  readonly result: CallResult<Answer>;
}

/** `unknown`: applied or not, nobody could say. `not applied`: the caller was told that nothing happened, not why by rule. */
export type CallResult<Answer> =
  | { readonly kind: "answered"; readonly answer: Answer }
  | { readonly kind: "unknown" }
  | { readonly kind: "not applied" };

/** What a thing does when nobody else is there. */
export interface SerialModel<State, Operation, Answer> {
  readonly initial: State;
  /** Returns the state after the operation, and its result. */
  apply(state: State, operation: Operation): { readonly state: State; readonly answer: Answer };
  /** Whether two results are the same. */
  isSame(left: Answer, right: Answer): boolean;
  /** Equal for equal states. */
  keyOf(state: State): string;
  /** Whether the thing was found like this after the last call. */
  isFinal(state: State): boolean;
}

/**
 * A serial order of the calls that explains every answer and the final state, as their indices, or null where there is none.
 *
 * The search of Wing and Gong: a call may come next if no other call that is still to come had ended before it began.
 * A call that was not applied, or of which nobody knows and that is taken as not applied, takes its place in the order too.
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
