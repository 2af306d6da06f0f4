import type { RosterStorage } from "../../../src/storage.ts";

/** The storage with a count of how often it was called. */
export function countedCalls(storage: RosterStorage): { readonly storage: RosterStorage; calls(): number } {
  let calls = 0;

  function counted(value: unknown): unknown {
    if (typeof value === "function") {
      return (...given: unknown[]): unknown => {
        calls += 1;
        return (value as (...args: unknown[]) => unknown)(...given);
      };
    }
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, counted(part)]));
  }

  return { storage: counted(storage) as RosterStorage, calls: () => calls };
}
