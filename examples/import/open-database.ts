import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { pathToFileURL } from "node:url";

export interface OpenDatabase {
  readonly database: DatabaseSync;
  readonly close: () => void;
}

/** Opens the SQLite file, which is made if it is not there. */
export function openDatabase(path: string): OpenDatabase {
  const database = new DatabaseSync(path);
  return { database, close: () => database.close() };
}

/** Opens a copy that is thrown away in the end; an empty one where there is no file. Not a byte of the file changes. */
export function openCopy(path: string): OpenDatabase {
  if (!existsSync(path)) return openDatabase(":memory:");
  const folder = mkdtempSync(join(tmpdir(), "roster-import-"));
  const throwAway = (): void => rmSync(folder, { recursive: true });
  try {
    const copy = join(folder, "copy.db");
    copyDatabase(path, copy);
    const { database } = openDatabase(copy);
    return {
      database,
      close() {
        database.close();
        throwAway();
      },
    };
  } catch (thrown) {
    throwAway();
    throw thrown;
  }
}

function copyDatabase(path: string, copy: string): void {
  const source = pathToFileURL(path);
  // Without a log beside it nobody is at work on the file, and as immutable it is read without making one.
  const isAtRest = !existsSync(`${path}-wal`) && !existsSync(`${path}-journal`);
  if (isAtRest) source.searchParams.set("immutable", "1");
  const database = new DatabaseSync(source, { readOnly: true });
  try {
    database.prepare("VACUUM INTO ?").run(copy);
  } finally {
    database.close();
  }
}
