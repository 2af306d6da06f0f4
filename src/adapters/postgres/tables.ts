import { requireOption } from "../../domain/values/checked-option.ts";

/** Where the roster's tables are, and how they are named. */
export interface TableOptions {
  /** The schema of the tables. Default: the first schema on the connection's `search_path`. */
  readonly schema?: string | undefined;
  /**
   * What the names of tables and indexes begin with: up to 30 lower case letters, digits and underscores, not beginning
   * with a digit; may be empty. Default: `roster_`.
   */
  readonly tablePrefix?: string | undefined;
}

/** The names of the tables, quoted for use in a statement. */
export interface Tables {
  /** The quoted schema; null for the first one on the `search_path`. */
  readonly schema: string | null;
  /** What the names of tables and indexes begin with. */
  readonly prefix: string;
  readonly migration: string;
  readonly guard: string;
  readonly organization: string;
  readonly organizationMember: string;
  readonly memberWord: string;
  readonly workspace: string;
  readonly roleAssignment: string;
  readonly command: string;
  readonly operation: string;
  readonly event: string;
}

// The names of indexes are longer than those of tables, and PostgreSQL cuts names off after 63 bytes.
const prefixes = /^[a-z_][a-z0-9_]{0,29}$|^$/;

/** The tables of a schema and prefix. Throws a TypeError if one of these is invalid, which is a bug of the host. */
export function tablesOf({ schema, tablePrefix = "roster_" }: TableOptions): Tables {
  const isPrefix = typeof tablePrefix === "string" && prefixes.test(tablePrefix);
  requireOption(isPrefix, "tablePrefix", "up to 30 lower case letters, digits and underscores", tablePrefix);
  const isSchema = schema === undefined || isSchemaName(schema);
  requireOption(isSchema, "schema", "the name of a schema, of at most 63 bytes, or absent", schema);
  const quoted = schema === undefined ? null : quotedName(schema);
  const table = (name: string): string => `${quoted === null ? "" : `${quoted}.`}"${tablePrefix}${name}"`;
  return {
    schema: quoted,
    prefix: tablePrefix,
    migration: table("migration"),
    guard: table("guard"),
    organization: table("organization"),
    organizationMember: table("organization_member"),
    memberWord: table("member_word"),
    workspace: table("workspace"),
    roleAssignment: table("role_assignment"),
    command: table("command"),
    operation: table("operation"),
    event: table("event"),
  };
}

/** PostgreSQL cuts longer names off, so two schemas could become one. */
const maxNameBytes = 63;

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

function quotedName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function isSchemaName(name: unknown): boolean {
  return typeof name === "string" && name !== "" && !name.includes("\0") && bytesOf(name) <= maxNameBytes;
}
