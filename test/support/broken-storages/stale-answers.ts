import type { CommitBatch } from "../../../src/application/ports/commit-batch.ts";
import type { Facts } from "../../../src/application/ports/need.ts";
import type { Write } from "../../../src/application/ports/write.ts";
import { valueOf } from "../../../src/testing/expectations.ts";
import { listKinds } from "../../../src/testing/lists/list-kinds.ts";
import { type Breaks, broken, brokenSecond, type BrokenStorage, type ListName, withLoad } from "./broken-storage.ts";
import { joins, type Method, remembers, remembersAbsence, remembersNothingFound } from "./remembered-answers.ts";
import { fieldsCase } from "./stale-fields.ts";

type Table = Write["table"];

/** The tables whose rows a list shows. */
const shown: Readonly<Record<ListName, readonly Table[]>> = {
  organizationMembers: ["organization_member"],
  workspaceMembers: ["organization_member", "role_assignment"],
  candidates: ["organization_member", "role_assignment"],
  workspaces: ["workspace"],
  workspacesOf: ["workspace", "role_assignment"],
};

const lists = listKinds.map(({ name }) => name);
const methods: readonly Method[] = ["load", "events", ...lists];
const tables: readonly Table[] = ["organization", "organization_member", "workspace", "role_assignment"];
const isOnly = (table: Table) => (batch: CommitBatch) => batch.writes.every((write) => write.table === table);

const guardCase = "staleness › shows each new event, and the guard of a commit without rows, in every answer";
const allCase = "staleness › shows every field of every row if one commit changes them all";
const absentCase = "staleness › shows rows that were not there when they were first asked for";

/** Remembers command records, also after they were pruned. */
const remembersCommands: Breaks = (storage) => {
  const commands = new Map<string, Facts["command"]>();
  return withLoad(storage, async (id, need) => {
    const facts = await valueOf(storage.load(id, need, {}));
    const key = JSON.stringify([id, need.command]);
    const command = commands.get(key) ?? facts.command;
    commands.set(key, command);
    return { ...facts, command };
  });
};

/** Answers a replay from memory, also after the record was pruned. */
const replaysFromMemory: Breaks = (storage) => {
  const commands = new Map<string, CommitBatch["command"]>();
  return {
    ...storage,
    commit(batch, options) {
      const key = JSON.stringify([batch.organizationId, batch.command.key]);
      return storage.commit(batch, options).map((outcome) => {
        if (outcome.kind === "committed" && !commands.has(key)) commands.set(key, batch.command);
        const command = commands.get(key);
        return outcome.kind === "replay" && command !== undefined ? { ...outcome, command } : outcome;
      });
    },
  };
};

/** Shows the organization as a batch says, before it is known whether the batch is committed. */
const showsTooEarly: Breaks = (storage) => {
  const organizations = new Map<string, Facts["organization"]>();
  return {
    ...withLoad(storage, async (id, need) => {
      const facts = await valueOf(storage.load(id, need, {}));
      return { ...facts, organization: organizations.get(id) ?? facts.organization };
    }),
    commit(batch, options) {
      for (const write of batch.writes) {
        if (write.table === "organization") organizations.set(batch.organizationId, write.record);
      }
      return storage.commit(batch, options);
    },
  };
};

export const brokenStaleAnswers: readonly BrokenStorage[] = [
  ...methods.flatMap((method) => [
    broken(
      `remembers ${method} for ever`,
      remembers(method, () => false),
      allCase,
      guardCase,
    ),
    brokenSecond(
      `remembers ${method} until the same handle commits`,
      remembers(method, () => true),
      allCase,
      guardCase,
    ),
    broken(
      `remembers ${method} until a commit with events`,
      remembers(method, ({ events }) => events.length > 0),
      allCase,
    ),
    broken(
      `remembers ${method} until a commit with rows`,
      remembers(method, ({ writes }) => writes.length > 0),
      guardCase,
    ),
    broken(
      `remembers ${method} although the outcome was unknown`,
      remembers(method, () => true),
      "staleness › shows all of a batch whose answer was lost, once its outcome is known",
    ),
    broken(
      `joins open calls of ${method}`,
      joins(method),
      "staleness › shows a commit to whoever asks after it, although the same questions were open during the commit",
    ),
  ]),
  ...lists.flatMap((list) => [
    broken(
      `remembers the facts of ${list}`,
      remembers(list, () => false, "facts"),
      allCase,
      guardCase,
    ),
    broken(`remembers that ${list} is empty`, remembersNothingFound(list), absentCase),
    ...shown[list].map((table) =>
      broken(
        `remembers the rows of ${list} until a commit to another table than ${table}`,
        remembers(list, (batch) => !isOnly(table)(batch), "rows"),
        fieldsCase(table),
      ),
    ),
  ]),
  ...tables.map((table) =>
    broken(
      `remembers load until a commit to another table than ${table}`,
      remembers("load", (batch) => !isOnly(table)(batch)),
      fieldsCase(table),
    ),
  ),
  broken(
    "remembers the facts of events",
    remembers("events", () => false, "facts"),
    allCase,
    guardCase,
  ),
  broken(
    "remembers the rows of events",
    remembers("events", () => false, "rows"),
    guardCase,
  ),
  broken("remembers that there are no events", remembersNothingFound("events"), guardCase),
  ...(["members", "workspaces", "assignments"] as const).map((part) =>
    broken(`remembers that ${part} are absent`, remembersAbsence(part), absentCase),
  ),
  ...[remembersCommands, replaysFromMemory].map((breaks) =>
    broken(
      breaks === remembersCommands
        ? "loads command records that were pruned"
        : "replays command records that were pruned",
      breaks,
      "staleness › shows each field of a command record that is stored again under its key, and none after it is pruned",
    ),
  ),
  broken(
    "shows rows of a batch before it is committed",
    showsTooEarly,
    "staleness › shows nothing of a batch that was not committed",
  ),
];
