import type { OpenStore, StorageHarness } from "./harness.ts";

/**
 * One promise of the storage port. It holds where `run` resolves. It rejects with an AssertionError that says what is
 * wrong, or with an error named HarnessError where the harness gives no store that could be tried.
 */
export interface StorageCase {
  readonly group: string;
  /** Unique within its group. */
  readonly name: string;
  /** Rejects if the store fails the case. */
  readonly run: (harness: StorageHarness) => Promise<void>;
}

/** A case with a store of its own, which is closed however the case ends. What a case says goes before what closing says. */
export function storageCase(group: string, name: string, body: (store: OpenStore) => Promise<void>): StorageCase {
  return {
    group,
    name,
    async run(harness) {
      const store = await named("open", () => harness.open());
      const missing = missingIn(store);
      if (missing !== null) throw harnessError(`open() of the harness gave no ${missing}.`);
      try {
        await body(store);
      } catch (failure) {
        await named("close", () => store.close()).catch(() => undefined);
        throw failure;
      }
      await named("close", () => store.close());
    },
  };
}

/** Tells a failure of the harness from one of the storage. */
async function named<Value>(method: "open" | "close", call: () => Promise<Value>): Promise<Value> {
  try {
    return await call();
  } catch (cause) {
    const { message = String(cause) } = Object(cause) as { readonly message?: string };
    throw harnessError(`${method}() of the harness failed: ${message}`, cause);
  }
}

/** Not what a storage did: no case says anything with a harness like that. */
export function harnessError(message: string, cause?: unknown): Error {
  return Object.assign(new Error(message, { cause }), { name: "HarnessError" });
}

const methods = ["load", "commit", "events", "pruneCommandRecords"];
const lists = ["organizationMembers", "workspaceMembers", "candidates", "workspaces", "workspacesOf"];
const handle = ["limits.members", ...methods, ...lists.map((name) => `read.${name}`)];
const parts = [...["storage", "second"].flatMap((name) => handle.map((part) => `${name}.${part}`)), "close"];

/** The first part that a store should have and has not, for authors who are not told by a compiler; null where it is whole. */
function missingIn(store: unknown): string | null {
  return parts.find((part) => at(store, part) === undefined) ?? null;
}

function at(value: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((found, name) => (Object(found) as Record<string, unknown>)[name], value);
}
