import type { Tables } from "../tables.ts";

// Every key begins with the organization, so that the tables can be distributed by it. There are no foreign keys: no
// rule depends on them, and their locks cost throughput. Texts are compared byte by byte.
const id = `text COLLATE "C" NOT NULL`;
const text = `text COLLATE "C" NOT NULL`;

/** The tables of version 1. */
export function firstSchema(tables: Tables): readonly string[] {
  const index = (name: string): string => `"${tables.prefix}${name}"`;
  return [
    `CREATE TABLE ${tables.migration} (
  version integer NOT NULL PRIMARY KEY,
  applied_at ${text},
  applied_by text COLLATE "C"
)`,

    // Separate from the organization and never deleted, so that revisions and sequences never start again.
    `CREATE TABLE ${tables.guard} (
  organization_id ${id} PRIMARY KEY,
  revision bigint NOT NULL,
  last_sequence bigint NOT NULL
)`,

    `CREATE TABLE ${tables.organization} (
  organization_id ${id} PRIMARY KEY,
  name ${text},
  member_count bigint NOT NULL,
  admin_count bigint NOT NULL,
  active_workspace_count bigint NOT NULL,
  created_at ${text}
)`,

    `CREATE TABLE ${tables.organizationMember} (
  organization_id ${id},
  user_id ${id},
  role ${text},
  display_name ${text},
  email text COLLATE "C",
  name_key ${text},
  search_text ${text},
  PRIMARY KEY (organization_id, user_id)
)`,
    `CREATE INDEX ${index("organization_member_by_name")} ON ${tables.organizationMember} (organization_id, name_key, user_id)`,
    `CREATE INDEX ${index("organization_member_by_role")} ON ${tables.organizationMember} (organization_id, role, name_key, user_id)`,

    // Each word of each member, so that a search for a rare word reads only the few members who have it. name_key is a
    // copy of the member's, so that they can be sorted without a lookup for each.
    `CREATE TABLE ${tables.memberWord} (
  organization_id ${id},
  word ${text},
  user_id ${id},
  name_key ${text},
  PRIMARY KEY (organization_id, word, user_id)
)`,

    `CREATE TABLE ${tables.workspace} (
  organization_id ${id},
  workspace_id ${id},
  name ${text},
  description ${text},
  status ${text},
  role_counts ${text},
  created_at ${text},
  name_key ${text},
  search_text ${text},
  PRIMARY KEY (organization_id, workspace_id)
)`,
    `CREATE INDEX ${index("workspace_by_name")} ON ${tables.workspace} (organization_id, name_key, workspace_id)`,

    // The primary key finds all assignments of a user.
    `CREATE TABLE ${tables.roleAssignment} (
  organization_id ${id},
  user_id ${id},
  workspace_id ${id},
  role ${text},
  sequence bigint NOT NULL,
  name_key ${text},
  PRIMARY KEY (organization_id, user_id, workspace_id)
)`,
    // The members of a workspace in the order of the list, which is why name_key is a copy of the member's. No role is
    // empty: the condition keeps a planner without statistics from looking up single assignments in this index, which
    // would read the whole workspace for each.
    `CREATE INDEX ${index("role_assignment_by_name")} ON ${tables.roleAssignment}
  (organization_id, workspace_id, name_key, user_id, role) WHERE role <> ''`,

    `CREATE TABLE ${tables.command} (
  organization_id ${id},
  command_key ${id},
  fingerprint ${text},
  outcome text COLLATE "C",
  recorded_at ${text},
  PRIMARY KEY (organization_id, command_key)
)`,
    // The only index across organizations. It is for deleting old records, which also goes across organizations.
    `CREATE INDEX ${index("command_by_time")} ON ${tables.command} (recorded_at)`,

    // The events of an operation follow each other, so one row finds them all.
    `CREATE TABLE ${tables.operation} (
  organization_id ${id},
  operation_id ${id},
  first_sequence bigint NOT NULL,
  last_sequence bigint NOT NULL,
  PRIMARY KEY (organization_id, operation_id, first_sequence)
)`,

    // body is the whole event as JSON; the other columns are for finding it.
    `CREATE TABLE ${tables.event} (
  organization_id ${id},
  sequence bigint NOT NULL,
  type ${text},
  workspace_id text COLLATE "C",
  user_id text COLLATE "C",
  body ${text},
  PRIMARY KEY (organization_id, sequence)
)`,
    `CREATE INDEX ${index("event_by_workspace")} ON ${tables.event} (organization_id, workspace_id, sequence)
  WHERE workspace_id IS NOT NULL`,
    `CREATE INDEX ${index("event_by_user")} ON ${tables.event} (organization_id, user_id, sequence) WHERE user_id IS NOT NULL`,
  ];
}
