import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { StorageHarness } from "workspace-roster/testing";

/** Returns the harness that a module exports by default or as `harness`. Throws an Error that says why there is none. */
export async function loadHarness(path: string): Promise<StorageHarness> {
  const exports = (await import(pathToFileURL(resolve(path)).href)) as Record<string, unknown>;
  // A CommonJS module arrives as its own default export.
  const candidates = [exports["harness"], exports["default"], memberOf(exports["default"], "harness")];
  const harness = candidates.find(isHarness);
  if (harness !== undefined) return harness;
  throw new Error(
    `neither its default export nor its export "harness" is an object with open(). Its exports: ${Object.keys(exports).join(", ") || "none"}.`,
  );
}

function isHarness(value: unknown): value is StorageHarness {
  return typeof memberOf(value, "open") === "function";
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
