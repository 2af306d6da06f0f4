import type { RosterCommands } from "../roster-commands.ts";
import { addMembers } from "./add-members.ts";
import { addOrganizationMembers } from "./add-organization-members.ts";
import { archiveWorkspace } from "./archive-workspace.ts";
import { changeOrganizationRoles } from "./change-organization-roles.ts";
import { changeRoles } from "./change-roles.ts";
import type { CommandRunner } from "../engine/command-runner.ts";
import { createOrganization } from "./create-organization.ts";
import { createWorkspace } from "./create-workspace.ts";
import { leaveWorkspace } from "./leave-workspace.ts";
import { removeMembers } from "./remove-members.ts";
import { removeOrganizationMembers } from "./remove-organization-members.ts";
import { restoreWorkspace } from "./restore-workspace.ts";
import { setMembers } from "./set-members.ts";
import { undo } from "./undo.ts";
import { updateProfiles } from "./update-profiles.ts";
import { updateWorkspace } from "./update-workspace.ts";

/** Every command of the library: as it runs, and as a preview of it. */
export function rosterCommands(runnable: CommandRunner): {
  readonly run: RosterCommands<string>;
  readonly preview: RosterCommands<string>;
} {
  const commands = {
    createOrganization: runnable(createOrganization),
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
    undo: runnable(undo),
  };
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
