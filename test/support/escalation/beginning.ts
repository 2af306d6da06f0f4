import fc from "fast-check";
import type { Call } from "./call.ts";
import * as values from "./values.ts";

const role = fc.nat(4).map((index) => `role#${index}`);
const organizationRole = fc.constantFrom(...values.organizationRoles);

/** Two organizations that use the same ids. In the north, members have random organization roles and random roles in the first workspace. */
export const beginning: fc.Arbitrary<readonly Call[]> = fc
  .record({
    people: fc.array(organizationRole, { minLength: 2, maxLength: 3, size: "max" }),
    roles: fc.array(role, { minLength: 1, maxLength: 3, size: "max" }),
    admins: fc.tuple(fc.nat(2), fc.nat(2)),
  })
  .map(({ people, roles, admins: [inLab, inOps] }) => {
    const others = values.userIds.filter((_, index) => index !== inLab);
    return [
      founding(values.north, values.userIds[0]),
      founding(values.south, values.outsider),
      joining(
        values.north,
        people.map((held, index) => ({ userId: values.userIds[index + 1] ?? "", role: held })),
      ),
      joining(values.south, [{ userId: values.userIds[0], role: "member" }]),
      opening(values.north, 0, values.userIds[inLab] ?? ""),
      opening(values.north, 1, values.userIds[inOps] ?? ""),
      opening(values.south, 0, values.outsider),
      call("setMembers", values.north, {
        workspaceId: values.workspaceIds[0],
        members: roles.map((held, index) => ({ userId: others[index] ?? "", role: held })),
        mode: "partial",
      }),
    ];
  });

function founding(organizationId: string, userId: string): Call {
  const owner = { userId, displayName: "Owner" };
  return { command: "createOrganization", isPreview: false, input: { organizationId, name: "Organization", owner } };
}

function joining(organizationId: string, people: readonly { readonly userId: string; readonly role: string }[]): Call {
  const members = people.map((person) => ({ ...person, displayName: "Joined" }));
  return call("addOrganizationMembers", organizationId, { members });
}

function opening(organizationId: string, index: 0 | 1, admin: string): Call {
  const name = values.workspaceNames[index];
  return call("createWorkspace", organizationId, { workspaceId: values.workspaceIds[index], name, admin });
}

function call(command: Call["command"], organizationId: string, fields: Partial<Call["input"]>): Call {
  return { command, isPreview: false, input: { organizationId, actor: values.scim, ...fields } };
}
