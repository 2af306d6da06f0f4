import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { StorageHarness } from "workspace-roster/testing";

/** The harness that a module exports by default or as `harness`; throws an Error that says why there is none. */
export async function loadHarness(path: string): Promise<StorageHarness> {
  const exports = (await import(pathToFileURL(resolve(path)).href)) as Record<string, unknown>;
  // A CommonJS module is the default export of itself.
  const candidates = [exports["harness"], exports["default"], memberOf(exports["default"], "harness")];
  const harness = candidates.find(isHarness);
  if (harness !== undefined) return harness;
  throw new Error(
    `it exports neither by default nor as "harness" an object with open(). Its exports: ${Object.keys(exports).join(", ") || "none"}.`,
  );
}

function isHarness(value: unknown): value is StorageHarness {
  return typeof memberOf(value, "open") === "function";
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
