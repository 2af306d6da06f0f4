import type { ResultAsync } from "neverthrow";
import type { CommandReceipt, Roster, RosterError, RosterEvent } from "../../../src/index.ts";

/** Who sends a plan of commands, one after another, each under a key of its own. */
export interface FaultWriter {
  readonly name: string;
  readonly organizationId: string;
}

/** One command whose events are known beforehand, whatever the other writers do. */
export interface PlannedCommand {
  readonly writer: FaultWriter;
  readonly index: number;
  readonly key: string;
  /** What happens when it is executed once, sorted. */
  readonly events: readonly string[];
  run(roster: Roster, options?: { readonly signal?: AbortSignal }): ResultAsync<CommandReceipt, RosterError>;
}

export const faultOwner = "owner";

const actor = { system: "faults" };

/** The command that every organization begins with. */
export function founding(organizationId: string): PlannedCommand {
  const key = "founding";
  const owner = { userId: faultOwner, displayName: "Owner" };
  return {
    writer: { name: key, organizationId },
    index: 0,
    key,
    events: [
      told({ type: "organization.created" }),
      told({ type: "organization.member.added", userId: faultOwner, role: "admin" }),
    ],
    run: (roster, options) =>
      roster.createOrganization({ organizationId, name: organizationId, owner, idempotencyKey: key }, options),
  };
}

/** The writer's n-th command. Seven of them are one round: people come, work in a workspace, and some of them go. */
export function plannedCommand(writer: FaultWriter, index: number): PlannedCommand {
  const { name, organizationId } = writer;
  const round = Math.floor(index / 7);
  const key = `${name}-${index}`;
  const common = { organizationId, actor, idempotencyKey: key };
  const workspaceId = `${name}-workspace-${round}`;
  const inWorkspace = { ...common, workspaceId };
  const people = Array.from({ length: 2 + ((round * 7) % 23) }, (_, person) => `${name}-${round}-${person}`);
  const [promoted, removed, leaving] = [every(people, 2), every(people, 3), every(people, 5)];
  const roleOf = (userId: string): string => (promoted.includes(userId) ? "admin" : "member");

  const planned = (events: readonly Told[], run: PlannedCommand["run"]): PlannedCommand => {
    return { writer, index, key, events: events.map(told).sort(), run };
  };
  switch (index % 7) {
    case 0: {
      const members = people.map((userId) => ({ userId, displayName: `Person ${userId}`, role: "member" as const }));
      return planned(
        people.map((userId) => ({ type: "organization.member.added", userId, role: "member" })),
        (roster, options) => roster.addOrganizationMembers({ ...common, members }, options),
      );
    }
    case 1:
      return planned(
        [
          { type: "workspace.created", workspaceId },
          { type: "workspace.member.added", workspaceId, userId: faultOwner, role: "admin" },
        ],
        (roster, options) =>
          roster.createWorkspace({ ...inWorkspace, name: `${name} ${round}`, admin: faultOwner }, options),
      );
    case 2:
      return planned(
        people.map((userId) => ({ type: "workspace.member.added", workspaceId, userId, role: "member" })),
        (roster, options) =>
          roster.addMembers({ ...inWorkspace, members: people.map((userId) => ({ userId, role: "member" })) }, options),
      );
    case 3:
      return planned(
        promoted.map((userId) => ({ type: "workspace.member.role_changed", workspaceId, userId, role: "admin" })),
        (roster, options) =>
          roster.changeRoles(
            { ...inWorkspace, members: promoted.map((userId) => ({ userId, role: "admin" })) },
            options,
          ),
      );
    case 4:
      return planned(
        removed.map((userId) => ({ type: "workspace.member.removed", workspaceId, userId, role: roleOf(userId) })),
        (roster, options) => roster.removeMembers({ ...inWorkspace, userIds: removed }, options),
      );
    case 5:
      // Those who still are in the workspace are taken out of it in the same commit.
      return planned(
        leaving.flatMap((userId) => [
          ...(removed.includes(userId)
            ? []
            : [{ type: "workspace.member.removed" as const, workspaceId, userId, role: roleOf(userId) }]),
          { type: "organization.member.removed" as const, userId, role: "member" },
        ]),
        (roster, options) => roster.removeOrganizationMembers({ ...common, userIds: leaving }, options),
      );
    default:
      return planned([{ type: "workspace.archived", workspaceId }], (roster, options) =>
        roster.archiveWorkspace(inWorkspace, options),
      );
  }
}

interface Told {
  readonly type: RosterEvent["type"];
  readonly workspaceId?: string;
  readonly userId?: string;
  readonly role?: string;
}

/** What a plan can know of an event before it happens. */
export function told(event: Told | RosterEvent): string {
  const { type, workspaceId = "-", userId = "-", role = "-" } = event as Told;
  return `${type} ${workspaceId} ${userId} ${role}`;
}

function every(people: readonly string[], step: number): readonly string[] {
  return people.filter((_, index) => index % step === 0);
}
