import { DatabaseSync } from "node:sqlite";
import { expect, it } from "vitest";
import { type SqliteStatement, type SqliteValue, sqliteStorage } from "../../../src/sqlite.ts";
import { valueOf } from "../../support/acme-roster.ts";
import { statementsOfEveryCall } from "../../support/storage/every-call.ts";

const snapshot = "../../snapshots/sqlite-statements.sql";
const head = `-- The statements that the SQLite storage runs for each call of the roster, in this order.
--
-- Made by test/unit/adapters/sqlite-statements-snapshot.test.ts, with \`vitest run -u\`. Do not edit.
-- Each text is prepared once. A statement about one row runs once for each row; "3 times" is how often it ran in a row.
`;

it("runs the statements in test/snapshots/sqlite-statements.sql, which `vitest -u` refreshes", async () => {
  const texts: string[] = [];
  const storage = sqliteStorage({ database: recordedDatabase(texts) });
  valueOf(await storage.migrate());
  texts.length = 0;
  valueOf(await storage.pruneCommandRecords("2026-01-01T00:00:00.000Z", 100, {}));
  const firstCall = { title: "The first call of a storage, here pruneIdempotencyKeys", statements: [...texts] };
  const calls = [firstCall, ...(await statementsOfEveryCall(storage, texts))];

  const sections = calls.map(({ title, statements }) => `-- ${title}\n\n${listed(statements)}`);
  await expect(`${head}\n${sections.join("\n")}`).toMatchFileSnapshot(snapshot);
});

/** A real database that records each statement when it runs. */
function recordedDatabase(texts: string[]) {
  const database = new DatabaseSync(":memory:");
  return {
    exec(sql: string) {
      texts.push(sql);
      database.exec(sql);
    },
    prepare(sql: string): SqliteStatement {
      const statement = database.prepare(sql);
      const recorded =
        <Answer>(run: (...values: SqliteValue[]) => Answer) =>
        (...values: SqliteValue[]) => {
          texts.push(sql);
          return run(...values);
        };
      return {
        run: recorded((...values) => statement.run(...values)),
        get: recorded((...values) => statement.get(...values)),
        all: recorded((...values) => statement.all(...values)),
      };
    },
  };
}

/** One statement after the other; those that run several times in a row once. */
function listed(statements: readonly string[]): string {
  const runs: { readonly text: string; times: number }[] = [];
  for (const text of statements) {
    const last = runs.at(-1);
    if (last?.text === text) last.times += 1;
    else runs.push({ text, times: 1 });
  }
  return runs.map(({ text, times }) => `${times > 1 ? `-- ${times} times:\n` : ""}${text};\n`).join("");
}
