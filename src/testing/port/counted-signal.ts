/** A signal that counts the listeners on it. */
export interface CountedSignal {
  readonly signal: AbortSignal;
  /** How many listeners were added and neither removed nor, if they listen once, called. */
  listeners(): number;
  abort(): void;
}

// The types of neither DOM nor Node have the same names for these.
type Listener = NonNullable<Parameters<EventTarget["addEventListener"]>[1]>;
type Options = boolean | { readonly once?: boolean; readonly signal?: AbortSignal };

export function countedSignal(): CountedSignal {
  const controller = new AbortController();
  const { signal } = controller;
  const listening = new Map<Listener, boolean>();
  const add = signal.addEventListener.bind(signal);
  const remove = signal.removeEventListener.bind(signal);
  Object.assign(signal, {
    addEventListener(type: string, listener: Listener, options?: Options) {
      const { once = false, signal: end } = typeof options === "object" ? options : {};
      add(type, listener, options);
      if (end?.aborted === true) return;
      listening.set(listener, once);
      end?.addEventListener("abort", () => listening.delete(listener), { once: true });
    },
    removeEventListener(type: string, listener: Listener, options?: boolean | { readonly capture?: boolean }) {
      remove(type, listener, options);
      listening.delete(listener);
    },
  });
  return {
    signal,
    listeners: () => listening.size + (signal.onabort === null ? 0 : 1),
    abort() {
      controller.abort();
      for (const [listener, once] of listening) if (once) listening.delete(listener);
    },
  };
}
