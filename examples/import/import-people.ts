import { err, ok, type Result } from "neverthrow";
import type { RosterError } from "workspace-roster";
import { batchesOf } from "./batches-of.ts";
import type { OrganizationPlan } from "./import-plan.ts";
import { importer, type ImportRoster, type Rejection } from "./importer.ts";

/** What became of an organization's own people. */
export interface ImportedPeople {
  readonly added: number;
  readonly already: number;
  /** How many of those who are there are organization admins. */
  readonly admins: number;
  readonly rejections: readonly Rejection[];
}

const batchSize = 250;

/** Founds the organization and adds its members, in batches. Whoever is there already is left as they are. */
export async function importPeople(
  roster: ImportRoster,
  { organizationId, name, members }: OrganizationPlan,
  onProgress: (people: number) => void,
): Promise<Result<ImportedPeople, RosterError>> {
  const [{ userId, displayName }, ...others] = members;
  const founded = await roster.createOrganization({ organizationId, name, owner: { userId, displayName } });
  if (founded.isErr() && founded.error.code !== "organization_already_exists") return err(founded.error);

  let added = founded.isOk() ? 1 : 0;
  let admins = added;
  let already = 0;
  const rejections: Rejection[] = [];
  for (const batch of batchesOf(founded.isOk() ? others : members, batchSize)) {
    const outcome = await roster.addOrganizationMembers({
      organizationId,
      actor: importer,
      members: batch,
      mode: "partial",
    });
    if (outcome.isErr()) return err(outcome.error);

    added += outcome.value.added.length;
    already += outcome.value.unchanged.length;
    admins += [...outcome.value.added, ...outcome.value.unchanged].filter(({ role }) => role === "admin").length;
    for (const reason of outcome.value.rejected) {
      rejections.push({ team: null, userId: reason.userId, role: reason.requestedRole, reason });
    }
    onProgress(added + already + rejections.length);
  }
  return ok({ added, already, admins, rejections });
}
