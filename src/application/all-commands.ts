import type { RosterCommands } from "./roster-commands.ts";
import { addMembers } from "./commands/add-members.ts";
import { addOrganizationMembers } from "./commands/add-organization-members.ts";
import { archiveWorkspace } from "./commands/archive-workspace.ts";
import { changeOrganizationRoles } from "./commands/change-organization-roles.ts";
import { changeRoles } from "./commands/change-roles.ts";
import type { CommandRunner } from "./engine/command-runner.ts";
import { createOrganization } from "./commands/create-organization.ts";
import { createWorkspace } from "./commands/create-workspace.ts";
import { leaveWorkspace } from "./commands/leave-workspace.ts";
import { removeMembers } from "./commands/remove-members.ts";
import { removeOrganizationMembers } from "./commands/remove-organization-members.ts";
import { restoreWorkspace } from "./commands/restore-workspace.ts";
import { setMembers } from "./commands/set-members.ts";
import { undoAddMembers } from "./commands/undo-add-members.ts";
import { updateOrganization } from "./commands/update-organization.ts";
import { updateProfiles } from "./commands/update-profiles.ts";
import { updateWorkspace } from "./commands/update-workspace.ts";

/** Every command of the library, to run and to preview. */
export function rosterCommands(runnable: CommandRunner): {
  readonly run: RosterCommands<string>;
  readonly preview: RosterCommands<string>;
} {
  const commands = {
    createOrganization: runnable(createOrganization),
    updateOrganization: runnable(updateOrganization),
    addOrganizationMembers: runnable(addOrganizationMembers),
    changeOrganizationRoles: runnable(changeOrganizationRoles),
    removeOrganizationMembers: runnable(removeOrganizationMembers),
    updateProfiles: runnable(updateProfiles),
    createWorkspace: runnable(createWorkspace),
    updateWorkspace: runnable(updateWorkspace),
    archiveWorkspace: runnable(archiveWorkspace),
    restoreWorkspace: runnable(restoreWorkspace),
    addMembers: runnable(addMembers),
    changeRoles: runnable(changeRoles),
    setMembers: runnable(setMembers),
    removeMembers: runnable(removeMembers),
    leaveWorkspace: runnable(leaveWorkspace),
    undoAddMembers: runnable(undoAddMembers),
  } satisfies Readonly<Record<keyof RosterCommands<string>, unknown>>;
  return { run: eachOf(commands, "run"), preview: eachOf(commands, "preview") };
}

type Half<Commands, Key extends "run" | "preview"> = {
  readonly [Name in keyof Commands]: Commands[Name] extends Readonly<Record<Key, infer Call>> ? Call : never;
};

function eachOf<Commands extends object, Key extends "run" | "preview">(
  commands: Commands,
  half: Key,
): Half<Commands, Key> {
  const entries = Object.entries(commands as Readonly<Record<string, Readonly<Record<Key, unknown>>>>);
  return Object.fromEntries(entries.map(([name, command]) => [name, command[half]])) as Half<Commands, Key>;
}
