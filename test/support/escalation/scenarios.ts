import fc from "fast-check";
import type { Call, CallInput } from "./call.ts";
import * as few from "./values.ts";

const workspaceId = fc.constantFrom<string>(...few.workspaceIds);
const userId = fc.constantFrom<string>(...few.userIds);
const role = fc.nat(4).map((index) => `role#${index}`);

/** An archived workspace loses everybody who manages it, and comes back. */
const forsaken = fc
  .record({ workspaceId, admin: fc.option(userId, { freq: 2 }), name: fc.constantFrom(...few.workspaceNames) })
  .map(({ admin, name, ...archived }) => [
    bySystem("archiveWorkspace", archived),
    bySystem("removeOrganizationMembers", { userIds: ["keeper#0", "keeper#1", "keeper#2"], mode: "partial" }),
    bySystem("restoreWorkspace", { workspaceId: "archived#0", name, admin }),
  ]);

/** The only admin of a workspace leaves the organization and names a successor who is there already with another role. */
const farewell = fc.record({ successor: userId, role }).map(({ successor, role: held }) => {
  const lastId = few.workspaceIds[3];
  return [
    bySystem("createWorkspace", { workspaceId: lastId, name: "Farewell", admin: "chief#0" }),
    bySystem("setMembers", { workspaceId: lastId, members: [{ userId: successor, role: held }] }),
    by({ userId: "chief#0" }, "removeOrganizationMembers", { userIds: ["self#0"], successor }),
  ];
});

/** What an addition gave is taken back, given again, and then the addition undone. */
const givenAgain = fc
  .record({ workspaceId, userId, role })
  .map(({ workspaceId: id, userId: user, role: given }) => [
    bySystem("addMembers", { workspaceId: id, members: [{ userId: user, role: given }] }),
    bySystem("removeMembers", { workspaceId: id, userIds: [user] }),
    bySystem("addMembers", { workspaceId: id, members: [{ userId: user, role: given }] }),
    bySystem("undoAddMembers", { operationId: "operation#2" }),
  ]);

/** Commands one after the other that together meet a rule which commands by chance seldom meet. */
export const scenario: fc.Arbitrary<readonly Call[]> = fc.oneof(forsaken, farewell, givenAgain);

function bySystem(command: Call["command"], fields: Partial<CallInput>): Call {
  return by(few.scim, command, fields);
}

function by(actor: NonNullable<CallInput["actor"]>, command: Call["command"], fields: Partial<CallInput>): Call {
  return { command, isPreview: false, input: { organizationId: few.north, actor, ...fields } };
}
