import type { CommitBatch } from "../../application/ports/commit-batch.ts";
import type { CommandRecord, OrganizationMemberRecord, WorkspaceRecord } from "../../application/ports/records.ts";
import type { Write } from "../../application/ports/write.ts";
import type { RosterEvent } from "../../domain/facts/event.ts";
import type { Organization } from "../../domain/organization/organization.ts";
import type { RoleAssignment } from "../../domain/role-assignment/role-assignment.ts";
import type { OrganizationId } from "../../domain/values/ids.ts";

/** Every row of one organization, as its batches wrote them. Every answer is computed from these by plain loops. */
export interface Rows {
  readonly organizationId: OrganizationId;
  readonly revision: number;
  readonly lastSequence: number;
  readonly lastAt: string | null;
  readonly organization: Organization | null;
  readonly members: readonly OrganizationMemberRecord[];
  readonly workspaces: readonly WorkspaceRecord[];
  readonly assignments: readonly RoleAssignment[];
  readonly events: readonly RosterEvent[];
  readonly commands: readonly CommandRecord[];
}

/** The rows after these batches of one organization, which were all committed. */
export function rowsOf(organizationId: OrganizationId, batches: readonly CommitBatch[]): Rows {
  const records = new Map<string, Put>();
  for (const write of batches.flatMap(({ writes }) => writes)) {
    if (write.kind === "put") records.set(keyOf(write), write);
    else records.delete(keyOf(write));
  }
  const puts = [...records.values()];
  const guard = batches.at(-1)?.guard;
  return {
    organizationId,
    revision: batches.length,
    lastSequence: guard?.lastSequence ?? 0,
    lastAt: guard?.lastAt ?? null,
    organization: puts.flatMap((put) => (put.table === "organization" ? [put.record] : []))[0] ?? null,
    members: puts.flatMap((put) => (put.table === "organization_member" ? [put.record] : [])),
    workspaces: puts.flatMap((put) => (put.table === "workspace" ? [put.record] : [])),
    assignments: puts.flatMap((put) => (put.table === "role_assignment" ? [put.record] : [])),
    events: batches.flatMap(({ events }) => events),
    commands: batches.map(({ command }) => command),
  };
}

type Put = Extract<Write, { readonly kind: "put" }>;

function keyOf(write: Write): string {
  const row = write.kind === "put" ? write.record : write.key;
  return JSON.stringify([
    write.table,
    "workspaceId" in row ? row.workspaceId : null,
    "userId" in row ? row.userId : null,
  ]);
}
