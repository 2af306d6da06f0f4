import { describe, expect, it } from "vitest";
import { postgresFailure, readError } from "../../../src/adapters/postgres/postgres-failure.ts";

const coded = (code: string, more: object = {}) => Object.assign(new Error("Something went wrong."), { code, ...more });

const kinds = {
  conflict: ["40001", "40P01"],
  locked: ["55P03"],
  duplicate: ["23505"],
  spoilt: ["22012"],
  lost: [
    ...["08000", "08006", "08007", "08P01", "25P04", "40003", "57P01", "57P02"],
    ...["ECONNRESET", "EPIPE", "ETIMEDOUT", "CONNECTION_CLOSED", "P1017"],
  ],
  unavailable: [
    ...[
      "ECONNREFUSED",
      "ENOTFOUND",
      "EAI_AGAIN",
      "57P03",
      "53300",
      "08001",
      "08004",
      "57014",
      "53100",
      "53200",
      "25006",
    ],
    ...["CONNECT_TIMEOUT", "CONNECTION_ENDED", "P1001", "P2024"],
  ],
  missing: ["42P01", "42703", "3F000"],
  aborted: ["25P02"],
  failed: ["42601", "42501", "23502", "22021", "XX000", "28P01", "26000", "CERT_HAS_EXPIRED"],
} as const;

const messages = {
  lost: ["Connection terminated", "Connection terminated unexpectedly", "Query read timeout"],
  unavailable: [
    "timeout exceeded when trying to connect",
    "Connection terminated due to connection timeout",
    "Cannot use a pool after calling end on the pool",
    "Client has encountered a connection error and is not queryable",
    "PGlite is closed",
  ],
} as const;

describe("postgresFailure", () => {
  for (const [kind, codes] of Object.entries(kinds)) {
    it.each(codes)(`takes %s for ${kind}`, (code) => {
      expect(postgresFailure(coded(code))).toBe(kind);
    });
  }

  for (const [kind, texts] of Object.entries(messages)) {
    it.each(texts)(`takes "%s" as ${kind}`, (text) => {
      expect(postgresFailure(new Error(text))).toBe(kind);
    });
  }

  it("finds the driver's error inside those of Drizzle and Prisma", () => {
    const drizzle = new Error("Failed query", { cause: coded("40001") });
    const prisma = coded("P2010", { meta: { code: "23505", message: "duplicate key" } });
    const prismaWithAdapter = coded("P2010", {
      meta: { driverAdapterError: { cause: { originalCode: "40P01", kind: "postgres" } } },
    });

    expect([drizzle, prisma, prismaWithAdapter].map(postgresFailure)).toEqual(["conflict", "duplicate", "conflict"]);
  });

  it("takes a driver's own error first, and its cause next", () => {
    const outer = new Error("Connection terminated due to connection timeout", {
      cause: new Error("Connection terminated unexpectedly"),
    });

    expect(postgresFailure(outer)).toBe("unavailable");
  });

  it.each([new TypeError("client.query is not a function"), coded("ERR_INVALID_ARG_TYPE"), "text", null, undefined, 7])(
    "takes %s as a bug",
    (thrown) => {
      expect(postgresFailure(thrown)).toBeNull();
    },
  );

  it("does not follow circular causes", () => {
    const error = new Error("Round and round.");
    error.cause = error;

    expect(postgresFailure(error)).toBeNull();
  });
});

describe("readError", () => {
  it.each([
    ["40001", "storage_unavailable"],
    ["ECONNRESET", "storage_unavailable"],
    ["57014", "storage_unavailable"],
    ["23505", "storage_failed"],
    ["42P01", "storage_failed"],
    ["XX000", "storage_failed"],
  ])("answers %s with %s and keeps the cause", (code, expected) => {
    const thrown = coded(code);

    expect(readError(thrown)).toEqual({ code: expected, cause: thrown });
  });

  it("says what to do if the host's transaction has failed", () => {
    const thrown = coded("25P02");

    const error = readError(thrown);

    expect(error).toMatchObject({ code: "storage_failed", cause: { cause: thrown } });
    expect(String("cause" in error && error.cause)).toContain("Roll it back");
  });

  it("rethrows a bug", () => {
    const bug = new TypeError("undefined is not a function");

    expect(() => readError(bug)).toThrow(bug);
  });
});
