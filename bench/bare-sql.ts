// The same job as `addMembers`, written by hand for SQLite on the roster's own tables, as fast as a careful person
// would: the limit that the library is measured against. It gives the same guarantees: everything is judged and
// written in one transaction, every user is checked to belong to the organization, and a refusal names all of them.
import { randomUUID } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";

export interface BareCommand {
  readonly organizationId: string;
  readonly workspaceId: string;
  readonly actorId: string;
  readonly members: readonly { readonly userId: string; readonly role: string }[];
}

export type BareOutcome =
  | { readonly added: readonly string[]; readonly unchanged: readonly string[] }
  | { readonly refused: string; readonly rejected: readonly { readonly userId: string; readonly reason: string }[] };

type RoleCounts = (readonly [role: string, holders: number])[];

/** Prepares each statement once. */
export function bareAddMembers(database: DatabaseSync): (command: BareCommand) => BareOutcome {
  const guard = database.prepare(`SELECT revision, last_sequence FROM roster_guard WHERE organization_id = ?`);
  const command = database.prepare(`SELECT 1 FROM roster_command WHERE organization_id = ? AND command_key = ?`);
  const workspace = database.prepare(
    `SELECT status, role_counts FROM roster_workspace WHERE organization_id = ? AND workspace_id = ?`,
  );
  const person = database.prepare(
    `SELECT m.role, a.role AS workspace_role FROM roster_organization_member AS m
     LEFT JOIN roster_role_assignment AS a
       ON a.organization_id = m.organization_id AND a.user_id = m.user_id AND a.workspace_id = ?
     WHERE m.organization_id = ? AND m.user_id = ?`,
  );
  // Checks in the same step that the user belongs to the organization and is not in the workspace yet.
  const assign = database.prepare(
    `INSERT INTO roster_role_assignment (organization_id, workspace_id, user_id, role, sequence, name_key)
     SELECT ?, ?, ?, ?, ?, name_key FROM roster_organization_member WHERE organization_id = ? AND user_id = ?
     ON CONFLICT DO NOTHING`,
  );
  const append = database.prepare(
    `INSERT INTO roster_event (organization_id, sequence, type, workspace_id, user_id, body) VALUES (?, ?, ?, ?, ?, ?)`,
  );
  const count = database.prepare(
    `UPDATE roster_workspace SET role_counts = ? WHERE organization_id = ? AND workspace_id = ?`,
  );
  const operate = database.prepare(
    `INSERT INTO roster_operation (organization_id, operation_id, first_sequence, last_sequence) VALUES (?, ?, ?, ?)`,
  );
  const advance = database.prepare(
    `UPDATE roster_guard SET revision = revision + 1, last_sequence = ? WHERE organization_id = ? AND revision = ?`,
  );
  const record = database.prepare(
    `INSERT INTO roster_command (organization_id, command_key, fingerprint, outcome, recorded_at)
     VALUES (?, ?, '', NULL, ?)`,
  );

  function add({ organizationId, workspaceId, actorId, members }: BareCommand): BareOutcome {
    const operationId = randomUUID();
    const at = new Date().toISOString();
    const { revision, last_sequence: lastSequence } = guard.get(organizationId) as Row<"revision" | "last_sequence">;
    if (command.get(organizationId, operationId) !== undefined) return refused("executed before");

    const found = workspace.get(organizationId, workspaceId) as Row<never, "status" | "role_counts"> | undefined;
    if (found?.status !== "active") return refused("no such active workspace");
    const actor = person.get(workspaceId, organizationId, actorId) as Row<never, "role" | "workspace_role"> | undefined;
    if (actor?.workspace_role !== "admin" && actor?.role !== "admin") return refused("the actor may not add members");

    const added: string[] = [];
    const unchanged: string[] = [];
    const rejected: { userId: string; reason: string }[] = [];
    const counts = new Map(JSON.parse(found.role_counts) as RoleCounts);
    let sequence = lastSequence;
    // In the order of the table, so that neighbors are on the same page.
    for (const { userId, role } of [...members].sort((a, b) => (a.userId < b.userId ? -1 : 1))) {
      const next = sequence + 1;
      if (assign.run(organizationId, workspaceId, userId, role, next, organizationId, userId).changes === 1) {
        sequence = next;
        const type = "workspace.member.added";
        const event = {
          organizationId,
          sequence,
          operationId,
          actor: { userId: actorId },
          authority: "workspace_admin",
        };
        const body = JSON.stringify({ ...event, at, type, workspaceId, userId, role });
        append.run(organizationId, sequence, type, workspaceId, userId, body);
        counts.set(role, (counts.get(role) ?? 0) + 1);
        added.push(userId);
        continue;
      }
      const present = person.get(workspaceId, organizationId, userId) as Row<never, "workspace_role"> | undefined;
      if (present?.workspace_role === role) unchanged.push(userId);
      else rejected.push({ userId, reason: present === undefined ? "not in the organization" : "has another role" });
    }
    if (rejected.length > 0) return { refused: "members rejected", rejected };

    count.run(JSON.stringify([...counts]), organizationId, workspaceId);
    operate.run(organizationId, operationId, lastSequence + 1, sequence);
    if (advance.run(sequence, organizationId, revision).changes !== 1) return refused("changed meanwhile");
    record.run(organizationId, operationId, at);
    return { added, unchanged };
  }

  return (given) => {
    database.exec("BEGIN IMMEDIATE");
    try {
      const outcome = add(given);
      database.exec("refused" in outcome ? "ROLLBACK" : "COMMIT");
      return outcome;
    } catch (thrown) {
      database.exec("ROLLBACK");
      throw thrown;
    }
  };
}

/** A row with these columns of numbers and of text. */
type Row<Numbers extends string, Texts extends string = never> = Readonly<
  Record<Numbers, number> & Record<Texts, string>
>;

function refused(refusal: string): BareOutcome {
  return { refused: refusal, rejected: [] };
}
