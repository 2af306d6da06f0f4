import fc from "fast-check";
import type * as Input from "../../../src/index.ts";
import * as few from "./values.ts";

/** One call of a command. Every law that plays histories learns of a new command here and in the arbitraries beside. */
export type Step =
  | { readonly command: "createOrganization"; readonly input: Input.CreateOrganizationInput }
  | { readonly command: "createWorkspace"; readonly input: Input.CreateWorkspaceInput }
  | { readonly command: "updateWorkspace"; readonly input: Input.UpdateWorkspaceInput }
  | { readonly command: "archiveWorkspace"; readonly input: Input.ArchiveWorkspaceInput }
  | { readonly command: "restoreWorkspace"; readonly input: Input.RestoreWorkspaceInput }
  | { readonly command: "leaveWorkspace"; readonly input: Input.LeaveWorkspaceInput }
  | { readonly command: "undoAddMembers"; readonly input: Input.UndoAddMembersInput }
  | BatchStep;

/** One call of a command about many users. */
export type BatchStep =
  | { readonly command: "addOrganizationMembers"; readonly input: Input.AddOrganizationMembersInput }
  | { readonly command: "changeOrganizationRoles"; readonly input: Input.ChangeOrganizationRolesInput }
  | { readonly command: "removeOrganizationMembers"; readonly input: Input.RemoveOrganizationMembersInput }
  | { readonly command: "updateProfiles"; readonly input: Input.UpdateProfilesInput }
  | { readonly command: "addMembers"; readonly input: Input.AddMembersInput<string> }
  | { readonly command: "changeRoles"; readonly input: Input.ChangeRolesInput<string> }
  | { readonly command: "setMembers"; readonly input: Input.SetMembersInput<string> }
  | { readonly command: "removeMembers"; readonly input: Input.RemoveMembersInput };

/** What steps are drawn from. */
export interface StepRange {
  readonly organizationId: string;
  readonly actors: readonly Input.ActorInput[];
  /** Who may lose their organization role or the membership. */
  readonly subjects: readonly string[];
  readonly workspaceRoles: readonly string[];
  /** Empty for steps without a key. */
  readonly idempotencyKeys: readonly string[];
  /** Whether some are refused at the door: a batch that is empty or names a user twice, a system as admin. */
  readonly hasInvalid: boolean;
}

type StepOf<Name extends Step["command"]> = Extract<Step, { readonly command: Name }>;

/** Inputs as steps of a command. */
export function stepsOf<Name extends Step["command"]>(
  command: Name,
  input: fc.Arbitrary<StepOf<Name>["input"]>,
): fc.Arbitrary<StepOf<Name>> {
  return input.map((drawn) => ({ command, input: drawn }) as StepOf<Name>);
}

/** The fields of every command; most have no key. */
export function commandFields({ organizationId, idempotencyKeys }: StepRange) {
  const keys = fc.constantFrom(undefined, undefined, ...(idempotencyKeys.length > 0 ? idempotencyKeys : [undefined]));
  return { organizationId: fc.constant(organizationId), idempotencyKey: keys };
}

export function actorFields(range: StepRange) {
  return { ...commandFields(range), actor: fc.constantFrom(...range.actors) };
}

export function batchFields(range: StepRange) {
  return { ...actorFields(range), mode: fc.constantFrom("atomic", "partial", undefined) };
}

export function workspaceFields(range: StepRange) {
  return { ...actorFields(range), workspaceId: few.workspaceId };
}

/** 1 to 4 items about different users; with `hasInvalid` sometimes none, or a user twice. */
export function batchOf<Item>(
  item: fc.Arbitrary<Item>,
  userOf: (item: Item) => string,
  { hasInvalid }: StepRange,
): fc.Arbitrary<readonly Item[]> {
  const distinct = fc.uniqueArray(item, { selector: userOf, minLength: 1, maxLength: 4, size: "max" });
  if (!hasInvalid) return distinct;
  return fc.oneof({ weight: 9, arbitrary: distinct }, { weight: 1, arbitrary: fc.array(item, { maxLength: 4 }) });
}
