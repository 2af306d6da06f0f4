import { defineWorkspaceRoles } from "../../../domain/workspace/workspace-roles.ts";
import { equal } from "../../expectations.ts";
import type { Operation } from "../../reference/operation.ts";
import { raceOn, type Round } from "../../races/race.ts";
import { storageCase } from "../../storage-case.ts";

const group = "anomalies";
const policy = { organizationAdminsAdminister: false };
const threeRoles = defineWorkspaceRoles({ admin: ["members:manage"], member: [], viewer: [] });

const change = (organizationId: string, actor: string, userId: string, role: string): Operation => ({
  name: "changeRoles",
  input: { organizationId, workspaceId: "lab", actor: { userId: actor }, members: [{ userId, role }] },
});

const remove = (organizationId: string, actor: string, userId: string): Operation => ({
  name: "removeMembers",
  input: { organizationId, workspaceId: "lab", actor: { userId: actor }, userIds: [userId] },
});

const leave = (organizationId: string, userId: string): Operation => ({
  name: "leaveWorkspace",
  input: { organizationId, workspaceId: "lab", actor: { userId } },
});

const inOrganization = (organizationId: string, actor: string, userId: string): Operation => ({
  name: "changeOrganizationRoles",
  input: { organizationId, actor: { userId: actor }, members: [{ userId, role: "member" }] },
});

/** One command succeeds; the other is refused, which is the later one if the order was arranged. */
function oneOf(code: string): (round: Round) => void {
  return ({ fates, isArranged }) => {
    equal(isArranged ? fates : [...fates].sort(), isArranged ? ["done", code] : ["done", code].sort());
  };
}

export const updatesCases = [
  storageCase(group, "AN1 lost update: two changes of one role both happen, one after the other", (store) =>
    raceOn(
      store,
      {
        policy,
        workspaceRoles: threeRoles,
        commands: (id) => [change(id, "bo", "dee", "admin"), change(id, "cy", "dee", "viewer")],
      },
      ({ fates, events }) => {
        equal(fates, ["done", "done"]);
        equal(
          events.map(({ type }) => type),
          ["workspace.member.role_changed", "workspace.member.role_changed"],
        );
      },
    ),
  ),

  storageCase(group, "AN1 lost update: changes of two roles both count", (store) =>
    raceOn(
      store,
      { policy, commands: (id) => [change(id, "bo", "cy", "member"), change(id, "cy", "dee", "admin")] },
      ({ fates }) => {
        equal(
          fates.filter((fate) => fate !== "forbidden"),
          fates.includes("forbidden") ? ["done"] : ["done", "done"],
        );
      },
    ),
  ),

  storageCase(group, "AN2 write skew: of two admins who remove each other, one is refused", (store) =>
    raceOn(store, { policy, commands: (id) => [remove(id, "bo", "cy"), remove(id, "cy", "bo")] }, oneOf("forbidden")),
  ),

  storageCase(group, "AN2 write skew: of two admins who leave, the last one stays", (store) =>
    raceOn(store, { policy, commands: (id) => [leave(id, "bo"), leave(id, "cy")] }, oneOf("last_workspace_admin")),
  ),

  storageCase(group, "AN2 write skew: of two admins who step down, the last one stays admin", (store) =>
    raceOn(
      store,
      { policy, commands: (id) => [change(id, "bo", "bo", "member"), change(id, "cy", "cy", "member")] },
      oneOf("last_workspace_admin"),
    ),
  ),

  storageCase(group, "AN2 write skew: an organization keeps an admin, too", async (store) => {
    const stepDown = (id: string) => [inOrganization(id, "ada", "ada"), inOrganization(id, "bo", "bo")];
    await raceOn(store, { policy, commands: stepDown }, oneOf("last_organization_admin"));
  }),

  storageCase(group, "AN4 stale authority: an admin who was demoted meanwhile can no longer grant roles", (store) =>
    raceOn(
      store,
      {
        policy,
        commands: (id) => [
          change(id, "cy", "bo", "member"),
          {
            name: "addMembers",
            input: {
              organizationId: id,
              workspaceId: "lab",
              actor: { userId: "bo" },
              members: [{ userId: "eve", role: "admin" }],
            },
          },
        ],
      },
      ({ answers: [, granted], events }) => {
        const types = events.map(({ type }) => type);
        const isGranted = granted !== undefined && "done" in granted.value;
        equal(
          types,
          isGranted ? ["workspace.member.added", "workspace.member.role_changed"] : ["workspace.member.role_changed"],
        );
      },
    ),
  ),
];
