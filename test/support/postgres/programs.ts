import { execFile } from "node:child_process";
import { cp } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { promisify } from "node:util";
import type { PostgresBinaries } from "./binaries.ts";

const run = promisify(execFile);

/**
 * The programs where the server's user can run them: their own place, or a copy in the given folder.
 *
 * As root a server runs as another user, who may not enter a checkout in root's home or below `mktemp -d`.
 */
export async function reachablePrograms(
  binaries: PostgresBinaries,
  user: { readonly uid: number; readonly gid: number } | null,
  folder: string,
): Promise<PostgresBinaries> {
  if (user === null || (await runsAs(user, binaries))) return binaries;
  const copy = join(folder, "programs");
  await cp(join(dirname(binaries.postgres), ".."), copy, { recursive: true, verbatimSymlinks: true });
  // An install under a strict umask lets nobody else read the files.
  await run("chmod", ["-R", "a+rX,go-w", copy]);
  const inCopy = (program: string): string => join(copy, basename(dirname(program)), basename(program));
  return { ...binaries, initdb: inCopy(binaries.initdb), postgres: inCopy(binaries.postgres) };
}

async function runsAs(user: { readonly uid: number; readonly gid: number }, binaries: PostgresBinaries) {
  try {
    for (const program of [binaries.initdb, binaries.postgres])
      await run(program, ["--version"], { ...user, cwd: "/" });
    return true;
  } catch {
    return false;
  }
}
