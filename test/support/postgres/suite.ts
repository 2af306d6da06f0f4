import { Pool } from "pg";
import type {} from "./global.ts";
import { afterAll, describe, inject } from "vitest";
import type { PostgresHarness } from "../storage/postgres.ts";
import { runStorageCases } from "../storage/suite.ts";

interface Connected {
  readonly harness: PostgresHarness;
  /** Closes what the driver opened. */
  readonly end: () => Promise<unknown>;
}

/** Runs the contract through one driver on the server of this run; a visible skip if there is none. */
export function runOnEmbedded(name: string, connect: (connectionString: string) => Connected): void {
  const connectionString = inject("postgresUrl");
  describe.skipIf(connectionString === null)(name, () => {
    if (connectionString === null) return;
    const { harness, end } = connect(connectionString);
    afterAll(async () => {
      await harness.dispose();
      await end();
    });
    runStorageCases(name, harness);
  });
}

/** A pool that does not end the process when the server closes its idle connections. */
export function poolOf(connectionString: string, max = 10): Pool {
  const pool = new Pool({ connectionString, max });
  pool.on("error", () => undefined);
  return pool;
}
