// Keys are compared with the default collation, BINARY: byte by byte. Foreign keys are a safety net, and no rule depends
// on them. They are checked at COMMIT, so that the order of the writes does not matter.

/** The tables of version 1. */
export const firstSchema: readonly string[] = [
  `CREATE TABLE roster_migration (
    version INTEGER NOT NULL PRIMARY KEY,
    applied_at TEXT NOT NULL
  ) STRICT`,

  // Separate from the organization and never deleted, so that revisions and sequences never start again.
  `CREATE TABLE roster_guard (
    organization_id TEXT NOT NULL PRIMARY KEY,
    revision INTEGER NOT NULL,
    last_sequence INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID`,

  `CREATE TABLE roster_organization (
    organization_id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    member_count INTEGER NOT NULL,
    admin_count INTEGER NOT NULL,
    active_workspace_count INTEGER NOT NULL,
    created_at TEXT NOT NULL
  ) STRICT, WITHOUT ROWID`,

  `CREATE TABLE roster_organization_member (
    organization_id TEXT NOT NULL REFERENCES roster_organization DEFERRABLE INITIALLY DEFERRED,
    user_id TEXT NOT NULL,
    role TEXT NOT NULL,
    display_name TEXT NOT NULL,
    email TEXT,
    name_key TEXT NOT NULL,
    search_text TEXT NOT NULL,
    PRIMARY KEY (organization_id, user_id)
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX roster_organization_member_by_name ON roster_organization_member (organization_id, name_key, user_id)`,
  `CREATE INDEX roster_organization_member_by_role ON roster_organization_member (organization_id, role, name_key, user_id)`,

  // Each word of each member, so that a search for a rare word reads only the few members who have it. name_key is a
  // copy of the member's, so that they can be sorted without a lookup for each.
  `CREATE TABLE roster_member_word (
    organization_id TEXT NOT NULL,
    word TEXT NOT NULL,
    user_id TEXT NOT NULL,
    name_key TEXT NOT NULL,
    PRIMARY KEY (organization_id, word, user_id)
  ) STRICT, WITHOUT ROWID`,

  `CREATE TABLE roster_workspace (
    organization_id TEXT NOT NULL REFERENCES roster_organization DEFERRABLE INITIALLY DEFERRED,
    workspace_id TEXT NOT NULL,
    name TEXT NOT NULL,
    description TEXT NOT NULL,
    status TEXT NOT NULL,
    role_counts TEXT NOT NULL,
    created_at TEXT NOT NULL,
    name_key TEXT NOT NULL,
    search_text TEXT NOT NULL,
    PRIMARY KEY (organization_id, workspace_id)
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX roster_workspace_by_name ON roster_workspace (organization_id, name_key, workspace_id)`,

  // The primary key finds all assignments of a user. The foreign key uses it too, when a member is deleted.
  `CREATE TABLE roster_role_assignment (
    organization_id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    workspace_id TEXT NOT NULL,
    role TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    name_key TEXT NOT NULL,
    PRIMARY KEY (organization_id, user_id, workspace_id),
    FOREIGN KEY (organization_id, user_id) REFERENCES roster_organization_member DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (organization_id, workspace_id) REFERENCES roster_workspace DEFERRABLE INITIALLY DEFERRED
  ) STRICT, WITHOUT ROWID`,
  // The members of a workspace in the order of the list, which is why name_key is a copy of the member's.
  `CREATE INDEX roster_role_assignment_by_name
    ON roster_role_assignment (organization_id, workspace_id, name_key, user_id, role)`,

  `CREATE TABLE roster_command (
    organization_id TEXT NOT NULL,
    command_key TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    outcome TEXT,
    recorded_at TEXT NOT NULL,
    PRIMARY KEY (organization_id, command_key)
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX roster_command_by_time ON roster_command (recorded_at)`,

  // The events of an operation follow each other, so one row finds them all.
  `CREATE TABLE roster_operation (
    organization_id TEXT NOT NULL,
    operation_id TEXT NOT NULL,
    first_sequence INTEGER NOT NULL,
    last_sequence INTEGER NOT NULL,
    PRIMARY KEY (organization_id, operation_id, first_sequence)
  ) STRICT, WITHOUT ROWID`,

  // body is the whole event as JSON; the other columns are for finding it.
  `CREATE TABLE roster_event (
    organization_id TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    type TEXT NOT NULL,
    workspace_id TEXT,
    user_id TEXT,
    body TEXT NOT NULL,
    PRIMARY KEY (organization_id, sequence)
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX roster_event_by_workspace ON roster_event (organization_id, workspace_id, sequence)
    WHERE workspace_id IS NOT NULL`,
  `CREATE INDEX roster_event_by_user ON roster_event (organization_id, user_id, sequence) WHERE user_id IS NOT NULL`,
];
