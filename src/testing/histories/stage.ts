import { writesBetween } from "../../application/engine/writes-between.ts";
import { createOrganization } from "../../application/commands/create-organization.ts";
import type { CommitBatch } from "../../application/ports/commit-batch.ts";
import type { RosterStorage } from "../../application/ports/roster-storage.ts";
import { maxBatchSize, maxCommitSize } from "../../domain/values/batch.ts";
import type { RosterEvent } from "../../domain/facts/event.ts";
import { evolve } from "../../domain/facts/evolve.ts";
import { defaultPolicy } from "../../domain/values/policy.ts";
import { defaultWorkspaceRoles } from "../../domain/workspace/workspace-roles.ts";
import { commandKey } from "../builders/ids.ts";
import { someTime } from "../builders/records.ts";
import { committed } from "../expectations.ts";
import { answerOf } from "../reference/operation.ts";
import { apply } from "../reference/apply.ts";
import type { Answer, Operation } from "../reference/operation.ts";
import { emptyReference, type Reference } from "../reference/reference.ts";
import { commandOn } from "../reference/run-command.ts";
import type { OrganizationId } from "../../domain/values/ids.ts";

/** The operation that added members to the workspace `lab`, which histories may undo. */
export const additionToLab = "stage-3";

const host = { policy: defaultPolicy, workspaceRoles: defaultWorkspaceRoles, maxBatchSize, maxCommitSize };

/**
 * Two organization admins (ada, bo), a workspace with two admins (bo, cy) and a member (dee), a workspace with one admin
 * (cy), a user without a workspace (eve), and the extra users.
 */
export function stageOperations(organizationId: string, extras: readonly string[]): readonly Operation[] {
  const issued = { organizationId, actor: { system: "stage" } };
  const everyone = [
    { userId: "bo", role: "admin" as const, displayName: "Bo Zhou" },
    { userId: "cy", role: "member" as const, displayName: "bo zhou" },
    { userId: "dee", role: "billing" as const, displayName: "Dee" },
    { userId: "eve", role: "member" as const, displayName: "\u00c8ve" },
    ...extras.map((userId) => ({ userId, role: "member" as const, displayName: userId })),
  ];
  return [
    { name: "addOrganizationMembers", input: { ...issued, members: everyone } },
    { name: "createWorkspace", input: { ...issued, workspaceId: "lab", name: "Lab", admin: "bo" } },
    {
      name: "addMembers",
      input: {
        ...issued,
        workspaceId: "lab",
        members: [
          { userId: "cy", role: "admin" },
          { userId: "dee", role: "member" },
        ],
      },
    },
    { name: "createWorkspace", input: { ...issued, workspaceId: "ops", name: "Ops", admin: "cy" } },
  ];
}

/** Stores the stage, in as many commits as the limits of the store require. Returns the state after it. */
export async function setStage(
  storage: RosterStorage,
  organizationId: OrganizationId,
  extras: readonly string[] = [],
): Promise<Reference> {
  const { events, facts } = staged(organizationId, extras);
  let before = emptyReference(organizationId).facts;
  for (const part of parts(events, storage.limits.members)) {
    const after = evolve(before, part);
    const number = before.revision + 1;
    const command = { key: commandKey(`stage-${number}`), fingerprint: "", outcome: null, at: someTime };
    const guard = { expectedRevision: before.revision, lastSequence: after.lastSequence, lastAt: after.lastAt };
    const writes = await writesBetween(before, after);
    await committed(storage, { organizationId, guard, command, writes, events: part } satisfies CommitBatch);
    before = { ...after, revision: number };
  }
  return { facts: { ...facts, revision: before.revision }, events, commands: new Map(), committed: "" };
}

function staged(organizationId: OrganizationId, extras: readonly string[]): Reference {
  const owner = { userId: "ada", displayName: "Ada" };
  const created = commandOn(createOrganization)({
    reference: emptyReference(organizationId),
    input: { organizationId, name: "Organization", owner },
    operationId: "stage-0",
    settings: host,
  });
  expectDone(answerOf(created.result));
  return stageOperations(organizationId, extras).reduce((reference, step, index) => {
    const { state, answer } = apply(reference, { ...step, operationId: `stage-${index + 1}` }, host);
    expectDone(answer);
    return state;
  }, created.reference);
}

function expectDone({ value, text }: Answer): void {
  if ("refused" in value) throw new Error(`The stage was refused: ${text}.`);
}

/** Splits the events into runs that each name at most `mostUsers` users. */
function parts(events: readonly RosterEvent[], mostUsers: number): readonly (readonly RosterEvent[])[] {
  const runs: RosterEvent[][] = [];
  let users = new Set<string>();
  for (const event of events) {
    const next = new Set(users);
    if ("userId" in event) next.add(event.userId);
    const isFull = runs.length === 0 || next.size > mostUsers;
    users = isFull ? new Set("userId" in event ? [event.userId] : []) : next;
    if (isFull) runs.push([]);
    runs.at(-1)?.push(event);
  }
  return runs;
}
