import type { CommitBatch } from "../../application/ports/commit-batch.ts";
import type { CommandRecord, OrganizationMemberRecord, WorkspaceRecord } from "../../application/ports/records.ts";
import type { Write } from "../../application/ports/write.ts";
import type { RosterEvent } from "../../domain/facts/event.ts";
import type { Organization } from "../../domain/organization/organization.ts";
import type { OrganizationId } from "../../domain/values/ids.ts";
import type { RoleAssignment } from "../../domain/role-assignment/role-assignment.ts";

/** Everything that one organization has in a store, as plain rows. */
export interface Rows {
  readonly revision: number;
  readonly lastSequence: number;
  readonly lastAt: string | null;
  readonly organization: Organization | null;
  readonly members: readonly OrganizationMemberRecord[];
  readonly workspaces: readonly WorkspaceRecord[];
  readonly assignments: readonly RoleAssignment[];
  readonly commands: readonly CommandRecord[];
  readonly events: readonly RosterEvent[];
}

export const noRows: Rows = {
  revision: 0,
  lastSequence: 0,
  lastAt: null,
  organization: null,
  members: [],
  workspaces: [],
  assignments: [],
  commands: [],
  events: [],
};

/** The rows after a batch that was committed. */
export function rowsAfter(rows: Rows, { guard, command, writes, events }: CommitBatch): Rows {
  return {
    ...writes.reduce(written, rows),
    revision: guard.expectedRevision + 1,
    lastSequence: guard.lastSequence,
    lastAt: guard.lastAt,
    commands: [...rows.commands, command],
    events: [...rows.events, ...events],
  };
}

/** The rows after the command records before a time were deleted. */
export function rowsAfterPruning(rows: Rows, before: string): Rows {
  return { ...rows, commands: rows.commands.filter(({ at }) => at >= before) };
}

function written(rows: Rows, write: Write): Rows {
  switch (write.table) {
    case "organization":
      return { ...rows, organization: write.record };
    case "organization_member": {
      const { userId } = keyOf(write);
      return { ...rows, members: replaced(rows.members, (row) => row.userId === userId, write) };
    }
    case "workspace": {
      const { workspaceId } = write.record;
      return { ...rows, workspaces: replaced(rows.workspaces, (row) => row.workspaceId === workspaceId, write) };
    }
    case "role_assignment": {
      const { workspaceId, userId } = keyOf(write);
      const isSame = (row: RoleAssignment): boolean => row.workspaceId === workspaceId && row.userId === userId;
      return { ...rows, assignments: replaced(rows.assignments, isSame, write) };
    }
  }
}

function keyOf<Row, Key>(
  write: { readonly kind: "put"; readonly record: Row } | { readonly kind: "delete"; readonly key: Key },
): Row | Key {
  return write.kind === "put" ? write.record : write.key;
}

function replaced<Row>(
  rows: readonly Row[],
  isSame: (row: Row) => boolean,
  write: { readonly kind: "put"; readonly record: Row } | { readonly kind: "delete" },
): readonly Row[] {
  const others = rows.filter((row) => !isSame(row));
  return write.kind === "put" ? [...others, write.record] : others;
}

/** The rows of one organization, with its id. */
export interface OrganizationRows extends Rows {
  readonly organizationId: OrganizationId;
}

/** The rows after these batches of one organization, which were all committed. */
export function rowsOf(organizationId: OrganizationId, batches: readonly CommitBatch[]): OrganizationRows {
  return { organizationId, ...batches.reduce(rowsAfter, noRows) };
}
