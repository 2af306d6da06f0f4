import type { ActorInput } from "../../application/schemas/fields.ts";
import type { Operation } from "../reference/operation.ts";
import type { Random } from "./random.ts";

const anybody = ["ada", "bo", "cy", "dee", "eve"] as const;
const admins = ["ada", "bo"] as const;

/** A command about the organization, its members or its workspaces. */
export function organizationCommand(random: Random, organizationId: string): Operation {
  const { pick, some } = random;
  const issued = {
    organizationId,
    actor: pick<ActorInput>([{ system: "scim" }, ...admins.map((userId) => ({ userId }))]),
  };
  const mode = pick(["atomic", "partial"] as const);
  const workspaceId = pick(["lab", "lab", "ops", "new"]);
  const isSure = pick([true, false]);

  const draws: readonly [() => Operation, ...(() => Operation)[]] = [
    () => ({
      name: "addOrganizationMembers",
      input: {
        ...issued,
        mode: "partial",
        members: some(["cy", "dee", "fay"], 2).map((userId) => ({ userId, role: "member", displayName: "Fay" })),
      },
    }),
    () => ({
      name: "changeOrganizationRoles",
      input: {
        ...issued,
        mode,
        members: some(["ada", "bo", "cy"], 2).map((userId) => ({ userId, role: pick(["admin", "member"]) })),
      },
    }),
    ...[1, 2].map((): (() => Operation) => () => ({
      name: "removeOrganizationMembers",
      input: {
        ...issued,
        mode,
        userIds: some(["bo", "cy", "dee", "eve"], 2),
        successor: isSure ? pick(["ada", "organization_admin"]) : null,
        orphans: pick(["refuse", "archive"] as const),
      },
    })),
    () => ({
      name: "updateProfiles",
      input: { ...issued, members: [{ userId: pick(anybody), displayName: pick(["Zoe", "Abe"]) }] },
    }),
    ...[1, 2].map((): (() => Operation) => () => ({
      name: "createWorkspace",
      input: {
        ...issued,
        workspaceId: pick(["new", "newer"]),
        name: pick(["New", "N\u00c9W", "Lab"]),
        admin: pick(["bo", "cy"]),
        addEveryone: pick([true, false]),
      },
    })),
    () => ({ name: "updateOrganization", input: { ...issued, name: pick(["Acme", "Acme 2"]) } }),
    () => ({ name: "updateWorkspace", input: { ...issued, workspaceId, name: pick(["New", "Ops"]) } }),
    () => ({ name: "archiveWorkspace", input: { ...issued, workspaceId } }),
    () => ({ name: "restoreWorkspace", input: { ...issued, workspaceId, admin: isSure ? "dee" : null } }),
  ];
  return pick(draws)();
}
