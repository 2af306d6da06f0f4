import { err, ok, Result } from "neverthrow";
import { fittingDescription, fittingName } from "./fitting-text.ts";
import type { FileOrganization, FileTeam, OrganizationFile } from "./organization-file.ts";
import type { Spelling } from "./same-spelling.ts";

/** What is to be made of one organization of the file. */
export interface OrganizationPlan {
  readonly organizationId: string;
  readonly name: string;
  /** Everybody, each once, admins first. The first of them founds the organization. */
  readonly members: readonly [PlannedPerson, ...PlannedPerson[]];
  readonly workspaces: readonly WorkspacePlan[];
  /** Where the roster will not have what the file says; a sentence each. */
  readonly remarks: readonly string[];
}

interface PlannedPerson extends PlannedRole {
  readonly displayName: string;
}

interface PlannedRole {
  readonly userId: string;
  readonly role: "admin" | "member";
}

/** A team, which becomes a workspace. */
export interface WorkspacePlan {
  /** The path of the team: its name, behind those of the teams around it. */
  readonly workspaceId: string;
  readonly name: string;
  readonly description: string;
  /** Its admin from the start: a workspace always has one. */
  readonly firstAdmin: string;
  /** True where no maintainer of the team is in the organization, and one of its admins stands in. */
  readonly isAdminLent: boolean;
  /** Whom the team names, each once. */
  readonly members: readonly PlannedRole[];
}

/** A team with its path; the teams inside it come behind it. */
interface PlacedTeam extends FileTeam {
  readonly path: string;
}

/** Turns the file into what to tell the roster, or says in a sentence why it cannot. */
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
  if (owner?.role !== "admin") return err(`the organization ${organizationId} names no admin, and it must have one.`);

  const teams = placedTeams(organization.teams, "");
  const paths = teams.map(({ path }) => path);
  const twice = paths.find((path, index) => paths.indexOf(path) < index);
  if (twice !== undefined) return err(`the organization ${organizationId} has two teams with the path ${twice}.`);

  return ok({
    organizationId,
    name: fittingName(organization.name).text || organizationId,
    members: [owner, ...others],
    workspaces: teams.map((team) => planWorkspace(team, roles, spelling)),
    remarks: teams.flatMap((team) => remarksOn(team, spelling)),
  });
}

function planWorkspace(
  { path, description, maintainers, members }: PlacedTeam,
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

/** The first organization admin whom the team does not name; else the first of all, whom it then cannot have as a member. */
function lentAdmin(organizationRoles: ReadonlyMap<string, string>, teamRoles: ReadonlyMap<string, string>): string {
  const admins = [...organizationRoles].filter(([, role]) => role === "admin").map(([userId]) => userId);
  return admins.find((userId) => !teamRoles.has(userId)) ?? admins[0] ?? "";
}

/** Everybody once. Who is in both lists is an admin. */
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

function placedTeams(teams: Readonly<Record<string, FileTeam>>, parent: string): readonly PlacedTeam[] {
  return Object.entries(teams).flatMap(([name, team]) => {
    const path = `${parent}${name}`;
    return [{ ...team, path }, ...placedTeams(team.teams, `${path}/`)];
  });
}

function remarksOn({ path, description, maintainers, members }: PlacedTeam, spelling: Spelling): readonly string[] {
  const named = [...maintainers, ...members];
  const once = rolesOf(maintainers, members, spelling).size;
  return [
    ...(fittingName(path).isShortened ? [`${path}: its name is shortened to 100 characters.`] : []),
    ...(fittingDescription(description).isShortened
      ? [`${path}: its description is shortened to 1,000 characters.`]
      : []),
    ...(once < named.length
      ? [`${path}: it names ${named.length - once} more than once; who is a maintainer too stays one.`]
      : []),
  ];
}
