import { describe, it } from "vitest";

/**
 * Tests that need something of the machine. Where it lacks they are one failure in CI, and elsewhere one skipped test
 * whose name says why: never a silent pass.
 */
export function describeWith(lack: string | null, name: string, tests: () => void): void {
  if (lack === null) {
    describe(name, tests);
  } else if (process.env["CI"] === undefined) {
    it.skip(`${name} – skipped, since ${lack}`, () => undefined);
  } else {
    it(name, () => {
      throw new Error(`This machine cannot run the test: ${lack}.`);
    });
  }
}
