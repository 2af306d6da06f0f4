import fc from "fast-check";
import { actorFields, batchFields, batchOf, commandFields, type StepRange, stepsOf, workspaceFields } from "./step.ts";
import * as few from "./values.ts";

// Ids are counted, two for each command: those of operations are odd.
const operationId = fc.nat(9).map((command) => `id-${2 * command + 1}`);

/** The commands about the members of one workspace. */
export function memberSteps(range: StepRange) {
  const fields = { ...workspaceFields(range), ...batchFields(range) };
  const member = fc.record({ userId: few.userId, role: fc.constantFrom(...range.workspaceRoles) });
  const withMembers = fc.record({ ...fields, members: batchOf(member, ({ userId }) => userId, range) });
  const users = range.actors.filter((actor) => "userId" in actor);
  const leaver = users.length > 0 ? fc.constantFrom(...users) : few.userId.map((userId) => ({ userId }));

  return {
    addMembers: stepsOf("addMembers", withMembers),
    changeRoles: stepsOf("changeRoles", withMembers),
    setMembers: stepsOf("setMembers", withMembers),
    removeMembers: stepsOf("removeMembers", fc.record({ ...fields, userIds: batchOf(few.userId, String, range) })),
    leaveWorkspace: stepsOf(
      "leaveWorkspace",
      fc.record({ ...commandFields(range), workspaceId: few.workspaceId, actor: leaver }),
    ),
    undoAddMembers: stepsOf("undoAddMembers", fc.record({ ...actorFields(range), operationId })),
  };
}
