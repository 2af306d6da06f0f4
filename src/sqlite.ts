export { sqliteMigrations, type SqliteMigration } from "./adapters/sqlite/schema/migrations.ts";
export type { MigrationReport } from "./adapters/sqlite/schema/migrate.ts";
export type { SqliteDatabase, SqliteStatement, SqliteValue } from "./adapters/sqlite/sqlite-database.ts";
export { sqliteStorage, type SqliteStorage, type SqliteStorageOptions } from "./adapters/sqlite/sqlite-storage.ts";
