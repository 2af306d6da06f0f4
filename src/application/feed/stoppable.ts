/**
 * The items of a generator as an iterator that ends at once when `return()` is called or the signal fires.
 *
 * A plain generator does not end at once: its `return()` waits until the pending `next()` settles. Here a pending `next()`
 * resolves as done, and a signal tells the generator to stop waiting.
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
          // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- whatever the generator threw.
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
