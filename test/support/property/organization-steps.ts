import fc from "fast-check";
import { batchFields, batchOf, commandFields, type StepRange, stepsOf } from "./step.ts";
import * as few from "./values.ts";

/** The commands about an organization and its members. */
export function organizationSteps(range: StepRange) {
  const { organizationId, idempotencyKey } = commandFields(range);
  const batch = batchFields(range);
  const owner = fc.tuple(few.userId, few.profile).map(([userId, profile]) => ({ userId, ...profile }));
  const newMember = fc.tuple(owner, few.organizationRole).map(([person, role]) => ({ ...person, role }));
  const subject = fc.constantFrom(...range.subjects);
  const role = fc.record({ userId: subject, role: few.organizationRole });
  const change = fc.record({
    userId: few.userId,
    displayName: fc.option(few.displayName, { nil: undefined }),
    email: fc.option(few.email, { nil: undefined }),
  });

  return {
    createOrganization: stepsOf(
      "createOrganization",
      fc.record({ organizationId, idempotencyKey, name: fc.constant("Organization"), owner }),
    ),
    addOrganizationMembers: stepsOf(
      "addOrganizationMembers",
      fc.record({ ...batch, members: batchOf(newMember, userOf, range) }),
    ),
    changeOrganizationRoles: stepsOf(
      "changeOrganizationRoles",
      fc.record({ ...batch, members: batchOf(role, userOf, range) }),
    ),
    removeOrganizationMembers: stepsOf(
      "removeOrganizationMembers",
      fc
        .record({ ...batch, userIds: batchOf(subject, String, range), successor: fc.option(few.userId, { freq: 2 }) })
        .filter(({ userIds, successor }) => successor === null || !userIds.includes(successor)),
    ),
    updateProfiles: stepsOf("updateProfiles", fc.record({ ...batch, members: batchOf(change, userOf, range) })),
  };
}

function userOf({ userId }: { readonly userId: string }): string {
  return userId;
}
