import type { StorageCallOptions } from "../ports/roster-storage.ts";

export interface LazySignal {
  readonly options: StorageCallOptions;
  readonly fire: (reason: unknown) => void;
}

/** The options of one call of the storage. To make a signal costs as much as a call in memory, so it is made when it is read. */
export function lazySignal(): LazySignal {
  let controller: AbortController | null = null;
  let fired: { readonly reason: unknown } | null = null;
  return {
    options: {
      get signal() {
        if (controller === null) {
          controller = new AbortController();
          if (fired !== null) controller.abort(fired.reason);
        }
        return controller.signal;
      },
      hasFired: () => fired !== null,
    },
    fire(reason) {
      if (fired !== null) return;
      fired = { reason };
      controller?.abort(reason);
    },
  };
}
