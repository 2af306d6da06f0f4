import { err, ok, type Result } from "neverthrow";
import type { Roster, RosterError } from "workspace-roster";
import { importer } from "../actors.ts";
import { addInBatches } from "./add-in-batches.ts";
import type { Rejection } from "./import-people.ts";
import type { WorkspacePlan } from "./import-plan.ts";

/** What happened to a team. */
export interface ImportedWorkspace {
  readonly workspaceId: string;
  readonly isNew: boolean;
  /** Whether the admin lent by the organization was added now or was there already; null if none is lent. */
  readonly lentAdmin: "added" | "already" | null;
  /** How many of the people whom the team names got their role now, and how many had it already. */
  readonly added: number;
  readonly already: number;
  readonly rejections: readonly Rejection[];
}

/** The most users that one command takes, so that almost every team is one command. */
const batchSize = 10_000;

/** Creates the team's workspace and gives the people whom the team names their roles. */
export async function importWorkspace(
  roster: Roster,
  organizationId: string,
  plan: WorkspacePlan,
): Promise<Result<ImportedWorkspace, RosterError>> {
  const { workspaceId, name, description, firstAdmin, isAdminLent } = plan;
  const workspace = { organizationId, workspaceId, actor: importer };
  const created = await roster.createWorkspace({ ...workspace, name, description, admin: firstAdmin });
  if (created.isErr() && created.error.code !== "workspace_already_exists") return err(created.error);

  const isNew = created.isOk();
  const lentAdmin = await findLentAdmin(roster, organizationId, plan, isNew);
  if (lentAdmin.isErr()) return err(lentAdmin.error);

  // A maintainer who is the first admin got their role when the workspace was created.
  const others = plan.members.filter(({ userId }) => !(isNew && !isAdminLent && userId === firstAdmin));
  const addedBefore = plan.members.length - others.length;
  const outcome = await addInBatches(others, batchSize, (members) =>
    roster.addMembers({ ...workspace, members, mode: "partial" }),
  );
  return outcome.map(({ added, already, rejected }) => {
    const roles = new Map<string, string>(others.map(({ userId, role }) => [userId, role]));
    const rejections = rejected.map((reason) => {
      return { team: workspaceId, userId: reason.userId, role: roles.get(reason.userId) ?? "", reason };
    });
    return { workspaceId, isNew, lentAdmin: lentAdmin.value, added: addedBefore + added, already, rejections };
  });
}

/** An existing workspace may have other admins by now. Then the organization lends it none. */
async function findLentAdmin(
  roster: Roster,
  organizationId: string,
  { workspaceId, firstAdmin, isAdminLent }: WorkspacePlan,
  isNew: boolean,
): Promise<Result<ImportedWorkspace["lentAdmin"], RosterError>> {
  if (!isAdminLent) return ok(null);
  if (isNew) return ok("added");
  const access = await roster.access({ organizationId, workspaceId, userId: firstAdmin });
  return access.map(({ role }) => (role === "admin" ? "already" : null));
}
