import { err, ok, type Result } from "neverthrow";
import { type BatchResult, judgeBatch } from "../values/batch.ts";
import { type Decision, type DecisionContext, stampEvents } from "../facts/decision.ts";
import type { UserId } from "../values/ids.ts";
import type { MembersRejected } from "../values/members-rejected.ts";
import { notOrganizationMember, type NotOrganizationMember } from "../organization/not-organization-member.ts";
import type { OrganizationFacts } from "../facts/organization-facts.ts";
import {
  authorityToManageOrganization,
  type ManageOrganization,
  type ManageOrganizationRefusal,
} from "../authority/manage-organization.ts";
import type { OrganizationMemberRole } from "../organization/organization-role.ts";
import type { OrganizationMember } from "../organization/organization-member.ts";

/** A change of a profile. Undefined fields stay unchanged; a null email clears it. */
export interface ProfileChange {
  readonly userId: UserId;
  readonly displayName: string | undefined;
  readonly email: string | null | undefined;
}

export interface UpdateProfiles extends ManageOrganization {
  readonly members: readonly ProfileChange[];
}

/** What the command did with each user; each list is in input order. */
export type UpdateProfilesResult = BatchResult<"changed", OrganizationMemberRole, NotOrganizationMember>;

/** The refusals of `updateProfiles`. */
export type UpdateProfilesRefusal = ManageOrganizationRefusal | MembersRejected<NotOrganizationMember>;

/** Decides which display names and emails change (rule O3). */
export function decideUpdateProfiles(
  facts: OrganizationFacts,
  command: UpdateProfiles,
  context: DecisionContext,
): Result<Decision<UpdateProfilesResult>, UpdateProfilesRefusal> {
  const { actor, members, mode } = command;
  const authority = authorityToManageOrganization(facts, actor);
  if (authority.isErr()) return err(authority.error);

  const profiles = members.map((change) => changedProfile(change, facts.members.get(change.userId)));
  const judged = judgeBatch(profiles, mode, ({ userId, before, after }) => {
    if (before === undefined) return notOrganizationMember(userId);
    return after.displayName === before.displayName && after.email === before.email ? "unchanged" : "accepted";
  });
  if (judged.isErr()) return err(judged.error);

  const changed = judged.value.accepted.flatMap(({ after }) => after ?? []);
  const unchanged = judged.value.unchanged.flatMap(({ after }) => after ?? []);
  const newEvents = changed.map(
    ({ userId, displayName, email }) =>
      ({ type: "organization.member.profile_changed", userId, displayName, email }) as const,
  );
  return ok({
    events: stampEvents(newEvents, facts, { actor, authority: authority.value }, context),
    outcome: { changed: changed.map(roleOf), unchanged: unchanged.map(roleOf), rejected: judged.value.rejected },
  });
}

function changedProfile({ userId, displayName, email }: ProfileChange, before: OrganizationMember | undefined) {
  if (before === undefined) return { userId, before, after: undefined };
  const after = {
    ...before,
    displayName: displayName ?? before.displayName,
    email: email === undefined ? before.email : email,
  };
  return { userId, before, after };
}

function roleOf({ userId, role }: OrganizationMember): OrganizationMemberRole {
  return { userId, role };
}
