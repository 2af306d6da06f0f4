import { DatabaseSync } from "node:sqlite";
import { sqliteHarness } from "../support/storage/sqlite.ts";
import { runStorageCases } from "../support/storage/suite.ts";

runStorageCases(
  "node:sqlite",
  sqliteHarness((path) => new DatabaseSync(path)),
);
