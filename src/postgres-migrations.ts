export { postgresMigrations, type PostgresMigration } from "./adapters/postgres/schema/migrations.ts";
export type { TableOptions } from "./adapters/postgres/tables.ts";
