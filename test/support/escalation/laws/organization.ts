import { isDeepStrictEqual } from "node:util";
import { managesOrganization } from "../authority.ts";
import { type Law, nameOf, type Observation } from "../observation.ts";

export const organizationMembers: Law = {
  name: "O1, O3: only organization admins and systems change membership, organization roles and profiles",
  brokenBy(observation) {
    const { call, before, after } = observation;
    if (!before.exists) return after.exists ? problemWithCreation(observation) : null;
    if (isDeepStrictEqual(before.members, after.members)) return null;
    const { actor } = call.input;
    if (actor !== undefined && managesOrganization(actor, before)) return problemWithChange(observation);
    return `${nameOf(actor)} changed the members of the organization by ${call.command}`;
  },
};

function problemWithCreation({ call: { command, input }, after }: Observation): string | null {
  const founders = [...after.members].map(([userId, { role }]) => `${role} ${userId}`);
  if (command === "createOrganization" && isDeepStrictEqual(founders, [`admin ${input.owner?.userId ?? ""}`]))
    return null;
  return `${command} created an organization with ${founders.join(", ")}`;
}

/** A command changes only the members that it names, and only as requested. */
function problemWithChange({ call: { command, input }, before, after }: Observation): string | null {
  for (const userId of new Set([...before.members.keys(), ...after.members.keys()])) {
    const [was, is] = [before.members.get(userId), after.members.get(userId)];
    if (isDeepStrictEqual(was, is)) continue;
    const request = input.members?.find((member) => member.userId === userId);
    const isRequested =
      (command === "addOrganizationMembers" && was === undefined && is?.role === request?.role) ||
      (command === "changeOrganizationRoles" && was !== undefined && is?.role === request?.role) ||
      (command === "updateProfiles" && request !== undefined && was?.role === is?.role) ||
      (command === "removeOrganizationMembers" && is === undefined && input.userIds?.includes(userId) === true);
    if (!isRequested) return `${command} changed ${userId} from ${was?.role ?? "none"} to ${is?.role ?? "none"}`;
  }
  return null;
}
