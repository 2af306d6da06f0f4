import { batchBuilder } from "../../builders/batch-builder.ts";
import { memberOf, personRowOf, workspaceOf, workspaceRowOf } from "../../builders/expected-rows.ts";
import { commandKey, userId, workspaceId } from "../../builders/ids.ts";
import { eventsQuery, listQuery } from "../../builders/queries.ts";
import { aMember, anAssignment, aWorkspace } from "../../builders/records.ts";
import { insert } from "../../builders/writes.ts";
import { equal, loaded, valueOf } from "../../expectations.ts";
import { inByteOrder } from "../../text/byte-order.ts";
import { storageCase } from "../../storage-case.ts";
import { reservedTexts } from "./reserved.ts";

const group = "fidelity";

/** Outcomes are JSON as the core writes it, and are returned as they are: fields in their order, numbers as they were. */
const outcomes: readonly string[] = [
  ...["{}", "[]", "null", "0", "-0", "1.50", "1e3", "9007199254740993", '""', '"null"', '"{}"', "true"],
  ...[
    '{"b":1,"a":2}',
    '{"longer":1,"b":2,"1":3}',
    '{"__proto__":1,"$x":2,"a.b":3}',
    '{"a":"\\u2028\\\\\\"\\n"}',
    "[ 1 ]",
  ],
];

const roleNames = [
  "constructor",
  "valueof",
  "null",
  "true",
  "nan",
  "e1",
  "a--b",
  "a_b",
  "x-",
  "member-1",
  "m".repeat(63),
];

export const lookAlikeTextsCases = [
  storageCase(group, "keeps texts that look like other values, in every field", async ({ storage, second }) => {
    const acme = batchBuilder(storage);
    await acme.create();
    const rows = ["", ...reservedTexts].map((text, index) => {
      const id = `id-${String(index).padStart(4, "0")}`;
      const words = text === "" || text.includes(" ") ? [] : [text];
      return {
        member: aMember(id, { displayName: text, email: text, nameKey: text, words }),
        workspace: aWorkspace(id, { name: text, description: text, nameKey: text, words }),
        text,
      };
    });
    await acme.commitWrites(rows.map(({ member, workspace }) => [insert.member(member), insert.workspace(workspace)]));
    const last = acme.next().guard.lastSequence;
    await acme.commitEvents(
      rows.map(({ workspace, text }) => ({
        type: "workspace.created",
        workspaceId: workspace.workspaceId,
        name: text,
        description: text,
      })),
    );

    const facts = await loaded(second, acme.organizationId, {
      members: rows.map(({ member }) => member.userId),
      workspaces: rows.map(({ workspace }) => workspace.workspaceId),
    });
    equal(
      facts.members,
      rows.map(({ member }) => memberOf(member)),
    );
    equal(
      facts.workspaces,
      rows.map(({ workspace }) => workspaceOf(workspace)),
    );
    const sorted = inByteOrder(rows, ({ text }) => [text]);
    const query = listQuery(acme.organizationId, { limit: rows.length + 1 });
    const people = await valueOf(second.read.organizationMembers({ ...query, role: null }, {}));
    equal(
      people.rows,
      sorted.map(({ member }) => personRowOf(member)),
    );
    const places = await valueOf(second.read.workspaces({ ...query, includeArchived: false }, {}));
    equal(
      places.rows,
      sorted.map(({ workspace }) => workspaceRowOf(workspace)),
    );
    const events = await valueOf(second.events(acme.organizationId, last, rows.length + 1, eventsQuery()));
    equal(
      events.rows.map((event) => "description" in event && "name" in event && [event.name, event.description]),
      rows.map(({ text }) => [text, text]),
    );
  }),

  storageCase(group, "keeps outcomes and fingerprints that look like other values", async ({ storage, second }) => {
    const acme = batchBuilder(storage);
    await acme.create();
    const prints = ["", ...reservedTexts.slice(0, 50)];
    const commands = Array.from({ length: prints.length }, (_, index) => ({
      key: commandKey(`key ${index}`),
      fingerprint: prints[index] ?? "",
      outcome: index === 0 ? null : (outcomes[index % outcomes.length] ?? null),
    }));
    const batches = [];
    for (const command of commands) batches.push(await acme.commit({ command }));

    for (const { command } of batches) {
      equal((await loaded(second, acme.organizationId, { command: command.key })).command, command);
    }
    for (const batch of batches.slice(0, 3)) {
      equal(await valueOf(second.commit(batch, {})), { kind: "replay", command: batch.command });
    }
  }),

  storageCase(group, "keeps roles whose names are reserved somewhere", async ({ storage, second }) => {
    const acme = batchBuilder(storage);
    const workspace = aWorkspace("lab", { roleCounts: roleNames.map((role, index) => [role, index + 1]) });
    await acme.create({ writes: [insert.workspace(workspace)] });
    await acme.commitWrites(
      roleNames.map((role) => [insert.member(aMember(role)), insert.assignment(anAssignment("lab", role, { role }))]),
    );
    await acme.commitEvents(
      roleNames.map((role) => ({
        type: "workspace.member.added",
        workspaceId: workspaceId("lab"),
        userId: userId(role),
        role,
      })),
    );

    const facts = await loaded(second, acme.organizationId, {
      workspaces: [workspaceId("lab")],
      allAssignmentsOf: roleNames.map(userId),
    });
    equal(facts.workspaces, [workspaceOf(workspace)]);
    const sorted = [...roleNames].sort();
    equal(
      facts.assignments.map(({ role }) => role),
      sorted,
    );
    const query = { ...listQuery(acme.organizationId), workspaceId: workspaceId("lab") };
    for (const role of roleNames) {
      const { rows } = await valueOf(second.read.workspaceMembers({ ...query, role }, {}));
      equal(
        rows.map((row) => [row.userId, row.workspaceRole]),
        [[role, role]],
      );
    }
    const places = await valueOf(second.read.workspacesOf({ ...query, userId: userId("constructor") }, {}));
    equal(
      places.rows.map((row) => row.role),
      ["constructor"],
    );
    const { rows } = await valueOf(second.events(acme.organizationId, 0, 99, eventsQuery()));
    equal(
      rows.map((event) => "role" in event && event.role),
      roleNames,
    );
  }),
];
