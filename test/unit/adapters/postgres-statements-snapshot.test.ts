import { expect, it } from "vitest";
import { memoryStorage } from "../../../src/memory.ts";
import { postgresStorage } from "../../../src/postgres.ts";
import type { RosterStorage } from "../../../src/storage.ts";
import { expectedVersion } from "../../../src/adapters/postgres/schema/migrations.ts";
import { statementsOfEveryCall } from "../../support/storage/every-call.ts";

const snapshot = "../../snapshots/postgres-statements.sql";
const head = `-- The statements that the PostgreSQL storage sends for each call of the roster, in this order.
--
-- Made by test/unit/adapters/postgres-statements-snapshot.test.ts, with \`vitest run -u\`. Do not edit.
-- The text of a statement depends on the kinds of things that a call reads and writes, never on their number.
`;

it("sends the statements in test/snapshots/postgres-statements.sql, which `vitest -u` refreshes", async () => {
  const texts: string[] = [];
  const calls = await statementsOfEveryCall(withRecordedStatements(texts), texts);

  const sections = calls.flatMap(({ title, statements }) =>
    statements.map(
      (text, index) =>
        `-- ${title}${statements.length > 1 ? ` (${index + 1} of ${statements.length})` : ""}\n${text};\n`,
    ),
  );
  await expect(`${head}\n${sections.join("\n")}`).toMatchFileSnapshot(snapshot);
});

/** Memory answers. The PostgreSQL storage gets the same calls, and its statements are recorded instead of sent. */
function withRecordedStatements(texts: string[]): RosterStorage {
  const memory = memoryStorage();
  const postgres = postgresStorage({
    client: {
      query(text) {
        if (!text.includes("roster_migration") && !text.includes("to_regclass")) texts.push(text);
        return Promise.resolve({ rows: [{ present: "true", version: String(expectedVersion), guard_moved: "1" }] });
      },
    },
  });
  return {
    limits: memory.limits,
    load: (...args) => postgres.load(...args).andThen(() => memory.load(...args)),
    commit: (...args) => postgres.commit(...args).andThen(() => memory.commit(...args)),
    events: (...args) => postgres.events(...args).andThen(() => memory.events(...args)),
    pruneCommandRecords: (...args) =>
      postgres.pruneCommandRecords(...args).andThen(() => memory.pruneCommandRecords(...args)),
    read: {
      organizationMembers: (...args) =>
        postgres.read.organizationMembers(...args).andThen(() => memory.read.organizationMembers(...args)),
      workspaceMembers: (...args) =>
        postgres.read.workspaceMembers(...args).andThen(() => memory.read.workspaceMembers(...args)),
      candidates: (...args) => postgres.read.candidates(...args).andThen(() => memory.read.candidates(...args)),
      workspaces: (...args) => postgres.read.workspaces(...args).andThen(() => memory.read.workspaces(...args)),
      workspacesOf: (...args) => postgres.read.workspacesOf(...args).andThen(() => memory.read.workspacesOf(...args)),
    },
  };
}
