import type {
  CreateOrganizationError,
  CreateOrganizationInput,
  CreateOrganizationOutcome,
} from "./commands/create-organization.ts";
import type {
  AddOrganizationMembersError,
  AddOrganizationMembersInput,
  AddOrganizationMembersOutcome,
} from "./commands/add-organization-members.ts";
import type {
  ChangeOrganizationRolesError,
  ChangeOrganizationRolesInput,
  ChangeOrganizationRolesOutcome,
} from "./commands/change-organization-roles.ts";
import type {
  RemoveOrganizationMembersError,
  RemoveOrganizationMembersInput,
  RemoveOrganizationMembersOutcome,
} from "./commands/remove-organization-members.ts";
import type {
  UpdateOrganizationError,
  UpdateOrganizationInput,
  UpdateOrganizationOutcome,
} from "./commands/update-organization.ts";
import type { UpdateProfilesError, UpdateProfilesInput, UpdateProfilesOutcome } from "./commands/update-profiles.ts";
import type { RosterCommand } from "./engine/command-receipt.ts";

/** Commands about an organization. All but `createOrganization` need an organization admin or a system. */
export interface OrganizationCommands {
  /**
   * Creates an organization with its owner as first member and admin (rule O1). Not authorized by the library. Refusal:
   * `organization_already_exists`.
   */
  readonly createOrganization: RosterCommand<
    CreateOrganizationInput,
    CreateOrganizationOutcome,
    CreateOrganizationError
  >;

  /** Changes the organization's name. Safe to repeat. */
  readonly updateOrganization: RosterCommand<
    UpdateOrganizationInput,
    UpdateOrganizationOutcome,
    UpdateOrganizationError
  >;

  /**
   * Adds up to 10,000 users. Members with the same role are `unchanged` and keep their profile, members with another role
   * are rejected (`role_conflict`). Safe to repeat. Refusal: `organization_member_limit`.
   */
  readonly addOrganizationMembers: RosterCommand<
    AddOrganizationMembersInput,
    AddOrganizationMembersOutcome,
    AddOrganizationMembersError
  >;

  /**
   * Changes the organization roles of up to 10,000 members; workspace roles stay unchanged (rule M6). Non-members are
   * rejected (`not_organization_member`). Safe to repeat. Refusal: `last_organization_admin` (rule O2).
   */
  readonly changeOrganizationRoles: RosterCommand<
    ChangeOrganizationRolesInput,
    ChangeOrganizationRolesOutcome,
    ChangeOrganizationRolesError
  >;

  /**
   * Removes up to 10,000 members and all of their workspace roles, in one commit (rule O4). Non-members are rejected
   * (`not_organization_member`). Refusals: `last_organization_admin`, and `last_workspace_admin` if a workspace loses its
   * last admin and there is no `successor`. Removing a single member has no limit of changes.
   */
  readonly removeOrganizationMembers: RosterCommand<
    RemoveOrganizationMembersInput,
    RemoveOrganizationMembersOutcome,
    RemoveOrganizationMembersError
  >;

  /**
   * Changes display names and emails of up to 10,000 members. Non-members are rejected
   * (`not_organization_member`). Safe to repeat.
   */
  readonly updateProfiles: RosterCommand<UpdateProfilesInput, UpdateProfilesOutcome, UpdateProfilesError>;
}
