import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type SqliteDatabase, sqliteStorage } from "../../src/sqlite.ts";
import { valueOf } from "../../src/testing/expectations.ts";
import type { StorageHarness } from "../../src/testing/harness.ts";

/** Stores in a file of their own; each handle is a connection to it. */
export function sqliteHarness(connect: (path: string) => SqliteDatabase & { close(): unknown }): StorageHarness {
  return {
    async open() {
      const directory = await mkdtemp(join(tmpdir(), "workspace-roster-"));
      const databases = [0, 1].map(() => connect(join(directory, "roster.db")));
      const [storage, second] = databases.map((database) => sqliteStorage({ database }));
      if (storage === undefined || second === undefined) throw new Error("Two connections make two storages.");
      await valueOf(storage.migrate());
      return {
        storage,
        second,
        async close() {
          for (const database of databases) database.close();
          await rm(directory, { recursive: true, force: true });
        },
      };
    },
  };
}
