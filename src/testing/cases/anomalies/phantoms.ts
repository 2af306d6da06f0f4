import { equal } from "../../expectations.ts";
import type { Operation } from "../../reference/operation.ts";
import { raceOn, type Round } from "../../races/race.ts";
import { storageCase } from "../../storage-case.ts";

const group = "anomalies";
const actor = { system: "scim" };

const create = (organizationId: string, workspaceId: string, name: string): Operation => ({
  name: "createWorkspace",
  input: { organizationId, workspaceId, name, admin: "cy", actor },
});

const add = (organizationId: string, userId: string): Operation => ({
  name: "addMembers",
  input: { organizationId, workspaceId: "lab", actor, members: [{ userId, role: "member" }] },
});

function oneOf(code: string): (round: Round) => void {
  return ({ fates }) => {
    equal([...fates].sort(), ["done", code].sort());
  };
}

export const phantomsCases = [
  storageCase(group, "AN3 phantom: of two workspaces with the same name, one is created", (store) =>
    raceOn(
      store,
      { commands: (id) => [create(id, "new", "New"), create(id, "newer", "N\u00c9W")] },
      oneOf("workspace_name_taken"),
    ),
  ),

  storageCase(group, "AN3 phantom: of two workspaces with the same id, one is created", (store) =>
    raceOn(
      store,
      { commands: (id) => [create(id, "new", "New"), create(id, "new", "Newer")] },
      oneOf("workspace_already_exists"),
    ),
  ),

  storageCase(group, "AN3 phantom: a workspace never gets more members than its limit", (store) =>
    raceOn(
      store,
      { policy: { limits: { membersPerWorkspace: 4 } }, commands: (id) => [add(id, "ada"), add(id, "eve")] },
      oneOf("workspace_member_limit"),
    ),
  ),

  storageCase(group, "AN3 phantom: an organization never gets more workspaces than its limit", (store) =>
    raceOn(
      store,
      {
        policy: { limits: { activeWorkspacesPerOrganization: 3 } },
        commands: (id) => [create(id, "new", "New"), create(id, "newer", "Newer")],
      },
      oneOf("workspace_limit"),
    ),
  ),

  storageCase(group, "AN13 archive race: nobody joins a workspace after it was archived", (store) =>
    raceOn(
      store,
      {
        commands: (organizationId) => [
          { name: "archiveWorkspace", input: { organizationId, workspaceId: "lab", actor } },
          add(organizationId, "eve"),
        ],
      },
      ({ answers: [, added], events }) => {
        const isAdded = added !== undefined && "done" in added.value;
        const types = events.map(({ type }) => type);
        equal(types, isAdded ? ["workspace.member.added", "workspace.archived"] : ["workspace.archived"]);
      },
    ),
  ),
];
