import { addMembers } from "../../application/commands/add-members.ts";
import { addOrganizationMembers } from "../../application/commands/add-organization-members.ts";
import { archiveWorkspace } from "../../application/commands/archive-workspace.ts";
import { changeOrganizationRoles } from "../../application/commands/change-organization-roles.ts";
import { changeRoles } from "../../application/commands/change-roles.ts";
import { createWorkspace } from "../../application/commands/create-workspace.ts";
import { leaveWorkspace } from "../../application/commands/leave-workspace.ts";
import { removeMembers } from "../../application/commands/remove-members.ts";
import { removeOrganizationMembers } from "../../application/commands/remove-organization-members.ts";
import { restoreWorkspace } from "../../application/commands/restore-workspace.ts";
import { setMembers } from "../../application/commands/set-members.ts";
import { undoAddMembers } from "../../application/commands/undo-add-members.ts";
import { updateOrganization } from "../../application/commands/update-organization.ts";
import { updateProfiles } from "../../application/commands/update-profiles.ts";
import { updateWorkspace } from "../../application/commands/update-workspace.ts";
import { answerOf } from "./operation.ts";
import { queries } from "./answer-query.ts";
import type { Answer, Issued } from "./operation.ts";
import type { Reference } from "./reference.ts";
import { commandOn } from "./run-command.ts";
import type { Settings } from "./settings.ts";

const commands = {
  updateOrganization: commandOn(updateOrganization),
  addOrganizationMembers: commandOn(addOrganizationMembers),
  changeOrganizationRoles: commandOn(changeOrganizationRoles),
  removeOrganizationMembers: commandOn(removeOrganizationMembers),
  updateProfiles: commandOn(updateProfiles),
  createWorkspace: commandOn(createWorkspace),
  updateWorkspace: commandOn(updateWorkspace),
  archiveWorkspace: commandOn(archiveWorkspace),
  restoreWorkspace: commandOn(restoreWorkspace),
  addMembers: commandOn(addMembers),
  changeRoles: commandOn(changeRoles),
  setMembers: commandOn(setMembers),
  removeMembers: commandOn(removeMembers),
  leaveWorkspace: commandOn(leaveWorkspace),
  undoAddMembers: commandOn(undoAddMembers, (command, { events }) => ({
    ...command,
    events: events.filter(({ operationId }) => operationId === command.operationId),
  })),
};

/** Returns what a roster answers if nobody else uses it, and the state afterwards. */
export function apply(
  reference: Reference,
  { name, input, operationId }: Issued,
  settings: Settings,
): { readonly state: Reference; readonly answer: Answer } {
  if (!(name in commands)) {
    const answer = queries[name as keyof typeof queries]({ reference, input, settings });
    return { state: reference, answer: answerOf(answer) };
  }
  const ran = commands[name as keyof typeof commands]({ reference, input, operationId, settings });
  return { state: ran.reference, answer: answerOf(ran.result) };
}
