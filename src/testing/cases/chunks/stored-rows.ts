import { batchBuilder } from "../../builders/batch-builder.ts";
import { workspaceMemberAdded } from "../../builders/new-events.ts";
import { userId, workspaceId } from "../../builders/ids.ts";
import { eventsQuery } from "../../builders/queries.ts";
import { aMember, anAssignment, aWorkspace } from "../../builders/records.ts";
import { insert, remove, replace } from "../../builders/writes.ts";
import { equal, loaded, valueOf } from "../../expectations.ts";
import { storageCase } from "../../storage-case.ts";
import { mostUsers, numbered, sizesAroundChunks, within } from "./chunk-sizes.ts";

const group = "large batches";

export const storedRowsCases = [
  storageCase(
    group,
    "inserts, replaces and deletes every row of a batch, at sizes around 25, 100 and 500",
    async (store) => {
      const { storage, second } = store;
      const users = within(mostUsers(storage.limits)).map((size) => numbered(`user-${size}`, size));
      const places = within(storage.limits.changes).map((size) => numbered(`place-${size}`, size));
      const acme = batchBuilder(storage);
      await acme.create({ writes: [insert.member(aMember("bo"))] });

      for (const batch of users) await acme.commit({ writes: batch.map((id) => insert.member(aMember(id))) });
      for (const batch of places) {
        await acme.commit({ writes: batch.map((id) => insert.workspace(aWorkspace(id))) });
        await acme.commit({ writes: batch.map((id) => insert.assignment(anAssignment(id, "bo"))) });
        await acme.commit({ newEvents: batch.map((id) => workspaceMemberAdded(id, "bo")) });
      }
      const [everyone, everywhere] = [users.flat().sort(), places.flat().sort()];
      const holds = async (email: string | null, description: string, role: string, areThere = true) => {
        const facts = await loaded(second, acme.organizationId, {
          members: everyone.map(userId),
          workspaces: everywhere.map(workspaceId),
          allAssignmentsOf: [userId("bo")],
        });
        sameRows(
          facts.members.map((each) => `${each.userId} ${each.email ?? ""}`),
          areThere ? everyone.map((id) => `${id} ${email ?? `${id}@example.com`}`) : [],
        );
        sameRows(
          facts.workspaces.map((each) => `${each.workspaceId} ${each.description}`),
          everywhere.map((id) => `${id} ${description}`),
        );
        sameRows(
          facts.assignments.map((each) => `${each.workspaceId} ${each.role}`),
          areThere ? everywhere.map((id) => `${id} ${role}`) : [],
        );
      };
      await holds(null, "", "member");
      const feed = await valueOf(second.events(acme.organizationId, 0, everywhere.length + 1, eventsQuery()));
      equal(
        feed.rows.map((event) => "workspaceId" in event && event.workspaceId),
        places.flat(),
      );

      for (const batch of users) {
        await acme.commit({ writes: batch.map((id) => replace.member(aMember(id, { email: "new" }))) });
      }
      for (const batch of places) {
        await acme.commit({ writes: batch.map((id) => replace.workspace(aWorkspace(id, { description: "new" }))) });
        await acme.commit({ writes: batch.map((id) => replace.assignment(anAssignment(id, "bo", { role: "new" }))) });
      }
      await holds("new", "new", "new");

      for (const batch of users) await acme.commit({ writes: batch.map(remove.member) });
      for (const batch of places) await acme.commit({ writes: batch.map((id) => remove.assignment(id, "bo")) });
      await holds("new", "new", "new", false);
    },
  ),

  storageCase("load", "returns exactly as many members as asked for, around 25, 100 and 500", async ({ storage }) => {
    const acme = batchBuilder(storage);
    const users = numbered("user", 502);
    await acme.create();
    await acme.commitWrites(users.map((id) => [insert.member(aMember(id))]));

    for (const anyMembers of sizesAroundChunks) {
      const { members } = await loaded(storage, acme.organizationId, { anyMembers });
      equal(new Set(members.map((each) => each.userId)).size, anyMembers);
      equal(members.length, anyMembers);
    }
  }),
];

/** Names the first rows that are missing or too many. A comparison of all rows would print thousands of lines. */
function sameRows(actual: readonly string[], expected: readonly string[]): void {
  const [found, wanted] = [new Set(actual), new Set(expected)];
  equal(
    {
      missing: expected.filter((row) => !found.has(row)).slice(0, 3),
      extra: actual.filter((row) => !wanted.has(row)).slice(0, 3),
      count: actual.length,
    },
    { missing: [], extra: [], count: expected.length },
  );
}
