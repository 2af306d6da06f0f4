import fc from "fast-check";
import type { Call, CallInput } from "./call.ts";
import * as values from "./values.ts";

const workspaceId = fc.constantFrom<string>(...values.workspaceIds);
const userId = fc.constantFrom<string>(...values.userIds);
const role = fc.nat(4).map((index) => `role#${index}`);

/** An archived workspace loses all of its managers and is restored. */
const restoredWithoutManagers = fc
  .record({ workspaceId, admin: fc.option(userId, { freq: 2 }), name: fc.constantFrom(...values.workspaceNames) })
  .map(({ admin, name, ...archived }) => [
    bySystem("archiveWorkspace", archived),
    bySystem("removeOrganizationMembers", {
      userIds: ["archivedManager#0", "archivedManager#1", "archivedManager#2"],
      mode: "partial",
    }),
    bySystem("restoreWorkspace", { workspaceId: "archived#0", name, admin }),
  ]);

/** The only admin of a workspace leaves the organization and names a successor who already has another role in it. */
const handedOver = fc.record({ successor: userId, role }).map(({ successor, role: held }) => {
  const lastId = values.workspaceIds[3];
  return [
    bySystem("createWorkspace", { workspaceId: lastId, name: "Farewell", admin: "admin#0" }),
    bySystem("setMembers", { workspaceId: lastId, members: [{ userId: successor, role: held }] }),
    by({ userId: "admin#0" }, "removeOrganizationMembers", { userIds: ["self#0"], successor }),
  ];
});

/** A user is added, removed and added again. Then the first addition is undone. */
const addedAgain = fc
  .record({ workspaceId, userId, role })
  .map(({ workspaceId: id, userId: user, role: given }) => [
    bySystem("addMembers", { workspaceId: id, members: [{ userId: user, role: given }] }),
    bySystem("removeMembers", { workspaceId: id, userIds: [user] }),
    bySystem("addMembers", { workspaceId: id, members: [{ userId: user, role: given }] }),
    bySystem("undoAddMembers", { operationId: "operation#2" }),
  ]);

/** Sequences of commands that test a rule which random commands seldom reach. */
export const scenario: fc.Arbitrary<readonly Call[]> = fc.oneof(restoredWithoutManagers, handedOver, addedAgain);

function bySystem(command: Call["command"], fields: Partial<CallInput>): Call {
  return by(values.scim, command, fields);
}

function by(actor: NonNullable<CallInput["actor"]>, command: Call["command"], fields: Partial<CallInput>): Call {
  return { command, isPreview: false, input: { organizationId: values.north, actor, ...fields } };
}
