import type { OpenStore, StorageHarness } from "./harness.ts";
import { hintFor } from "./hints/hints.ts";

/** One promise of the storage port, as a test case for any test runner. */
export interface StorageCase {
  /** The subject of the case, such as `commit: guard`. */
  readonly group: string;
  /** A sentence about the storage, which is its subject. Unique within the group. */
  readonly name: string;
  /** The usual cause of a failure, as the end of the sentence "usual cause: …". */
  readonly hint: string;
  /**
   * Opens a store, runs the case and closes the store. Resolves if the storage keeps the promise.
   *
   * Rejects with an `AssertionError` that says what is wrong, or with an error named `HarnessError` if the harness did
   * not provide a store that can be tested. Safe to run again, and at the same time as other cases.
   */
  readonly run: (harness: StorageHarness) => Promise<void>;
}

/** A case with its own store, which is always closed. If both the case and closing fail, the failure of the case is reported. */
export function storageCase(group: string, name: string, body: (store: OpenStore) => Promise<void>): StorageCase {
  return {
    group,
    name,
    hint: hintFor(group, name),
    async run(harness) {
      const store = await named("open", () => harness.open());
      const missing = missingIn(store);
      if (missing !== null) throw harnessError(`open() of the harness returned a store without ${missing}.`);
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

/** Marks failures of the harness, so that they are not taken for failures of the storage. */
async function named<Value>(method: "open" | "close", call: () => Promise<Value>): Promise<Value> {
  try {
    return await call();
  } catch (cause) {
    const { message = String(cause) } = Object(cause) as { readonly message?: string };
    throw harnessError(`${method}() of the harness failed: ${message}`, cause);
  }
}

/** The harness failed, so the case says nothing about the storage. */
export function harnessError(message: string, cause?: unknown): Error {
  return Object.assign(new Error(message, { cause }), { name: "HarnessError" });
}

const methods = ["load", "commit", "events", "pruneCommandRecords"];
const lists = ["organizationMembers", "workspaceMembers", "candidates", "workspaces", "workspacesOf"];
const handle = ["limits.members", ...methods, ...lists.map((name) => `read.${name}`)];
const parts = [...["storage", "second"].flatMap((name) => handle.map((part) => `${name}.${part}`)), "close"];

/** The first missing part of a store, or null. Authors who write JavaScript have no compiler to tell them. */
function missingIn(store: unknown): string | null {
  return parts.find((part) => at(store, part) === undefined) ?? null;
}

function at(value: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((found, name) => (Object(found) as Record<string, unknown>)[name], value);
}
