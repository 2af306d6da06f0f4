import { err, ok, type Result } from "neverthrow";
import type { RosterError } from "workspace-roster";
import { batchesOf } from "./batches-of.ts";
import type { WorkspacePlan } from "./import-plan.ts";
import { importer, type ImportRoster, type Rejection } from "./importer.ts";

/** What became of a team. */
export interface ImportedWorkspace {
  readonly workspaceId: string;
  readonly isNew: boolean;
  /** Whether the admin lent by the organization came in now or is there already; null where there is none. */
  readonly lentAdmin: "added" | "already" | null;
  /** How many of those whom the team names got their role now, and how many had it. */
  readonly added: number;
  readonly already: number;
  readonly rejections: readonly Rejection[];
}

/** As many as one command takes: a team is one command. */
const batchSize = 10_000;

/** Makes a team a workspace and gives everybody whom it names their role. */
export async function importWorkspace(
  roster: ImportRoster,
  organizationId: string,
  plan: WorkspacePlan,
): Promise<Result<ImportedWorkspace, RosterError>> {
  const { workspaceId, name, description, firstAdmin, isAdminLent } = plan;
  const workspace = { organizationId, workspaceId };
  const made = await roster.createWorkspace({ ...workspace, actor: importer, name, description, admin: firstAdmin });
  if (made.isErr() && made.error.code !== "workspace_already_exists") return err(made.error);

  const isNew = made.isOk();
  const lentAdmin = await findLentAdmin(roster, organizationId, plan, isNew);
  if (lentAdmin.isErr()) return err(lentAdmin.error);

  // A maintainer who is the first admin got the role with the workspace.
  const members = plan.members.filter(({ userId }) => !(isNew && !isAdminLent && userId === firstAdmin));
  let added = plan.members.length - members.length;
  let already = 0;
  const rejections: Rejection[] = [];
  for (const batch of batchesOf(members, batchSize)) {
    const outcome = await roster.addMembers({ ...workspace, actor: importer, members: batch, mode: "partial" });
    if (outcome.isErr()) return err(outcome.error);

    added += outcome.value.added.length;
    already += outcome.value.unchanged.length;
    const roles = new Map<string, string>(batch.map(({ userId, role }) => [userId, role]));
    for (const reason of outcome.value.rejected) {
      rejections.push({ team: workspaceId, userId: reason.userId, role: roles.get(reason.userId) ?? "", reason });
    }
  }
  return ok({ workspaceId, isNew, lentAdmin: lentAdmin.value, added, already, rejections });
}

/** A workspace that was there may have got its admins otherwise since; then none is lent. */
async function findLentAdmin(
  roster: ImportRoster,
  organizationId: string,
  { workspaceId, firstAdmin, isAdminLent }: WorkspacePlan,
  isNew: boolean,
): Promise<Result<ImportedWorkspace["lentAdmin"], RosterError>> {
  if (!isAdminLent) return ok(null);
  if (isNew) return ok("added");
  const access = await roster.access({ organizationId, workspaceId, userId: firstAdmin });
  return access.map(({ role }) => (role === "admin" ? "already" : null));
}
