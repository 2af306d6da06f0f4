import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { reachablePrograms } from "../../support/postgres/programs.ts";

const nobody = { uid: 65_534, gid: 65_534 };
const isRoot = process.getuid?.() === 0;

describe("the programs of a PostgreSQL server", () => {
  let checkout: string;
  let folder: string;

  beforeEach(() => {
    checkout = mkdtempSync(join(tmpdir(), "workspace-roster-checkout-"));
    folder = mkdtempSync(join(tmpdir(), "workspace-roster-programs-"));
    chmodSync(folder, 0o755);
  });

  afterEach(() => {
    for (const made of [checkout, folder]) rmSync(made, { recursive: true });
  });

  it.runIf(isRoot)("are copied for a user who cannot enter the checkout (as root only)", async () => {
    const binaries = programsIn(checkout, 0o700);

    const found = await reachablePrograms(binaries, nobody, folder);

    expect(found.initdb.startsWith(folder)).toBe(true);
    for (const program of [found.initdb, found.postgres]) {
      expect(execFileSync(program, { ...nobody, cwd: "/", encoding: "utf8" })).toBe("runs\n");
    }
  });

  it.runIf(isRoot)("are not copied if a user can run them (as root only)", async () => {
    const binaries = programsIn(checkout, 0o755);
    chmodSync(checkout, 0o755);

    expect(await reachablePrograms(binaries, nobody, folder)).toEqual(binaries);
  });

  it("are not copied if the tests run as the current user", async () => {
    const binaries = programsIn(checkout, 0o700);

    expect(await reachablePrograms(binaries, null, folder)).toEqual(binaries);
  });
});

/** Programs that print a line; only their owner can open them unless the mode says otherwise. */
function programsIn(checkout: string, mode: number) {
  const bin = join(checkout, "native", "bin");
  mkdirSync(bin, { recursive: true });
  const [initdb, postgres] = ["initdb", "postgres"].map((name) => {
    const path = join(bin, name);
    writeFileSync(path, "#!/bin/sh\necho runs\n");
    chmodSync(path, mode);
    return path;
  }) as [string, string];
  return { version: "18", initdb, postgres };
}
