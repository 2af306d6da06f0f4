import { requireOption } from "../../domain/values/checked-option.ts";

/** Where the roster's tables are. */
export interface TableOptions {
  /** The schema that holds them. Default: the first one on the connection's `search_path`. */
  readonly schema?: string | undefined;
  /** What their names begin with: lower case letters, digits and `_`, up to 30 of them. Default `roster_`. */
  readonly tablePrefix?: string | undefined;
}

/** The names of the tables as they stand in a statement. */
export interface Tables {
  /** The schema as it stands in a statement; null for the first one on the `search_path`. */
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

// An index has the name of its table and more, and PostgreSQL cuts names off after 63 bytes.
const prefixes = /^[a-z_][a-z0-9_]{0,29}$|^$/;

/** The tables of a schema and prefix. Other than they must be, they are a bug of the host and throw a TypeError. */
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

/** PostgreSQL cuts longer names off: two schemas would be one. */
const longestName = 63;

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

function quotedName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function isSchemaName(name: unknown): boolean {
  return typeof name === "string" && name !== "" && !name.includes("\0") && bytesOf(name) <= longestName;
}
