import { err, ok, type Result } from "neverthrow";
import type { Roster, RosterError, RosterEvent } from "workspace-roster";
import { offboarder } from "../actors.ts";
import { allItems, maxPageSize } from "../all-items.ts";

export interface Offboarding {
  readonly organizationId: string;
  readonly userIds: readonly string[];
  readonly successor: string | null;
}

/** A person to remove, or removed, with their organization role. */
export interface Leaver {
  readonly userId: string;
  readonly role: string;
}

/** What the command did, as its events say. */
export interface OffboardingReport {
  readonly leavers: readonly LeaverWithLosses[];
  readonly takenOver: readonly TakenOver[];
  readonly eventCount: number;
  /** The organization's revision after the command. */
  readonly revision: number;
  /** How long the command took. */
  readonly milliseconds: number;
}

interface LeaverWithLosses extends Leaver {
  readonly lost: readonly { readonly workspaceId: string; readonly role: string }[];
}

/** A workspace whose admin is now the successor. */
interface TakenOver {
  readonly workspaceId: string;
  /** The successor's role there before; null if they had none. */
  readonly previousRole: string | null;
}

/** Returns who would be removed, or the error that the command would return now. Nothing is written. */
export async function previewOffboarding(
  roster: Roster,
  offboarding: Offboarding,
): Promise<Result<readonly Leaver[], RosterError>> {
  const preview = await roster.preview.removeOrganizationMembers({ ...offboarding, actor: offboarder });
  return preview.map(({ removed }) => removed);
}

/** Removes all of them in one commit, and reads from its events what it did. */
export async function runOffboarding(
  roster: Roster,
  offboarding: Offboarding,
): Promise<Result<OffboardingReport, RosterError>> {
  const startedAt = performance.now();
  const outcome = await roster.removeOrganizationMembers({ ...offboarding, actor: offboarder });
  const milliseconds = performance.now() - startedAt;
  if (outcome.isErr()) return err(outcome.error);

  const { removed, operationId, revision } = outcome.value;
  const query = { organizationId: offboarding.organizationId, actor: offboarder, operationId, limit: maxPageSize };
  const events = await allItems((after) => roster.events({ ...query, after }));
  if (events.isErr()) return err(events.error);
  const leavers = removed.map((leaver) => ({ ...leaver, lost: lostBy(leaver.userId, events.value) }));
  const takenOver = events.value.flatMap(takenOverIn);
  return ok({ leavers, takenOver, eventCount: events.value.length, revision, milliseconds });
}

function lostBy(userId: string, events: readonly RosterEvent[]): LeaverWithLosses["lost"] {
  return events.flatMap((event) =>
    event.type === "workspace.member.removed" && event.userId === userId
      ? [{ workspaceId: event.workspaceId, role: event.role }]
      : [],
  );
}

/** Only the successor gets a role from this command. */
function takenOverIn(event: RosterEvent): readonly TakenOver[] {
  if (event.type === "workspace.member.added") return [{ workspaceId: event.workspaceId, previousRole: null }];
  if (event.type !== "workspace.member.role_changed") return [];
  return [{ workspaceId: event.workspaceId, previousRole: event.previousRole }];
}
