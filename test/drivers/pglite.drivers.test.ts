import { PGlite } from "@electric-sql/pglite";
import { afterAll, describe } from "vitest";
import { postgresHarness } from "../support/storage/postgres.ts";
import { runStorageCases } from "../support/storage/suite.ts";

describe("PGlite", () => {
  // Both handles share one session, so two statements never run at the same time.
  const database = new PGlite();

  afterAll(() => database.close());

  runStorageCases("PGlite", postgresHarness({ first: database, second: database }));
});
