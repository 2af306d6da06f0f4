import { need } from "../../../src/application/ports/need.ts";
import type { OrganizationMember } from "../../../src/domain/organization/organization-member.ts";
import { sortedByBytes } from "../../../src/domain/values/byte-order.ts";
import { valueOf } from "../../../src/testing/expectations.ts";
import { type Breaks, broken, type BrokenStorage, changesFacts, withLoad } from "./broken-storage.ts";

type Members = readonly OrganizationMember[];

/** Finds the first admin in an order of its own. */
function firstAdmin(order: (admins: Members, members: Members) => Members): Breaks {
  return (storage) =>
    withLoad(storage, async (organizationId, needed) => {
      const excluded = needed.firstAdminExcept;
      if (excluded === null) return valueOf(storage.load(organizationId, needed, {}));
      const everybody = await valueOf(storage.load(organizationId, need({ anyMembers: 10_000 }), {}));
      const members = everybody.members.filter(({ userId }) => !excluded.includes(userId));
      const [first] = order(
        members.filter(({ role }) => role === "admin"),
        members,
      );
      const facts = await valueOf(storage.load(organizationId, { ...needed, firstAdminExcept: null }, {}));
      return first === undefined ? facts : { ...facts, members: [...facts.members, first] };
    });
}

export const brokenFirstAdmins: readonly BrokenStorage[] = [
  broken(
    "returns the first admin by name",
    firstAdmin((admins) => sortedByBytes(admins, ({ userId }) => userId.toUpperCase())),
    "load › returns the first organization admin by user id who is not excluded",
  ),
  broken(
    "sorts admins by UTF-16",
    firstAdmin((admins) => [...admins].sort((left, right) => (left.userId < right.userId ? -1 : 1))),
    "load › returns the first organization admin by user id who is not excluded",
  ),
  broken(
    "takes any member for the first admin",
    firstAdmin((_, members) => sortedByBytes(members, ({ userId }) => userId)),
    "load › returns the first organization admin by user id who is not excluded",
  ),
  broken(
    "returns an excluded admin",
    (storage) =>
      withLoad(storage, (organizationId, needed) => {
        const firstAdminExcept = needed.firstAdminExcept === null ? null : [];
        return valueOf(storage.load(organizationId, { ...needed, firstAdminExcept }, {}));
      }),
    "load › returns the first organization admin by user id who is not excluded",
    "load › returns the first admin's assignments in the workspaces of other users only",
  ),
  broken(
    "returns the first admin without assignments",
    changesFacts((facts, { firstAdminExcept, allAssignmentsOf }) =>
      firstAdminExcept === null
        ? facts
        : { ...facts, assignments: facts.assignments.filter(({ userId }) => allAssignmentsOf.includes(userId)) },
    ),
    "load › returns the first admin's assignments in the workspaces of other users only",
  ),
  broken(
    "returns the first admin twice",
    changesFacts((facts, { firstAdminExcept, members }) =>
      firstAdminExcept === null
        ? facts
        : { ...facts, members: [...facts.members, ...facts.members.filter(({ userId }) => members.includes(userId))] },
    ),
    "load › returns the first admin once if they are needed for other reasons too",
  ),
];
