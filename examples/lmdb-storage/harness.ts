import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { StorageHarness } from "workspace-roster/testing";
import { lmdbStorage } from "./lmdb-storage.ts";

/** For the program workspace-roster-contract: each store is a folder of its own, opened twice, and not flushed to disk. */
export const harness: StorageHarness = {
  open() {
    const path = mkdtempSync(join(tmpdir(), "lmdb-storage-"));
    const [storage, second] = [lmdbStorage({ path, noSync: true }), lmdbStorage({ path, noSync: true })];
    const close = async (): Promise<void> => {
      await Promise.all([storage.close(), second.close()]);
      rmSync(path, { recursive: true });
    };
    return Promise.resolve({ storage, second, closeStorage: () => storage.close(), close });
  },
};
