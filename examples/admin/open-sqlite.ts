import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { pathToFileURL } from "node:url";

export interface OpenDatabase {
  readonly database: DatabaseSync;
  readonly close: () => void;
}

/** Opens the SQLite file, and creates it if it does not exist. */
export function openFile(path: string): OpenDatabase {
  return closable(new DatabaseSync(path));
}

/** Opens the SQLite file, and throws if it does not exist. */
export function openExistingFile(path: string): OpenDatabase {
  const file = pathToFileURL(path);
  file.searchParams.set("mode", "rw");
  return closable(new DatabaseSync(file));
}

/** Opens a temporary copy of the file, empty if the file does not exist. Not a byte of the file itself changes. */
export function openCopy(path: string): OpenDatabase {
  if (!existsSync(path)) return openFile(":memory:");
  const folder = mkdtempSync(join(tmpdir(), "roster-copy-"));
  const removeFolder = (): void => rmSync(folder, { recursive: true });
  try {
    const copy = join(folder, "copy.db");
    copyDatabase(path, copy);
    return closable(new DatabaseSync(copy), removeFolder);
  } catch (thrown) {
    removeFolder();
    throw thrown;
  }
}

function closable(database: DatabaseSync, afterwards: () => void = () => undefined): OpenDatabase {
  return {
    database,
    close() {
      database.close();
      afterwards();
    },
  };
}

function copyDatabase(path: string, copy: string): void {
  const source = pathToFileURL(path);
  // Without a log beside the file nobody is using it. Opened as immutable, it is then read without creating a log.
  const isUnused = !existsSync(`${path}-wal`) && !existsSync(`${path}-journal`);
  if (isUnused) source.searchParams.set("immutable", "1");
  const database = new DatabaseSync(source, { readOnly: true });
  try {
    database.prepare("VACUUM INTO ?").run(copy);
  } finally {
    database.close();
  }
}
