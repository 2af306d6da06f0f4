import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { root, run } from "./tarball.ts";

/** What the smoke script prints, whatever the runtime and the store. */
export const smoke = {
  refused: "members_rejected",
  added: ["bo", "cy"],
  rejected: ["zoe"],
  replayed: true,
  found: ["bo"],
  may: true,
  events: 8,
};

/** Runs the smoke script beside the installed tarball and returns what it printed. */
export function smokeOn(
  runtime: readonly [program: string, ...parameters: string[]],
  folder: string,
  ...stores: readonly string[]
): unknown {
  copyFileSync(join(root, "test/support/package/smoke.mjs"), join(folder, "smoke.mjs"));
  const [program, ...parameters] = runtime;
  return JSON.parse(run(program, [...parameters, "smoke.mjs", ...stores], folder));
}
