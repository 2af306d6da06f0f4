import Database from "better-sqlite3";
import { sqliteHarness } from "../support/storage/sqlite.ts";
import { runStorageCases } from "../support/storage/suite.ts";

runStorageCases(
  "better-sqlite3",
  sqliteHarness((path) => new Database(path)),
);
