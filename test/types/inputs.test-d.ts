import { describe, expectTypeOf, it } from "vitest";
import type { Roster, RosterCommands } from "workspace-roster";
import type { z } from "zod";
import type { addMembersSchema } from "../../src/application/commands/add-members.ts";
import type { addOrganizationMembersSchema } from "../../src/application/commands/add-organization-members.ts";
import type { archiveWorkspaceSchema } from "../../src/application/commands/archive-workspace.ts";
import type { changeOrganizationRolesSchema } from "../../src/application/commands/change-organization-roles.ts";
import type { changeRolesSchema } from "../../src/application/commands/change-roles.ts";
import type { createOrganizationSchema } from "../../src/application/commands/create-organization.ts";
import type { createWorkspaceSchema } from "../../src/application/commands/create-workspace.ts";
import type { leaveWorkspaceSchema } from "../../src/application/commands/leave-workspace.ts";
import type { removeMembersSchema } from "../../src/application/commands/remove-members.ts";
import type { removeOrganizationMembersSchema } from "../../src/application/commands/remove-organization-members.ts";
import type { restoreWorkspaceSchema } from "../../src/application/commands/restore-workspace.ts";
import type { setMembersSchema } from "../../src/application/commands/set-members.ts";
import type { undoAddMembersSchema } from "../../src/application/commands/undo-add-members.ts";
import type { updateProfilesSchema } from "../../src/application/commands/update-profiles.ts";
import type { updateOrganizationSchema } from "../../src/application/commands/update-organization.ts";
import type { updateWorkspaceSchema } from "../../src/application/commands/update-workspace.ts";
import type { pruneIdempotencyKeysSchema } from "../../src/application/maintenance/prune-idempotency-keys.ts";
import type { accessManySchema, accessSchema, canSchema } from "../../src/application/queries/access.ts";
import type { candidatesSchema } from "../../src/application/queries/candidates.ts";
import type { changesSchema } from "../../src/application/queries/changes.ts";
import type { eventsSchema } from "../../src/application/queries/events.ts";
import type { listMembersSchema } from "../../src/application/queries/list-members.ts";
import type { listOrganizationMembersSchema } from "../../src/application/queries/list-organization-members.ts";
import type { getOrganizationSchema } from "../../src/application/queries/get-organization.ts";
import type { getWorkspaceSchema } from "../../src/application/queries/get-workspace.ts";
import type { listWorkspacesSchema } from "../../src/application/queries/list-workspaces.ts";
import type { workspacesOfSchema } from "../../src/application/queries/workspaces-of.ts";

/** The schema behind every call of a roster. */
interface Schemas {
  createOrganization: typeof createOrganizationSchema;
  addOrganizationMembers: typeof addOrganizationMembersSchema;
  changeOrganizationRoles: typeof changeOrganizationRolesSchema;
  removeOrganizationMembers: typeof removeOrganizationMembersSchema;
  updateProfiles: typeof updateProfilesSchema;
  createWorkspace: typeof createWorkspaceSchema;
  updateOrganization: typeof updateOrganizationSchema;
  updateWorkspace: typeof updateWorkspaceSchema;
  archiveWorkspace: typeof archiveWorkspaceSchema;
  restoreWorkspace: typeof restoreWorkspaceSchema;
  addMembers: typeof addMembersSchema;
  changeRoles: typeof changeRolesSchema;
  setMembers: typeof setMembersSchema;
  removeMembers: typeof removeMembersSchema;
  leaveWorkspace: typeof leaveWorkspaceSchema;
  undoAddMembers: typeof undoAddMembersSchema;
  listMembers: typeof listMembersSchema;
  candidates: typeof candidatesSchema;
  getOrganization: typeof getOrganizationSchema;
  getWorkspace: typeof getWorkspaceSchema;
  listWorkspaces: typeof listWorkspacesSchema;
  workspacesOf: typeof workspacesOfSchema;
  listOrganizationMembers: typeof listOrganizationMembersSchema;
  access: typeof accessSchema;
  can: typeof canSchema;
  accessMany: typeof accessManySchema;
  events: typeof eventsSchema;
  changes: typeof changesSchema;
  pruneIdempotencyKeys: typeof pruneIdempotencyKeysSchema;
}

type Calls = RosterCommands<string> &
  Omit<Roster<string, string>, "preview" | "maintenance"> &
  Roster<string, string>["maintenance"];

/** The type without `readonly`, written out, so that two spellings of one shape are equal. */
type Plain<Type> = Type extends AbortSignal
  ? "signal"
  : Type extends readonly (infer Item)[]
    ? Plain<Item>[]
    : Type extends object
      ? { -readonly [Key in keyof Type]: Plain<Type[Key]> }
      : Type;

type PublicInput<Call extends keyof Calls> = Plain<Parameters<Calls[Call]>[0]>;
type SchemaInput<Call extends keyof Schemas> = Plain<z.input<ReturnType<Schemas[Call]>>>;

/* eslint-disable @typescript-eslint/no-unnecessary-type-parameters -- Two generic functions are alike only if their conditions are the very same type. */
type SameType<Left, Right> =
  (<Type>() => Type extends Left ? 1 : 2) extends <Type>() => Type extends Right ? 1 : 2 ? true : false;
/* eslint-enable @typescript-eslint/no-unnecessary-type-parameters */

/** The calls whose schema takes other input than their type. */
type Drifted = {
  [Call in keyof Schemas]: SameType<PublicInput<Call>, SchemaInput<Call>> extends true ? never : Call;
}[keyof Schemas];

describe("the schema of a call takes exactly its input type", () => {
  it("for every call", () => {
    expectTypeOf<keyof Schemas>().toEqualTypeOf<keyof Calls>();
    expectTypeOf<Drifted>().toBeNever();
  });
});
