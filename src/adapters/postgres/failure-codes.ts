/**
 * - `conflict`: another transaction is in the way; try again.
 * - `locked`: the statement waited for a lock for longer than the host allows.
 * - `duplicate`: the unique key exists already.
 * - `spoilt`: someone outside the roster changed a row while the statement ran.
 * - `lost`: the connection ended, and it is unknown whether the statement was executed.
 * - `unavailable`: the statement was certainly not executed, or was undone.
 * - `missing`: a table or column does not exist.
 * - `aborted`: the host's transaction had failed before.
 * - `failed`: everything else.
 */
export type PostgresFailure =
  "conflict" | "locked" | "duplicate" | "spoilt" | "lost" | "unavailable" | "missing" | "aborted" | "failed";

// SQLSTATE: https://www.postgresql.org/docs/current/errcodes-appendix.html
const byCode: Readonly<Record<Exclude<PostgresFailure, "failed">, readonly string[]>> = {
  // Serialization failure, deadlock, and Prisma's code for both.
  conflict: ["40001", "40P01", "P2034"],
  locked: ["55P03"],
  duplicate: ["23505"],
  // Division by zero: the roster's own commit causes it on purpose.
  spoilt: ["22012"],
  lost: [
    // Connection failure, transaction resolution unknown, statement completion unknown; ended by an administrator, by a
    // crash, because it was idle, or because a transaction took too long.
    ...["08000", "08003", "08006", "08007", "40003", "57P01", "57P02", "57P05", "25P03", "25P04"],
    // PgBouncer has this one code for everything that happens to a connection, even after a statement was sent.
    "08P01",
    // Node's sockets. Some of these may also mean that there was no connection yet; the two cases look the same.
    ...["ECONNRESET", "EPIPE", "ETIMEDOUT", "ECONNABORTED", "EHOSTUNREACH", "ENETUNREACH", "ENETDOWN"],
    // postgres.js and Prisma.
    ...["CONNECTION_CLOSED", "CONNECTION_DESTROYED", "P1008", "P1017"],
  ],
  unavailable: [
    // No connection, refused, too many connections, out of disk or memory, canceled, starting up, dropped, read-only.
    ...["08001", "08004", "53000", "53100", "53200", "53300", "53400", "57014", "57P03", "57P04", "25006"],
    // Node's sockets before there is a connection.
    ...["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "ENOENT", "EACCES", "EADDRNOTAVAIL"],
    // postgres.js and Prisma.
    ...["CONNECT_TIMEOUT", "CONNECTION_ENDED", "P1001", "P1002", "P2024", "P2028"],
  ],
  // No such table, column or schema.
  missing: ["42P01", "42703", "3F000"],
  aborted: ["25P02"],
};

export const failuresByCode: ReadonlyMap<string, PostgresFailure> = new Map(
  Object.entries(byCode).flatMap(([failure, codes]) =>
    codes.map((code) => [code, failure as PostgresFailure] as const),
  ),
);

/** Failures that node-postgres, PGlite and Kysely report by message only, without a code. */
export const failuresByMessage: ReadonlyMap<string, PostgresFailure> = new Map<string, PostgresFailure>([
  ["Connection terminated", "lost"],
  ["Connection terminated unexpectedly", "lost"],
  ["Query read timeout", "lost"],
  ["Connection terminated due to connection timeout", "unavailable"],
  ["timeout exceeded when trying to connect", "unavailable"],
  ["timeout expired", "unavailable"],
  ["Cannot use a pool after calling end on the pool", "unavailable"],
  ["Client was closed and is not queryable", "unavailable"],
  ["Client has encountered a connection error and is not queryable", "unavailable"],
  ["The server does not support SSL connections", "unavailable"],
  ["PGlite is closed", "unavailable"],
  ["PGlite is closing", "unavailable"],
  ["Transaction is already committed", "unavailable"],
  ["Transaction is already rolled back", "unavailable"],
  ["driver has already been destroyed", "unavailable"],
]);

const tlsCodes = /^(ERR_TLS|ERR_SSL|CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_)/;

/** Whether the code means that a TLS connection could not be established. */
export function isTlsCode(code: string): boolean {
  return tlsCodes.test(code);
}
