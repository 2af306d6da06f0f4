export type { PostgresClient, PostgresValue } from "./adapters/postgres/postgres-client.ts";
export {
  postgresStorage,
  type PostgresStorage,
  type PostgresStorageOptions,
} from "./adapters/postgres/postgres-storage.ts";
export type { MigrationReport } from "./adapters/postgres/schema/migrate.ts";
export type { TableOptions } from "./adapters/postgres/tables.ts";
