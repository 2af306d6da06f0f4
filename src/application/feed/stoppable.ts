/**
 * The items of a generator as an iterator that ends at once: by `return()`, or when the signal fires.
 *
 * A generator alone does not: it keeps `return()` waiting until the `next()` before it is answered. Here a pending `next()`
 * answers that nothing follows, and the generator is told by its own signal to give up what it waits for.
 */
export function stoppable<Item>(
  signal: AbortSignal | undefined,
  generate: (stop: AbortSignal) => AsyncGenerator<Item, void>,
): AsyncIterableIterator<Item, undefined> {
  const stop = new AbortController();
  const pending = new Set<() => void>();
  let items: AsyncGenerator<Item, void> | null = null;

  function begin(): AsyncGenerator<Item, void> {
    signal?.addEventListener("abort", end);
    return generate(stop.signal);
  }

  function end(): void {
    stop.abort();
    signal?.removeEventListener("abort", end);
    for (const answerDone of pending) answerDone();
    pending.clear();
    void items?.return();
  }

  function next(): Promise<IteratorResult<Item, undefined>> {
    if (signal?.aborted === true) end();
    if (stop.signal.aborted) return Promise.resolve(done);
    const generator = (items ??= begin());
    return new Promise((resolve, reject) => {
      const answerDone = (): void => resolve(done);
      pending.add(answerDone);
      generator.next().then(
        (result) => {
          pending.delete(answerDone);
          if (result.done !== true) return resolve(result);
          answerDone();
          end();
        },
        (error: unknown) => {
          // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- what the generator threw is passed on
          reject(error);
          end();
        },
      );
    });
  }

  return {
    next,
    return() {
      end();
      return Promise.resolve(done);
    },
    throw(error: Error) {
      end();
      return Promise.reject(error);
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

const done = { done: true, value: undefined } as const;
