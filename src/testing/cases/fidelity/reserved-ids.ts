import { batchBuilder } from "../../builders/batch-builder.ts";
import { memberOf, personRowOf, workspaceOf, workspaceRowOf } from "../../builders/expected-rows.ts";
import { commandKey, operationId, userId, workspaceId } from "../../builders/ids.ts";
import { workspaceMemberAdded } from "../../builders/new-events.ts";
import { eventsQuery, listQuery } from "../../builders/queries.ts";
import { aMember, anAssignment, anOrganization, aWorkspace } from "../../builders/records.ts";
import { insert, remove, replace } from "../../builders/writes.ts";
import { equal, factsWith, loaded, valueOf } from "../../expectations.ts";
import { inByteOrder } from "../../text/byte-order.ts";
import { storageCase } from "../../storage-case.ts";
import { reservedTexts } from "./reserved.ts";

const group = "fidelity";

/** Texts that could be taken for no value. Events are looked for by each of their ids, and by one of those of other texts. */
const looksEmpty = new Set([
  "null",
  "NULL",
  "undefined",
  "nil",
  "0",
  "false",
  "*",
  "%",
  "NaN",
  "__proto__",
  "{}",
  "[]",
]);

export const reservedIdsCases = [
  storageCase(
    group,
    "keeps rows apart whose ids, keys and names are reserved somewhere",
    async ({ storage, second }) => {
      const acme = batchBuilder(storage);
      await acme.create();
      for (const [index, id] of reservedTexts.entries()) {
        await acme.commit({
          writes: [
            insert.member(aMember(id)),
            insert.workspace(aWorkspace(id)),
            insert.assignment(anAssignment(id, id, { sequence: index + 1 })),
          ],
          newEvents: [workspaceMemberAdded(id, id)],
          command: { key: commandKey(id), fingerprint: id },
          envelope: { actor: { system: id }, operationId: operationId(id) },
        });
      }
      const { organizationId } = acme;
      const query = listQuery(organizationId, { limit: reservedTexts.length + 1 });

      for (const id of reservedTexts) {
        const [member, workspace] = [aMember(id), aWorkspace(id)];
        const facts = await loaded(second, organizationId, {
          command: commandKey(id),
          members: [userId(id)],
          workspaceNames: [id],
          allAssignmentsOf: [userId(id)],
          grantingEvents: true,
        });
        equal(
          [facts.command?.fingerprint, facts.members, facts.workspaces],
          [id, [memberOf(member)], [workspaceOf(workspace)]],
        );
        equal(
          facts.assignments.map((each) => [each.workspaceId, each.userId]),
          [[id, id]],
        );
        const filters = [{ workspaceId: workspaceId(id) }, { userId: userId(id) }, { operationId: operationId(id) }];
        for (const filter of looksEmpty.has(id) ? filters : filters.slice(id.length % 3).slice(0, 1)) {
          const { rows } = await valueOf(second.events(organizationId, 0, 9, eventsQuery(filter)));
          equal(rows, facts.grantingEvents);
        }
        equal(
          facts.grantingEvents.map((row) => [
            row.operationId,
            row.actor,
            "workspaceId" in row && row.workspaceId,
            "userId" in row && row.userId,
          ]),
          [[id, { system: id }, id, id]],
        );
      }
      const all = inByteOrder(reservedTexts, (id) => [id]);
      const people = await valueOf(second.read.organizationMembers({ ...query, role: null }, {}));
      equal(
        people.rows,
        all.map((id) => personRowOf(aMember(id))),
      );
      const places = await valueOf(second.read.workspaces({ ...query, includeArchived: true }, {}));
      equal(
        places.rows,
        all.map((id) => workspaceRowOf(aWorkspace(id))),
      );
      const everything = await loaded(second, organizationId, {
        members: all.map(userId),
        workspacesNamedLike: all.map(workspaceId),
        assignments: all.map((id) => ({ workspaceId: workspaceId(id), userIds: all.map(userId) })),
      });
      equal(
        everything.members,
        all.map((id) => memberOf(aMember(id))),
      );
      equal([everything.workspaces.length, everything.assignments.length], [all.length, all.length]);
    },
  ),

  storageCase(
    group,
    "replaces and deletes no other row than the one whose id is reserved somewhere",
    async ({ storage, second }) => {
      const acme = batchBuilder(storage);
      await acme.create();
      await acme.commitWrites(
        reservedTexts.map((id) => [insert.member(aMember(id)), insert.workspace(aWorkspace(id))]),
      );
      await acme.commitWrites(reservedTexts.map((id) => [insert.assignment(anAssignment(id, id))]));
      const left = new Set(reservedTexts);

      for (const [index, id] of reservedTexts.entries()) {
        if (index % 2 === 0) continue;
        await acme.commit({
          writes: [
            remove.assignment(id, id),
            remove.member(id),
            replace.workspace(aWorkspace(id, { status: "archived" })),
          ],
        });
        left.delete(id);
      }

      const all = inByteOrder(reservedTexts, (id) => [id]);
      const facts = await loaded(second, acme.organizationId, {
        members: all.map(userId),
        workspaceNames: all,
        allAssignmentsOf: all.map(userId),
      });
      const expected = all.filter((id) => left.has(id));
      equal(
        [
          facts.members.map((each) => each.userId),
          facts.workspaces.map((each) => each.workspaceId),
          facts.assignments.map((each) => each.userId),
        ],
        [expected, expected, expected],
      );
    },
  ),

  storageCase(group, "keeps organizations apart whose ids are reserved somewhere", async ({ storage, second }) => {
    const ids = reservedTexts.filter((_, index) => index % 2 === 0 || index < 50);
    for (const id of ids) {
      const writer = batchBuilder(storage, id);
      equal(await loaded(storage, writer.organizationId, { anyMembers: 9 }), factsWith({}));
      await writer.commit({
        writes: [insert.organization(anOrganization({ name: id })), insert.member(aMember("bo", { displayName: id }))],
        newEvents: [{ type: "organization.created", name: id }],
      });
    }

    for (const id of ids) {
      const { organizationId } = batchBuilder(storage, id);
      const facts = await loaded(second, organizationId, { anyMembers: 9 });
      equal(
        [facts.revision, facts.organization?.name, facts.members.map(({ displayName }) => displayName)],
        [1, id, [id]],
      );
      const { rows } = await valueOf(second.events(organizationId, 0, 9, eventsQuery()));
      equal(
        rows.map((row) => [row.organizationId, "name" in row && row.name]),
        [[id, id]],
      );
    }
  }),
];
