import { err, ok, type Result } from "neverthrow";
import type { Roster, RosterError, RosterEvent } from "workspace-roster";
import { allItems, largestPage } from "./all-items.ts";
import { offboarder } from "./offboarder.ts";

export interface Offboarding {
  readonly organizationId: string;
  readonly userIds: readonly string[];
  readonly successor: string | null;
}

/** A person who would leave, or has left, with the role that they have or had in the organization. */
export interface Leaver {
  readonly userId: string;
  readonly role: string;
}

/** What the events of the command tell. */
export interface OffboardingReport {
  readonly leavers: readonly LeaverWithLosses[];
  readonly takenOver: readonly TakenOver[];
  readonly eventCount: number;
  /** The organization's revision since. */
  readonly revision: number;
  /** How long the command took. */
  readonly milliseconds: number;
}

interface LeaverWithLosses extends Leaver {
  readonly lost: readonly { readonly workspaceId: string; readonly role: string }[];
}

/** A workspace that has the successor for its admin now. */
interface TakenOver {
  readonly workspaceId: string;
  /** The role that the successor had there; null for none. */
  readonly previousRole: string | null;
}

/** Who would leave, or the refusal that the command would meet now. Nothing is written. */
export async function previewOffboarding(
  roster: Roster,
  offboarding: Offboarding,
): Promise<Result<readonly Leaver[], RosterError>> {
  const preview = await roster.preview.removeOrganizationMembers({ ...offboarding, actor: offboarder });
  return preview.map(({ removed }) => removed);
}

/** Removes them all in one commit, and reads from its events what that did. */
export async function runOffboarding(
  roster: Roster,
  offboarding: Offboarding,
): Promise<Result<OffboardingReport, RosterError>> {
  const startedAt = performance.now();
  const outcome = await roster.removeOrganizationMembers({ ...offboarding, actor: offboarder });
  const milliseconds = performance.now() - startedAt;
  if (outcome.isErr()) return err(outcome.error);

  const { removed, operationId, revision } = outcome.value;
  const query = { organizationId: offboarding.organizationId, actor: offboarder, operationId, limit: largestPage };
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

/** Whoever gets a role by this command is the successor. */
function takenOverIn(event: RosterEvent): readonly TakenOver[] {
  if (event.type === "workspace.member.added") return [{ workspaceId: event.workspaceId, previousRole: null }];
  if (event.type !== "workspace.member.role_changed") return [];
  return [{ workspaceId: event.workspaceId, previousRole: event.previousRole }];
}
