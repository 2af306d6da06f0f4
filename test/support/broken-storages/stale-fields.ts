import type { CommitBatch } from "../../../src/application/ports/commit-batch.ts";
import type { Facts } from "../../../src/application/ports/need.ts";
import type { ListPage } from "../../../src/application/ports/queries.ts";
import type { Write } from "../../../src/application/ports/write.ts";
import {
  assignmentValues,
  memberValues,
  organizationValues,
  workspaceValues,
} from "../../../src/testing/cases/staleness/fields.ts";
import { valueOf } from "../../../src/testing/expectations.ts";
import {
  type Breaks,
  broken,
  type BrokenStorage,
  changesFacts,
  type ListName,
  type Row,
  withCommit,
  withReader,
} from "./broken-storage.ts";

type Table = Write["table"];
type Fields = Readonly<Record<string, unknown>>;

const what: Readonly<Record<Table, string>> = {
  organization: "an organization",
  organization_member: "a member",
  workspace: "a workspace",
  role_assignment: "an assignment",
};

/** The title of the case that changes each field of the rows of a table. */
export const fieldsCase = (table: Table): string =>
  `staleness › shows each changed field of ${what[table]} in every answer, through both handles`;

const keyOf = (row: object): string => {
  const { workspaceId = "", userId = "" } = row as { readonly workspaceId?: string; readonly userId?: string };
  return JSON.stringify([workspaceId, userId]);
};

/** Replaces rows without one of their fields. */
function forgets(table: Table, field: string): Breaks {
  return (storage) => {
    const stored = new Map<string, Fields>();
    return withCommit(storage, (batch) => {
      const writes = batch.writes.map((write) => {
        if (write.kind === "delete" || write.table !== table) return write;
        const key = JSON.stringify([batch.organizationId, keyOf(write.record)]);
        const before = write.expected === "present" ? stored.get(key) : undefined;
        const record = before === undefined ? write.record : { ...write.record, [field]: before[field] };
        stored.set(key, record as unknown as Fields);
        return { ...write, record } as Write;
      });
      return valueOf(storage.commit({ ...batch, writes }, {}));
    });
  };
}

const fieldsOf: Readonly<Record<Table, readonly string[]>> = {
  organization: Object.keys(organizationValues),
  organization_member: Object.keys(memberValues),
  workspace: Object.keys(workspaceValues),
  role_assignment: Object.keys(assignmentValues),
};

/** Keeps the first value of a field of each row, as a copy that is never written again. */
function firstValues<Answered extends object>(field: string): (row: Answered) => Answered {
  const copies = new Map<string, unknown>();
  return (row) => {
    const key = keyOf(row);
    if (!copies.has(key)) copies.set(key, (row as Fields)[field]);
    return { ...row, [field]: copies.get(key) };
  };
}

function copiesInList(list: ListName, field: string): Breaks {
  return (storage) => {
    const copies = new Map<string, (row: Row) => Row>();
    return withReader(storage, list, async (query, ask): Promise<ListPage<Row>> => {
      const { workspaceId = "", userId = "" } = query as { readonly workspaceId?: string; readonly userId?: string };
      const key = JSON.stringify([workspaceId, userId]);
      const copied = copies.get(key) ?? firstValues(field);
      copies.set(key, copied);
      const page = await ask(query);
      return { ...page, rows: page.rows.map(copied) };
    });
  };
}

const person = { displayName: "organization_member", email: "organization_member" } as const;
const member = { ...person, organizationRole: "organization_member", nameKey: "organization_member" } as const;
const place = Object.fromEntries(
  ["name", "description", "roleCounts", "createdAt", "nameKey"].map((field) => [field, "workspace" as const]),
);

const copiesByList: Readonly<Record<ListName, Readonly<Record<string, Table>>>> = {
  organizationMembers: member,
  workspaceMembers: { ...member, workspaceRole: "role_assignment" },
  candidates: { ...member, workspaceRole: "role_assignment" },
  workspaces: { ...place, status: "workspace" },
  workspacesOf: { ...place, role: "role_assignment" },
};

function copiesInFacts(part: "members" | "workspaces" | "assignments", field: string): Breaks {
  return (storage) => {
    const copied = firstValues(field);
    return changesFacts((facts): Facts => ({ ...facts, [part]: facts[part].map(copied) }))(storage);
  };
}

const copiesByPart = {
  members: ["organization_member", ["role", "displayName", "email"]],
  workspaces: ["workspace", ["name", "description", "status", "roleCounts", "createdAt"]],
  assignments: ["role_assignment", ["role", "sequence"]],
} as const;

/** Writes a row as if the values that are null were not given. */
const keepsWhatIsNull: Breaks = (storage) => {
  const emails = new Map<string, string>();
  return withCommit(storage, (batch) => {
    const writes = batch.writes.map((write) => {
      if (write.kind === "delete" || write.table !== "organization_member") return write;
      const email = write.record.email ?? emails.get(write.record.userId) ?? null;
      if (email !== null) emails.set(write.record.userId, email);
      return { ...write, record: { ...write.record, email } };
    });
    return valueOf(storage.commit({ ...batch, writes }, {}));
  });
};

/** Marks deleted rows, and takes the mark away when they are stored again. */
function revives(table: "organization_member" | "role_assignment", field: string): Breaks {
  return (storage) => {
    const deleted = new Map<string, unknown>();
    const stored = new Map<string, unknown>();
    const change = (write: Write): Write => {
      if (write.table !== table) return write;
      const key = keyOf(write.kind === "put" ? write.record : write.key);
      if (write.kind === "delete") {
        deleted.set(key, stored.get(key));
        return write;
      }
      const value =
        write.expected === "absent" && deleted.has(key) ? deleted.get(key) : (write.record as unknown as Fields)[field];
      stored.set(key, value);
      return { ...write, record: { ...write.record, [field]: value } } as Write;
    };
    return withCommit(storage, (batch: CommitBatch) =>
      valueOf(storage.commit({ ...batch, writes: batch.writes.map(change) }, {})),
    );
  };
}

export const brokenFields: readonly BrokenStorage[] = [
  ...(Object.keys(fieldsOf) as Table[]).flatMap((table) =>
    fieldsOf[table].map((field) =>
      broken(`forgets ${field} when it replaces a row of ${table}`, forgets(table, field), fieldsCase(table)),
    ),
  ),
  ...(Object.keys(copiesByList) as ListName[]).flatMap((list) =>
    Object.entries(copiesByList[list]).map(([field, table]) =>
      broken(`lists an old copy of ${field} in ${list}`, copiesInList(list, field), fieldsCase(table)),
    ),
  ),
  ...(["members", "workspaces", "assignments"] as const).flatMap((part) => {
    const [table, fields] = copiesByPart[part];
    return fields.map((field) =>
      broken(`loads an old copy of ${field} of ${part}`, copiesInFacts(part, field), fieldsCase(table)),
    );
  }),
  broken("keeps the email if the new one is null", keepsWhatIsNull, fieldsCase("organization_member")),
  ...(["role", "displayName", "email", "nameKey", "words"] as const).map((field) =>
    broken(
      `brings back the ${field} of a member who had left`,
      revives("organization_member", field),
      "staleness › shows rows that are removed and stored again with other values",
    ),
  ),
  ...(["role", "sequence"] as const).map((field) =>
    broken(
      `brings back the ${field} of an assignment that was removed`,
      revives("role_assignment", field),
      "staleness › shows rows that are removed and stored again with other values",
    ),
  ),
];
