import type * as Input from "../../../src/index.ts";

/** A command with its input: one step of a history. The compiler names every place that has to know a new command. */
export type Step =
  | { readonly command: "createOrganization"; readonly input: Input.CreateOrganizationInput }
  | { readonly command: "createWorkspace"; readonly input: Input.CreateWorkspaceInput }
  | { readonly command: "updateWorkspace"; readonly input: Input.UpdateWorkspaceInput }
  | { readonly command: "archiveWorkspace"; readonly input: Input.ArchiveWorkspaceInput }
  | { readonly command: "restoreWorkspace"; readonly input: Input.RestoreWorkspaceInput }
  | { readonly command: "leaveWorkspace"; readonly input: Input.LeaveWorkspaceInput }
  | { readonly command: "undoAddMembers"; readonly input: Input.UndoAddMembersInput }
  | BatchStep;

/** A command about many users. */
export type BatchStep =
  | { readonly command: "addOrganizationMembers"; readonly input: Input.AddOrganizationMembersInput }
  | { readonly command: "changeOrganizationRoles"; readonly input: Input.ChangeOrganizationRolesInput }
  | { readonly command: "removeOrganizationMembers"; readonly input: Input.RemoveOrganizationMembersInput }
  | { readonly command: "updateProfiles"; readonly input: Input.UpdateProfilesInput }
  | { readonly command: "addMembers"; readonly input: Input.AddMembersInput<string> }
  | { readonly command: "changeRoles"; readonly input: Input.ChangeRolesInput<string> }
  | { readonly command: "setMembers"; readonly input: Input.SetMembersInput<string> }
  | { readonly command: "removeMembers"; readonly input: Input.RemoveMembersInput };

export type StepOf<Name extends Step["command"]> = Extract<Step, { readonly command: Name }>;
