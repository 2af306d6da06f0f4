import type { RosterStorage } from "../../../application/ports/roster-storage.ts";
import { need } from "../../../application/ports/need.ts";
import type { OrganizationId } from "../../../domain/values/ids.ts";
import { userId, workspaceId } from "../../builders/ids.ts";
import { listQuery } from "../../builders/queries.ts";
import { equal, valueOf } from "../../expectations.ts";
import type { OpenStore } from "../../harness.ts";
import { cast } from "../../histories/generate.ts";
import type { Operation } from "../../reference/operation.ts";
import { raceOn } from "../../races/race.ts";
import { storageCase } from "../../storage-case.ts";

const group = "anomalies";
const actor = { system: "scim" };

const join = (organizationId: string): Operation => ({
  name: "addMembers",
  input: { organizationId, workspaceId: "lab", actor, members: [{ userId: "eve", role: "member" }] },
});

const depart = (organizationId: string): Operation => ({
  name: "removeOrganizationMembers",
  input: { organizationId, actor, userIds: ["eve"] },
});

const comeBack = (organizationId: string): Operation => ({
  name: "addOrganizationMembers",
  input: { organizationId, actor, members: [{ userId: "eve", role: "member", displayName: "Eve" }] },
});

/** Fails if a read shows a workspace member who is not an organization member. */
async function seesNoOrphan(storage: RosterStorage, organizationId: OrganizationId): Promise<void> {
  const users = cast.userIds.map(userId);
  const wanted = need({ anyMembers: 100, assignments: [{ workspaceId: workspaceId("lab"), userIds: users }] });
  const facts = await valueOf(storage.load(organizationId, wanted, {}));
  const query = { ...listQuery(organizationId, { need: wanted }), workspaceId: workspaceId("lab"), role: null };
  const page = await valueOf(storage.read.workspaceMembers(query, {}));

  // A load may return rows newer than its guard, so only pages must be consistent.
  const members = page.facts.members.map((member) => member.userId);
  for (const inWorkspace of [page.rows, page.facts.assignments]) {
    const orphans = inWorkspace.map((row) => row.userId).filter((id) => !members.includes(id));
    equal(orphans, [], `in the workspace and not in the organization: ${orphans.join(", ")}`);
  }
  equal(facts.revision <= page.facts.revision, true, "a later read returned an older revision");
}

function onlookers({ storage, second }: OpenStore) {
  return async (organizationId: OrganizationId, isOver: () => boolean): Promise<void> => {
    while (!isOver()) {
      await seesNoOrphan(storage, organizationId);
      await seesNoOrphan(second, organizationId);
      await new Promise(setImmediate);
    }
  };
}

export const cascadeCases = [
  storageCase(group, "AN5 cascade race: no read shows someone in a workspace who is not in its organization", (store) =>
    raceOn(store, { commands: (id) => [join(id), depart(id)], meanwhile: onlookers(store) }, ({ answers, events }) => {
      const [joined, departed] = answers;
      equal(departed !== undefined && "done" in departed.value, true);
      equal(
        events.map(({ type }) => type),
        joined !== undefined && "done" in joined.value
          ? ["workspace.member.added", "workspace.member.removed", "organization.member.removed"]
          : ["organization.member.removed"],
      );
    }),
  ),

  storageCase(group, "AN6 re-add race: leaving, coming back and joining happen in some order", (store) =>
    raceOn(
      store,
      { commands: (id) => [depart(id), comeBack(id), join(id)], meanwhile: onlookers(store) },
      ({ answers }) => {
        equal(answers.length, 3);
      },
    ),
  ),
];
