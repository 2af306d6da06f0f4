import { err, ok, type Result } from "neverthrow";
import type { Roster, RosterError } from "workspace-roster";
import { type ImportedPeople, importPeople } from "./import-people.ts";
import type { OrganizationPlan, WorkspacePlan } from "./import-plan.ts";
import { type ImportedWorkspace, importWorkspace } from "./import-workspace.ts";

/** What happened to one organization of the file. */
export interface ImportReport {
  readonly people: ImportedPeople;
  readonly workspaces: readonly ImportedWorkspace[];
  readonly refused: readonly RefusedTeam[];
}

/** A team whose workspace could not be created or added to. None of its people got a role now. */
interface RefusedTeam {
  readonly team: WorkspacePlan;
  readonly reason: RosterError;
}

/** How many people and workspaces are done so far. */
export interface ImportProgress {
  readonly people: number;
  readonly workspaces: number;
}

/**
 * Imports one organization of the file into the roster, through public commands only.
 *
 * It takes all ids from the file and adds only what is missing, so it is safe to repeat, even after it was killed at any
 * moment. If the roster refuses a team, the import continues with the next one. It stops at any other error.
 */
export async function runImport(
  roster: Roster,
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
    else if (isTeamError(imported.error)) refused.push({ team, reason: imported.error });
    else return err(imported.error);
    onProgress({ people: plan.members.length, workspaces: index + 1 });
  }
  return ok({ people: people.value, workspaces, refused });
}

const teamErrors: readonly RosterError["code"][] = [
  "invalid_input",
  "not_organization_member",
  "workspace_name_taken",
  "workspace_archived",
];

function isTeamError({ code }: RosterError): boolean {
  return teamErrors.includes(code);
}
