// Runs in a process of its own: several connections migrate one database; prints which versions each of them applied.
import { DatabaseSync } from "node:sqlite";
import { sqliteStorage } from "../../src/sqlite.ts";
import { valueOf } from "../../src/testing/expectations.ts";

const [path = "", connections = "1"] = process.argv.slice(2);
const storages = Array.from({ length: Number(connections) }, () => sqliteStorage({ database: new DatabaseSync(path) }));
const reports = await Promise.all(storages.map((storage) => valueOf(storage.migrate())));
console.log(JSON.stringify(reports.map(({ applied }) => applied)));
