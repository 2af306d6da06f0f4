import { err, type Result } from "neverthrow";
import type { Roster, RosterError } from "workspace-roster";
import { importer } from "../actors.ts";
import { addInBatches } from "./add-in-batches.ts";
import type { OrganizationPlan } from "./import-plan.ts";

/** What happened to the organization's people. */
export interface ImportedPeople {
  readonly added: number;
  readonly already: number;
  /** How many of those added and of those already there are organization admins. */
  readonly admins: number;
  readonly rejections: readonly Rejection[];
}

/** A person who did not get the role that the file gives them. */
export interface Rejection {
  /** The path of the team; null for the organization itself. */
  readonly team: string | null;
  readonly userId: string;
  readonly role: string;
  readonly reason: RosterError;
}

/** Small enough to show progress. */
const batchSize = 250;

/** Creates the organization and adds its members. People who are there already keep their role. */
export async function importPeople(
  roster: Roster,
  { organizationId, name, members }: OrganizationPlan,
  onProgress: (people: number) => void,
): Promise<Result<ImportedPeople, RosterError>> {
  const [{ userId, displayName }, ...others] = members;
  const created = await roster.createOrganization({ organizationId, name, owner: { userId, displayName } });
  if (created.isErr() && created.error.code !== "organization_already_exists") return err(created.error);

  // A new organization has its owner as its first admin.
  const owners = created.isOk() ? 1 : 0;
  const outcome = await addInBatches(
    created.isOk() ? others : members,
    batchSize,
    (batch) => roster.addOrganizationMembers({ organizationId, actor: importer, members: batch, mode: "partial" }),
    (people) => onProgress(owners + people),
  );
  return outcome.map(({ added, already, admins, rejected }) => ({
    added: owners + added,
    already,
    admins: owners + admins,
    rejections: rejected.map((reason) => {
      return { team: null, userId: reason.userId, role: reason.requestedRole, reason };
    }),
  }));
}
