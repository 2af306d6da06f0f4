import { expect } from "vitest";
import { evolve, noFacts, type OrganizationFacts, type OrganizationId, type RosterEvent } from "../../../src/index.ts";
import type { RosterStorage } from "../../../src/storage.ts";
import { indexFacts } from "../../../src/application/engine/index-facts.ts";
import { need } from "../../../src/application/ports/need.ts";
import type { IdempotencyKey } from "../../../src/domain/values/ids.ts";
import { valueOf } from "../../../src/testing/expectations.ts";
import type { FaultLedger } from "./ledger.ts";
import { type PlannedCommand, told } from "./plan.ts";

/** How many rows of one organization a table has, counted without the roster. */
export type CountRows = (table: AuditedTable, organizationId: string) => Promise<number> | number;

export type AuditedTable =
  "organization" | "organization_member" | "workspace" | "role_assignment" | "command" | "event" | "guard";

export interface AuditedStore {
  readonly storage: RosterStorage;
  readonly countRows: CountRows;
}

/**
 * Compares all that the store holds of the ledger's organizations with what the writers were told: everything
 * acknowledged is there once, everything else is there wholly or not at all, and the tables are what the events tell.
 */
export async function auditLedger(store: AuditedStore, ledger: FaultLedger): Promise<void> {
  const organizationIds = new Set(ledger.writers.map(({ organizationId }) => organizationId));
  for (const organizationId of organizationIds) await auditOrganization(store, ledger, organizationId);
}

async function auditOrganization(
  { storage, countRows }: AuditedStore,
  ledger: FaultLedger,
  organizationId: string,
): Promise<void> {
  const id = organizationId as OrganizationId;
  const everything = { need: need({}), workspaceId: null, userId: null, operationId: null };
  const { rows: events } = await valueOf(storage.events(id, 0, 1_000_000, everything));
  const { revision: _, ...replayed } = evolve(noFacts(id), events);
  const { revision, ...tables } = await tablesOf(storage, id, events);

  expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_event, index) => index + 1));
  expect(tables).toEqual(replayed);
  expectCounted(replayed);
  const applied = await auditOperations(storage, ledger, organizationId, events);
  expect(revision).toBe(applied);

  const counted = {
    guard: 1,
    organization: 1,
    organization_member: replayed.members.size,
    workspace: replayed.workspaces.size,
    role_assignment: replayed.assignments.size,
    event: events.length,
    command: applied,
  } as const;
  for (const [table, rows] of Object.entries(counted))
    expect({ [table]: await countRows(table as AuditedTable, organizationId) }).toEqual({ [table]: rows });
}

/** Each operation is one command of the ledger, with exactly its events. Returns how many were applied. */
async function auditOperations(
  storage: RosterStorage,
  ledger: FaultLedger,
  organizationId: string,
  events: readonly RosterEvent[],
): Promise<number> {
  const operations = Map.groupBy(events, ({ operationId }) => operationId as string);
  const applied = operations.size;
  const inOrder = [...operations.keys()];
  for (const { command, outcome } of ledger.acknowledgedIn(organizationId).values()) {
    expect({ [command.key]: operations.get(outcome.operationId)?.map(told).sort() }).toEqual({
      [command.key]: command.events,
    });
    expect(inOrder[outcome.revision - 1]).toBe(outcome.operationId);
    operations.delete(outcome.operationId);
  }
  for (const command of ledger.unsettledIn(organizationId)) {
    const operationId = await recordedUnder(storage, command);
    ledger.found(command, operationId);
    if (operationId === null) continue;
    expect({ [command.key]: operations.get(operationId)?.map(told).sort() }).toEqual({ [command.key]: command.events });
    operations.delete(operationId);
  }
  // The rest are effects without a command in the ledger, or effects that happened twice.
  expect([...operations.values()].flat()).toEqual([]);
  return applied;
}

async function recordedUnder(storage: RosterStorage, { writer, key }: PlannedCommand): Promise<string | null> {
  const wanted = need({ command: key as IdempotencyKey });
  const { command } = await valueOf(storage.load(writer.organizationId as OrganizationId, wanted, {}));
  return command === null ? null : (JSON.parse(command.outcome ?? "{}") as { operationId: string }).operationId;
}

/** The tables of all workspaces and people that the events ever named, and of any other. */
async function tablesOf(
  storage: RosterStorage,
  organizationId: OrganizationId,
  events: readonly RosterEvent[],
): Promise<OrganizationFacts> {
  const userIds = [...new Set(events.flatMap((event) => ("userId" in event ? [event.userId] : [])))];
  const named = [...new Set(events.flatMap((event) => ("workspaceId" in event ? [event.workspaceId] : [])))];
  const wanted = need({ members: userIds, anyMembers: 1_000_000, workspaces: named, allAssignmentsOf: userIds });
  return indexFacts(organizationId, await valueOf(storage.load(organizationId, wanted, {})));
}

/** The counts that the aggregates carry are those of the rows. */
function expectCounted({ organization, members, workspaces, assignments }: Omit<OrganizationFacts, "revision">): void {
  expect(organization).toMatchObject({
    memberCount: members.size,
    adminCount: [...members.values()].filter(({ role }) => role === "admin").length,
    activeWorkspaceCount: [...workspaces.values()].filter(({ status }) => status === "active").length,
  });
  const holders = Map.groupBy(assignments.values(), ({ workspaceId }) => workspaceId);
  for (const { workspaceId, roleCounts } of workspaces.values()) {
    const counted = Map.groupBy(holders.get(workspaceId) ?? [], ({ role }) => role);
    expect(new Map(roleCounts)).toEqual(new Map([...counted].map(([role, held]) => [role, held.length])));
  }
}
