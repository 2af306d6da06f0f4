import { describe, expect, it } from "vitest";
import { mutantsOf } from "../../../scripts/statement-mutants/changes.ts";
import { mutated, partsOf, statementMutants } from "../../../scripts/statement-mutants/parts.ts";
import { tokensOf } from "../../../scripts/statement-mutants/tokens.ts";

const textsOf = (sql: string): readonly string[] => mutantsOf(sql).map(({ text }) => text);

describe("the mutants of a statement", () => {
  it("widen each condition, and keep its parameters", () => {
    const mutants = textsOf("DELETE FROM t WHERE (a, b) > (?, ?) AND (c = ? OR d = 'x') AND e = ?");

    expect(mutants).toEqual(
      expect.arrayContaining([
        "DELETE FROM t WHERE ((a, b) > (?, ?) OR 1=1) AND (c = ? OR d = 'x') AND e = ?",
        "DELETE FROM t WHERE (a, b) > (?, ?) AND ((c = ? OR d = 'x') OR 1=1) AND e = ?",
        "DELETE FROM t WHERE (a, b) > (?, ?) AND ((c = ? AND 1=0) OR d = 'x') AND e = ?",
        "DELETE FROM t WHERE (a, b) > (?, ?) AND (c = ? OR d = 'x') AND (e = ? OR 1=1)",
        "DELETE FROM t WHERE (a, '') > (?, ?) AND (c = ? OR d = 'x') AND e = ?",
        "DELETE FROM t WHERE (a, b) >= (?, ?) AND (c = ? OR d = 'x') AND e = ?",
        "DELETE FROM t WHERE (a, b) > (?, ?) AND (c = ? OR d = 'x') AND e <> ?",
      ]),
    );
  });

  it("change order, limit and duplicates", () => {
    const mutants = textsOf("SELECT DISTINCT a FROM t ORDER BY a, b DESC LIMIT ?");

    expect(mutants).toEqual([
      "SELECT  a FROM t ORDER BY a, b DESC LIMIT ?",
      "SELECT DISTINCT a FROM t  LIMIT ?",
      "SELECT DISTINCT a FROM t ORDER BY a DESC, b DESC LIMIT ?",
      "SELECT DISTINCT a FROM t ORDER BY (SELECT 1), b DESC LIMIT ?",
      "SELECT DISTINCT a FROM t ORDER BY a, b LIMIT ?",
      "SELECT DISTINCT a FROM t ORDER BY a, (SELECT 1) LIMIT ?",
      "SELECT DISTINCT a FROM t ORDER BY a, b DESC LIMIT ? + 1",
      "SELECT DISTINCT a FROM t ORDER BY a, b DESC LIMIT ? - 1",
      "SELECT DISTINCT a FROM t ORDER BY a, b DESC LIMIT ? + 1000000",
    ]);
  });

  it("do not take an assignment for a comparison", () => {
    expect(textsOf("UPDATE t SET a = ?, b = ? WHERE c = ?")).toEqual([
      "UPDATE t SET a = ?, b = ? WHERE (c = ? OR 1=1)",
      "UPDATE t SET a = ?, b = ? WHERE c <> ?",
      "UPDATE t SET a = ?, b = ? WHERE c >= ?",
      "UPDATE t SET a = CASE WHEN 1=1 THEN a ELSE ? END, b = ? WHERE c = ?",
      "UPDATE t SET a = ?, b = CASE WHEN 1=1 THEN b ELSE ? END WHERE c = ?",
    ]);
  });

  it("have unique names, so that each can be listed", () => {
    const changes = mutantsOf("SELECT 1 FROM t WHERE a = $1::text AND a = $2::text").map(({ change }) => change);

    expect(new Set(changes).size).toBe(changes.length);
  });
});

describe("the parts of a statement", () => {
  const load = (n: number): string =>
    `WITH a AS (SELECT x FROM "s${n}".roster_t WHERE y = $${n}::text), b AS (SELECT ${n}) SELECT (SELECT x FROM a) AS x`;

  it("are the same in statements that share them, whatever the schema and the numbers of parameters are", () => {
    const [mutant] = statementMutants([load(1), load(2)]);

    expect(mutant).toEqual({
      part: "a AS (SELECT x FROM roster_t WHERE y = $n::text)",
      change: "drop «y = $n::text»",
    });
    expect(mutated(load(2), mutant ?? { part: "", change: "" })).toBe(
      load(2).replace("y = $2::text", "(y = $2::text OR 1=1)"),
    );
  });

  it("make up the whole statement", () => {
    expect(partsOf(load(1)).join("")).toBe(load(1));
  });
});

it("refuses text that it cannot split into tokens", () => {
  expect(() => tokensOf("SELECT ~a")).toThrow("This is not a token");
});
