import { nameKey as nameKeyOf } from "../../../domain/values/name-key.ts";
import { batchBuilder } from "../../builders/batch-builder.ts";
import { eventsQuery } from "../../builders/queries.ts";
import { memberOf, workspaceOf } from "../../builders/expected-rows.ts";
import { commandKey, userId } from "../../builders/ids.ts";
import { aMember, anAssignment, anOrganization, aWorkspace } from "../../builders/records.ts";
import { insert } from "../../builders/writes.ts";
import { equal, factsWith, loaded, valueOf } from "../../expectations.ts";
import { storageCase } from "../../storage-case.ts";

const group = "fidelity";

/** The longest texts that the library accepts. All texts of a kind begin alike. */
const longestName = (last: string) => `${"\u{1f642}".repeat(99)}${last}`;
const longestEmail = `${"e".repeat(64)}@${"\u{1f642}".repeat(254)}m`;
const longestRole = (last: string) => `r${"o".repeat(61)}${last}`;
const longestId = (last: string) => `${"x".repeat(254)}${last}`;
/** Each character of this name becomes eighteen in its name key. */
const longestNameKey = (last: string) => nameKeyOf(`${"\ufdfa".repeat(99)}${last}`);
const ends = ["a", "b"] as const;

export const lengthsCases = [
  storageCase(group, "stores the longest names, emails and roles in full", async ({ storage, second }) => {
    const acme = batchBuilder(storage);
    const organization = anOrganization({ name: longestName("z") });
    const members = ends.map((last) => aMember(last, { displayName: longestName(last), email: longestEmail }));
    const workspaces = ends.map((last) =>
      aWorkspace(last, { name: longestName(last), roleCounts: ends.map((end) => [longestRole(end), 1]) }),
    );
    const assignments = ends.map((last) => anAssignment("a", last, { role: longestRole(last) }));
    await acme.commit({ writes: [insert.organization(organization)] });
    await acme.commitWrites(members.map((member) => [insert.member(member)]));
    await acme.commitWrites(workspaces.map((workspace) => [insert.workspace(workspace)]));
    await acme.commitWrites(assignments.map((assignment) => [insert.assignment(assignment)]));

    const { revision, ...facts } = await loaded(second, acme.organizationId, {
      anyMembers: 9,
      workspaces: workspaces.map(({ workspaceId }) => workspaceId),
      assignments: [{ workspaceId: aWorkspace("a").workspaceId, userIds: members.map((member) => member.userId) }],
    });

    equal(
      { ...facts, revision: 0 },
      factsWith({
        organization,
        members: members.map(memberOf),
        workspaces: workspaces.map(workspaceOf),
        assignments,
      }),
      `at revision ${revision}`,
    );
  }),

  storageCase(group, "stores the longest texts of events in full", async ({ storage }) => {
    const { events } = await batchBuilder(storage).create({
      newEvents: [
        { type: "organization.created", name: longestName("z") },
        {
          type: "organization.member.added",
          userId: userId("ada"),
          role: "member",
          displayName: longestName("a"),
          email: longestEmail,
        },
      ],
    });

    equal((await valueOf(storage.events(batchBuilder(storage).organizationId, 0, 9, eventsQuery()))).rows, events);
  }),

  storageCase(group, "distinguishes ids that differ in the last of 255 bytes", async ({ storage }) => {
    const ids = ends.map(longestId);
    const writers = ids.map((id) => batchBuilder(storage, id));
    for (const writer of writers) {
      await writer.create({ command: { key: commandKey(longestId("a")), fingerprint: writer.organizationId } });
      await writer.commitWrites(
        ids.map((id) => [insert.member(aMember(id)), insert.workspace(aWorkspace(id, { nameKey: "same" }))]),
      );
      await writer.commitWrites(ids.map((id) => [insert.assignment(anAssignment(id, longestId("a")))]));
      await writer.commit({ command: { key: commandKey(longestId("b")), fingerprint: "b" } });
    }

    for (const { organizationId } of writers) {
      const facts = await loaded(storage, organizationId, {
        command: commandKey(longestId("a")),
        members: [userId(longestId("b"))],
        allAssignmentsOf: ids.map(userId),
      });
      equal([facts.command?.fingerprint, facts.members.length], [organizationId, 1]);
      equal(
        facts.assignments.map(({ workspaceId }) => String(workspaceId)),
        ids,
      );
    }
  }),

  storageCase(
    group,
    "distinguishes names that differ in the last character of the longest key",
    async ({ storage }) => {
      const acme = batchBuilder(storage);
      const workspaces = ends.map((last) => aWorkspace(last, { nameKey: longestNameKey(last) }));
      await acme.create();
      await acme.commitWrites(workspaces.map((workspace) => [insert.workspace(workspace)]));

      for (const [index, last] of ends.entries()) {
        const facts = await loaded(storage, acme.organizationId, { workspaceNames: [longestNameKey(last)] });
        equal(facts.workspaces, workspaces.slice(index, index + 1).map(workspaceOf));
      }
    },
  ),

  storageCase(
    group,
    "keeps role counts in their order, even if shorter names follow longer ones",
    async ({ storage }) => {
      const acme = batchBuilder(storage);
      const roleCounts = [["administrator", 1] as const, ["b", 2] as const, ["member", 3] as const];
      const workspace = aWorkspace("lab", { roleCounts });
      await acme.create({ writes: [insert.workspace(workspace)] });

      const facts = await loaded(storage, acme.organizationId, { workspaces: [workspace.workspaceId] });

      equal(facts.workspaces, [workspaceOf(workspace)]);
    },
  ),

  storageCase(
    group,
    "stores the outcome for as many users as a command may name, with the longest ids",
    async (store) => {
      const { storage, second } = store;
      const acme = batchBuilder(storage);
      // The longest item of all outcomes, in ids that JSON makes twice as long.
      const rejected = Array.from({ length: storage.limits.members }, (_, index) => ({
        userId: `${index}`.padStart(255, '"'),
        code: "role_conflict",
        currentRole: longestRole("a"),
        requestedRole: longestRole("b"),
      }));
      const batch = await acme.create({ command: { outcome: JSON.stringify({ rejected }) } });

      equal((await loaded(second, acme.organizationId, { command: batch.command.key })).command, batch.command);
      const again = { ...batch, command: { ...batch.command, outcome: "{}" } };
      equal(await valueOf(storage.commit(again, {})), { kind: "replay", command: batch.command });
    },
  ),
];
