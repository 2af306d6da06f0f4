-- The statements that the SQLite storage runs for each call of the roster, in this order.
--
-- Made by test/unit/adapters/sqlite-statements-snapshot.test.ts, with `vitest run -u`. Do not edit.
-- Each text is prepared once. A statement about one row runs once for each row; "3 times" is how often it ran in a row.

-- The first call of a storage, here pruneIdempotencyKeys

BEGIN;
PRAGMA busy_timeout = 1000;
SELECT count(*) AS tables FROM sqlite_schema WHERE type = 'table' AND name = 'roster_migration';
SELECT max(version) AS version FROM roster_migration;
COMMIT;
PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
DELETE FROM roster_command WHERE (organization_id, command_key) IN (
  SELECT organization_id, command_key FROM roster_command INDEXED BY roster_command_by_time
  WHERE recorded_at < ? ORDER BY recorded_at LIMIT ?);
COMMIT;

-- createOrganization

BEGIN;
SELECT revision, last_sequence, last_at FROM roster_guard WHERE organization_id = ?;
SELECT name, member_count, admin_count, active_workspace_count, created_at
  FROM roster_organization WHERE organization_id = ?;
COMMIT;
BEGIN IMMEDIATE;
SELECT fingerprint, outcome, recorded_at FROM roster_command WHERE organization_id = ? AND command_key = ?;
INSERT INTO roster_guard (organization_id, revision, last_sequence, last_at)
  VALUES (?, 1, ?, ?) ON CONFLICT DO NOTHING;
INSERT INTO roster_organization
  (name, member_count, admin_count, active_workspace_count, created_at, organization_id) VALUES (?, ?, ?, ?, ?, ?)
  ON CONFLICT DO NOTHING;
INSERT INTO roster_organization_member
  (role, display_name, email, name_key, search_text, organization_id, user_id) VALUES (?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT DO NOTHING;
-- 2 times:
INSERT INTO roster_member_word (organization_id, word, user_id, name_key) VALUES (?, ?, ?, ?);
-- 2 times:
INSERT INTO roster_event (organization_id, sequence, type, workspace_id, user_id, body) VALUES (?, ?, ?, ?, ?, ?);
INSERT INTO roster_operation (organization_id, operation_id, first_sequence, last_sequence)
  VALUES (?, ?, ?, ?);
INSERT INTO roster_command (organization_id, command_key, fingerprint, outcome, recorded_at) VALUES (?, ?, ?, ?, ?);
COMMIT;

-- updateOrganization

BEGIN;
SELECT revision, last_sequence, last_at FROM roster_guard WHERE organization_id = ?;
SELECT name, member_count, admin_count, active_workspace_count, created_at
  FROM roster_organization WHERE organization_id = ?;
SELECT role, display_name, email FROM roster_organization_member WHERE organization_id = ? AND user_id = ?;
COMMIT;
BEGIN IMMEDIATE;
SELECT fingerprint, outcome, recorded_at FROM roster_command WHERE organization_id = ? AND command_key = ?;
UPDATE roster_guard SET revision = revision + 1, last_sequence = ?, last_at = ?
  WHERE organization_id = ? AND revision = ?;
UPDATE roster_organization
  SET name = ?, member_count = ?, admin_count = ?, active_workspace_count = ?, created_at = ?
  WHERE organization_id = ?;
INSERT INTO roster_event (organization_id, sequence, type, workspace_id, user_id, body) VALUES (?, ?, ?, ?, ?, ?);
INSERT INTO roster_operation (organization_id, operation_id, first_sequence, last_sequence)
  VALUES (?, ?, ?, ?);
INSERT INTO roster_command (organization_id, command_key, fingerprint, outcome, recorded_at) VALUES (?, ?, ?, ?, ?);
COMMIT;

-- addOrganizationMembers

BEGIN;
SELECT revision, last_sequence, last_at FROM roster_guard WHERE organization_id = ?;
SELECT name, member_count, admin_count, active_workspace_count, created_at
  FROM roster_organization WHERE organization_id = ?;
-- 3 times:
SELECT role, display_name, email FROM roster_organization_member WHERE organization_id = ? AND user_id = ?;
COMMIT;
BEGIN IMMEDIATE;
SELECT fingerprint, outcome, recorded_at FROM roster_command WHERE organization_id = ? AND command_key = ?;
UPDATE roster_guard SET revision = revision + 1, last_sequence = ?, last_at = ?
  WHERE organization_id = ? AND revision = ?;
UPDATE roster_organization
  SET name = ?, member_count = ?, admin_count = ?, active_workspace_count = ?, created_at = ?
  WHERE organization_id = ?;
INSERT INTO roster_organization_member
  (role, display_name, email, name_key, search_text, organization_id, user_id) VALUES (?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT DO NOTHING;
-- 2 times:
INSERT INTO roster_member_word (organization_id, word, user_id, name_key) VALUES (?, ?, ?, ?);
INSERT INTO roster_organization_member
  (role, display_name, email, name_key, search_text, organization_id, user_id) VALUES (?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT DO NOTHING;
-- 2 times:
INSERT INTO roster_member_word (organization_id, word, user_id, name_key) VALUES (?, ?, ?, ?);
-- 2 times:
INSERT INTO roster_event (organization_id, sequence, type, workspace_id, user_id, body) VALUES (?, ?, ?, ?, ?, ?);
INSERT INTO roster_operation (organization_id, operation_id, first_sequence, last_sequence)
  VALUES (?, ?, ?, ?);
INSERT INTO roster_command (organization_id, command_key, fingerprint, outcome, recorded_at) VALUES (?, ?, ?, ?, ?);
COMMIT;

-- updateProfiles, with a new name

BEGIN;
SELECT revision, last_sequence, last_at FROM roster_guard WHERE organization_id = ?;
SELECT name, member_count, admin_count, active_workspace_count, created_at
  FROM roster_organization WHERE organization_id = ?;
-- 2 times:
SELECT role, display_name, email FROM roster_organization_member WHERE organization_id = ? AND user_id = ?;
COMMIT;
BEGIN IMMEDIATE;
SELECT fingerprint, outcome, recorded_at FROM roster_command WHERE organization_id = ? AND command_key = ?;
UPDATE roster_guard SET revision = revision + 1, last_sequence = ?, last_at = ?
  WHERE organization_id = ? AND revision = ?;
SELECT name_key, search_text FROM roster_organization_member WHERE organization_id = ? AND user_id = ?;
UPDATE roster_organization_member SET role = ?, display_name = ?, email = ?, name_key = ?, search_text = ?
  WHERE organization_id = ? AND user_id = ?;
UPDATE roster_role_assignment SET name_key = ? WHERE organization_id = ? AND user_id = ?;
-- 2 times:
DELETE FROM roster_member_word WHERE organization_id = ? AND word = ? AND user_id = ?;
-- 3 times:
INSERT INTO roster_member_word (organization_id, word, user_id, name_key) VALUES (?, ?, ?, ?);
INSERT INTO roster_event (organization_id, sequence, type, workspace_id, user_id, body) VALUES (?, ?, ?, ?, ?, ?);
INSERT INTO roster_operation (organization_id, operation_id, first_sequence, last_sequence)
  VALUES (?, ?, ?, ?);
INSERT INTO roster_command (organization_id, command_key, fingerprint, outcome, recorded_at) VALUES (?, ?, ?, ?, ?);
COMMIT;

-- changeOrganizationRoles

BEGIN;
SELECT revision, last_sequence, last_at FROM roster_guard WHERE organization_id = ?;
SELECT name, member_count, admin_count, active_workspace_count, created_at
  FROM roster_organization WHERE organization_id = ?;
-- 2 times:
SELECT role, display_name, email FROM roster_organization_member WHERE organization_id = ? AND user_id = ?;
COMMIT;
BEGIN IMMEDIATE;
SELECT fingerprint, outcome, recorded_at FROM roster_command WHERE organization_id = ? AND command_key = ?;
UPDATE roster_guard SET revision = revision + 1, last_sequence = ?, last_at = ?
  WHERE organization_id = ? AND revision = ?;
UPDATE roster_organization
  SET name = ?, member_count = ?, admin_count = ?, active_workspace_count = ?, created_at = ?
  WHERE organization_id = ?;
SELECT name_key, search_text FROM roster_organization_member WHERE organization_id = ? AND user_id = ?;
UPDATE roster_organization_member SET role = ?, display_name = ?, email = ?, name_key = ?, search_text = ?
  WHERE organization_id = ? AND user_id = ?;
INSERT INTO roster_event (organization_id, sequence, type, workspace_id, user_id, body) VALUES (?, ?, ?, ?, ?, ?);
INSERT INTO roster_operation (organization_id, operation_id, first_sequence, last_sequence)
  VALUES (?, ?, ?, ?);
INSERT INTO roster_command (organization_id, command_key, fingerprint, outcome, recorded_at) VALUES (?, ?, ?, ?, ?);
COMMIT;

-- createWorkspace

BEGIN;
SELECT revision, last_sequence, last_at FROM roster_guard WHERE organization_id = ?;
SELECT name, member_count, admin_count, active_workspace_count, created_at
  FROM roster_organization WHERE organization_id = ?;
SELECT role, display_name, email FROM roster_organization_member WHERE organization_id = ? AND user_id = ?;
SELECT w.workspace_id, w.name, w.description, w.status, w.role_counts, w.created_at FROM roster_workspace AS w WHERE w.organization_id = ? AND w.workspace_id = ?;
SELECT w.workspace_id, w.name, w.description, w.status, w.role_counts, w.created_at FROM roster_workspace AS w INDEXED BY roster_workspace_by_name
  WHERE w.organization_id = ? AND w.name_key = ? AND w.status = 'active';
COMMIT;
BEGIN IMMEDIATE;
SELECT fingerprint, outcome, recorded_at FROM roster_command WHERE organization_id = ? AND command_key = ?;
UPDATE roster_guard SET revision = revision + 1, last_sequence = ?, last_at = ?
  WHERE organization_id = ? AND revision = ?;
UPDATE roster_organization
  SET name = ?, member_count = ?, admin_count = ?, active_workspace_count = ?, created_at = ?
  WHERE organization_id = ?;
INSERT INTO roster_workspace
  (name, description, status, role_counts, created_at, name_key, search_text, organization_id, workspace_id)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING;
INSERT INTO roster_role_assignment (organization_id, workspace_id, user_id, role, sequence, name_key)
  VALUES (?, ?, ?, ?, ?, (SELECT name_key FROM roster_organization_member WHERE organization_id = ? AND user_id = ?))
  ON CONFLICT DO NOTHING;
-- 2 times:
INSERT INTO roster_event (organization_id, sequence, type, workspace_id, user_id, body) VALUES (?, ?, ?, ?, ?, ?);
INSERT INTO roster_operation (organization_id, operation_id, first_sequence, last_sequence)
  VALUES (?, ?, ?, ?);
INSERT INTO roster_command (organization_id, command_key, fingerprint, outcome, recorded_at) VALUES (?, ?, ?, ?, ?);
COMMIT;

-- createWorkspace with addEveryone

BEGIN;
SELECT revision, last_sequence, last_at FROM roster_guard WHERE organization_id = ?;
SELECT name, member_count, admin_count, active_workspace_count, created_at
  FROM roster_organization WHERE organization_id = ?;
SELECT user_id, role, display_name, email FROM roster_organization_member WHERE organization_id = ? LIMIT ?;
SELECT w.workspace_id, w.name, w.description, w.status, w.role_counts, w.created_at FROM roster_workspace AS w WHERE w.organization_id = ? AND w.workspace_id = ?;
SELECT w.workspace_id, w.name, w.description, w.status, w.role_counts, w.created_at FROM roster_workspace AS w INDEXED BY roster_workspace_by_name
  WHERE w.organization_id = ? AND w.name_key = ? AND w.status = 'active';
COMMIT;
BEGIN IMMEDIATE;
SELECT fingerprint, outcome, recorded_at FROM roster_command WHERE organization_id = ? AND command_key = ?;
UPDATE roster_guard SET revision = revision + 1, last_sequence = ?, last_at = ?
  WHERE organization_id = ? AND revision = ?;
UPDATE roster_organization
  SET name = ?, member_count = ?, admin_count = ?, active_workspace_count = ?, created_at = ?
  WHERE organization_id = ?;
INSERT INTO roster_workspace
  (name, description, status, role_counts, created_at, name_key, search_text, organization_id, workspace_id)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING;
-- 3 times:
INSERT INTO roster_role_assignment (organization_id, workspace_id, user_id, role, sequence, name_key)
  VALUES (?, ?, ?, ?, ?, (SELECT name_key FROM roster_organization_member WHERE organization_id = ? AND user_id = ?))
  ON CONFLICT DO NOTHING;
-- 4 times:
INSERT INTO roster_event (organization_id, sequence, type, workspace_id, user_id, body) VALUES (?, ?, ?, ?, ?, ?);
INSERT INTO roster_operation (organization_id, operation_id, first_sequence, last_sequence)
  VALUES (?, ?, ?, ?);
INSERT INTO roster_command (organization_id, command_key, fingerprint, outcome, recorded_at) VALUES (?, ?, ?, ?, ?);
COMMIT;

-- updateWorkspace

BEGIN;
SELECT revision, last_sequence, last_at FROM roster_guard WHERE organization_id = ?;
SELECT workspace_id, role, sequence FROM roster_role_assignment WHERE organization_id = ? AND user_id = ? AND workspace_id = ?;
SELECT name, member_count, admin_count, active_workspace_count, created_at
  FROM roster_organization WHERE organization_id = ?;
SELECT role, display_name, email FROM roster_organization_member WHERE organization_id = ? AND user_id = ?;
SELECT w.workspace_id, w.name, w.description, w.status, w.role_counts, w.created_at FROM roster_workspace AS w WHERE w.organization_id = ? AND w.workspace_id = ?;
SELECT w.workspace_id, w.name, w.description, w.status, w.role_counts, w.created_at FROM roster_workspace AS w INDEXED BY roster_workspace_by_name
  WHERE w.organization_id = ? AND w.name_key = ? AND w.status = 'active';
COMMIT;
BEGIN IMMEDIATE;
SELECT fingerprint, outcome, recorded_at FROM roster_command WHERE organization_id = ? AND command_key = ?;
UPDATE roster_guard SET revision = revision + 1, last_sequence = ?, last_at = ?
  WHERE organization_id = ? AND revision = ?;
UPDATE roster_workspace
  SET name = ?, description = ?, status = ?, role_counts = ?, created_at = ?, name_key = ?, search_text = ?
  WHERE organization_id = ? AND workspace_id = ?;
INSERT INTO roster_event (organization_id, sequence, type, workspace_id, user_id, body) VALUES (?, ?, ?, ?, ?, ?);
INSERT INTO roster_operation (organization_id, operation_id, first_sequence, last_sequence)
  VALUES (?, ?, ?, ?);
INSERT INTO roster_command (organization_id, command_key, fingerprint, outcome, recorded_at) VALUES (?, ?, ?, ?, ?);
COMMIT;

-- addMembers

BEGIN;
SELECT revision, last_sequence, last_at FROM roster_guard WHERE organization_id = ?;
-- 2 times:
SELECT workspace_id, role, sequence FROM roster_role_assignment WHERE organization_id = ? AND user_id = ? AND workspace_id = ?;
SELECT name, member_count, admin_count, active_workspace_count, created_at
  FROM roster_organization WHERE organization_id = ?;
-- 2 times:
SELECT role, display_name, email FROM roster_organization_member WHERE organization_id = ? AND user_id = ?;
SELECT w.workspace_id, w.name, w.description, w.status, w.role_counts, w.created_at FROM roster_workspace AS w WHERE w.organization_id = ? AND w.workspace_id = ?;
COMMIT;
BEGIN IMMEDIATE;
SELECT fingerprint, outcome, recorded_at FROM roster_command WHERE organization_id = ? AND command_key = ?;
UPDATE roster_guard SET revision = revision + 1, last_sequence = ?, last_at = ?
  WHERE organization_id = ? AND revision = ?;
UPDATE roster_workspace
  SET name = ?, description = ?, status = ?, role_counts = ?, created_at = ?, name_key = ?, search_text = ?
  WHERE organization_id = ? AND workspace_id = ?;
INSERT INTO roster_role_assignment (organization_id, workspace_id, user_id, role, sequence, name_key)
  VALUES (?, ?, ?, ?, ?, (SELECT name_key FROM roster_organization_member WHERE organization_id = ? AND user_id = ?))
  ON CONFLICT DO NOTHING;
INSERT INTO roster_event (organization_id, sequence, type, workspace_id, user_id, body) VALUES (?, ?, ?, ?, ?, ?);
INSERT INTO roster_operation (organization_id, operation_id, first_sequence, last_sequence)
  VALUES (?, ?, ?, ?);
INSERT INTO roster_command (organization_id, command_key, fingerprint, outcome, recorded_at) VALUES (?, ?, ?, ?, ?);
COMMIT;

-- addMembers with an idempotency key

BEGIN;
SELECT revision, last_sequence, last_at FROM roster_guard WHERE organization_id = ?;
-- 2 times:
SELECT workspace_id, role, sequence FROM roster_role_assignment WHERE organization_id = ? AND user_id = ? AND workspace_id = ?;
SELECT name, member_count, admin_count, active_workspace_count, created_at
  FROM roster_organization WHERE organization_id = ?;
SELECT fingerprint, outcome, recorded_at FROM roster_command WHERE organization_id = ? AND command_key = ?;
-- 2 times:
SELECT role, display_name, email FROM roster_organization_member WHERE organization_id = ? AND user_id = ?;
SELECT w.workspace_id, w.name, w.description, w.status, w.role_counts, w.created_at FROM roster_workspace AS w WHERE w.organization_id = ? AND w.workspace_id = ?;
COMMIT;
BEGIN IMMEDIATE;
SELECT fingerprint, outcome, recorded_at FROM roster_command WHERE organization_id = ? AND command_key = ?;
UPDATE roster_guard SET revision = revision + 1, last_sequence = ?, last_at = ?
  WHERE organization_id = ? AND revision = ?;
UPDATE roster_workspace
  SET name = ?, description = ?, status = ?, role_counts = ?, created_at = ?, name_key = ?, search_text = ?
  WHERE organization_id = ? AND workspace_id = ?;
INSERT INTO roster_role_assignment (organization_id, workspace_id, user_id, role, sequence, name_key)
  VALUES (?, ?, ?, ?, ?, (SELECT name_key FROM roster_organization_member WHERE organization_id = ? AND user_id = ?))
  ON CONFLICT DO NOTHING;
INSERT INTO roster_event (organization_id, sequence, type, workspace_id, user_id, body) VALUES (?, ?, ?, ?, ?, ?);
INSERT INTO roster_operation (organization_id, operation_id, first_sequence, last_sequence)
  VALUES (?, ?, ?, ?);
INSERT INTO roster_command (organization_id, command_key, fingerprint, outcome, recorded_at) VALUES (?, ?, ?, ?, ?);
COMMIT;

-- undoAddMembers

BEGIN;
SELECT revision, last_sequence, last_at FROM roster_guard WHERE organization_id = ?;
SELECT name, member_count, admin_count, active_workspace_count, created_at
  FROM roster_organization WHERE organization_id = ?;
SELECT body FROM roster_operation AS o CROSS JOIN roster_event AS e
  WHERE o.organization_id = ? AND o.operation_id = ?
  AND e.organization_id = o.organization_id AND e.sequence BETWEEN o.first_sequence AND o.last_sequence AND e.sequence > ?
  AND e.workspace_id IS coalesce(?, e.workspace_id) AND e.user_id IS coalesce(?, e.user_id)
  ORDER BY o.first_sequence, e.sequence LIMIT ?;
COMMIT;
BEGIN;
SELECT revision, last_sequence, last_at FROM roster_guard WHERE organization_id = ?;
-- 2 times:
SELECT workspace_id, role, sequence FROM roster_role_assignment WHERE organization_id = ? AND user_id = ? AND workspace_id = ?;
SELECT name, member_count, admin_count, active_workspace_count, created_at
  FROM roster_organization WHERE organization_id = ?;
-- 2 times:
SELECT role, display_name, email FROM roster_organization_member WHERE organization_id = ? AND user_id = ?;
SELECT w.workspace_id, w.name, w.description, w.status, w.role_counts, w.created_at FROM roster_workspace AS w WHERE w.organization_id = ? AND w.workspace_id = ?;
COMMIT;
BEGIN IMMEDIATE;
SELECT fingerprint, outcome, recorded_at FROM roster_command WHERE organization_id = ? AND command_key = ?;
UPDATE roster_guard SET revision = revision + 1, last_sequence = ?, last_at = ?
  WHERE organization_id = ? AND revision = ?;
UPDATE roster_workspace
  SET name = ?, description = ?, status = ?, role_counts = ?, created_at = ?, name_key = ?, search_text = ?
  WHERE organization_id = ? AND workspace_id = ?;
DELETE FROM roster_role_assignment WHERE organization_id = ? AND user_id = ? AND workspace_id = ?;
INSERT INTO roster_event (organization_id, sequence, type, workspace_id, user_id, body) VALUES (?, ?, ?, ?, ?, ?);
INSERT INTO roster_operation (organization_id, operation_id, first_sequence, last_sequence)
  VALUES (?, ?, ?, ?);
INSERT INTO roster_command (organization_id, command_key, fingerprint, outcome, recorded_at) VALUES (?, ?, ?, ?, ?);
COMMIT;

-- changeRoles

BEGIN;
SELECT revision, last_sequence, last_at FROM roster_guard WHERE organization_id = ?;
-- 2 times:
SELECT workspace_id, role, sequence FROM roster_role_assignment WHERE organization_id = ? AND user_id = ? AND workspace_id = ?;
SELECT name, member_count, admin_count, active_workspace_count, created_at
  FROM roster_organization WHERE organization_id = ?;
-- 2 times:
SELECT role, display_name, email FROM roster_organization_member WHERE organization_id = ? AND user_id = ?;
SELECT w.workspace_id, w.name, w.description, w.status, w.role_counts, w.created_at FROM roster_workspace AS w WHERE w.organization_id = ? AND w.workspace_id = ?;
COMMIT;
BEGIN IMMEDIATE;
SELECT fingerprint, outcome, recorded_at FROM roster_command WHERE organization_id = ? AND command_key = ?;
UPDATE roster_guard SET revision = revision + 1, last_sequence = ?, last_at = ?
  WHERE organization_id = ? AND revision = ?;
UPDATE roster_workspace
  SET name = ?, description = ?, status = ?, role_counts = ?, created_at = ?, name_key = ?, search_text = ?
  WHERE organization_id = ? AND workspace_id = ?;
UPDATE roster_role_assignment SET role = ?, sequence = ?
  WHERE organization_id = ? AND user_id = ? AND workspace_id = ?;
INSERT INTO roster_event (organization_id, sequence, type, workspace_id, user_id, body) VALUES (?, ?, ?, ?, ?, ?);
INSERT INTO roster_operation (organization_id, operation_id, first_sequence, last_sequence)
  VALUES (?, ?, ?, ?);
INSERT INTO roster_command (organization_id, command_key, fingerprint, outcome, recorded_at) VALUES (?, ?, ?, ?, ?);
COMMIT;

-- setMembers

BEGIN;
SELECT revision, last_sequence, last_at FROM roster_guard WHERE organization_id = ?;
-- 2 times:
SELECT workspace_id, role, sequence FROM roster_role_assignment WHERE organization_id = ? AND user_id = ? AND workspace_id = ?;
SELECT name, member_count, admin_count, active_workspace_count, created_at
  FROM roster_organization WHERE organization_id = ?;
-- 2 times:
SELECT role, display_name, email FROM roster_organization_member WHERE organization_id = ? AND user_id = ?;
SELECT w.workspace_id, w.name, w.description, w.status, w.role_counts, w.created_at FROM roster_workspace AS w WHERE w.organization_id = ? AND w.workspace_id = ?;
COMMIT;
BEGIN IMMEDIATE;
SELECT fingerprint, outcome, recorded_at FROM roster_command WHERE organization_id = ? AND command_key = ?;
UPDATE roster_guard SET revision = revision + 1, last_sequence = ?, last_at = ?
  WHERE organization_id = ? AND revision = ?;
UPDATE roster_workspace
  SET name = ?, description = ?, status = ?, role_counts = ?, created_at = ?, name_key = ?, search_text = ?
  WHERE organization_id = ? AND workspace_id = ?;
INSERT INTO roster_role_assignment (organization_id, workspace_id, user_id, role, sequence, name_key)
  VALUES (?, ?, ?, ?, ?, (SELECT name_key FROM roster_organization_member WHERE organization_id = ? AND user_id = ?))
  ON CONFLICT DO NOTHING;
INSERT INTO roster_event (organization_id, sequence, type, workspace_id, user_id, body) VALUES (?, ?, ?, ?, ?, ?);
INSERT INTO roster_operation (organization_id, operation_id, first_sequence, last_sequence)
  VALUES (?, ?, ?, ?);
INSERT INTO roster_command (organization_id, command_key, fingerprint, outcome, recorded_at) VALUES (?, ?, ?, ?, ?);
COMMIT;

-- removeMembers

BEGIN;
SELECT revision, last_sequence, last_at FROM roster_guard WHERE organization_id = ?;
-- 2 times:
SELECT workspace_id, role, sequence FROM roster_role_assignment WHERE organization_id = ? AND user_id = ? AND workspace_id = ?;
SELECT name, member_count, admin_count, active_workspace_count, created_at
  FROM roster_organization WHERE organization_id = ?;
-- 2 times:
SELECT role, display_name, email FROM roster_organization_member WHERE organization_id = ? AND user_id = ?;
SELECT w.workspace_id, w.name, w.description, w.status, w.role_counts, w.created_at FROM roster_workspace AS w WHERE w.organization_id = ? AND w.workspace_id = ?;
COMMIT;
BEGIN IMMEDIATE;
SELECT fingerprint, outcome, recorded_at FROM roster_command WHERE organization_id = ? AND command_key = ?;
UPDATE roster_guard SET revision = revision + 1, last_sequence = ?, last_at = ?
  WHERE organization_id = ? AND revision = ?;
UPDATE roster_workspace
  SET name = ?, description = ?, status = ?, role_counts = ?, created_at = ?, name_key = ?, search_text = ?
  WHERE organization_id = ? AND workspace_id = ?;
DELETE FROM roster_role_assignment WHERE organization_id = ? AND user_id = ? AND workspace_id = ?;
INSERT INTO roster_event (organization_id, sequence, type, workspace_id, user_id, body) VALUES (?, ?, ?, ?, ?, ?);
INSERT INTO roster_operation (organization_id, operation_id, first_sequence, last_sequence)
  VALUES (?, ?, ?, ?);
INSERT INTO roster_command (organization_id, command_key, fingerprint, outcome, recorded_at) VALUES (?, ?, ?, ?, ?);
COMMIT;

-- leaveWorkspace

BEGIN;
SELECT revision, last_sequence, last_at FROM roster_guard WHERE organization_id = ?;
SELECT workspace_id, role, sequence FROM roster_role_assignment WHERE organization_id = ? AND user_id = ? AND workspace_id = ?;
SELECT name, member_count, admin_count, active_workspace_count, created_at
  FROM roster_organization WHERE organization_id = ?;
SELECT role, display_name, email FROM roster_organization_member WHERE organization_id = ? AND user_id = ?;
SELECT w.workspace_id, w.name, w.description, w.status, w.role_counts, w.created_at FROM roster_workspace AS w WHERE w.organization_id = ? AND w.workspace_id = ?;
COMMIT;
BEGIN IMMEDIATE;
SELECT fingerprint, outcome, recorded_at FROM roster_command WHERE organization_id = ? AND command_key = ?;
UPDATE roster_guard SET revision = revision + 1, last_sequence = ?, last_at = ?
  WHERE organization_id = ? AND revision = ?;
UPDATE roster_workspace
  SET name = ?, description = ?, status = ?, role_counts = ?, created_at = ?, name_key = ?, search_text = ?
  WHERE organization_id = ? AND workspace_id = ?;
DELETE FROM roster_role_assignment WHERE organization_id = ? AND user_id = ? AND workspace_id = ?;
INSERT INTO roster_event (organization_id, sequence, type, workspace_id, user_id, body) VALUES (?, ?, ?, ?, ?, ?);
INSERT INTO roster_operation (organization_id, operation_id, first_sequence, last_sequence)
  VALUES (?, ?, ?, ?);
INSERT INTO roster_command (organization_id, command_key, fingerprint, outcome, recorded_at) VALUES (?, ?, ?, ?, ?);
COMMIT;

-- archiveWorkspace

BEGIN;
SELECT revision, last_sequence, last_at FROM roster_guard WHERE organization_id = ?;
SELECT workspace_id, role, sequence FROM roster_role_assignment WHERE organization_id = ? AND user_id = ? AND workspace_id = ?;
SELECT name, member_count, admin_count, active_workspace_count, created_at
  FROM roster_organization WHERE organization_id = ?;
SELECT role, display_name, email FROM roster_organization_member WHERE organization_id = ? AND user_id = ?;
SELECT w.workspace_id, w.name, w.description, w.status, w.role_counts, w.created_at FROM roster_workspace AS w WHERE w.organization_id = ? AND w.workspace_id = ?;
COMMIT;
BEGIN IMMEDIATE;
SELECT fingerprint, outcome, recorded_at FROM roster_command WHERE organization_id = ? AND command_key = ?;
UPDATE roster_guard SET revision = revision + 1, last_sequence = ?, last_at = ?
  WHERE organization_id = ? AND revision = ?;
UPDATE roster_organization
  SET name = ?, member_count = ?, admin_count = ?, active_workspace_count = ?, created_at = ?
  WHERE organization_id = ?;
UPDATE roster_workspace
  SET name = ?, description = ?, status = ?, role_counts = ?, created_at = ?, name_key = ?, search_text = ?
  WHERE organization_id = ? AND workspace_id = ?;
INSERT INTO roster_event (organization_id, sequence, type, workspace_id, user_id, body) VALUES (?, ?, ?, ?, ?, ?);
INSERT INTO roster_operation (organization_id, operation_id, first_sequence, last_sequence)
  VALUES (?, ?, ?, ?);
INSERT INTO roster_command (organization_id, command_key, fingerprint, outcome, recorded_at) VALUES (?, ?, ?, ?, ?);
COMMIT;

-- restoreWorkspace

BEGIN;
SELECT revision, last_sequence, last_at FROM roster_guard WHERE organization_id = ?;
SELECT workspace_id, role, sequence FROM roster_role_assignment WHERE organization_id = ? AND user_id = ? AND workspace_id = ?;
SELECT name, member_count, admin_count, active_workspace_count, created_at
  FROM roster_organization WHERE organization_id = ?;
SELECT role, display_name, email FROM roster_organization_member WHERE organization_id = ? AND user_id = ?;
SELECT w.workspace_id, w.name, w.description, w.status, w.role_counts, w.created_at FROM roster_workspace AS w WHERE w.organization_id = ? AND w.workspace_id = ?;
SELECT w.workspace_id, w.name, w.description, w.status, w.role_counts, w.created_at
  FROM roster_workspace AS named CROSS JOIN roster_workspace AS w INDEXED BY roster_workspace_by_name
  WHERE named.organization_id = ? AND named.workspace_id = ?
  AND w.organization_id = named.organization_id AND w.name_key = named.name_key AND w.status = 'active';
COMMIT;
BEGIN IMMEDIATE;
SELECT fingerprint, outcome, recorded_at FROM roster_command WHERE organization_id = ? AND command_key = ?;
UPDATE roster_guard SET revision = revision + 1, last_sequence = ?, last_at = ?
  WHERE organization_id = ? AND revision = ?;
UPDATE roster_organization
  SET name = ?, member_count = ?, admin_count = ?, active_workspace_count = ?, created_at = ?
  WHERE organization_id = ?;
UPDATE roster_workspace
  SET name = ?, description = ?, status = ?, role_counts = ?, created_at = ?, name_key = ?, search_text = ?
  WHERE organization_id = ? AND workspace_id = ?;
INSERT INTO roster_event (organization_id, sequence, type, workspace_id, user_id, body) VALUES (?, ?, ?, ?, ?, ?);
INSERT INTO roster_operation (organization_id, operation_id, first_sequence, last_sequence)
  VALUES (?, ?, ?, ?);
INSERT INTO roster_command (organization_id, command_key, fingerprint, outcome, recorded_at) VALUES (?, ?, ?, ?, ?);
COMMIT;

-- removeOrganizationMembers

BEGIN;
SELECT revision, last_sequence, last_at FROM roster_guard WHERE organization_id = ?;
SELECT workspace_id, role, sequence FROM roster_role_assignment WHERE organization_id = ? AND user_id = ? LIMIT ?;
SELECT name, member_count, admin_count, active_workspace_count, created_at
  FROM roster_organization WHERE organization_id = ?;
-- 2 times:
SELECT role, display_name, email FROM roster_organization_member WHERE organization_id = ? AND user_id = ?;
-- 2 times:
SELECT w.workspace_id, w.name, w.description, w.status, w.role_counts, w.created_at FROM roster_workspace AS w WHERE w.organization_id = ? AND w.workspace_id = ?;
COMMIT;
BEGIN IMMEDIATE;
SELECT fingerprint, outcome, recorded_at FROM roster_command WHERE organization_id = ? AND command_key = ?;
UPDATE roster_guard SET revision = revision + 1, last_sequence = ?, last_at = ?
  WHERE organization_id = ? AND revision = ?;
UPDATE roster_organization
  SET name = ?, member_count = ?, admin_count = ?, active_workspace_count = ?, created_at = ?
  WHERE organization_id = ?;
SELECT name_key, search_text FROM roster_organization_member WHERE organization_id = ? AND user_id = ?;
-- 2 times:
DELETE FROM roster_member_word WHERE organization_id = ? AND word = ? AND user_id = ?;
DELETE FROM roster_organization_member WHERE organization_id = ? AND user_id = ?;
-- 2 times:
UPDATE roster_workspace
  SET name = ?, description = ?, status = ?, role_counts = ?, created_at = ?, name_key = ?, search_text = ?
  WHERE organization_id = ? AND workspace_id = ?;
-- 2 times:
DELETE FROM roster_role_assignment WHERE organization_id = ? AND user_id = ? AND workspace_id = ?;
-- 3 times:
INSERT INTO roster_event (organization_id, sequence, type, workspace_id, user_id, body) VALUES (?, ?, ?, ?, ?, ?);
INSERT INTO roster_operation (organization_id, operation_id, first_sequence, last_sequence)
  VALUES (?, ?, ?, ?);
INSERT INTO roster_command (organization_id, command_key, fingerprint, outcome, recorded_at) VALUES (?, ?, ?, ?, ?);
COMMIT;

-- removeOrganizationMembers with the first organization admin as successor

BEGIN;
SELECT revision, last_sequence, last_at FROM roster_guard WHERE organization_id = ?;
SELECT workspace_id, role, sequence FROM roster_role_assignment WHERE organization_id = ? AND user_id = ? LIMIT ?;
SELECT user_id, role, display_name, email
  FROM roster_organization_member INDEXED BY roster_organization_member_by_role
  WHERE organization_id = ? AND role = 'admin' ORDER BY user_id LIMIT ?;
SELECT name, member_count, admin_count, active_workspace_count, created_at
  FROM roster_organization WHERE organization_id = ?;
SELECT fingerprint, outcome, recorded_at FROM roster_command WHERE organization_id = ? AND command_key = ?;
SELECT role, display_name, email FROM roster_organization_member WHERE organization_id = ? AND user_id = ?;
COMMIT;
BEGIN IMMEDIATE;
SELECT fingerprint, outcome, recorded_at FROM roster_command WHERE organization_id = ? AND command_key = ?;
UPDATE roster_guard SET revision = revision + 1, last_sequence = ?, last_at = ?
  WHERE organization_id = ? AND revision = ?;
INSERT INTO roster_command (organization_id, command_key, fingerprint, outcome, recorded_at) VALUES (?, ?, ?, ?, ?);
COMMIT;

-- removeOrganizationMembers with a successor

BEGIN;
SELECT revision, last_sequence, last_at FROM roster_guard WHERE organization_id = ?;
SELECT workspace_id, role, sequence FROM roster_role_assignment WHERE organization_id = ? AND user_id = ? LIMIT ?;
SELECT name, member_count, admin_count, active_workspace_count, created_at
  FROM roster_organization WHERE organization_id = ?;
-- 2 times:
SELECT role, display_name, email FROM roster_organization_member WHERE organization_id = ? AND user_id = ?;
COMMIT;
BEGIN IMMEDIATE;
SELECT fingerprint, outcome, recorded_at FROM roster_command WHERE organization_id = ? AND command_key = ?;
UPDATE roster_guard SET revision = revision + 1, last_sequence = ?, last_at = ?
  WHERE organization_id = ? AND revision = ?;
UPDATE roster_organization
  SET name = ?, member_count = ?, admin_count = ?, active_workspace_count = ?, created_at = ?
  WHERE organization_id = ?;
SELECT name_key, search_text FROM roster_organization_member WHERE organization_id = ? AND user_id = ?;
-- 3 times:
DELETE FROM roster_member_word WHERE organization_id = ? AND word = ? AND user_id = ?;
DELETE FROM roster_organization_member WHERE organization_id = ? AND user_id = ?;
INSERT INTO roster_event (organization_id, sequence, type, workspace_id, user_id, body) VALUES (?, ?, ?, ?, ?, ?);
INSERT INTO roster_operation (organization_id, operation_id, first_sequence, last_sequence)
  VALUES (?, ?, ?, ?);
INSERT INTO roster_command (organization_id, command_key, fingerprint, outcome, recorded_at) VALUES (?, ?, ?, ?, ?);
COMMIT;

-- getOrganization

BEGIN;
SELECT revision, last_sequence, last_at FROM roster_guard WHERE organization_id = ?;
SELECT name, member_count, admin_count, active_workspace_count, created_at
  FROM roster_organization WHERE organization_id = ?;
SELECT role, display_name, email FROM roster_organization_member WHERE organization_id = ? AND user_id = ?;
COMMIT;

-- getWorkspace

BEGIN;
SELECT revision, last_sequence, last_at FROM roster_guard WHERE organization_id = ?;
SELECT workspace_id, role, sequence FROM roster_role_assignment WHERE organization_id = ? AND user_id = ? AND workspace_id = ?;
SELECT name, member_count, admin_count, active_workspace_count, created_at
  FROM roster_organization WHERE organization_id = ?;
SELECT role, display_name, email FROM roster_organization_member WHERE organization_id = ? AND user_id = ?;
SELECT w.workspace_id, w.name, w.description, w.status, w.role_counts, w.created_at FROM roster_workspace AS w WHERE w.organization_id = ? AND w.workspace_id = ?;
COMMIT;

-- can

BEGIN;
SELECT revision, last_sequence, last_at FROM roster_guard WHERE organization_id = ?;
SELECT workspace_id, role, sequence FROM roster_role_assignment WHERE organization_id = ? AND user_id = ? AND workspace_id = ?;
SELECT name, member_count, admin_count, active_workspace_count, created_at
  FROM roster_organization WHERE organization_id = ?;
SELECT role, display_name, email FROM roster_organization_member WHERE organization_id = ? AND user_id = ?;
SELECT w.workspace_id, w.name, w.description, w.status, w.role_counts, w.created_at FROM roster_workspace AS w WHERE w.organization_id = ? AND w.workspace_id = ?;
COMMIT;

-- accessMany

BEGIN;
SELECT revision, last_sequence, last_at FROM roster_guard WHERE organization_id = ?;
-- 4 times:
SELECT workspace_id, role, sequence FROM roster_role_assignment WHERE organization_id = ? AND user_id = ? AND workspace_id = ?;
SELECT name, member_count, admin_count, active_workspace_count, created_at
  FROM roster_organization WHERE organization_id = ?;
-- 2 times:
SELECT role, display_name, email FROM roster_organization_member WHERE organization_id = ? AND user_id = ?;
-- 2 times:
SELECT w.workspace_id, w.name, w.description, w.status, w.role_counts, w.created_at FROM roster_workspace AS w WHERE w.organization_id = ? AND w.workspace_id = ?;
-- 2 times:
SELECT body FROM roster_event WHERE organization_id = ? AND sequence = ?;
COMMIT;

-- access

BEGIN;
SELECT revision, last_sequence, last_at FROM roster_guard WHERE organization_id = ?;
SELECT workspace_id, role, sequence FROM roster_role_assignment WHERE organization_id = ? AND user_id = ? AND workspace_id = ?;
SELECT name, member_count, admin_count, active_workspace_count, created_at
  FROM roster_organization WHERE organization_id = ?;
SELECT role, display_name, email FROM roster_organization_member WHERE organization_id = ? AND user_id = ?;
SELECT w.workspace_id, w.name, w.description, w.status, w.role_counts, w.created_at FROM roster_workspace AS w WHERE w.organization_id = ? AND w.workspace_id = ?;
SELECT body FROM roster_event WHERE organization_id = ? AND sequence = ?;
COMMIT;

-- listMembers

BEGIN;
SELECT revision, last_sequence, last_at FROM roster_guard WHERE organization_id = ?;
SELECT workspace_id, role, sequence FROM roster_role_assignment WHERE organization_id = ? AND user_id = ? AND workspace_id = ?;
SELECT name, member_count, admin_count, active_workspace_count, created_at
  FROM roster_organization WHERE organization_id = ?;
SELECT role, display_name, email FROM roster_organization_member WHERE organization_id = ? AND user_id = ?;
SELECT w.workspace_id, w.name, w.description, w.status, w.role_counts, w.created_at FROM roster_workspace AS w WHERE w.organization_id = ? AND w.workspace_id = ?;
SELECT m.user_id, m.display_name, m.email, m.name_key, m.role, a.role AS workspace_role FROM roster_role_assignment AS a INDEXED BY roster_role_assignment_by_name CROSS JOIN roster_organization_member AS m
  WHERE a.organization_id = ? AND a.workspace_id = ? AND a.role = coalesce(?, a.role) AND m.organization_id = a.organization_id AND m.user_id = a.user_id
  AND (a.name_key, a.user_id) > (?, ?) AND (a.name_key, a.user_id) <= (coalesce(?, x''), ?) AND instr(m.search_text, ?) > 0 AND instr(m.search_text, ?) > 0 AND instr(m.search_text, ?) > 0 AND (? IS NULL OR NOT EXISTS (SELECT 1 FROM json_each(?) AS typed WHERE instr(m.search_text, typed.value) = 0)) ORDER BY a.name_key, a.user_id LIMIT ?;
COMMIT;

-- listMembers of one role

BEGIN;
SELECT revision, last_sequence, last_at FROM roster_guard WHERE organization_id = ?;
SELECT workspace_id, role, sequence FROM roster_role_assignment WHERE organization_id = ? AND user_id = ? AND workspace_id = ?;
SELECT name, member_count, admin_count, active_workspace_count, created_at
  FROM roster_organization WHERE organization_id = ?;
SELECT role, display_name, email FROM roster_organization_member WHERE organization_id = ? AND user_id = ?;
SELECT w.workspace_id, w.name, w.description, w.status, w.role_counts, w.created_at FROM roster_workspace AS w WHERE w.organization_id = ? AND w.workspace_id = ?;
SELECT m.user_id, m.display_name, m.email, m.name_key, m.role, a.role AS workspace_role FROM roster_role_assignment AS a INDEXED BY roster_role_assignment_by_name CROSS JOIN roster_organization_member AS m
  WHERE a.organization_id = ? AND a.workspace_id = ? AND a.role = coalesce(?, a.role) AND m.organization_id = a.organization_id AND m.user_id = a.user_id
  AND (a.name_key, a.user_id) > (?, ?) AND (a.name_key, a.user_id) <= (coalesce(?, x''), ?) AND instr(m.search_text, ?) > 0 AND instr(m.search_text, ?) > 0 AND instr(m.search_text, ?) > 0 AND (? IS NULL OR NOT EXISTS (SELECT 1 FROM json_each(?) AS typed WHERE instr(m.search_text, typed.value) = 0)) ORDER BY a.name_key, a.user_id LIMIT ?;
COMMIT;

-- listMembers with a search

BEGIN;
SELECT revision, last_sequence, last_at FROM roster_guard WHERE organization_id = ?;
SELECT workspace_id, role, sequence FROM roster_role_assignment WHERE organization_id = ? AND user_id = ? AND workspace_id = ?;
SELECT name, member_count, admin_count, active_workspace_count, created_at
  FROM roster_organization WHERE organization_id = ?;
SELECT role, display_name, email FROM roster_organization_member WHERE organization_id = ? AND user_id = ?;
SELECT w.workspace_id, w.name, w.description, w.status, w.role_counts, w.created_at FROM roster_workspace AS w WHERE w.organization_id = ? AND w.workspace_id = ?;
SELECT a.name_key, a.user_id FROM roster_role_assignment AS a INDEXED BY roster_role_assignment_by_name
  WHERE a.organization_id = ? AND a.workspace_id = ? AND (a.name_key, a.user_id) > (?, ?) ORDER BY a.name_key, a.user_id LIMIT 1 OFFSET ?;
SELECT m.user_id, m.display_name, m.email, m.name_key, m.role, a.role AS workspace_role FROM roster_role_assignment AS a INDEXED BY roster_role_assignment_by_name CROSS JOIN roster_organization_member AS m
  WHERE a.organization_id = ? AND a.workspace_id = ? AND a.role = coalesce(?, a.role) AND m.organization_id = a.organization_id AND m.user_id = a.user_id
  AND (a.name_key, a.user_id) > (?, ?) AND (a.name_key, a.user_id) <= (coalesce(?, x''), ?) AND instr(m.search_text, ?) > 0 AND instr(m.search_text, ?) > 0 AND instr(m.search_text, ?) > 0 AND (? IS NULL OR NOT EXISTS (SELECT 1 FROM json_each(?) AS typed WHERE instr(m.search_text, typed.value) = 0)) ORDER BY a.name_key, a.user_id LIMIT ?;
COMMIT;

-- listMembers of one role with a search

BEGIN;
SELECT revision, last_sequence, last_at FROM roster_guard WHERE organization_id = ?;
SELECT workspace_id, role, sequence FROM roster_role_assignment WHERE organization_id = ? AND user_id = ? AND workspace_id = ?;
SELECT name, member_count, admin_count, active_workspace_count, created_at
  FROM roster_organization WHERE organization_id = ?;
SELECT role, display_name, email FROM roster_organization_member WHERE organization_id = ? AND user_id = ?;
SELECT w.workspace_id, w.name, w.description, w.status, w.role_counts, w.created_at FROM roster_workspace AS w WHERE w.organization_id = ? AND w.workspace_id = ?;
SELECT a.name_key, a.user_id FROM roster_role_assignment AS a INDEXED BY roster_role_assignment_by_name
  WHERE a.organization_id = ? AND a.workspace_id = ? AND (a.name_key, a.user_id) > (?, ?) ORDER BY a.name_key, a.user_id LIMIT 1 OFFSET ?;
SELECT m.user_id, m.display_name, m.email, m.name_key, m.role, a.role AS workspace_role FROM roster_role_assignment AS a INDEXED BY roster_role_assignment_by_name CROSS JOIN roster_organization_member AS m
  WHERE a.organization_id = ? AND a.workspace_id = ? AND a.role = coalesce(?, a.role) AND m.organization_id = a.organization_id AND m.user_id = a.user_id
  AND (a.name_key, a.user_id) > (?, ?) AND (a.name_key, a.user_id) <= (coalesce(?, x''), ?) AND instr(m.search_text, ?) > 0 AND instr(m.search_text, ?) > 0 AND instr(m.search_text, ?) > 0 AND (? IS NULL OR NOT EXISTS (SELECT 1 FROM json_each(?) AS typed WHERE instr(m.search_text, typed.value) = 0)) ORDER BY a.name_key, a.user_id LIMIT ?;
COMMIT;

-- candidates

BEGIN;
SELECT revision, last_sequence, last_at FROM roster_guard WHERE organization_id = ?;
SELECT workspace_id, role, sequence FROM roster_role_assignment WHERE organization_id = ? AND user_id = ? AND workspace_id = ?;
SELECT name, member_count, admin_count, active_workspace_count, created_at
  FROM roster_organization WHERE organization_id = ?;
SELECT role, display_name, email FROM roster_organization_member WHERE organization_id = ? AND user_id = ?;
SELECT w.workspace_id, w.name, w.description, w.status, w.role_counts, w.created_at FROM roster_workspace AS w WHERE w.organization_id = ? AND w.workspace_id = ?;
SELECT m.user_id, m.display_name, m.email, m.name_key, m.role, (
    SELECT a.role FROM roster_role_assignment AS a
    WHERE a.organization_id = m.organization_id AND a.user_id = m.user_id AND a.workspace_id = ?
  ) AS workspace_role FROM roster_organization_member AS m INDEXED BY roster_organization_member_by_name WHERE m.organization_id = ? AND (m.name_key, m.user_id) > (?, ?) AND (m.name_key, m.user_id) <= (coalesce(?, x''), ?) AND instr(m.search_text, ?) > 0 AND instr(m.search_text, ?) > 0 AND instr(m.search_text, ?) > 0 AND (? IS NULL OR NOT EXISTS (SELECT 1 FROM json_each(?) AS typed WHERE instr(m.search_text, typed.value) = 0)) ORDER BY m.name_key, m.user_id LIMIT ?;
COMMIT;

-- candidates with a search

BEGIN;
SELECT revision, last_sequence, last_at FROM roster_guard WHERE organization_id = ?;
SELECT workspace_id, role, sequence FROM roster_role_assignment WHERE organization_id = ? AND user_id = ? AND workspace_id = ?;
SELECT name, member_count, admin_count, active_workspace_count, created_at
  FROM roster_organization WHERE organization_id = ?;
SELECT role, display_name, email FROM roster_organization_member WHERE organization_id = ? AND user_id = ?;
SELECT w.workspace_id, w.name, w.description, w.status, w.role_counts, w.created_at FROM roster_workspace AS w WHERE w.organization_id = ? AND w.workspace_id = ?;
SELECT m.name_key, m.user_id FROM roster_organization_member AS m INDEXED BY roster_organization_member_by_name
  WHERE m.organization_id = ? AND (m.name_key, m.user_id) > (?, ?) ORDER BY m.name_key, m.user_id LIMIT 1 OFFSET ?;
SELECT m.user_id, m.display_name, m.email, m.name_key, m.role, (
    SELECT a.role FROM roster_role_assignment AS a
    WHERE a.organization_id = m.organization_id AND a.user_id = m.user_id AND a.workspace_id = ?
  ) AS workspace_role FROM roster_organization_member AS m INDEXED BY roster_organization_member_by_name WHERE m.organization_id = ? AND (m.name_key, m.user_id) > (?, ?) AND (m.name_key, m.user_id) <= (coalesce(?, x''), ?) AND instr(m.search_text, ?) > 0 AND instr(m.search_text, ?) > 0 AND instr(m.search_text, ?) > 0 AND (? IS NULL OR NOT EXISTS (SELECT 1 FROM json_each(?) AS typed WHERE instr(m.search_text, typed.value) = 0)) ORDER BY m.name_key, m.user_id LIMIT ?;
COMMIT;

-- listOrganizationMembers

BEGIN;
SELECT revision, last_sequence, last_at FROM roster_guard WHERE organization_id = ?;
SELECT name, member_count, admin_count, active_workspace_count, created_at
  FROM roster_organization WHERE organization_id = ?;
SELECT role, display_name, email FROM roster_organization_member WHERE organization_id = ? AND user_id = ?;
SELECT m.user_id, m.display_name, m.email, m.name_key, m.role, (
    SELECT a.role FROM roster_role_assignment AS a
    WHERE a.organization_id = m.organization_id AND a.user_id = m.user_id AND a.workspace_id = ?
  ) AS workspace_role FROM roster_organization_member AS m INDEXED BY roster_organization_member_by_name WHERE m.organization_id = ? AND (m.name_key, m.user_id) > (?, ?) AND (m.name_key, m.user_id) <= (coalesce(?, x''), ?) AND instr(m.search_text, ?) > 0 AND instr(m.search_text, ?) > 0 AND instr(m.search_text, ?) > 0 AND (? IS NULL OR NOT EXISTS (SELECT 1 FROM json_each(?) AS typed WHERE instr(m.search_text, typed.value) = 0)) ORDER BY m.name_key, m.user_id LIMIT ?;
COMMIT;

-- listOrganizationMembers of one role

BEGIN;
SELECT revision, last_sequence, last_at FROM roster_guard WHERE organization_id = ?;
SELECT name, member_count, admin_count, active_workspace_count, created_at
  FROM roster_organization WHERE organization_id = ?;
SELECT role, display_name, email FROM roster_organization_member WHERE organization_id = ? AND user_id = ?;
SELECT m.user_id, m.display_name, m.email, m.name_key, m.role, (
    SELECT a.role FROM roster_role_assignment AS a
    WHERE a.organization_id = m.organization_id AND a.user_id = m.user_id AND a.workspace_id = ?
  ) AS workspace_role FROM roster_organization_member AS m INDEXED BY roster_organization_member_by_role WHERE m.organization_id = ? AND m.role = ? AND (m.name_key, m.user_id) > (?, ?) AND (m.name_key, m.user_id) <= (coalesce(?, x''), ?) AND instr(m.search_text, ?) > 0 AND instr(m.search_text, ?) > 0 AND instr(m.search_text, ?) > 0 AND (? IS NULL OR NOT EXISTS (SELECT 1 FROM json_each(?) AS typed WHERE instr(m.search_text, typed.value) = 0)) ORDER BY m.name_key, m.user_id LIMIT ?;
COMMIT;

-- listOrganizationMembers with a search

BEGIN;
SELECT revision, last_sequence, last_at FROM roster_guard WHERE organization_id = ?;
SELECT name, member_count, admin_count, active_workspace_count, created_at
  FROM roster_organization WHERE organization_id = ?;
SELECT role, display_name, email FROM roster_organization_member WHERE organization_id = ? AND user_id = ?;
SELECT m.name_key, m.user_id FROM roster_organization_member AS m INDEXED BY roster_organization_member_by_name
  WHERE m.organization_id = ? AND (m.name_key, m.user_id) > (?, ?) ORDER BY m.name_key, m.user_id LIMIT 1 OFFSET ?;
SELECT m.user_id, m.display_name, m.email, m.name_key, m.role, (
    SELECT a.role FROM roster_role_assignment AS a
    WHERE a.organization_id = m.organization_id AND a.user_id = m.user_id AND a.workspace_id = ?
  ) AS workspace_role FROM roster_organization_member AS m INDEXED BY roster_organization_member_by_name WHERE m.organization_id = ? AND (m.name_key, m.user_id) > (?, ?) AND (m.name_key, m.user_id) <= (coalesce(?, x''), ?) AND instr(m.search_text, ?) > 0 AND instr(m.search_text, ?) > 0 AND instr(m.search_text, ?) > 0 AND (? IS NULL OR NOT EXISTS (SELECT 1 FROM json_each(?) AS typed WHERE instr(m.search_text, typed.value) = 0)) ORDER BY m.name_key, m.user_id LIMIT ?;
COMMIT;

-- listOrganizationMembers with a search for four words

BEGIN;
SELECT revision, last_sequence, last_at FROM roster_guard WHERE organization_id = ?;
SELECT name, member_count, admin_count, active_workspace_count, created_at
  FROM roster_organization WHERE organization_id = ?;
SELECT role, display_name, email FROM roster_organization_member WHERE organization_id = ? AND user_id = ?;
SELECT m.name_key, m.user_id FROM roster_organization_member AS m INDEXED BY roster_organization_member_by_name
  WHERE m.organization_id = ? AND (m.name_key, m.user_id) > (?, ?) ORDER BY m.name_key, m.user_id LIMIT 1 OFFSET ?;
SELECT m.user_id, m.display_name, m.email, m.name_key, m.role, (
    SELECT a.role FROM roster_role_assignment AS a
    WHERE a.organization_id = m.organization_id AND a.user_id = m.user_id AND a.workspace_id = ?
  ) AS workspace_role FROM roster_organization_member AS m INDEXED BY roster_organization_member_by_name WHERE m.organization_id = ? AND (m.name_key, m.user_id) > (?, ?) AND (m.name_key, m.user_id) <= (coalesce(?, x''), ?) AND instr(m.search_text, ?) > 0 AND instr(m.search_text, ?) > 0 AND instr(m.search_text, ?) > 0 AND (? IS NULL OR NOT EXISTS (SELECT 1 FROM json_each(?) AS typed WHERE instr(m.search_text, typed.value) = 0)) ORDER BY m.name_key, m.user_id LIMIT ?;
COMMIT;

-- listWorkspaces

BEGIN;
SELECT revision, last_sequence, last_at FROM roster_guard WHERE organization_id = ?;
SELECT name, member_count, admin_count, active_workspace_count, created_at
  FROM roster_organization WHERE organization_id = ?;
SELECT role, display_name, email FROM roster_organization_member WHERE organization_id = ? AND user_id = ?;
SELECT w.workspace_id, w.name, w.description, w.status, w.role_counts, w.created_at, w.name_key FROM roster_workspace AS w INDEXED BY roster_workspace_by_name
  WHERE w.organization_id = ? AND (w.status = 'active' OR ?) AND instr(w.search_text, ?) > 0 AND instr(w.search_text, ?) > 0 AND instr(w.search_text, ?) > 0 AND (? IS NULL OR NOT EXISTS (SELECT 1 FROM json_each(?) AS typed WHERE instr(w.search_text, typed.value) = 0)) AND (w.name_key, w.workspace_id) > (?, ?) ORDER BY w.name_key, w.workspace_id LIMIT ?;
COMMIT;

-- listWorkspaces with archived ones

BEGIN;
SELECT revision, last_sequence, last_at FROM roster_guard WHERE organization_id = ?;
SELECT name, member_count, admin_count, active_workspace_count, created_at
  FROM roster_organization WHERE organization_id = ?;
SELECT role, display_name, email FROM roster_organization_member WHERE organization_id = ? AND user_id = ?;
SELECT w.workspace_id, w.name, w.description, w.status, w.role_counts, w.created_at, w.name_key FROM roster_workspace AS w INDEXED BY roster_workspace_by_name
  WHERE w.organization_id = ? AND (w.status = 'active' OR ?) AND instr(w.search_text, ?) > 0 AND instr(w.search_text, ?) > 0 AND instr(w.search_text, ?) > 0 AND (? IS NULL OR NOT EXISTS (SELECT 1 FROM json_each(?) AS typed WHERE instr(w.search_text, typed.value) = 0)) AND (w.name_key, w.workspace_id) > (?, ?) ORDER BY w.name_key, w.workspace_id LIMIT ?;
COMMIT;

-- listWorkspaces with a search

BEGIN;
SELECT revision, last_sequence, last_at FROM roster_guard WHERE organization_id = ?;
SELECT name, member_count, admin_count, active_workspace_count, created_at
  FROM roster_organization WHERE organization_id = ?;
SELECT role, display_name, email FROM roster_organization_member WHERE organization_id = ? AND user_id = ?;
SELECT w.workspace_id, w.name, w.description, w.status, w.role_counts, w.created_at, w.name_key FROM roster_workspace AS w INDEXED BY roster_workspace_by_name
  WHERE w.organization_id = ? AND (w.status = 'active' OR ?) AND instr(w.search_text, ?) > 0 AND instr(w.search_text, ?) > 0 AND instr(w.search_text, ?) > 0 AND (? IS NULL OR NOT EXISTS (SELECT 1 FROM json_each(?) AS typed WHERE instr(w.search_text, typed.value) = 0)) AND (w.name_key, w.workspace_id) > (?, ?) ORDER BY w.name_key, w.workspace_id LIMIT ?;
COMMIT;

-- workspacesOf

BEGIN;
SELECT revision, last_sequence, last_at FROM roster_guard WHERE organization_id = ?;
SELECT name, member_count, admin_count, active_workspace_count, created_at
  FROM roster_organization WHERE organization_id = ?;
SELECT w.workspace_id, w.name, w.description, w.status, w.role_counts, w.created_at, w.name_key, a.role AS workspace_role
  FROM roster_role_assignment AS a CROSS JOIN roster_workspace AS w
  WHERE a.organization_id = ? AND a.user_id = ? AND w.organization_id = a.organization_id AND w.workspace_id = a.workspace_id
  AND w.status = 'active' AND instr(w.search_text, ?) > 0 AND instr(w.search_text, ?) > 0 AND instr(w.search_text, ?) > 0 AND (? IS NULL OR NOT EXISTS (SELECT 1 FROM json_each(?) AS typed WHERE instr(w.search_text, typed.value) = 0)) AND (w.name_key, w.workspace_id) > (?, ?) ORDER BY w.name_key, w.workspace_id LIMIT ?;
COMMIT;

-- events

BEGIN;
SELECT revision, last_sequence, last_at FROM roster_guard WHERE organization_id = ?;
SELECT name, member_count, admin_count, active_workspace_count, created_at
  FROM roster_organization WHERE organization_id = ?;
SELECT role, display_name, email FROM roster_organization_member WHERE organization_id = ? AND user_id = ?;
SELECT body FROM roster_event WHERE organization_id = ? AND sequence > ? ORDER BY sequence LIMIT ?;
COMMIT;

-- events of a workspace

BEGIN;
SELECT revision, last_sequence, last_at FROM roster_guard WHERE organization_id = ?;
SELECT workspace_id, role, sequence FROM roster_role_assignment WHERE organization_id = ? AND user_id = ? AND workspace_id = ?;
SELECT name, member_count, admin_count, active_workspace_count, created_at
  FROM roster_organization WHERE organization_id = ?;
SELECT role, display_name, email FROM roster_organization_member WHERE organization_id = ? AND user_id = ?;
SELECT w.workspace_id, w.name, w.description, w.status, w.role_counts, w.created_at FROM roster_workspace AS w WHERE w.organization_id = ? AND w.workspace_id = ?;
SELECT body FROM roster_event INDEXED BY roster_event_by_workspace
  WHERE organization_id = ? AND workspace_id = ? AND sequence > ? ORDER BY sequence LIMIT ?;
COMMIT;

-- events of a user

BEGIN;
SELECT revision, last_sequence, last_at FROM roster_guard WHERE organization_id = ?;
SELECT name, member_count, admin_count, active_workspace_count, created_at
  FROM roster_organization WHERE organization_id = ?;
SELECT role, display_name, email FROM roster_organization_member WHERE organization_id = ? AND user_id = ?;
SELECT body FROM roster_event INDEXED BY roster_event_by_user
  WHERE organization_id = ? AND user_id = ? AND sequence > ? ORDER BY sequence LIMIT ?;
COMMIT;

-- events of a user in a workspace

BEGIN;
SELECT revision, last_sequence, last_at FROM roster_guard WHERE organization_id = ?;
SELECT workspace_id, role, sequence FROM roster_role_assignment WHERE organization_id = ? AND user_id = ? AND workspace_id = ?;
SELECT name, member_count, admin_count, active_workspace_count, created_at
  FROM roster_organization WHERE organization_id = ?;
SELECT role, display_name, email FROM roster_organization_member WHERE organization_id = ? AND user_id = ?;
SELECT w.workspace_id, w.name, w.description, w.status, w.role_counts, w.created_at FROM roster_workspace AS w WHERE w.organization_id = ? AND w.workspace_id = ?;
SELECT body FROM roster_event INDEXED BY roster_event_by_user
  WHERE organization_id = ? AND user_id = ? AND workspace_id = ? AND sequence > ? ORDER BY sequence LIMIT ?;
COMMIT;

-- events of an operation

BEGIN;
SELECT revision, last_sequence, last_at FROM roster_guard WHERE organization_id = ?;
SELECT name, member_count, admin_count, active_workspace_count, created_at
  FROM roster_organization WHERE organization_id = ?;
SELECT role, display_name, email FROM roster_organization_member WHERE organization_id = ? AND user_id = ?;
SELECT body FROM roster_operation AS o CROSS JOIN roster_event AS e
  WHERE o.organization_id = ? AND o.operation_id = ?
  AND e.organization_id = o.organization_id AND e.sequence BETWEEN o.first_sequence AND o.last_sequence AND e.sequence > ?
  AND e.workspace_id IS coalesce(?, e.workspace_id) AND e.user_id IS coalesce(?, e.user_id)
  ORDER BY o.first_sequence, e.sequence LIMIT ?;
COMMIT;

-- pruneIdempotencyKeys

BEGIN IMMEDIATE;
DELETE FROM roster_command WHERE (organization_id, command_key) IN (
  SELECT organization_id, command_key FROM roster_command INDEXED BY roster_command_by_time
  WHERE recorded_at < ? ORDER BY recorded_at LIMIT ?);
COMMIT;
