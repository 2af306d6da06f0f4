import type { StorageCallOptions } from "../ports/roster-storage.ts";

export interface LazySignal {
  readonly options: StorageCallOptions;
  readonly fire: (reason: unknown) => void;
}

/**
 * The options of one storage call. Creating a signal costs as much as a call of the memory store, so the signal is
 * created when it is read first.
 */
export function lazySignal(): LazySignal {
  let controller: AbortController | null = null;
  let fired: { readonly reason: unknown } | null = null;
  const options: StorageCallOptions = {
    get signal() {
      if (controller === null) {
        controller = new AbortController();
        if (fired !== null) controller.abort(fired.reason);
      }
      return controller.signal;
    },
  };
  // Not enumerable: an adapter may clone the options of a query, and a function cannot be cloned.
  Object.defineProperty(options, "hasFired", { value: () => fired !== null });
  return {
    options,
    fire(reason) {
      if (fired !== null) return;
      fired = { reason };
      controller?.abort(reason);
    },
  };
}
