import type { OpenStore, StorageHarness } from "workspace-roster/testing";

/** A harness that keeps track of calls that have not been answered. */
export interface WatchedHarness {
  readonly harness: StorageHarness;
  /** Such as `commit of storage`. `open of the harness` and `close of the harness` are calls too. */
  unanswered(): readonly string[];
}

type Call = (...args: readonly unknown[]) => unknown;

export function watchedHarness(harness: StorageHarness): WatchedHarness {
  const waiting = new Map<number, string>();
  let calls = 0;

  function watch(name: string, call: Call): Call {
    return (...args) => {
      const answer = call(...args);
      const number = (calls += 1);
      waiting.set(number, name);
      const answered = (): void => void waiting.delete(number);
      void Promise.resolve(answer).then(answered, answered);
      return answer;
    };
  }

  function watched<Value extends object>(value: Value, name: string): Value {
    return new Proxy(value, {
      get(target, key) {
        const member: unknown = Reflect.get(target, key);
        if (typeof member === "function") return watch(`${String(key)} of ${name}`, member.bind(target) as Call);
        return key === "read" ? watched(member as object, `${name}.read`) : member;
      },
    });
  }

  const open = watch("open of the harness", () => harness.open()) as () => Promise<OpenStore>;
  return {
    harness: {
      async open() {
        const store = await open();
        // The case reports what is missing.
        if (!isWhole(store)) return store;
        const storage = watched(store.storage, "storage");
        const second = store.second === store.storage ? storage : watched(store.second, "second");
        return {
          ...store,
          storage,
          second,
          close: watch("close of the harness", () => store.close()) as () => Promise<void>,
        };
      },
    },
    unanswered: () => [...new Set(waiting.values())],
  };
}

function isWhole(store: unknown): boolean {
  const { storage, second } = Object(store) as Partial<OpenStore>;
  return typeof storage === "object" && typeof second === "object";
}
