import { err, ok, type Result } from "neverthrow";
import type { RosterError } from "workspace-roster";
import { type ImportedPeople, importPeople } from "./import-people.ts";
import type { OrganizationPlan, WorkspacePlan } from "./import-plan.ts";
import { type ImportedWorkspace, importWorkspace } from "./import-workspace.ts";
import type { ImportRoster } from "./importer.ts";

/** What became of one organization of the file. */
export interface ImportReport {
  readonly people: ImportedPeople;
  readonly workspaces: readonly ImportedWorkspace[];
  readonly refused: readonly RefusedTeam[];
}

/** A team that could not become a workspace, or not be added to; none of its people got a role now. */
interface RefusedTeam {
  readonly team: WorkspacePlan;
  readonly reason: RosterError;
}

/** How far an import has come. */
export interface ImportProgress {
  readonly people: number;
  readonly workspaces: number;
}

/**
 * Brings one organization of the file into the roster, through public commands only.
 *
 * Ids come from the file, and what is there already is left as it is. So it is safe to run twice, and to run again after
 * it was killed at any moment. It goes on behind a team that the roster refuses, and ends at any other error.
 */
export async function runImport(
  roster: ImportRoster,
  plan: OrganizationPlan,
  onProgress: (progress: ImportProgress) => void = () => undefined,
): Promise<Result<ImportReport, RosterError>> {
  const people = await importPeople(roster, plan, (count) => onProgress({ people: count, workspaces: 0 }));
  if (people.isErr()) return err(people.error);

  const workspaces: ImportedWorkspace[] = [];
  const refused: RefusedTeam[] = [];
  for (const [index, team] of plan.workspaces.entries()) {
    const imported = await importWorkspace(roster, plan.organizationId, team);
    if (imported.isOk()) workspaces.push(imported.value);
    else if (concernsTheTeam(imported.error)) refused.push({ team, reason: imported.error });
    else return err(imported.error);
    onProgress({ people: plan.members.length, workspaces: index + 1 });
  }
  return ok({ people: people.value, workspaces, refused });
}

const concerns: readonly RosterError["code"][] = [
  "invalid_input",
  "not_organization_member",
  "workspace_name_taken",
  "workspace_archived",
];

function concernsTheTeam({ code }: RosterError): boolean {
  return concerns.includes(code);
}
