import { err, ok, Result } from "neverthrow";
import { fittingDescription, fittingName } from "./fitting-text.ts";
import type { FileOrganization, FileTeam, OrganizationFile } from "./organization-file.ts";
import type { Spelling } from "./same-spelling.ts";

/** What to create for one organization of the file. */
export interface OrganizationPlan {
  readonly organizationId: string;
  readonly name: string;
  /** Each person once, admins first. The first one is the owner. */
  readonly members: readonly [PlannedPerson, ...PlannedPerson[]];
  readonly workspaces: readonly WorkspacePlan[];
  /** Sentences, one for each difference between the file and what will be imported. */
  readonly remarks: readonly string[];
}

interface PlannedPerson extends PlannedRole {
  readonly displayName: string;
}

interface PlannedRole {
  readonly userId: string;
  readonly role: "admin" | "member";
}

/** The workspace that a team becomes. */
export interface WorkspacePlan {
  /** The path of the team: the names of the teams around it and its own name, joined by `/`. */
  readonly workspaceId: string;
  readonly name: string;
  readonly description: string;
  /** The admin whom the workspace is created with: it always has one. */
  readonly firstAdmin: string;
  /** True if no maintainer of the team belongs to the organization, so that it lends one of its admins. */
  readonly isAdminLent: boolean;
  /** Each person whom the team names, once. */
  readonly members: readonly PlannedRole[];
}

/** A team with its path. */
interface TeamWithPath extends FileTeam {
  readonly path: string;
}

/** Works out what to create for each organization of the file; the error is a sentence. */
export function planImport(file: OrganizationFile, spelling: Spelling): Result<readonly OrganizationPlan[], string> {
  return Result.combine(
    Object.entries(file.orgs).map(([id, organization]) => planOrganization(id, organization, spelling)),
  );
}

function planOrganization(
  organizationId: string,
  organization: FileOrganization,
  spelling: Spelling,
): Result<OrganizationPlan, string> {
  const roles = rolesOf(organization.admins, organization.members, spelling);
  const people = [...roles].map(([userId, role]) => ({ userId, displayName: fittingName(userId).text, role }));
  const [owner, ...others] = people;
  if (owner?.role !== "admin") return err(`the organization ${organizationId} has no admin, and needs one.`);

  const teams = teamsWithPaths(organization.teams, "");
  const paths = teams.map(({ path }) => path);
  const duplicate = paths.find((path, index) => paths.indexOf(path) < index);
  if (duplicate !== undefined)
    return err(`the organization ${organizationId} has two teams with the path ${duplicate}.`);

  return ok({
    organizationId,
    name: fittingName(organization.name).text || organizationId,
    members: [owner, ...others],
    workspaces: teams.map((team) => planWorkspace(team, roles, spelling)),
    remarks: teams.flatMap((team) => remarksOn(team, spelling)),
  });
}

function planWorkspace(
  { path, description, maintainers, members }: TeamWithPath,
  organizationRoles: ReadonlyMap<string, string>,
  spelling: Spelling,
): WorkspacePlan {
  const roles = rolesOf(maintainers, members, spelling);
  const maintainer = [...roles].find(([userId, role]) => role === "admin" && organizationRoles.has(userId))?.[0];
  return {
    workspaceId: path,
    name: fittingName(path).text,
    description: fittingDescription(description).text,
    firstAdmin: maintainer ?? lentAdmin(organizationRoles, roles),
    isAdminLent: maintainer === undefined,
    members: [...roles].map(([userId, role]) => ({ userId, role })),
  };
}

/**
 * The first organization admin whom the team does not name. If it names all of them, the first one: their role as a
 * member is then rejected.
 */
function lentAdmin(organizationRoles: ReadonlyMap<string, string>, teamRoles: ReadonlyMap<string, string>): string {
  const admins = [...organizationRoles].filter(([, role]) => role === "admin").map(([userId]) => userId);
  return admins.find((userId) => !teamRoles.has(userId)) ?? admins[0] ?? "";
}

/** Each person once. Somebody in both lists is an admin. */
function rolesOf(
  admins: readonly string[],
  members: readonly string[],
  spelling: Spelling,
): Map<string, "admin" | "member"> {
  const roles = new Map<string, "admin" | "member">();
  for (const name of admins) roles.set(spelling(name), "admin");
  for (const name of members) if (!roles.has(spelling(name))) roles.set(spelling(name), "member");
  return roles;
}

/** All teams, each before the teams inside it. */
function teamsWithPaths(teams: Readonly<Record<string, FileTeam>>, parent: string): readonly TeamWithPath[] {
  return Object.entries(teams).flatMap(([name, team]) => {
    const path = `${parent}${name}`;
    return [{ ...team, path }, ...teamsWithPaths(team.teams, `${path}/`)];
  });
}

function remarksOn({ path, description, maintainers, members }: TeamWithPath, spelling: Spelling): readonly string[] {
  const named = [...maintainers, ...members];
  const once = rolesOf(maintainers, members, spelling).size;
  return [
    ...(fittingName(path).isShortened ? [`${path}: the name is shortened to 100 characters.`] : []),
    ...(fittingDescription(description).isShortened
      ? [`${path}: the description is shortened to 1,000 characters.`]
      : []),
    ...(once < named.length
      ? [`${path}: ${named.length - once} of its names are repetitions; somebody named in both lists is a maintainer.`]
      : []),
  ];
}
