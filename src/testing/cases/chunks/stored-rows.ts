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
      const rows = async () => {
        const facts = await loaded(second, acme.organizationId, {
          members: everyone.map(userId),
          workspaces: everywhere.map(workspaceId),
          allAssignmentsOf: [userId("bo")],
        });
        return {
          members: facts.members.map((each) => [each.userId, each.email]),
          workspaces: facts.workspaces.map((each) => [each.workspaceId, each.description]),
          assignments: facts.assignments.map((each) => [each.workspaceId, each.role]),
        };
      };
      const rowsWith = (email: string | null, description: string, role: string) => ({
        members: everyone.map((id) => [id, email ?? `${id}@example.com`]),
        workspaces: everywhere.map((id) => [id, description]),
        assignments: everywhere.map((id) => [id, role]),
      });
      equal(await rows(), rowsWith(null, "", "member"));
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
      equal(await rows(), rowsWith("new", "new", "new"));

      for (const batch of users) await acme.commit({ writes: batch.map(remove.member) });
      for (const batch of places) await acme.commit({ writes: batch.map((id) => remove.assignment(id, "bo")) });
      equal(await rows(), { ...rowsWith("new", "new", "new"), members: [], assignments: [] });
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
