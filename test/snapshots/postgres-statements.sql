-- The statements that the PostgreSQL storage sends for each call of the roster, in this order.
--
-- Made by test/unit/adapters/postgres-statements-snapshot.test.ts, with `vitest run -u`. Do not edit.
-- The text of a statement depends on the kinds of things that a call reads and writes, never on their number.

-- createOrganization (1 of 2)
SELECT (SELECT json_build_array(guard.revision, guard.last_sequence, guard.last_at)::text
    FROM "roster_guard" AS guard WHERE guard.organization_id = $1::text) AS guard,
  (SELECT json_build_array(organization.name, organization.member_count, organization.admin_count,
      organization.active_workspace_count, organization.created_at)::text
    FROM "roster_organization" AS organization WHERE organization.organization_id = $1::text) AS organization;

-- createOrganization (2 of 2)
WITH stored_command AS MATERIALIZED (SELECT (SELECT json_build_array(command.fingerprint, command.outcome, command.recorded_at)::text
    FROM "roster_command" AS command
    WHERE command.organization_id = $1::text AND command.command_key = $2::text) AS command),
members_to_insert AS MATERIALIZED (SELECT * FROM unnest((SELECT $8::text::text[]), (SELECT $9::text::text[]), (SELECT $10::text::text[]), (SELECT $11::text::text[]), (SELECT $12::text::text[]), (SELECT $13::text::text[])) AS batch (user_id, role, display_name, email, name_key, search_text)),
preconditions AS MATERIALIZED (SELECT 1 AS yes WHERE (SELECT stored_command.command FROM stored_command) IS NULL
    AND NOT EXISTS (SELECT 1 FROM "roster_organization" AS organization WHERE organization.organization_id = $1::text)
    AND NOT EXISTS (SELECT 1 FROM members_to_insert AS batch CROSS JOIN LATERAL (SELECT member.name_key, member.search_text FROM "roster_organization_member" AS member
      WHERE member.organization_id = $1::text AND member.user_id = batch.user_id LIMIT 1) AS member)
    AND coalesce((SELECT event.sequence FROM "roster_event" AS event
      WHERE event.organization_id = $1::text ORDER BY event.sequence DESC LIMIT 1), 0) < $19::text::bigint),
guard_moved AS (INSERT INTO "roster_guard" (organization_id, revision, last_sequence, last_at)
    SELECT $1::text, 1, $27::text::bigint, $28::text FROM preconditions ON CONFLICT DO NOTHING RETURNING 1 AS yes),
inserted_organization AS (
    INSERT INTO "roster_organization"
      (organization_id, name, member_count, admin_count, active_workspace_count, created_at)
    SELECT $1::text, $3::text, $4::text::bigint, $5::text::bigint, $6::text::bigint, $7::text FROM guard_moved),
inserted_members AS (
    INSERT INTO "roster_organization_member" (organization_id, user_id, role, display_name, email, name_key, search_text)
    SELECT $1::text, batch.* FROM guard_moved CROSS JOIN members_to_insert AS batch),
inserted_words AS (
    INSERT INTO "roster_member_word" (organization_id, word, user_id, name_key)
    SELECT $1::text, words.word, member.user_id, member.name_key
    FROM guard_moved CROSS JOIN members_to_insert AS member
    CROSS JOIN LATERAL (SELECT DISTINCT left(split.word, 100) AS word
      FROM unnest(string_to_array(ltrim(member.search_text, ' '), ' ')) AS split (word)) AS words),
inserted_events AS (
    INSERT INTO "roster_event" (organization_id, sequence, type, workspace_id, user_id, body)
    SELECT $1::text, batch.*
    FROM guard_moved CROSS JOIN ROWS FROM (unnest((SELECT $14::text::bigint[]), (SELECT $15::text::text[]), (SELECT $16::text::text[]), (SELECT $17::text::text[])), string_to_table($18::text, chr(10))) AS batch (sequence, type, workspace_id, user_id, body)),
inserted_operations AS (
    INSERT INTO "roster_operation" (organization_id, operation_id, first_sequence, last_sequence)
    SELECT $1::text, batch.* FROM guard_moved CROSS JOIN unnest((SELECT $20::text::text[]), (SELECT $21::text::bigint[]), (SELECT $22::text::bigint[])) AS batch (operation_id, first_sequence, last_sequence)),
inserted_command AS (
    INSERT INTO "roster_command" (organization_id, command_key, fingerprint, outcome, recorded_at)
    SELECT $1::text, $23::text, $24::text, $25::text, $26::text FROM guard_moved)
SELECT (SELECT count(*) FROM guard_moved)::text AS guard_moved,
  (SELECT stored_command.command FROM stored_command) AS command;

-- updateOrganization (1 of 2)
SELECT (SELECT json_build_array(guard.revision, guard.last_sequence, guard.last_at)::text
    FROM "roster_guard" AS guard WHERE guard.organization_id = $1::text) AS guard,
  (SELECT json_build_array(organization.name, organization.member_count, organization.admin_count,
      organization.active_workspace_count, organization.created_at)::text
    FROM "roster_organization" AS organization WHERE organization.organization_id = $1::text) AS organization,
  (SELECT json_agg(json_build_array(member.user_id, member.role, member.display_name, member.email))::text FROM unnest((SELECT $2::text::text[])) AS wanted (user_id)
    CROSS JOIN LATERAL (SELECT member.* FROM "roster_organization_member" AS member
      WHERE member.organization_id = $1::text AND member.user_id = wanted.user_id LIMIT 1) AS member) AS members;

-- updateOrganization (2 of 2)
WITH stored_command AS MATERIALIZED (SELECT (SELECT json_build_array(command.fingerprint, command.outcome, command.recorded_at)::text
    FROM "roster_command" AS command
    WHERE command.organization_id = $1::text AND command.command_key = $2::text) AS command),
preconditions AS MATERIALIZED (SELECT 1 AS yes WHERE (SELECT stored_command.command FROM stored_command) IS NULL
    AND EXISTS (SELECT 1 FROM "roster_organization" AS organization WHERE organization.organization_id = $1::text)
    AND coalesce((SELECT event.sequence FROM "roster_event" AS event
      WHERE event.organization_id = $1::text ORDER BY event.sequence DESC LIMIT 1), 0) < $13::text::bigint),
guard_moved AS (UPDATE "roster_guard" AS guard SET revision = guard.revision + 1, last_sequence = $21::text::bigint, last_at = $22::text
    WHERE guard.organization_id = $1::text AND guard.revision = $23::text::bigint
      AND EXISTS (SELECT 1 FROM preconditions) RETURNING 1 AS yes),
replaced_organization AS (
    UPDATE "roster_organization" AS organization SET name = $3::text, member_count = $4::text::bigint, admin_count = $5::text::bigint,
      active_workspace_count = $6::text::bigint, created_at = $7::text
    FROM guard_moved WHERE organization.organization_id = $1::text RETURNING 1 AS yes),
inserted_events AS (
    INSERT INTO "roster_event" (organization_id, sequence, type, workspace_id, user_id, body)
    SELECT $1::text, batch.*
    FROM guard_moved CROSS JOIN ROWS FROM (unnest((SELECT $8::text::bigint[]), (SELECT $9::text::text[]), (SELECT $10::text::text[]), (SELECT $11::text::text[])), string_to_table($12::text, chr(10))) AS batch (sequence, type, workspace_id, user_id, body)),
inserted_operations AS (
    INSERT INTO "roster_operation" (organization_id, operation_id, first_sequence, last_sequence)
    SELECT $1::text, batch.* FROM guard_moved CROSS JOIN unnest((SELECT $14::text::text[]), (SELECT $15::text::bigint[]), (SELECT $16::text::bigint[])) AS batch (operation_id, first_sequence, last_sequence)),
inserted_command AS (
    INSERT INTO "roster_command" (organization_id, command_key, fingerprint, outcome, recorded_at)
    SELECT $1::text, $17::text, $18::text, $19::text, $20::text FROM guard_moved)
SELECT (SELECT count(*) FROM guard_moved)::text AS guard_moved,
  (SELECT stored_command.command FROM stored_command) AS command,
  (1 / CASE WHEN NOT EXISTS (SELECT 1 FROM guard_moved) OR ((SELECT count(*) FROM replaced_organization) = 1) THEN 1 ELSE 0 END)::text AS all_rows_written;

-- addOrganizationMembers (1 of 2)
SELECT (SELECT json_build_array(guard.revision, guard.last_sequence, guard.last_at)::text
    FROM "roster_guard" AS guard WHERE guard.organization_id = $1::text) AS guard,
  (SELECT json_build_array(organization.name, organization.member_count, organization.admin_count,
      organization.active_workspace_count, organization.created_at)::text
    FROM "roster_organization" AS organization WHERE organization.organization_id = $1::text) AS organization,
  (SELECT json_agg(json_build_array(member.user_id, member.role, member.display_name, member.email))::text FROM unnest((SELECT $2::text::text[])) AS wanted (user_id)
    CROSS JOIN LATERAL (SELECT member.* FROM "roster_organization_member" AS member
      WHERE member.organization_id = $1::text AND member.user_id = wanted.user_id LIMIT 1) AS member) AS members;

-- addOrganizationMembers (2 of 2)
WITH stored_command AS MATERIALIZED (SELECT (SELECT json_build_array(command.fingerprint, command.outcome, command.recorded_at)::text
    FROM "roster_command" AS command
    WHERE command.organization_id = $1::text AND command.command_key = $2::text) AS command),
members_to_insert AS MATERIALIZED (SELECT * FROM unnest((SELECT $8::text::text[]), (SELECT $9::text::text[]), (SELECT $10::text::text[]), (SELECT $11::text::text[]), (SELECT $12::text::text[]), (SELECT $13::text::text[])) AS batch (user_id, role, display_name, email, name_key, search_text)),
preconditions AS MATERIALIZED (SELECT 1 AS yes WHERE (SELECT stored_command.command FROM stored_command) IS NULL
    AND EXISTS (SELECT 1 FROM "roster_organization" AS organization WHERE organization.organization_id = $1::text)
    AND NOT EXISTS (SELECT 1 FROM members_to_insert AS batch CROSS JOIN LATERAL (SELECT member.name_key, member.search_text FROM "roster_organization_member" AS member
      WHERE member.organization_id = $1::text AND member.user_id = batch.user_id LIMIT 1) AS member)
    AND coalesce((SELECT event.sequence FROM "roster_event" AS event
      WHERE event.organization_id = $1::text ORDER BY event.sequence DESC LIMIT 1), 0) < $19::text::bigint),
guard_moved AS (UPDATE "roster_guard" AS guard SET revision = guard.revision + 1, last_sequence = $27::text::bigint, last_at = $28::text
    WHERE guard.organization_id = $1::text AND guard.revision = $29::text::bigint
      AND EXISTS (SELECT 1 FROM preconditions) RETURNING 1 AS yes),
replaced_organization AS (
    UPDATE "roster_organization" AS organization SET name = $3::text, member_count = $4::text::bigint, admin_count = $5::text::bigint,
      active_workspace_count = $6::text::bigint, created_at = $7::text
    FROM guard_moved WHERE organization.organization_id = $1::text RETURNING 1 AS yes),
inserted_members AS (
    INSERT INTO "roster_organization_member" (organization_id, user_id, role, display_name, email, name_key, search_text)
    SELECT $1::text, batch.* FROM guard_moved CROSS JOIN members_to_insert AS batch),
inserted_words AS (
    INSERT INTO "roster_member_word" (organization_id, word, user_id, name_key)
    SELECT $1::text, words.word, member.user_id, member.name_key
    FROM guard_moved CROSS JOIN members_to_insert AS member
    CROSS JOIN LATERAL (SELECT DISTINCT left(split.word, 100) AS word
      FROM unnest(string_to_array(ltrim(member.search_text, ' '), ' ')) AS split (word)) AS words),
inserted_events AS (
    INSERT INTO "roster_event" (organization_id, sequence, type, workspace_id, user_id, body)
    SELECT $1::text, batch.*
    FROM guard_moved CROSS JOIN ROWS FROM (unnest((SELECT $14::text::bigint[]), (SELECT $15::text::text[]), (SELECT $16::text::text[]), (SELECT $17::text::text[])), string_to_table($18::text, chr(10))) AS batch (sequence, type, workspace_id, user_id, body)),
inserted_operations AS (
    INSERT INTO "roster_operation" (organization_id, operation_id, first_sequence, last_sequence)
    SELECT $1::text, batch.* FROM guard_moved CROSS JOIN unnest((SELECT $20::text::text[]), (SELECT $21::text::bigint[]), (SELECT $22::text::bigint[])) AS batch (operation_id, first_sequence, last_sequence)),
inserted_command AS (
    INSERT INTO "roster_command" (organization_id, command_key, fingerprint, outcome, recorded_at)
    SELECT $1::text, $23::text, $24::text, $25::text, $26::text FROM guard_moved)
SELECT (SELECT count(*) FROM guard_moved)::text AS guard_moved,
  (SELECT stored_command.command FROM stored_command) AS command,
  (1 / CASE WHEN NOT EXISTS (SELECT 1 FROM guard_moved) OR ((SELECT count(*) FROM replaced_organization) = 1) THEN 1 ELSE 0 END)::text AS all_rows_written;

-- updateProfiles, with a new name (1 of 2)
SELECT (SELECT json_build_array(guard.revision, guard.last_sequence, guard.last_at)::text
    FROM "roster_guard" AS guard WHERE guard.organization_id = $1::text) AS guard,
  (SELECT json_build_array(organization.name, organization.member_count, organization.admin_count,
      organization.active_workspace_count, organization.created_at)::text
    FROM "roster_organization" AS organization WHERE organization.organization_id = $1::text) AS organization,
  (SELECT json_agg(json_build_array(member.user_id, member.role, member.display_name, member.email))::text FROM unnest((SELECT $2::text::text[])) AS wanted (user_id)
    CROSS JOIN LATERAL (SELECT member.* FROM "roster_organization_member" AS member
      WHERE member.organization_id = $1::text AND member.user_id = wanted.user_id LIMIT 1) AS member) AS members;

-- updateProfiles, with a new name (2 of 2)
WITH stored_command AS MATERIALIZED (SELECT (SELECT json_build_array(command.fingerprint, command.outcome, command.recorded_at)::text
    FROM "roster_command" AS command
    WHERE command.organization_id = $1::text AND command.command_key = $2::text) AS command),
members_to_replace AS MATERIALIZED (SELECT $1::text AS organization_id, batch.*,
      member.name_key AS old_name_key, member.search_text AS old_search_text
    FROM unnest((SELECT $3::text::text[]), (SELECT $4::text::text[]), (SELECT $5::text::text[]), (SELECT $6::text::text[]), (SELECT $7::text::text[]), (SELECT $8::text::text[])) AS batch (user_id, role, display_name, email, name_key, search_text) CROSS JOIN LATERAL (SELECT member.name_key, member.search_text FROM "roster_organization_member" AS member
      WHERE member.organization_id = $1::text AND member.user_id = batch.user_id LIMIT 1) AS member LIMIT (SELECT NULL::bigint)),
words_to_put AS MATERIALIZED (SELECT member.user_id, words.word, member.name_key FROM members_to_replace AS member
      CROSS JOIN LATERAL (SELECT DISTINCT left(split.word, 100) AS word
      FROM unnest(string_to_array(ltrim(member.search_text, ' '), ' ')) AS split (word)) AS words WHERE member.old_search_text <> member.search_text OR member.old_name_key <> member.name_key),
words_to_drop AS MATERIALIZED (SELECT $1::text AS organization_id, dropped.*
    FROM (SELECT member.user_id, words.word FROM members_to_replace AS member
      CROSS JOIN LATERAL (SELECT DISTINCT left(split.word, 100) AS word
      FROM unnest(string_to_array(ltrim(member.old_search_text, ' '), ' ')) AS split (word)) AS words WHERE member.old_search_text <> member.search_text OR member.old_name_key <> member.name_key EXCEPT SELECT kept.user_id, kept.word FROM words_to_put AS kept) AS dropped LIMIT (SELECT NULL::bigint)),
preconditions AS MATERIALIZED (SELECT 1 AS yes WHERE (SELECT stored_command.command FROM stored_command) IS NULL
    AND (SELECT count(*) FROM members_to_replace) = $9::text::bigint
    AND coalesce((SELECT event.sequence FROM "roster_event" AS event
      WHERE event.organization_id = $1::text ORDER BY event.sequence DESC LIMIT 1), 0) < $15::text::bigint),
guard_moved AS (UPDATE "roster_guard" AS guard SET revision = guard.revision + 1, last_sequence = $23::text::bigint, last_at = $24::text
    WHERE guard.organization_id = $1::text AND guard.revision = $25::text::bigint
      AND EXISTS (SELECT 1 FROM preconditions) RETURNING 1 AS yes),
replaced_members AS (
    UPDATE "roster_organization_member" AS member SET role = batch.role, display_name = batch.display_name,
      email = batch.email, name_key = batch.name_key, search_text = batch.search_text
    FROM guard_moved CROSS JOIN members_to_replace AS batch
    WHERE member.organization_id = batch.organization_id AND member.user_id = batch.user_id RETURNING 1 AS yes),
dropped_words AS (
    DELETE FROM "roster_member_word" AS member_word USING guard_moved CROSS JOIN words_to_drop AS batch
    WHERE member_word.organization_id = batch.organization_id
      AND member_word.word = batch.word AND member_word.user_id = batch.user_id),
put_words AS (
    INSERT INTO "roster_member_word" AS member_word (organization_id, word, user_id, name_key)
    SELECT $1::text, batch.word, batch.user_id, batch.name_key FROM guard_moved CROSS JOIN words_to_put AS batch
    ON CONFLICT (organization_id, word, user_id) DO UPDATE SET name_key = excluded.name_key
      WHERE member_word.name_key <> excluded.name_key),
renamed_assignments AS (
    UPDATE "roster_role_assignment" AS assignment SET name_key = member.name_key
    FROM guard_moved CROSS JOIN members_to_replace AS member
    WHERE member.old_name_key <> member.name_key
      AND assignment.organization_id = member.organization_id AND assignment.user_id = member.user_id ),
inserted_events AS (
    INSERT INTO "roster_event" (organization_id, sequence, type, workspace_id, user_id, body)
    SELECT $1::text, batch.*
    FROM guard_moved CROSS JOIN ROWS FROM (unnest((SELECT $10::text::bigint[]), (SELECT $11::text::text[]), (SELECT $12::text::text[]), (SELECT $13::text::text[])), string_to_table($14::text, chr(10))) AS batch (sequence, type, workspace_id, user_id, body)),
inserted_operations AS (
    INSERT INTO "roster_operation" (organization_id, operation_id, first_sequence, last_sequence)
    SELECT $1::text, batch.* FROM guard_moved CROSS JOIN unnest((SELECT $16::text::text[]), (SELECT $17::text::bigint[]), (SELECT $18::text::bigint[])) AS batch (operation_id, first_sequence, last_sequence)),
inserted_command AS (
    INSERT INTO "roster_command" (organization_id, command_key, fingerprint, outcome, recorded_at)
    SELECT $1::text, $19::text, $20::text, $21::text, $22::text FROM guard_moved)
SELECT (SELECT count(*) FROM guard_moved)::text AS guard_moved,
  (SELECT stored_command.command FROM stored_command) AS command,
  (1 / CASE WHEN NOT EXISTS (SELECT 1 FROM guard_moved) OR ((SELECT count(*) FROM replaced_members) = $9::text::bigint) THEN 1 ELSE 0 END)::text AS all_rows_written;

-- changeOrganizationRoles (1 of 2)
SELECT (SELECT json_build_array(guard.revision, guard.last_sequence, guard.last_at)::text
    FROM "roster_guard" AS guard WHERE guard.organization_id = $1::text) AS guard,
  (SELECT json_build_array(organization.name, organization.member_count, organization.admin_count,
      organization.active_workspace_count, organization.created_at)::text
    FROM "roster_organization" AS organization WHERE organization.organization_id = $1::text) AS organization,
  (SELECT json_agg(json_build_array(member.user_id, member.role, member.display_name, member.email))::text FROM unnest((SELECT $2::text::text[])) AS wanted (user_id)
    CROSS JOIN LATERAL (SELECT member.* FROM "roster_organization_member" AS member
      WHERE member.organization_id = $1::text AND member.user_id = wanted.user_id LIMIT 1) AS member) AS members;

-- changeOrganizationRoles (2 of 2)
WITH stored_command AS MATERIALIZED (SELECT (SELECT json_build_array(command.fingerprint, command.outcome, command.recorded_at)::text
    FROM "roster_command" AS command
    WHERE command.organization_id = $1::text AND command.command_key = $2::text) AS command),
members_to_replace AS MATERIALIZED (SELECT $1::text AS organization_id, batch.*,
      member.name_key AS old_name_key, member.search_text AS old_search_text
    FROM unnest((SELECT $8::text::text[]), (SELECT $9::text::text[]), (SELECT $10::text::text[]), (SELECT $11::text::text[]), (SELECT $12::text::text[]), (SELECT $13::text::text[])) AS batch (user_id, role, display_name, email, name_key, search_text) CROSS JOIN LATERAL (SELECT member.name_key, member.search_text FROM "roster_organization_member" AS member
      WHERE member.organization_id = $1::text AND member.user_id = batch.user_id LIMIT 1) AS member LIMIT (SELECT NULL::bigint)),
words_to_put AS MATERIALIZED (SELECT member.user_id, words.word, member.name_key FROM members_to_replace AS member
      CROSS JOIN LATERAL (SELECT DISTINCT left(split.word, 100) AS word
      FROM unnest(string_to_array(ltrim(member.search_text, ' '), ' ')) AS split (word)) AS words WHERE member.old_search_text <> member.search_text OR member.old_name_key <> member.name_key),
words_to_drop AS MATERIALIZED (SELECT $1::text AS organization_id, dropped.*
    FROM (SELECT member.user_id, words.word FROM members_to_replace AS member
      CROSS JOIN LATERAL (SELECT DISTINCT left(split.word, 100) AS word
      FROM unnest(string_to_array(ltrim(member.old_search_text, ' '), ' ')) AS split (word)) AS words WHERE member.old_search_text <> member.search_text OR member.old_name_key <> member.name_key EXCEPT SELECT kept.user_id, kept.word FROM words_to_put AS kept) AS dropped LIMIT (SELECT NULL::bigint)),
preconditions AS MATERIALIZED (SELECT 1 AS yes WHERE (SELECT stored_command.command FROM stored_command) IS NULL
    AND EXISTS (SELECT 1 FROM "roster_organization" AS organization WHERE organization.organization_id = $1::text)
    AND (SELECT count(*) FROM members_to_replace) = $14::text::bigint
    AND coalesce((SELECT event.sequence FROM "roster_event" AS event
      WHERE event.organization_id = $1::text ORDER BY event.sequence DESC LIMIT 1), 0) < $20::text::bigint),
guard_moved AS (UPDATE "roster_guard" AS guard SET revision = guard.revision + 1, last_sequence = $28::text::bigint, last_at = $29::text
    WHERE guard.organization_id = $1::text AND guard.revision = $30::text::bigint
      AND EXISTS (SELECT 1 FROM preconditions) RETURNING 1 AS yes),
replaced_organization AS (
    UPDATE "roster_organization" AS organization SET name = $3::text, member_count = $4::text::bigint, admin_count = $5::text::bigint,
      active_workspace_count = $6::text::bigint, created_at = $7::text
    FROM guard_moved WHERE organization.organization_id = $1::text RETURNING 1 AS yes),
replaced_members AS (
    UPDATE "roster_organization_member" AS member SET role = batch.role, display_name = batch.display_name,
      email = batch.email, name_key = batch.name_key, search_text = batch.search_text
    FROM guard_moved CROSS JOIN members_to_replace AS batch
    WHERE member.organization_id = batch.organization_id AND member.user_id = batch.user_id RETURNING 1 AS yes),
dropped_words AS (
    DELETE FROM "roster_member_word" AS member_word USING guard_moved CROSS JOIN words_to_drop AS batch
    WHERE member_word.organization_id = batch.organization_id
      AND member_word.word = batch.word AND member_word.user_id = batch.user_id),
put_words AS (
    INSERT INTO "roster_member_word" AS member_word (organization_id, word, user_id, name_key)
    SELECT $1::text, batch.word, batch.user_id, batch.name_key FROM guard_moved CROSS JOIN words_to_put AS batch
    ON CONFLICT (organization_id, word, user_id) DO UPDATE SET name_key = excluded.name_key
      WHERE member_word.name_key <> excluded.name_key),
renamed_assignments AS (
    UPDATE "roster_role_assignment" AS assignment SET name_key = member.name_key
    FROM guard_moved CROSS JOIN members_to_replace AS member
    WHERE member.old_name_key <> member.name_key
      AND assignment.organization_id = member.organization_id AND assignment.user_id = member.user_id ),
inserted_events AS (
    INSERT INTO "roster_event" (organization_id, sequence, type, workspace_id, user_id, body)
    SELECT $1::text, batch.*
    FROM guard_moved CROSS JOIN ROWS FROM (unnest((SELECT $15::text::bigint[]), (SELECT $16::text::text[]), (SELECT $17::text::text[]), (SELECT $18::text::text[])), string_to_table($19::text, chr(10))) AS batch (sequence, type, workspace_id, user_id, body)),
inserted_operations AS (
    INSERT INTO "roster_operation" (organization_id, operation_id, first_sequence, last_sequence)
    SELECT $1::text, batch.* FROM guard_moved CROSS JOIN unnest((SELECT $21::text::text[]), (SELECT $22::text::bigint[]), (SELECT $23::text::bigint[])) AS batch (operation_id, first_sequence, last_sequence)),
inserted_command AS (
    INSERT INTO "roster_command" (organization_id, command_key, fingerprint, outcome, recorded_at)
    SELECT $1::text, $24::text, $25::text, $26::text, $27::text FROM guard_moved)
SELECT (SELECT count(*) FROM guard_moved)::text AS guard_moved,
  (SELECT stored_command.command FROM stored_command) AS command,
  (1 / CASE WHEN NOT EXISTS (SELECT 1 FROM guard_moved) OR ((SELECT count(*) FROM replaced_organization) = 1
    AND (SELECT count(*) FROM replaced_members) = $14::text::bigint) THEN 1 ELSE 0 END)::text AS all_rows_written;

-- createWorkspace (1 of 2)
SELECT (SELECT json_build_array(guard.revision, guard.last_sequence, guard.last_at)::text
    FROM "roster_guard" AS guard WHERE guard.organization_id = $1::text) AS guard,
  (SELECT json_build_array(organization.name, organization.member_count, organization.admin_count,
      organization.active_workspace_count, organization.created_at)::text
    FROM "roster_organization" AS organization WHERE organization.organization_id = $1::text) AS organization,
  (SELECT json_agg(json_build_array(member.user_id, member.role, member.display_name, member.email))::text FROM unnest((SELECT $2::text::text[])) AS wanted (user_id)
    CROSS JOIN LATERAL (SELECT member.* FROM "roster_organization_member" AS member
      WHERE member.organization_id = $1::text AND member.user_id = wanted.user_id LIMIT 1) AS member) AS members,
  (SELECT json_agg(json_build_array(workspace.workspace_id, workspace.name, workspace.description, workspace.status,
      workspace.role_counts::json, workspace.created_at))::text FROM unnest((SELECT $3::text::text[])) AS wanted (workspace_id) CROSS JOIN LATERAL (SELECT workspace.* FROM "roster_workspace" AS workspace
      WHERE workspace.organization_id = $1::text AND workspace.workspace_id = wanted.workspace_id LIMIT 1) AS workspace) AS workspaces,
  (SELECT json_agg(json_build_array(workspace.workspace_id, workspace.name, workspace.description, workspace.status,
      workspace.role_counts::json, workspace.created_at))::text FROM unnest((SELECT $4::text::text[])) AS wanted (name_key) CROSS JOIN LATERAL (SELECT workspace.* FROM "roster_workspace" AS workspace
      WHERE workspace.organization_id = $1::text
        AND workspace.name_key = wanted.name_key AND workspace.status = 'active' OFFSET 0) AS workspace) AS workspaces_by_name;

-- createWorkspace (2 of 2)
WITH stored_command AS MATERIALIZED (SELECT (SELECT json_build_array(command.fingerprint, command.outcome, command.recorded_at)::text
    FROM "roster_command" AS command
    WHERE command.organization_id = $1::text AND command.command_key = $2::text) AS command),
workspaces_to_insert AS MATERIALIZED (SELECT * FROM unnest((SELECT $8::text::text[]), (SELECT $9::text::text[]), (SELECT $10::text::text[]), (SELECT $11::text::text[]), (SELECT $12::text::text[]), (SELECT $13::text::text[]), (SELECT $14::text::text[]), (SELECT $15::text::text[])) AS batch (workspace_id, name, description, status, role_counts, created_at, name_key, search_text)),
assignments_to_insert AS MATERIALIZED (
    SELECT batch.workspace_id, batch.user_id, batch.role, batch.sequence, coalesce(batch.name_key, (SELECT member.name_key FROM "roster_organization_member" AS member
      WHERE member.organization_id = $1::text AND member.user_id = batch.user_id)) AS name_key
    FROM unnest((SELECT $16::text::text[]), (SELECT $17::text::text[]), (SELECT $18::text::text[]), (SELECT $19::text::bigint[]), (SELECT $20::text::text[])) AS batch (workspace_id, user_id, role, sequence, name_key)),
preconditions AS MATERIALIZED (SELECT 1 AS yes WHERE (SELECT stored_command.command FROM stored_command) IS NULL
    AND EXISTS (SELECT 1 FROM "roster_organization" AS organization WHERE organization.organization_id = $1::text)
    AND NOT EXISTS (SELECT 1 FROM workspaces_to_insert AS batch CROSS JOIN LATERAL (SELECT 1 AS yes FROM "roster_workspace" AS workspace
      WHERE workspace.organization_id = $1::text AND workspace.workspace_id = batch.workspace_id LIMIT 1) AS workspace)
    AND NOT EXISTS (SELECT 1 FROM assignments_to_insert AS batch CROSS JOIN LATERAL (SELECT 1 AS yes FROM "roster_role_assignment" AS assignment
      WHERE assignment.organization_id = $1::text
        AND assignment.user_id = batch.user_id AND assignment.workspace_id = batch.workspace_id LIMIT 1) AS assignment)
    AND NOT EXISTS (SELECT 1 FROM assignments_to_insert AS batch WHERE batch.name_key IS NULL)
    AND coalesce((SELECT event.sequence FROM "roster_event" AS event
      WHERE event.organization_id = $1::text ORDER BY event.sequence DESC LIMIT 1), 0) < $26::text::bigint),
guard_moved AS (UPDATE "roster_guard" AS guard SET revision = guard.revision + 1, last_sequence = $34::text::bigint, last_at = $35::text
    WHERE guard.organization_id = $1::text AND guard.revision = $36::text::bigint
      AND EXISTS (SELECT 1 FROM preconditions) RETURNING 1 AS yes),
replaced_organization AS (
    UPDATE "roster_organization" AS organization SET name = $3::text, member_count = $4::text::bigint, admin_count = $5::text::bigint,
      active_workspace_count = $6::text::bigint, created_at = $7::text
    FROM guard_moved WHERE organization.organization_id = $1::text RETURNING 1 AS yes),
inserted_workspaces AS (
    INSERT INTO "roster_workspace" (organization_id, workspace_id, name, description, status, role_counts, created_at, name_key, search_text)
    SELECT $1::text, batch.* FROM guard_moved CROSS JOIN workspaces_to_insert AS batch),
inserted_assignments AS (
    INSERT INTO "roster_role_assignment" (organization_id, workspace_id, user_id, role, sequence, name_key)
    SELECT $1::text, batch.* FROM guard_moved CROSS JOIN assignments_to_insert AS batch),
inserted_events AS (
    INSERT INTO "roster_event" (organization_id, sequence, type, workspace_id, user_id, body)
    SELECT $1::text, batch.*
    FROM guard_moved CROSS JOIN ROWS FROM (unnest((SELECT $21::text::bigint[]), (SELECT $22::text::text[]), (SELECT $23::text::text[]), (SELECT $24::text::text[])), string_to_table($25::text, chr(10))) AS batch (sequence, type, workspace_id, user_id, body)),
inserted_operations AS (
    INSERT INTO "roster_operation" (organization_id, operation_id, first_sequence, last_sequence)
    SELECT $1::text, batch.* FROM guard_moved CROSS JOIN unnest((SELECT $27::text::text[]), (SELECT $28::text::bigint[]), (SELECT $29::text::bigint[])) AS batch (operation_id, first_sequence, last_sequence)),
inserted_command AS (
    INSERT INTO "roster_command" (organization_id, command_key, fingerprint, outcome, recorded_at)
    SELECT $1::text, $30::text, $31::text, $32::text, $33::text FROM guard_moved)
SELECT (SELECT count(*) FROM guard_moved)::text AS guard_moved,
  (SELECT stored_command.command FROM stored_command) AS command,
  (1 / CASE WHEN NOT EXISTS (SELECT 1 FROM guard_moved) OR ((SELECT count(*) FROM replaced_organization) = 1) THEN 1 ELSE 0 END)::text AS all_rows_written;

-- createWorkspace with addEveryone (1 of 2)
SELECT (SELECT json_build_array(guard.revision, guard.last_sequence, guard.last_at)::text
    FROM "roster_guard" AS guard WHERE guard.organization_id = $1::text) AS guard,
  (SELECT json_build_array(organization.name, organization.member_count, organization.admin_count,
      organization.active_workspace_count, organization.created_at)::text
    FROM "roster_organization" AS organization WHERE organization.organization_id = $1::text) AS organization,
  (SELECT json_agg(json_build_array(member.user_id, member.role, member.display_name, member.email))::text FROM unnest((SELECT $2::text::text[])) AS wanted (user_id)
    CROSS JOIN LATERAL (SELECT member.* FROM "roster_organization_member" AS member
      WHERE member.organization_id = $1::text AND member.user_id = wanted.user_id LIMIT 1) AS member) AS members,
  (SELECT json_agg(json_build_array(member.user_id, member.role, member.display_name, member.email))::text FROM (SELECT member.* FROM "roster_organization_member" AS member
      WHERE member.organization_id = $1::text LIMIT $3::text::bigint) AS member) AS any_members,
  (SELECT json_agg(json_build_array(workspace.workspace_id, workspace.name, workspace.description, workspace.status,
      workspace.role_counts::json, workspace.created_at))::text FROM unnest((SELECT $4::text::text[])) AS wanted (workspace_id) CROSS JOIN LATERAL (SELECT workspace.* FROM "roster_workspace" AS workspace
      WHERE workspace.organization_id = $1::text AND workspace.workspace_id = wanted.workspace_id LIMIT 1) AS workspace) AS workspaces,
  (SELECT json_agg(json_build_array(workspace.workspace_id, workspace.name, workspace.description, workspace.status,
      workspace.role_counts::json, workspace.created_at))::text FROM unnest((SELECT $5::text::text[])) AS wanted (name_key) CROSS JOIN LATERAL (SELECT workspace.* FROM "roster_workspace" AS workspace
      WHERE workspace.organization_id = $1::text
        AND workspace.name_key = wanted.name_key AND workspace.status = 'active' OFFSET 0) AS workspace) AS workspaces_by_name;

-- createWorkspace with addEveryone (2 of 2)
WITH stored_command AS MATERIALIZED (SELECT (SELECT json_build_array(command.fingerprint, command.outcome, command.recorded_at)::text
    FROM "roster_command" AS command
    WHERE command.organization_id = $1::text AND command.command_key = $2::text) AS command),
workspaces_to_insert AS MATERIALIZED (SELECT * FROM unnest((SELECT $8::text::text[]), (SELECT $9::text::text[]), (SELECT $10::text::text[]), (SELECT $11::text::text[]), (SELECT $12::text::text[]), (SELECT $13::text::text[]), (SELECT $14::text::text[]), (SELECT $15::text::text[])) AS batch (workspace_id, name, description, status, role_counts, created_at, name_key, search_text)),
assignments_to_insert AS MATERIALIZED (
    SELECT batch.workspace_id, batch.user_id, batch.role, batch.sequence, coalesce(batch.name_key, (SELECT member.name_key FROM "roster_organization_member" AS member
      WHERE member.organization_id = $1::text AND member.user_id = batch.user_id)) AS name_key
    FROM unnest((SELECT $16::text::text[]), (SELECT $17::text::text[]), (SELECT $18::text::text[]), (SELECT $19::text::bigint[]), (SELECT $20::text::text[])) AS batch (workspace_id, user_id, role, sequence, name_key)),
preconditions AS MATERIALIZED (SELECT 1 AS yes WHERE (SELECT stored_command.command FROM stored_command) IS NULL
    AND EXISTS (SELECT 1 FROM "roster_organization" AS organization WHERE organization.organization_id = $1::text)
    AND NOT EXISTS (SELECT 1 FROM workspaces_to_insert AS batch CROSS JOIN LATERAL (SELECT 1 AS yes FROM "roster_workspace" AS workspace
      WHERE workspace.organization_id = $1::text AND workspace.workspace_id = batch.workspace_id LIMIT 1) AS workspace)
    AND NOT EXISTS (SELECT 1 FROM assignments_to_insert AS batch CROSS JOIN LATERAL (SELECT 1 AS yes FROM "roster_role_assignment" AS assignment
      WHERE assignment.organization_id = $1::text
        AND assignment.user_id = batch.user_id AND assignment.workspace_id = batch.workspace_id LIMIT 1) AS assignment)
    AND NOT EXISTS (SELECT 1 FROM assignments_to_insert AS batch WHERE batch.name_key IS NULL)
    AND coalesce((SELECT event.sequence FROM "roster_event" AS event
      WHERE event.organization_id = $1::text ORDER BY event.sequence DESC LIMIT 1), 0) < $26::text::bigint),
guard_moved AS (UPDATE "roster_guard" AS guard SET revision = guard.revision + 1, last_sequence = $34::text::bigint, last_at = $35::text
    WHERE guard.organization_id = $1::text AND guard.revision = $36::text::bigint
      AND EXISTS (SELECT 1 FROM preconditions) RETURNING 1 AS yes),
replaced_organization AS (
    UPDATE "roster_organization" AS organization SET name = $3::text, member_count = $4::text::bigint, admin_count = $5::text::bigint,
      active_workspace_count = $6::text::bigint, created_at = $7::text
    FROM guard_moved WHERE organization.organization_id = $1::text RETURNING 1 AS yes),
inserted_workspaces AS (
    INSERT INTO "roster_workspace" (organization_id, workspace_id, name, description, status, role_counts, created_at, name_key, search_text)
    SELECT $1::text, batch.* FROM guard_moved CROSS JOIN workspaces_to_insert AS batch),
inserted_assignments AS (
    INSERT INTO "roster_role_assignment" (organization_id, workspace_id, user_id, role, sequence, name_key)
    SELECT $1::text, batch.* FROM guard_moved CROSS JOIN assignments_to_insert AS batch),
inserted_events AS (
    INSERT INTO "roster_event" (organization_id, sequence, type, workspace_id, user_id, body)
    SELECT $1::text, batch.*
    FROM guard_moved CROSS JOIN ROWS FROM (unnest((SELECT $21::text::bigint[]), (SELECT $22::text::text[]), (SELECT $23::text::text[]), (SELECT $24::text::text[])), string_to_table($25::text, chr(10))) AS batch (sequence, type, workspace_id, user_id, body)),
inserted_operations AS (
    INSERT INTO "roster_operation" (organization_id, operation_id, first_sequence, last_sequence)
    SELECT $1::text, batch.* FROM guard_moved CROSS JOIN unnest((SELECT $27::text::text[]), (SELECT $28::text::bigint[]), (SELECT $29::text::bigint[])) AS batch (operation_id, first_sequence, last_sequence)),
inserted_command AS (
    INSERT INTO "roster_command" (organization_id, command_key, fingerprint, outcome, recorded_at)
    SELECT $1::text, $30::text, $31::text, $32::text, $33::text FROM guard_moved)
SELECT (SELECT count(*) FROM guard_moved)::text AS guard_moved,
  (SELECT stored_command.command FROM stored_command) AS command,
  (1 / CASE WHEN NOT EXISTS (SELECT 1 FROM guard_moved) OR ((SELECT count(*) FROM replaced_organization) = 1) THEN 1 ELSE 0 END)::text AS all_rows_written;

-- updateWorkspace (1 of 2)
WITH assignments_by_key AS MATERIALIZED (SELECT assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence FROM unnest((SELECT $2::text::text[]), (SELECT $3::text::text[])) AS wanted (workspace_id, user_id) CROSS JOIN LATERAL (SELECT assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence FROM "roster_role_assignment" AS assignment
    WHERE assignment.organization_id = $1::text AND assignment.user_id = wanted.user_id AND assignment.workspace_id = wanted.workspace_id LIMIT 1) AS assignment)
SELECT (SELECT json_build_array(guard.revision, guard.last_sequence, guard.last_at)::text
    FROM "roster_guard" AS guard WHERE guard.organization_id = $1::text) AS guard,
  (SELECT json_build_array(organization.name, organization.member_count, organization.admin_count,
      organization.active_workspace_count, organization.created_at)::text
    FROM "roster_organization" AS organization WHERE organization.organization_id = $1::text) AS organization,
  (SELECT json_agg(json_build_array(member.user_id, member.role, member.display_name, member.email))::text FROM unnest((SELECT $4::text::text[])) AS wanted (user_id)
    CROSS JOIN LATERAL (SELECT member.* FROM "roster_organization_member" AS member
      WHERE member.organization_id = $1::text AND member.user_id = wanted.user_id LIMIT 1) AS member) AS members,
  (SELECT json_agg(json_build_array(workspace.workspace_id, workspace.name, workspace.description, workspace.status,
      workspace.role_counts::json, workspace.created_at))::text FROM unnest((SELECT $5::text::text[])) AS wanted (workspace_id) CROSS JOIN LATERAL (SELECT workspace.* FROM "roster_workspace" AS workspace
      WHERE workspace.organization_id = $1::text AND workspace.workspace_id = wanted.workspace_id LIMIT 1) AS workspace) AS workspaces,
  (SELECT json_agg(json_build_array(workspace.workspace_id, workspace.name, workspace.description, workspace.status,
      workspace.role_counts::json, workspace.created_at))::text FROM unnest((SELECT $6::text::text[])) AS wanted (name_key) CROSS JOIN LATERAL (SELECT workspace.* FROM "roster_workspace" AS workspace
      WHERE workspace.organization_id = $1::text
        AND workspace.name_key = wanted.name_key AND workspace.status = 'active' OFFSET 0) AS workspace) AS workspaces_by_name,
  (SELECT json_agg(json_build_array(assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence))::text FROM (SELECT assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence FROM assignments_by_key AS assignment) AS assignment) AS assignments;

-- updateWorkspace (2 of 2)
WITH stored_command AS MATERIALIZED (SELECT (SELECT json_build_array(command.fingerprint, command.outcome, command.recorded_at)::text
    FROM "roster_command" AS command
    WHERE command.organization_id = $1::text AND command.command_key = $2::text) AS command),
workspaces_to_replace AS MATERIALIZED (SELECT $1::text AS organization_id, batch.* FROM unnest((SELECT $3::text::text[]), (SELECT $4::text::text[]), (SELECT $5::text::text[]), (SELECT $6::text::text[]), (SELECT $7::text::text[]), (SELECT $8::text::text[]), (SELECT $9::text::text[]), (SELECT $10::text::text[])) AS batch (workspace_id, name, description, status, role_counts, created_at, name_key, search_text) LIMIT (SELECT NULL::bigint)),
preconditions AS MATERIALIZED (SELECT 1 AS yes WHERE (SELECT stored_command.command FROM stored_command) IS NULL
    AND (SELECT count(*) FROM workspaces_to_replace AS batch CROSS JOIN LATERAL (SELECT 1 AS yes FROM "roster_workspace" AS workspace
      WHERE workspace.organization_id = $1::text AND workspace.workspace_id = batch.workspace_id LIMIT 1) AS workspace) = $11::text::bigint
    AND coalesce((SELECT event.sequence FROM "roster_event" AS event
      WHERE event.organization_id = $1::text ORDER BY event.sequence DESC LIMIT 1), 0) < $17::text::bigint),
guard_moved AS (UPDATE "roster_guard" AS guard SET revision = guard.revision + 1, last_sequence = $25::text::bigint, last_at = $26::text
    WHERE guard.organization_id = $1::text AND guard.revision = $27::text::bigint
      AND EXISTS (SELECT 1 FROM preconditions) RETURNING 1 AS yes),
replaced_workspaces AS (
    UPDATE "roster_workspace" AS workspace SET name = batch.name, description = batch.description,
      status = batch.status, role_counts = batch.role_counts, created_at = batch.created_at,
      name_key = batch.name_key, search_text = batch.search_text
    FROM guard_moved CROSS JOIN workspaces_to_replace AS batch
    WHERE workspace.organization_id = batch.organization_id AND workspace.workspace_id = batch.workspace_id
    RETURNING 1 AS yes),
inserted_events AS (
    INSERT INTO "roster_event" (organization_id, sequence, type, workspace_id, user_id, body)
    SELECT $1::text, batch.*
    FROM guard_moved CROSS JOIN ROWS FROM (unnest((SELECT $12::text::bigint[]), (SELECT $13::text::text[]), (SELECT $14::text::text[]), (SELECT $15::text::text[])), string_to_table($16::text, chr(10))) AS batch (sequence, type, workspace_id, user_id, body)),
inserted_operations AS (
    INSERT INTO "roster_operation" (organization_id, operation_id, first_sequence, last_sequence)
    SELECT $1::text, batch.* FROM guard_moved CROSS JOIN unnest((SELECT $18::text::text[]), (SELECT $19::text::bigint[]), (SELECT $20::text::bigint[])) AS batch (operation_id, first_sequence, last_sequence)),
inserted_command AS (
    INSERT INTO "roster_command" (organization_id, command_key, fingerprint, outcome, recorded_at)
    SELECT $1::text, $21::text, $22::text, $23::text, $24::text FROM guard_moved)
SELECT (SELECT count(*) FROM guard_moved)::text AS guard_moved,
  (SELECT stored_command.command FROM stored_command) AS command,
  (1 / CASE WHEN NOT EXISTS (SELECT 1 FROM guard_moved) OR ((SELECT count(*) FROM replaced_workspaces) = $11::text::bigint) THEN 1 ELSE 0 END)::text AS all_rows_written;

-- addMembers (1 of 2)
WITH assignments_by_key AS MATERIALIZED (SELECT assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence FROM unnest((SELECT $2::text::text[]), (SELECT $3::text::text[])) AS wanted (workspace_id, user_id) CROSS JOIN LATERAL (SELECT assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence FROM "roster_role_assignment" AS assignment
    WHERE assignment.organization_id = $1::text AND assignment.user_id = wanted.user_id AND assignment.workspace_id = wanted.workspace_id LIMIT 1) AS assignment)
SELECT (SELECT json_build_array(guard.revision, guard.last_sequence, guard.last_at)::text
    FROM "roster_guard" AS guard WHERE guard.organization_id = $1::text) AS guard,
  (SELECT json_build_array(organization.name, organization.member_count, organization.admin_count,
      organization.active_workspace_count, organization.created_at)::text
    FROM "roster_organization" AS organization WHERE organization.organization_id = $1::text) AS organization,
  (SELECT json_agg(json_build_array(member.user_id, member.role, member.display_name, member.email))::text FROM unnest((SELECT $4::text::text[])) AS wanted (user_id)
    CROSS JOIN LATERAL (SELECT member.* FROM "roster_organization_member" AS member
      WHERE member.organization_id = $1::text AND member.user_id = wanted.user_id LIMIT 1) AS member) AS members,
  (SELECT json_agg(json_build_array(workspace.workspace_id, workspace.name, workspace.description, workspace.status,
      workspace.role_counts::json, workspace.created_at))::text FROM unnest((SELECT $5::text::text[])) AS wanted (workspace_id) CROSS JOIN LATERAL (SELECT workspace.* FROM "roster_workspace" AS workspace
      WHERE workspace.organization_id = $1::text AND workspace.workspace_id = wanted.workspace_id LIMIT 1) AS workspace) AS workspaces,
  (SELECT json_agg(json_build_array(assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence))::text FROM (SELECT assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence FROM assignments_by_key AS assignment) AS assignment) AS assignments;

-- addMembers (2 of 2)
WITH stored_command AS MATERIALIZED (SELECT (SELECT json_build_array(command.fingerprint, command.outcome, command.recorded_at)::text
    FROM "roster_command" AS command
    WHERE command.organization_id = $1::text AND command.command_key = $2::text) AS command),
workspaces_to_replace AS MATERIALIZED (SELECT $1::text AS organization_id, batch.* FROM unnest((SELECT $3::text::text[]), (SELECT $4::text::text[]), (SELECT $5::text::text[]), (SELECT $6::text::text[]), (SELECT $7::text::text[]), (SELECT $8::text::text[]), (SELECT $9::text::text[]), (SELECT $10::text::text[])) AS batch (workspace_id, name, description, status, role_counts, created_at, name_key, search_text) LIMIT (SELECT NULL::bigint)),
assignments_to_insert AS MATERIALIZED (
    SELECT batch.workspace_id, batch.user_id, batch.role, batch.sequence, coalesce(batch.name_key, (SELECT member.name_key FROM "roster_organization_member" AS member
      WHERE member.organization_id = $1::text AND member.user_id = batch.user_id)) AS name_key
    FROM unnest((SELECT $12::text::text[]), (SELECT $13::text::text[]), (SELECT $14::text::text[]), (SELECT $15::text::bigint[]), (SELECT $16::text::text[])) AS batch (workspace_id, user_id, role, sequence, name_key)),
preconditions AS MATERIALIZED (SELECT 1 AS yes WHERE (SELECT stored_command.command FROM stored_command) IS NULL
    AND (SELECT count(*) FROM workspaces_to_replace AS batch CROSS JOIN LATERAL (SELECT 1 AS yes FROM "roster_workspace" AS workspace
      WHERE workspace.organization_id = $1::text AND workspace.workspace_id = batch.workspace_id LIMIT 1) AS workspace) = $11::text::bigint
    AND NOT EXISTS (SELECT 1 FROM assignments_to_insert AS batch CROSS JOIN LATERAL (SELECT 1 AS yes FROM "roster_role_assignment" AS assignment
      WHERE assignment.organization_id = $1::text
        AND assignment.user_id = batch.user_id AND assignment.workspace_id = batch.workspace_id LIMIT 1) AS assignment)
    AND NOT EXISTS (SELECT 1 FROM assignments_to_insert AS batch WHERE batch.name_key IS NULL)
    AND coalesce((SELECT event.sequence FROM "roster_event" AS event
      WHERE event.organization_id = $1::text ORDER BY event.sequence DESC LIMIT 1), 0) < $22::text::bigint),
guard_moved AS (UPDATE "roster_guard" AS guard SET revision = guard.revision + 1, last_sequence = $30::text::bigint, last_at = $31::text
    WHERE guard.organization_id = $1::text AND guard.revision = $32::text::bigint
      AND EXISTS (SELECT 1 FROM preconditions) RETURNING 1 AS yes),
replaced_workspaces AS (
    UPDATE "roster_workspace" AS workspace SET name = batch.name, description = batch.description,
      status = batch.status, role_counts = batch.role_counts, created_at = batch.created_at,
      name_key = batch.name_key, search_text = batch.search_text
    FROM guard_moved CROSS JOIN workspaces_to_replace AS batch
    WHERE workspace.organization_id = batch.organization_id AND workspace.workspace_id = batch.workspace_id
    RETURNING 1 AS yes),
inserted_assignments AS (
    INSERT INTO "roster_role_assignment" (organization_id, workspace_id, user_id, role, sequence, name_key)
    SELECT $1::text, batch.* FROM guard_moved CROSS JOIN assignments_to_insert AS batch),
inserted_events AS (
    INSERT INTO "roster_event" (organization_id, sequence, type, workspace_id, user_id, body)
    SELECT $1::text, batch.*
    FROM guard_moved CROSS JOIN ROWS FROM (unnest((SELECT $17::text::bigint[]), (SELECT $18::text::text[]), (SELECT $19::text::text[]), (SELECT $20::text::text[])), string_to_table($21::text, chr(10))) AS batch (sequence, type, workspace_id, user_id, body)),
inserted_operations AS (
    INSERT INTO "roster_operation" (organization_id, operation_id, first_sequence, last_sequence)
    SELECT $1::text, batch.* FROM guard_moved CROSS JOIN unnest((SELECT $23::text::text[]), (SELECT $24::text::bigint[]), (SELECT $25::text::bigint[])) AS batch (operation_id, first_sequence, last_sequence)),
inserted_command AS (
    INSERT INTO "roster_command" (organization_id, command_key, fingerprint, outcome, recorded_at)
    SELECT $1::text, $26::text, $27::text, $28::text, $29::text FROM guard_moved)
SELECT (SELECT count(*) FROM guard_moved)::text AS guard_moved,
  (SELECT stored_command.command FROM stored_command) AS command,
  (1 / CASE WHEN NOT EXISTS (SELECT 1 FROM guard_moved) OR ((SELECT count(*) FROM replaced_workspaces) = $11::text::bigint) THEN 1 ELSE 0 END)::text AS all_rows_written;

-- addMembers with an idempotency key (1 of 2)
WITH assignments_by_key AS MATERIALIZED (SELECT assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence FROM unnest((SELECT $2::text::text[]), (SELECT $3::text::text[])) AS wanted (workspace_id, user_id) CROSS JOIN LATERAL (SELECT assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence FROM "roster_role_assignment" AS assignment
    WHERE assignment.organization_id = $1::text AND assignment.user_id = wanted.user_id AND assignment.workspace_id = wanted.workspace_id LIMIT 1) AS assignment)
SELECT (SELECT json_build_array(guard.revision, guard.last_sequence, guard.last_at)::text
    FROM "roster_guard" AS guard WHERE guard.organization_id = $1::text) AS guard,
  (SELECT json_build_array(organization.name, organization.member_count, organization.admin_count,
      organization.active_workspace_count, organization.created_at)::text
    FROM "roster_organization" AS organization WHERE organization.organization_id = $1::text) AS organization,
  (SELECT json_build_array(command.fingerprint, command.outcome, command.recorded_at)::text
    FROM "roster_command" AS command
    WHERE command.organization_id = $1::text AND command.command_key = $4::text) AS command,
  (SELECT json_agg(json_build_array(member.user_id, member.role, member.display_name, member.email))::text FROM unnest((SELECT $5::text::text[])) AS wanted (user_id)
    CROSS JOIN LATERAL (SELECT member.* FROM "roster_organization_member" AS member
      WHERE member.organization_id = $1::text AND member.user_id = wanted.user_id LIMIT 1) AS member) AS members,
  (SELECT json_agg(json_build_array(workspace.workspace_id, workspace.name, workspace.description, workspace.status,
      workspace.role_counts::json, workspace.created_at))::text FROM unnest((SELECT $6::text::text[])) AS wanted (workspace_id) CROSS JOIN LATERAL (SELECT workspace.* FROM "roster_workspace" AS workspace
      WHERE workspace.organization_id = $1::text AND workspace.workspace_id = wanted.workspace_id LIMIT 1) AS workspace) AS workspaces,
  (SELECT json_agg(json_build_array(assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence))::text FROM (SELECT assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence FROM assignments_by_key AS assignment) AS assignment) AS assignments;

-- addMembers with an idempotency key (2 of 2)
WITH stored_command AS MATERIALIZED (SELECT (SELECT json_build_array(command.fingerprint, command.outcome, command.recorded_at)::text
    FROM "roster_command" AS command
    WHERE command.organization_id = $1::text AND command.command_key = $2::text) AS command),
workspaces_to_replace AS MATERIALIZED (SELECT $1::text AS organization_id, batch.* FROM unnest((SELECT $3::text::text[]), (SELECT $4::text::text[]), (SELECT $5::text::text[]), (SELECT $6::text::text[]), (SELECT $7::text::text[]), (SELECT $8::text::text[]), (SELECT $9::text::text[]), (SELECT $10::text::text[])) AS batch (workspace_id, name, description, status, role_counts, created_at, name_key, search_text) LIMIT (SELECT NULL::bigint)),
assignments_to_insert AS MATERIALIZED (
    SELECT batch.workspace_id, batch.user_id, batch.role, batch.sequence, coalesce(batch.name_key, (SELECT member.name_key FROM "roster_organization_member" AS member
      WHERE member.organization_id = $1::text AND member.user_id = batch.user_id)) AS name_key
    FROM unnest((SELECT $12::text::text[]), (SELECT $13::text::text[]), (SELECT $14::text::text[]), (SELECT $15::text::bigint[]), (SELECT $16::text::text[])) AS batch (workspace_id, user_id, role, sequence, name_key)),
preconditions AS MATERIALIZED (SELECT 1 AS yes WHERE (SELECT stored_command.command FROM stored_command) IS NULL
    AND (SELECT count(*) FROM workspaces_to_replace AS batch CROSS JOIN LATERAL (SELECT 1 AS yes FROM "roster_workspace" AS workspace
      WHERE workspace.organization_id = $1::text AND workspace.workspace_id = batch.workspace_id LIMIT 1) AS workspace) = $11::text::bigint
    AND NOT EXISTS (SELECT 1 FROM assignments_to_insert AS batch CROSS JOIN LATERAL (SELECT 1 AS yes FROM "roster_role_assignment" AS assignment
      WHERE assignment.organization_id = $1::text
        AND assignment.user_id = batch.user_id AND assignment.workspace_id = batch.workspace_id LIMIT 1) AS assignment)
    AND NOT EXISTS (SELECT 1 FROM assignments_to_insert AS batch WHERE batch.name_key IS NULL)
    AND coalesce((SELECT event.sequence FROM "roster_event" AS event
      WHERE event.organization_id = $1::text ORDER BY event.sequence DESC LIMIT 1), 0) < $22::text::bigint),
guard_moved AS (UPDATE "roster_guard" AS guard SET revision = guard.revision + 1, last_sequence = $30::text::bigint, last_at = $31::text
    WHERE guard.organization_id = $1::text AND guard.revision = $32::text::bigint
      AND EXISTS (SELECT 1 FROM preconditions) RETURNING 1 AS yes),
replaced_workspaces AS (
    UPDATE "roster_workspace" AS workspace SET name = batch.name, description = batch.description,
      status = batch.status, role_counts = batch.role_counts, created_at = batch.created_at,
      name_key = batch.name_key, search_text = batch.search_text
    FROM guard_moved CROSS JOIN workspaces_to_replace AS batch
    WHERE workspace.organization_id = batch.organization_id AND workspace.workspace_id = batch.workspace_id
    RETURNING 1 AS yes),
inserted_assignments AS (
    INSERT INTO "roster_role_assignment" (organization_id, workspace_id, user_id, role, sequence, name_key)
    SELECT $1::text, batch.* FROM guard_moved CROSS JOIN assignments_to_insert AS batch),
inserted_events AS (
    INSERT INTO "roster_event" (organization_id, sequence, type, workspace_id, user_id, body)
    SELECT $1::text, batch.*
    FROM guard_moved CROSS JOIN ROWS FROM (unnest((SELECT $17::text::bigint[]), (SELECT $18::text::text[]), (SELECT $19::text::text[]), (SELECT $20::text::text[])), string_to_table($21::text, chr(10))) AS batch (sequence, type, workspace_id, user_id, body)),
inserted_operations AS (
    INSERT INTO "roster_operation" (organization_id, operation_id, first_sequence, last_sequence)
    SELECT $1::text, batch.* FROM guard_moved CROSS JOIN unnest((SELECT $23::text::text[]), (SELECT $24::text::bigint[]), (SELECT $25::text::bigint[])) AS batch (operation_id, first_sequence, last_sequence)),
inserted_command AS (
    INSERT INTO "roster_command" (organization_id, command_key, fingerprint, outcome, recorded_at)
    SELECT $1::text, $26::text, $27::text, $28::text, $29::text FROM guard_moved)
SELECT (SELECT count(*) FROM guard_moved)::text AS guard_moved,
  (SELECT stored_command.command FROM stored_command) AS command,
  (1 / CASE WHEN NOT EXISTS (SELECT 1 FROM guard_moved) OR ((SELECT count(*) FROM replaced_workspaces) = $11::text::bigint) THEN 1 ELSE 0 END)::text AS all_rows_written;

-- undoAddMembers (1 of 3)
SELECT (SELECT json_build_array(guard.revision, guard.last_sequence, guard.last_at)::text
    FROM "roster_guard" AS guard WHERE guard.organization_id = $1::text) AS guard,
  (SELECT json_build_array(organization.name, organization.member_count, organization.admin_count,
      organization.active_workspace_count, organization.created_at)::text
    FROM "roster_organization" AS organization WHERE organization.organization_id = $1::text) AS organization,
  (SELECT '[' || string_agg(event.body, ',' ORDER BY event.sequence) || ']' FROM (SELECT * FROM (SELECT event.sequence, event.body FROM (
    SELECT operation.first_sequence, operation.last_sequence FROM "roster_operation" AS operation
    WHERE operation.organization_id = $1::text AND operation.operation_id = $3::text
    ORDER BY operation.first_sequence OFFSET 0) AS operation CROSS JOIN LATERAL (
    SELECT event.sequence, event.body FROM "roster_event" AS event
    WHERE event.organization_id = $1::text AND event.sequence > $2::text::bigint AND event.sequence BETWEEN operation.first_sequence AND operation.last_sequence
    ORDER BY event.sequence) AS event ORDER BY event.sequence LIMIT 32768) AS bounded LIMIT $4::text::bigint) AS event) AS page_rows;

-- undoAddMembers (2 of 3)
WITH assignments_by_key AS MATERIALIZED (SELECT assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence FROM unnest((SELECT $2::text::text[]), (SELECT $3::text::text[])) AS wanted (workspace_id, user_id) CROSS JOIN LATERAL (SELECT assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence FROM "roster_role_assignment" AS assignment
    WHERE assignment.organization_id = $1::text AND assignment.user_id = wanted.user_id AND assignment.workspace_id = wanted.workspace_id LIMIT 1) AS assignment)
SELECT (SELECT json_build_array(guard.revision, guard.last_sequence, guard.last_at)::text
    FROM "roster_guard" AS guard WHERE guard.organization_id = $1::text) AS guard,
  (SELECT json_build_array(organization.name, organization.member_count, organization.admin_count,
      organization.active_workspace_count, organization.created_at)::text
    FROM "roster_organization" AS organization WHERE organization.organization_id = $1::text) AS organization,
  (SELECT json_agg(json_build_array(member.user_id, member.role, member.display_name, member.email))::text FROM unnest((SELECT $4::text::text[])) AS wanted (user_id)
    CROSS JOIN LATERAL (SELECT member.* FROM "roster_organization_member" AS member
      WHERE member.organization_id = $1::text AND member.user_id = wanted.user_id LIMIT 1) AS member) AS members,
  (SELECT json_agg(json_build_array(workspace.workspace_id, workspace.name, workspace.description, workspace.status,
      workspace.role_counts::json, workspace.created_at))::text FROM unnest((SELECT $5::text::text[])) AS wanted (workspace_id) CROSS JOIN LATERAL (SELECT workspace.* FROM "roster_workspace" AS workspace
      WHERE workspace.organization_id = $1::text AND workspace.workspace_id = wanted.workspace_id LIMIT 1) AS workspace) AS workspaces,
  (SELECT json_agg(json_build_array(assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence))::text FROM (SELECT assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence FROM assignments_by_key AS assignment) AS assignment) AS assignments;

-- undoAddMembers (3 of 3)
WITH stored_command AS MATERIALIZED (SELECT (SELECT json_build_array(command.fingerprint, command.outcome, command.recorded_at)::text
    FROM "roster_command" AS command
    WHERE command.organization_id = $1::text AND command.command_key = $2::text) AS command),
workspaces_to_replace AS MATERIALIZED (SELECT $1::text AS organization_id, batch.* FROM unnest((SELECT $3::text::text[]), (SELECT $4::text::text[]), (SELECT $5::text::text[]), (SELECT $6::text::text[]), (SELECT $7::text::text[]), (SELECT $8::text::text[]), (SELECT $9::text::text[]), (SELECT $10::text::text[])) AS batch (workspace_id, name, description, status, role_counts, created_at, name_key, search_text) LIMIT (SELECT NULL::bigint)),
assignments_to_delete AS MATERIALIZED (SELECT $1::text AS organization_id, batch.* FROM unnest((SELECT $12::text::text[]), (SELECT $13::text::text[])) AS batch (workspace_id, user_id) LIMIT (SELECT NULL::bigint)),
preconditions AS MATERIALIZED (SELECT 1 AS yes WHERE (SELECT stored_command.command FROM stored_command) IS NULL
    AND (SELECT count(*) FROM workspaces_to_replace AS batch CROSS JOIN LATERAL (SELECT 1 AS yes FROM "roster_workspace" AS workspace
      WHERE workspace.organization_id = $1::text AND workspace.workspace_id = batch.workspace_id LIMIT 1) AS workspace) = $11::text::bigint
    AND (SELECT count(*) FROM assignments_to_delete AS batch CROSS JOIN LATERAL (SELECT 1 AS yes FROM "roster_role_assignment" AS assignment
      WHERE assignment.organization_id = $1::text
        AND assignment.user_id = batch.user_id AND assignment.workspace_id = batch.workspace_id LIMIT 1) AS assignment) = $14::text::bigint
    AND coalesce((SELECT event.sequence FROM "roster_event" AS event
      WHERE event.organization_id = $1::text ORDER BY event.sequence DESC LIMIT 1), 0) < $20::text::bigint),
guard_moved AS (UPDATE "roster_guard" AS guard SET revision = guard.revision + 1, last_sequence = $28::text::bigint, last_at = $29::text
    WHERE guard.organization_id = $1::text AND guard.revision = $30::text::bigint
      AND EXISTS (SELECT 1 FROM preconditions) RETURNING 1 AS yes),
replaced_workspaces AS (
    UPDATE "roster_workspace" AS workspace SET name = batch.name, description = batch.description,
      status = batch.status, role_counts = batch.role_counts, created_at = batch.created_at,
      name_key = batch.name_key, search_text = batch.search_text
    FROM guard_moved CROSS JOIN workspaces_to_replace AS batch
    WHERE workspace.organization_id = batch.organization_id AND workspace.workspace_id = batch.workspace_id
    RETURNING 1 AS yes),
deleted_assignments AS (
    DELETE FROM "roster_role_assignment" AS assignment USING guard_moved CROSS JOIN assignments_to_delete AS batch
    WHERE assignment.organization_id = batch.organization_id
      AND assignment.user_id = batch.user_id AND assignment.workspace_id = batch.workspace_id
    RETURNING 1 AS yes),
inserted_events AS (
    INSERT INTO "roster_event" (organization_id, sequence, type, workspace_id, user_id, body)
    SELECT $1::text, batch.*
    FROM guard_moved CROSS JOIN ROWS FROM (unnest((SELECT $15::text::bigint[]), (SELECT $16::text::text[]), (SELECT $17::text::text[]), (SELECT $18::text::text[])), string_to_table($19::text, chr(10))) AS batch (sequence, type, workspace_id, user_id, body)),
inserted_operations AS (
    INSERT INTO "roster_operation" (organization_id, operation_id, first_sequence, last_sequence)
    SELECT $1::text, batch.* FROM guard_moved CROSS JOIN unnest((SELECT $21::text::text[]), (SELECT $22::text::bigint[]), (SELECT $23::text::bigint[])) AS batch (operation_id, first_sequence, last_sequence)),
inserted_command AS (
    INSERT INTO "roster_command" (organization_id, command_key, fingerprint, outcome, recorded_at)
    SELECT $1::text, $24::text, $25::text, $26::text, $27::text FROM guard_moved)
SELECT (SELECT count(*) FROM guard_moved)::text AS guard_moved,
  (SELECT stored_command.command FROM stored_command) AS command,
  (1 / CASE WHEN NOT EXISTS (SELECT 1 FROM guard_moved) OR ((SELECT count(*) FROM replaced_workspaces) = $11::text::bigint
    AND (SELECT count(*) FROM deleted_assignments) = $14::text::bigint) THEN 1 ELSE 0 END)::text AS all_rows_written;

-- changeRoles (1 of 2)
WITH assignments_by_key AS MATERIALIZED (SELECT assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence FROM unnest((SELECT $2::text::text[]), (SELECT $3::text::text[])) AS wanted (workspace_id, user_id) CROSS JOIN LATERAL (SELECT assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence FROM "roster_role_assignment" AS assignment
    WHERE assignment.organization_id = $1::text AND assignment.user_id = wanted.user_id AND assignment.workspace_id = wanted.workspace_id LIMIT 1) AS assignment)
SELECT (SELECT json_build_array(guard.revision, guard.last_sequence, guard.last_at)::text
    FROM "roster_guard" AS guard WHERE guard.organization_id = $1::text) AS guard,
  (SELECT json_build_array(organization.name, organization.member_count, organization.admin_count,
      organization.active_workspace_count, organization.created_at)::text
    FROM "roster_organization" AS organization WHERE organization.organization_id = $1::text) AS organization,
  (SELECT json_agg(json_build_array(member.user_id, member.role, member.display_name, member.email))::text FROM unnest((SELECT $4::text::text[])) AS wanted (user_id)
    CROSS JOIN LATERAL (SELECT member.* FROM "roster_organization_member" AS member
      WHERE member.organization_id = $1::text AND member.user_id = wanted.user_id LIMIT 1) AS member) AS members,
  (SELECT json_agg(json_build_array(workspace.workspace_id, workspace.name, workspace.description, workspace.status,
      workspace.role_counts::json, workspace.created_at))::text FROM unnest((SELECT $5::text::text[])) AS wanted (workspace_id) CROSS JOIN LATERAL (SELECT workspace.* FROM "roster_workspace" AS workspace
      WHERE workspace.organization_id = $1::text AND workspace.workspace_id = wanted.workspace_id LIMIT 1) AS workspace) AS workspaces,
  (SELECT json_agg(json_build_array(assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence))::text FROM (SELECT assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence FROM assignments_by_key AS assignment) AS assignment) AS assignments;

-- changeRoles (2 of 2)
WITH stored_command AS MATERIALIZED (SELECT (SELECT json_build_array(command.fingerprint, command.outcome, command.recorded_at)::text
    FROM "roster_command" AS command
    WHERE command.organization_id = $1::text AND command.command_key = $2::text) AS command),
workspaces_to_replace AS MATERIALIZED (SELECT $1::text AS organization_id, batch.* FROM unnest((SELECT $3::text::text[]), (SELECT $4::text::text[]), (SELECT $5::text::text[]), (SELECT $6::text::text[]), (SELECT $7::text::text[]), (SELECT $8::text::text[]), (SELECT $9::text::text[]), (SELECT $10::text::text[])) AS batch (workspace_id, name, description, status, role_counts, created_at, name_key, search_text) LIMIT (SELECT NULL::bigint)),
assignments_to_replace AS MATERIALIZED (SELECT $1::text AS organization_id, batch.* FROM unnest((SELECT $12::text::text[]), (SELECT $13::text::text[]), (SELECT $14::text::text[]), (SELECT $15::text::bigint[]), (SELECT $16::text::text[])) AS batch (workspace_id, user_id, role, sequence, name_key) LIMIT (SELECT NULL::bigint)),
preconditions AS MATERIALIZED (SELECT 1 AS yes WHERE (SELECT stored_command.command FROM stored_command) IS NULL
    AND (SELECT count(*) FROM workspaces_to_replace AS batch CROSS JOIN LATERAL (SELECT 1 AS yes FROM "roster_workspace" AS workspace
      WHERE workspace.organization_id = $1::text AND workspace.workspace_id = batch.workspace_id LIMIT 1) AS workspace) = $11::text::bigint
    AND (SELECT count(*) FROM assignments_to_replace AS batch CROSS JOIN LATERAL (SELECT 1 AS yes FROM "roster_role_assignment" AS assignment
      WHERE assignment.organization_id = $1::text
        AND assignment.user_id = batch.user_id AND assignment.workspace_id = batch.workspace_id LIMIT 1) AS assignment) = $17::text::bigint
    AND coalesce((SELECT event.sequence FROM "roster_event" AS event
      WHERE event.organization_id = $1::text ORDER BY event.sequence DESC LIMIT 1), 0) < $23::text::bigint),
guard_moved AS (UPDATE "roster_guard" AS guard SET revision = guard.revision + 1, last_sequence = $31::text::bigint, last_at = $32::text
    WHERE guard.organization_id = $1::text AND guard.revision = $33::text::bigint
      AND EXISTS (SELECT 1 FROM preconditions) RETURNING 1 AS yes),
replaced_workspaces AS (
    UPDATE "roster_workspace" AS workspace SET name = batch.name, description = batch.description,
      status = batch.status, role_counts = batch.role_counts, created_at = batch.created_at,
      name_key = batch.name_key, search_text = batch.search_text
    FROM guard_moved CROSS JOIN workspaces_to_replace AS batch
    WHERE workspace.organization_id = batch.organization_id AND workspace.workspace_id = batch.workspace_id
    RETURNING 1 AS yes),
replaced_assignments AS (
    UPDATE "roster_role_assignment" AS assignment
    SET role = batch.role, sequence = batch.sequence, name_key = coalesce(batch.name_key, assignment.name_key)
    FROM guard_moved CROSS JOIN assignments_to_replace AS batch
    WHERE assignment.organization_id = batch.organization_id
      AND assignment.user_id = batch.user_id AND assignment.workspace_id = batch.workspace_id
    RETURNING 1 AS yes),
inserted_events AS (
    INSERT INTO "roster_event" (organization_id, sequence, type, workspace_id, user_id, body)
    SELECT $1::text, batch.*
    FROM guard_moved CROSS JOIN ROWS FROM (unnest((SELECT $18::text::bigint[]), (SELECT $19::text::text[]), (SELECT $20::text::text[]), (SELECT $21::text::text[])), string_to_table($22::text, chr(10))) AS batch (sequence, type, workspace_id, user_id, body)),
inserted_operations AS (
    INSERT INTO "roster_operation" (organization_id, operation_id, first_sequence, last_sequence)
    SELECT $1::text, batch.* FROM guard_moved CROSS JOIN unnest((SELECT $24::text::text[]), (SELECT $25::text::bigint[]), (SELECT $26::text::bigint[])) AS batch (operation_id, first_sequence, last_sequence)),
inserted_command AS (
    INSERT INTO "roster_command" (organization_id, command_key, fingerprint, outcome, recorded_at)
    SELECT $1::text, $27::text, $28::text, $29::text, $30::text FROM guard_moved)
SELECT (SELECT count(*) FROM guard_moved)::text AS guard_moved,
  (SELECT stored_command.command FROM stored_command) AS command,
  (1 / CASE WHEN NOT EXISTS (SELECT 1 FROM guard_moved) OR ((SELECT count(*) FROM replaced_workspaces) = $11::text::bigint
    AND (SELECT count(*) FROM replaced_assignments) = $17::text::bigint) THEN 1 ELSE 0 END)::text AS all_rows_written;

-- setMembers (1 of 2)
WITH assignments_by_key AS MATERIALIZED (SELECT assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence FROM unnest((SELECT $2::text::text[]), (SELECT $3::text::text[])) AS wanted (workspace_id, user_id) CROSS JOIN LATERAL (SELECT assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence FROM "roster_role_assignment" AS assignment
    WHERE assignment.organization_id = $1::text AND assignment.user_id = wanted.user_id AND assignment.workspace_id = wanted.workspace_id LIMIT 1) AS assignment)
SELECT (SELECT json_build_array(guard.revision, guard.last_sequence, guard.last_at)::text
    FROM "roster_guard" AS guard WHERE guard.organization_id = $1::text) AS guard,
  (SELECT json_build_array(organization.name, organization.member_count, organization.admin_count,
      organization.active_workspace_count, organization.created_at)::text
    FROM "roster_organization" AS organization WHERE organization.organization_id = $1::text) AS organization,
  (SELECT json_agg(json_build_array(member.user_id, member.role, member.display_name, member.email))::text FROM unnest((SELECT $4::text::text[])) AS wanted (user_id)
    CROSS JOIN LATERAL (SELECT member.* FROM "roster_organization_member" AS member
      WHERE member.organization_id = $1::text AND member.user_id = wanted.user_id LIMIT 1) AS member) AS members,
  (SELECT json_agg(json_build_array(workspace.workspace_id, workspace.name, workspace.description, workspace.status,
      workspace.role_counts::json, workspace.created_at))::text FROM unnest((SELECT $5::text::text[])) AS wanted (workspace_id) CROSS JOIN LATERAL (SELECT workspace.* FROM "roster_workspace" AS workspace
      WHERE workspace.organization_id = $1::text AND workspace.workspace_id = wanted.workspace_id LIMIT 1) AS workspace) AS workspaces,
  (SELECT json_agg(json_build_array(assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence))::text FROM (SELECT assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence FROM assignments_by_key AS assignment) AS assignment) AS assignments;

-- setMembers (2 of 2)
WITH stored_command AS MATERIALIZED (SELECT (SELECT json_build_array(command.fingerprint, command.outcome, command.recorded_at)::text
    FROM "roster_command" AS command
    WHERE command.organization_id = $1::text AND command.command_key = $2::text) AS command),
workspaces_to_replace AS MATERIALIZED (SELECT $1::text AS organization_id, batch.* FROM unnest((SELECT $3::text::text[]), (SELECT $4::text::text[]), (SELECT $5::text::text[]), (SELECT $6::text::text[]), (SELECT $7::text::text[]), (SELECT $8::text::text[]), (SELECT $9::text::text[]), (SELECT $10::text::text[])) AS batch (workspace_id, name, description, status, role_counts, created_at, name_key, search_text) LIMIT (SELECT NULL::bigint)),
assignments_to_insert AS MATERIALIZED (
    SELECT batch.workspace_id, batch.user_id, batch.role, batch.sequence, coalesce(batch.name_key, (SELECT member.name_key FROM "roster_organization_member" AS member
      WHERE member.organization_id = $1::text AND member.user_id = batch.user_id)) AS name_key
    FROM unnest((SELECT $12::text::text[]), (SELECT $13::text::text[]), (SELECT $14::text::text[]), (SELECT $15::text::bigint[]), (SELECT $16::text::text[])) AS batch (workspace_id, user_id, role, sequence, name_key)),
preconditions AS MATERIALIZED (SELECT 1 AS yes WHERE (SELECT stored_command.command FROM stored_command) IS NULL
    AND (SELECT count(*) FROM workspaces_to_replace AS batch CROSS JOIN LATERAL (SELECT 1 AS yes FROM "roster_workspace" AS workspace
      WHERE workspace.organization_id = $1::text AND workspace.workspace_id = batch.workspace_id LIMIT 1) AS workspace) = $11::text::bigint
    AND NOT EXISTS (SELECT 1 FROM assignments_to_insert AS batch CROSS JOIN LATERAL (SELECT 1 AS yes FROM "roster_role_assignment" AS assignment
      WHERE assignment.organization_id = $1::text
        AND assignment.user_id = batch.user_id AND assignment.workspace_id = batch.workspace_id LIMIT 1) AS assignment)
    AND NOT EXISTS (SELECT 1 FROM assignments_to_insert AS batch WHERE batch.name_key IS NULL)
    AND coalesce((SELECT event.sequence FROM "roster_event" AS event
      WHERE event.organization_id = $1::text ORDER BY event.sequence DESC LIMIT 1), 0) < $22::text::bigint),
guard_moved AS (UPDATE "roster_guard" AS guard SET revision = guard.revision + 1, last_sequence = $30::text::bigint, last_at = $31::text
    WHERE guard.organization_id = $1::text AND guard.revision = $32::text::bigint
      AND EXISTS (SELECT 1 FROM preconditions) RETURNING 1 AS yes),
replaced_workspaces AS (
    UPDATE "roster_workspace" AS workspace SET name = batch.name, description = batch.description,
      status = batch.status, role_counts = batch.role_counts, created_at = batch.created_at,
      name_key = batch.name_key, search_text = batch.search_text
    FROM guard_moved CROSS JOIN workspaces_to_replace AS batch
    WHERE workspace.organization_id = batch.organization_id AND workspace.workspace_id = batch.workspace_id
    RETURNING 1 AS yes),
inserted_assignments AS (
    INSERT INTO "roster_role_assignment" (organization_id, workspace_id, user_id, role, sequence, name_key)
    SELECT $1::text, batch.* FROM guard_moved CROSS JOIN assignments_to_insert AS batch),
inserted_events AS (
    INSERT INTO "roster_event" (organization_id, sequence, type, workspace_id, user_id, body)
    SELECT $1::text, batch.*
    FROM guard_moved CROSS JOIN ROWS FROM (unnest((SELECT $17::text::bigint[]), (SELECT $18::text::text[]), (SELECT $19::text::text[]), (SELECT $20::text::text[])), string_to_table($21::text, chr(10))) AS batch (sequence, type, workspace_id, user_id, body)),
inserted_operations AS (
    INSERT INTO "roster_operation" (organization_id, operation_id, first_sequence, last_sequence)
    SELECT $1::text, batch.* FROM guard_moved CROSS JOIN unnest((SELECT $23::text::text[]), (SELECT $24::text::bigint[]), (SELECT $25::text::bigint[])) AS batch (operation_id, first_sequence, last_sequence)),
inserted_command AS (
    INSERT INTO "roster_command" (organization_id, command_key, fingerprint, outcome, recorded_at)
    SELECT $1::text, $26::text, $27::text, $28::text, $29::text FROM guard_moved)
SELECT (SELECT count(*) FROM guard_moved)::text AS guard_moved,
  (SELECT stored_command.command FROM stored_command) AS command,
  (1 / CASE WHEN NOT EXISTS (SELECT 1 FROM guard_moved) OR ((SELECT count(*) FROM replaced_workspaces) = $11::text::bigint) THEN 1 ELSE 0 END)::text AS all_rows_written;

-- removeMembers (1 of 2)
WITH assignments_by_key AS MATERIALIZED (SELECT assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence FROM unnest((SELECT $2::text::text[]), (SELECT $3::text::text[])) AS wanted (workspace_id, user_id) CROSS JOIN LATERAL (SELECT assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence FROM "roster_role_assignment" AS assignment
    WHERE assignment.organization_id = $1::text AND assignment.user_id = wanted.user_id AND assignment.workspace_id = wanted.workspace_id LIMIT 1) AS assignment)
SELECT (SELECT json_build_array(guard.revision, guard.last_sequence, guard.last_at)::text
    FROM "roster_guard" AS guard WHERE guard.organization_id = $1::text) AS guard,
  (SELECT json_build_array(organization.name, organization.member_count, organization.admin_count,
      organization.active_workspace_count, organization.created_at)::text
    FROM "roster_organization" AS organization WHERE organization.organization_id = $1::text) AS organization,
  (SELECT json_agg(json_build_array(member.user_id, member.role, member.display_name, member.email))::text FROM unnest((SELECT $4::text::text[])) AS wanted (user_id)
    CROSS JOIN LATERAL (SELECT member.* FROM "roster_organization_member" AS member
      WHERE member.organization_id = $1::text AND member.user_id = wanted.user_id LIMIT 1) AS member) AS members,
  (SELECT json_agg(json_build_array(workspace.workspace_id, workspace.name, workspace.description, workspace.status,
      workspace.role_counts::json, workspace.created_at))::text FROM unnest((SELECT $5::text::text[])) AS wanted (workspace_id) CROSS JOIN LATERAL (SELECT workspace.* FROM "roster_workspace" AS workspace
      WHERE workspace.organization_id = $1::text AND workspace.workspace_id = wanted.workspace_id LIMIT 1) AS workspace) AS workspaces,
  (SELECT json_agg(json_build_array(assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence))::text FROM (SELECT assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence FROM assignments_by_key AS assignment) AS assignment) AS assignments;

-- removeMembers (2 of 2)
WITH stored_command AS MATERIALIZED (SELECT (SELECT json_build_array(command.fingerprint, command.outcome, command.recorded_at)::text
    FROM "roster_command" AS command
    WHERE command.organization_id = $1::text AND command.command_key = $2::text) AS command),
workspaces_to_replace AS MATERIALIZED (SELECT $1::text AS organization_id, batch.* FROM unnest((SELECT $3::text::text[]), (SELECT $4::text::text[]), (SELECT $5::text::text[]), (SELECT $6::text::text[]), (SELECT $7::text::text[]), (SELECT $8::text::text[]), (SELECT $9::text::text[]), (SELECT $10::text::text[])) AS batch (workspace_id, name, description, status, role_counts, created_at, name_key, search_text) LIMIT (SELECT NULL::bigint)),
assignments_to_delete AS MATERIALIZED (SELECT $1::text AS organization_id, batch.* FROM unnest((SELECT $12::text::text[]), (SELECT $13::text::text[])) AS batch (workspace_id, user_id) LIMIT (SELECT NULL::bigint)),
preconditions AS MATERIALIZED (SELECT 1 AS yes WHERE (SELECT stored_command.command FROM stored_command) IS NULL
    AND (SELECT count(*) FROM workspaces_to_replace AS batch CROSS JOIN LATERAL (SELECT 1 AS yes FROM "roster_workspace" AS workspace
      WHERE workspace.organization_id = $1::text AND workspace.workspace_id = batch.workspace_id LIMIT 1) AS workspace) = $11::text::bigint
    AND (SELECT count(*) FROM assignments_to_delete AS batch CROSS JOIN LATERAL (SELECT 1 AS yes FROM "roster_role_assignment" AS assignment
      WHERE assignment.organization_id = $1::text
        AND assignment.user_id = batch.user_id AND assignment.workspace_id = batch.workspace_id LIMIT 1) AS assignment) = $14::text::bigint
    AND coalesce((SELECT event.sequence FROM "roster_event" AS event
      WHERE event.organization_id = $1::text ORDER BY event.sequence DESC LIMIT 1), 0) < $20::text::bigint),
guard_moved AS (UPDATE "roster_guard" AS guard SET revision = guard.revision + 1, last_sequence = $28::text::bigint, last_at = $29::text
    WHERE guard.organization_id = $1::text AND guard.revision = $30::text::bigint
      AND EXISTS (SELECT 1 FROM preconditions) RETURNING 1 AS yes),
replaced_workspaces AS (
    UPDATE "roster_workspace" AS workspace SET name = batch.name, description = batch.description,
      status = batch.status, role_counts = batch.role_counts, created_at = batch.created_at,
      name_key = batch.name_key, search_text = batch.search_text
    FROM guard_moved CROSS JOIN workspaces_to_replace AS batch
    WHERE workspace.organization_id = batch.organization_id AND workspace.workspace_id = batch.workspace_id
    RETURNING 1 AS yes),
deleted_assignments AS (
    DELETE FROM "roster_role_assignment" AS assignment USING guard_moved CROSS JOIN assignments_to_delete AS batch
    WHERE assignment.organization_id = batch.organization_id
      AND assignment.user_id = batch.user_id AND assignment.workspace_id = batch.workspace_id
    RETURNING 1 AS yes),
inserted_events AS (
    INSERT INTO "roster_event" (organization_id, sequence, type, workspace_id, user_id, body)
    SELECT $1::text, batch.*
    FROM guard_moved CROSS JOIN ROWS FROM (unnest((SELECT $15::text::bigint[]), (SELECT $16::text::text[]), (SELECT $17::text::text[]), (SELECT $18::text::text[])), string_to_table($19::text, chr(10))) AS batch (sequence, type, workspace_id, user_id, body)),
inserted_operations AS (
    INSERT INTO "roster_operation" (organization_id, operation_id, first_sequence, last_sequence)
    SELECT $1::text, batch.* FROM guard_moved CROSS JOIN unnest((SELECT $21::text::text[]), (SELECT $22::text::bigint[]), (SELECT $23::text::bigint[])) AS batch (operation_id, first_sequence, last_sequence)),
inserted_command AS (
    INSERT INTO "roster_command" (organization_id, command_key, fingerprint, outcome, recorded_at)
    SELECT $1::text, $24::text, $25::text, $26::text, $27::text FROM guard_moved)
SELECT (SELECT count(*) FROM guard_moved)::text AS guard_moved,
  (SELECT stored_command.command FROM stored_command) AS command,
  (1 / CASE WHEN NOT EXISTS (SELECT 1 FROM guard_moved) OR ((SELECT count(*) FROM replaced_workspaces) = $11::text::bigint
    AND (SELECT count(*) FROM deleted_assignments) = $14::text::bigint) THEN 1 ELSE 0 END)::text AS all_rows_written;

-- leaveWorkspace (1 of 2)
WITH assignments_by_key AS MATERIALIZED (SELECT assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence FROM unnest((SELECT $2::text::text[]), (SELECT $3::text::text[])) AS wanted (workspace_id, user_id) CROSS JOIN LATERAL (SELECT assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence FROM "roster_role_assignment" AS assignment
    WHERE assignment.organization_id = $1::text AND assignment.user_id = wanted.user_id AND assignment.workspace_id = wanted.workspace_id LIMIT 1) AS assignment)
SELECT (SELECT json_build_array(guard.revision, guard.last_sequence, guard.last_at)::text
    FROM "roster_guard" AS guard WHERE guard.organization_id = $1::text) AS guard,
  (SELECT json_build_array(organization.name, organization.member_count, organization.admin_count,
      organization.active_workspace_count, organization.created_at)::text
    FROM "roster_organization" AS organization WHERE organization.organization_id = $1::text) AS organization,
  (SELECT json_agg(json_build_array(member.user_id, member.role, member.display_name, member.email))::text FROM unnest((SELECT $4::text::text[])) AS wanted (user_id)
    CROSS JOIN LATERAL (SELECT member.* FROM "roster_organization_member" AS member
      WHERE member.organization_id = $1::text AND member.user_id = wanted.user_id LIMIT 1) AS member) AS members,
  (SELECT json_agg(json_build_array(workspace.workspace_id, workspace.name, workspace.description, workspace.status,
      workspace.role_counts::json, workspace.created_at))::text FROM unnest((SELECT $5::text::text[])) AS wanted (workspace_id) CROSS JOIN LATERAL (SELECT workspace.* FROM "roster_workspace" AS workspace
      WHERE workspace.organization_id = $1::text AND workspace.workspace_id = wanted.workspace_id LIMIT 1) AS workspace) AS workspaces,
  (SELECT json_agg(json_build_array(assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence))::text FROM (SELECT assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence FROM assignments_by_key AS assignment) AS assignment) AS assignments;

-- leaveWorkspace (2 of 2)
WITH stored_command AS MATERIALIZED (SELECT (SELECT json_build_array(command.fingerprint, command.outcome, command.recorded_at)::text
    FROM "roster_command" AS command
    WHERE command.organization_id = $1::text AND command.command_key = $2::text) AS command),
workspaces_to_replace AS MATERIALIZED (SELECT $1::text AS organization_id, batch.* FROM unnest((SELECT $3::text::text[]), (SELECT $4::text::text[]), (SELECT $5::text::text[]), (SELECT $6::text::text[]), (SELECT $7::text::text[]), (SELECT $8::text::text[]), (SELECT $9::text::text[]), (SELECT $10::text::text[])) AS batch (workspace_id, name, description, status, role_counts, created_at, name_key, search_text) LIMIT (SELECT NULL::bigint)),
assignments_to_delete AS MATERIALIZED (SELECT $1::text AS organization_id, batch.* FROM unnest((SELECT $12::text::text[]), (SELECT $13::text::text[])) AS batch (workspace_id, user_id) LIMIT (SELECT NULL::bigint)),
preconditions AS MATERIALIZED (SELECT 1 AS yes WHERE (SELECT stored_command.command FROM stored_command) IS NULL
    AND (SELECT count(*) FROM workspaces_to_replace AS batch CROSS JOIN LATERAL (SELECT 1 AS yes FROM "roster_workspace" AS workspace
      WHERE workspace.organization_id = $1::text AND workspace.workspace_id = batch.workspace_id LIMIT 1) AS workspace) = $11::text::bigint
    AND (SELECT count(*) FROM assignments_to_delete AS batch CROSS JOIN LATERAL (SELECT 1 AS yes FROM "roster_role_assignment" AS assignment
      WHERE assignment.organization_id = $1::text
        AND assignment.user_id = batch.user_id AND assignment.workspace_id = batch.workspace_id LIMIT 1) AS assignment) = $14::text::bigint
    AND coalesce((SELECT event.sequence FROM "roster_event" AS event
      WHERE event.organization_id = $1::text ORDER BY event.sequence DESC LIMIT 1), 0) < $20::text::bigint),
guard_moved AS (UPDATE "roster_guard" AS guard SET revision = guard.revision + 1, last_sequence = $28::text::bigint, last_at = $29::text
    WHERE guard.organization_id = $1::text AND guard.revision = $30::text::bigint
      AND EXISTS (SELECT 1 FROM preconditions) RETURNING 1 AS yes),
replaced_workspaces AS (
    UPDATE "roster_workspace" AS workspace SET name = batch.name, description = batch.description,
      status = batch.status, role_counts = batch.role_counts, created_at = batch.created_at,
      name_key = batch.name_key, search_text = batch.search_text
    FROM guard_moved CROSS JOIN workspaces_to_replace AS batch
    WHERE workspace.organization_id = batch.organization_id AND workspace.workspace_id = batch.workspace_id
    RETURNING 1 AS yes),
deleted_assignments AS (
    DELETE FROM "roster_role_assignment" AS assignment USING guard_moved CROSS JOIN assignments_to_delete AS batch
    WHERE assignment.organization_id = batch.organization_id
      AND assignment.user_id = batch.user_id AND assignment.workspace_id = batch.workspace_id
    RETURNING 1 AS yes),
inserted_events AS (
    INSERT INTO "roster_event" (organization_id, sequence, type, workspace_id, user_id, body)
    SELECT $1::text, batch.*
    FROM guard_moved CROSS JOIN ROWS FROM (unnest((SELECT $15::text::bigint[]), (SELECT $16::text::text[]), (SELECT $17::text::text[]), (SELECT $18::text::text[])), string_to_table($19::text, chr(10))) AS batch (sequence, type, workspace_id, user_id, body)),
inserted_operations AS (
    INSERT INTO "roster_operation" (organization_id, operation_id, first_sequence, last_sequence)
    SELECT $1::text, batch.* FROM guard_moved CROSS JOIN unnest((SELECT $21::text::text[]), (SELECT $22::text::bigint[]), (SELECT $23::text::bigint[])) AS batch (operation_id, first_sequence, last_sequence)),
inserted_command AS (
    INSERT INTO "roster_command" (organization_id, command_key, fingerprint, outcome, recorded_at)
    SELECT $1::text, $24::text, $25::text, $26::text, $27::text FROM guard_moved)
SELECT (SELECT count(*) FROM guard_moved)::text AS guard_moved,
  (SELECT stored_command.command FROM stored_command) AS command,
  (1 / CASE WHEN NOT EXISTS (SELECT 1 FROM guard_moved) OR ((SELECT count(*) FROM replaced_workspaces) = $11::text::bigint
    AND (SELECT count(*) FROM deleted_assignments) = $14::text::bigint) THEN 1 ELSE 0 END)::text AS all_rows_written;

-- archiveWorkspace (1 of 2)
WITH assignments_by_key AS MATERIALIZED (SELECT assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence FROM unnest((SELECT $2::text::text[]), (SELECT $3::text::text[])) AS wanted (workspace_id, user_id) CROSS JOIN LATERAL (SELECT assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence FROM "roster_role_assignment" AS assignment
    WHERE assignment.organization_id = $1::text AND assignment.user_id = wanted.user_id AND assignment.workspace_id = wanted.workspace_id LIMIT 1) AS assignment)
SELECT (SELECT json_build_array(guard.revision, guard.last_sequence, guard.last_at)::text
    FROM "roster_guard" AS guard WHERE guard.organization_id = $1::text) AS guard,
  (SELECT json_build_array(organization.name, organization.member_count, organization.admin_count,
      organization.active_workspace_count, organization.created_at)::text
    FROM "roster_organization" AS organization WHERE organization.organization_id = $1::text) AS organization,
  (SELECT json_agg(json_build_array(member.user_id, member.role, member.display_name, member.email))::text FROM unnest((SELECT $4::text::text[])) AS wanted (user_id)
    CROSS JOIN LATERAL (SELECT member.* FROM "roster_organization_member" AS member
      WHERE member.organization_id = $1::text AND member.user_id = wanted.user_id LIMIT 1) AS member) AS members,
  (SELECT json_agg(json_build_array(workspace.workspace_id, workspace.name, workspace.description, workspace.status,
      workspace.role_counts::json, workspace.created_at))::text FROM unnest((SELECT $5::text::text[])) AS wanted (workspace_id) CROSS JOIN LATERAL (SELECT workspace.* FROM "roster_workspace" AS workspace
      WHERE workspace.organization_id = $1::text AND workspace.workspace_id = wanted.workspace_id LIMIT 1) AS workspace) AS workspaces,
  (SELECT json_agg(json_build_array(assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence))::text FROM (SELECT assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence FROM assignments_by_key AS assignment) AS assignment) AS assignments;

-- archiveWorkspace (2 of 2)
WITH stored_command AS MATERIALIZED (SELECT (SELECT json_build_array(command.fingerprint, command.outcome, command.recorded_at)::text
    FROM "roster_command" AS command
    WHERE command.organization_id = $1::text AND command.command_key = $2::text) AS command),
workspaces_to_replace AS MATERIALIZED (SELECT $1::text AS organization_id, batch.* FROM unnest((SELECT $8::text::text[]), (SELECT $9::text::text[]), (SELECT $10::text::text[]), (SELECT $11::text::text[]), (SELECT $12::text::text[]), (SELECT $13::text::text[]), (SELECT $14::text::text[]), (SELECT $15::text::text[])) AS batch (workspace_id, name, description, status, role_counts, created_at, name_key, search_text) LIMIT (SELECT NULL::bigint)),
preconditions AS MATERIALIZED (SELECT 1 AS yes WHERE (SELECT stored_command.command FROM stored_command) IS NULL
    AND EXISTS (SELECT 1 FROM "roster_organization" AS organization WHERE organization.organization_id = $1::text)
    AND (SELECT count(*) FROM workspaces_to_replace AS batch CROSS JOIN LATERAL (SELECT 1 AS yes FROM "roster_workspace" AS workspace
      WHERE workspace.organization_id = $1::text AND workspace.workspace_id = batch.workspace_id LIMIT 1) AS workspace) = $16::text::bigint
    AND coalesce((SELECT event.sequence FROM "roster_event" AS event
      WHERE event.organization_id = $1::text ORDER BY event.sequence DESC LIMIT 1), 0) < $22::text::bigint),
guard_moved AS (UPDATE "roster_guard" AS guard SET revision = guard.revision + 1, last_sequence = $30::text::bigint, last_at = $31::text
    WHERE guard.organization_id = $1::text AND guard.revision = $32::text::bigint
      AND EXISTS (SELECT 1 FROM preconditions) RETURNING 1 AS yes),
replaced_organization AS (
    UPDATE "roster_organization" AS organization SET name = $3::text, member_count = $4::text::bigint, admin_count = $5::text::bigint,
      active_workspace_count = $6::text::bigint, created_at = $7::text
    FROM guard_moved WHERE organization.organization_id = $1::text RETURNING 1 AS yes),
replaced_workspaces AS (
    UPDATE "roster_workspace" AS workspace SET name = batch.name, description = batch.description,
      status = batch.status, role_counts = batch.role_counts, created_at = batch.created_at,
      name_key = batch.name_key, search_text = batch.search_text
    FROM guard_moved CROSS JOIN workspaces_to_replace AS batch
    WHERE workspace.organization_id = batch.organization_id AND workspace.workspace_id = batch.workspace_id
    RETURNING 1 AS yes),
inserted_events AS (
    INSERT INTO "roster_event" (organization_id, sequence, type, workspace_id, user_id, body)
    SELECT $1::text, batch.*
    FROM guard_moved CROSS JOIN ROWS FROM (unnest((SELECT $17::text::bigint[]), (SELECT $18::text::text[]), (SELECT $19::text::text[]), (SELECT $20::text::text[])), string_to_table($21::text, chr(10))) AS batch (sequence, type, workspace_id, user_id, body)),
inserted_operations AS (
    INSERT INTO "roster_operation" (organization_id, operation_id, first_sequence, last_sequence)
    SELECT $1::text, batch.* FROM guard_moved CROSS JOIN unnest((SELECT $23::text::text[]), (SELECT $24::text::bigint[]), (SELECT $25::text::bigint[])) AS batch (operation_id, first_sequence, last_sequence)),
inserted_command AS (
    INSERT INTO "roster_command" (organization_id, command_key, fingerprint, outcome, recorded_at)
    SELECT $1::text, $26::text, $27::text, $28::text, $29::text FROM guard_moved)
SELECT (SELECT count(*) FROM guard_moved)::text AS guard_moved,
  (SELECT stored_command.command FROM stored_command) AS command,
  (1 / CASE WHEN NOT EXISTS (SELECT 1 FROM guard_moved) OR ((SELECT count(*) FROM replaced_organization) = 1
    AND (SELECT count(*) FROM replaced_workspaces) = $16::text::bigint) THEN 1 ELSE 0 END)::text AS all_rows_written;

-- restoreWorkspace (1 of 2)
WITH assignments_by_key AS MATERIALIZED (SELECT assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence FROM unnest((SELECT $2::text::text[]), (SELECT $3::text::text[])) AS wanted (workspace_id, user_id) CROSS JOIN LATERAL (SELECT assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence FROM "roster_role_assignment" AS assignment
    WHERE assignment.organization_id = $1::text AND assignment.user_id = wanted.user_id AND assignment.workspace_id = wanted.workspace_id LIMIT 1) AS assignment)
SELECT (SELECT json_build_array(guard.revision, guard.last_sequence, guard.last_at)::text
    FROM "roster_guard" AS guard WHERE guard.organization_id = $1::text) AS guard,
  (SELECT json_build_array(organization.name, organization.member_count, organization.admin_count,
      organization.active_workspace_count, organization.created_at)::text
    FROM "roster_organization" AS organization WHERE organization.organization_id = $1::text) AS organization,
  (SELECT json_agg(json_build_array(member.user_id, member.role, member.display_name, member.email))::text FROM unnest((SELECT $4::text::text[])) AS wanted (user_id)
    CROSS JOIN LATERAL (SELECT member.* FROM "roster_organization_member" AS member
      WHERE member.organization_id = $1::text AND member.user_id = wanted.user_id LIMIT 1) AS member) AS members,
  (SELECT json_agg(json_build_array(workspace.workspace_id, workspace.name, workspace.description, workspace.status,
      workspace.role_counts::json, workspace.created_at))::text FROM unnest((SELECT $5::text::text[])) AS wanted (workspace_id) CROSS JOIN LATERAL (SELECT workspace.* FROM "roster_workspace" AS workspace
      WHERE workspace.organization_id = $1::text AND workspace.workspace_id = wanted.workspace_id LIMIT 1) AS workspace) AS workspaces,
  (SELECT json_agg(json_build_array(workspace.workspace_id, workspace.name, workspace.description, workspace.status,
      workspace.role_counts::json, workspace.created_at))::text FROM (SELECT workspace.name_key FROM unnest((SELECT $6::text::text[])) AS wanted (workspace_id) CROSS JOIN LATERAL (SELECT workspace.* FROM "roster_workspace" AS workspace
      WHERE workspace.organization_id = $1::text AND workspace.workspace_id = wanted.workspace_id LIMIT 1) AS workspace) AS wanted CROSS JOIN LATERAL (SELECT workspace.* FROM "roster_workspace" AS workspace
      WHERE workspace.organization_id = $1::text
        AND workspace.name_key = wanted.name_key AND workspace.status = 'active' OFFSET 0) AS workspace) AS workspaces_named_like,
  (SELECT json_agg(json_build_array(assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence))::text FROM (SELECT assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence FROM assignments_by_key AS assignment) AS assignment) AS assignments;

-- restoreWorkspace (2 of 2)
WITH stored_command AS MATERIALIZED (SELECT (SELECT json_build_array(command.fingerprint, command.outcome, command.recorded_at)::text
    FROM "roster_command" AS command
    WHERE command.organization_id = $1::text AND command.command_key = $2::text) AS command),
workspaces_to_replace AS MATERIALIZED (SELECT $1::text AS organization_id, batch.* FROM unnest((SELECT $8::text::text[]), (SELECT $9::text::text[]), (SELECT $10::text::text[]), (SELECT $11::text::text[]), (SELECT $12::text::text[]), (SELECT $13::text::text[]), (SELECT $14::text::text[]), (SELECT $15::text::text[])) AS batch (workspace_id, name, description, status, role_counts, created_at, name_key, search_text) LIMIT (SELECT NULL::bigint)),
preconditions AS MATERIALIZED (SELECT 1 AS yes WHERE (SELECT stored_command.command FROM stored_command) IS NULL
    AND EXISTS (SELECT 1 FROM "roster_organization" AS organization WHERE organization.organization_id = $1::text)
    AND (SELECT count(*) FROM workspaces_to_replace AS batch CROSS JOIN LATERAL (SELECT 1 AS yes FROM "roster_workspace" AS workspace
      WHERE workspace.organization_id = $1::text AND workspace.workspace_id = batch.workspace_id LIMIT 1) AS workspace) = $16::text::bigint
    AND coalesce((SELECT event.sequence FROM "roster_event" AS event
      WHERE event.organization_id = $1::text ORDER BY event.sequence DESC LIMIT 1), 0) < $22::text::bigint),
guard_moved AS (UPDATE "roster_guard" AS guard SET revision = guard.revision + 1, last_sequence = $30::text::bigint, last_at = $31::text
    WHERE guard.organization_id = $1::text AND guard.revision = $32::text::bigint
      AND EXISTS (SELECT 1 FROM preconditions) RETURNING 1 AS yes),
replaced_organization AS (
    UPDATE "roster_organization" AS organization SET name = $3::text, member_count = $4::text::bigint, admin_count = $5::text::bigint,
      active_workspace_count = $6::text::bigint, created_at = $7::text
    FROM guard_moved WHERE organization.organization_id = $1::text RETURNING 1 AS yes),
replaced_workspaces AS (
    UPDATE "roster_workspace" AS workspace SET name = batch.name, description = batch.description,
      status = batch.status, role_counts = batch.role_counts, created_at = batch.created_at,
      name_key = batch.name_key, search_text = batch.search_text
    FROM guard_moved CROSS JOIN workspaces_to_replace AS batch
    WHERE workspace.organization_id = batch.organization_id AND workspace.workspace_id = batch.workspace_id
    RETURNING 1 AS yes),
inserted_events AS (
    INSERT INTO "roster_event" (organization_id, sequence, type, workspace_id, user_id, body)
    SELECT $1::text, batch.*
    FROM guard_moved CROSS JOIN ROWS FROM (unnest((SELECT $17::text::bigint[]), (SELECT $18::text::text[]), (SELECT $19::text::text[]), (SELECT $20::text::text[])), string_to_table($21::text, chr(10))) AS batch (sequence, type, workspace_id, user_id, body)),
inserted_operations AS (
    INSERT INTO "roster_operation" (organization_id, operation_id, first_sequence, last_sequence)
    SELECT $1::text, batch.* FROM guard_moved CROSS JOIN unnest((SELECT $23::text::text[]), (SELECT $24::text::bigint[]), (SELECT $25::text::bigint[])) AS batch (operation_id, first_sequence, last_sequence)),
inserted_command AS (
    INSERT INTO "roster_command" (organization_id, command_key, fingerprint, outcome, recorded_at)
    SELECT $1::text, $26::text, $27::text, $28::text, $29::text FROM guard_moved)
SELECT (SELECT count(*) FROM guard_moved)::text AS guard_moved,
  (SELECT stored_command.command FROM stored_command) AS command,
  (1 / CASE WHEN NOT EXISTS (SELECT 1 FROM guard_moved) OR ((SELECT count(*) FROM replaced_organization) = 1
    AND (SELECT count(*) FROM replaced_workspaces) = $16::text::bigint) THEN 1 ELSE 0 END)::text AS all_rows_written;

-- removeOrganizationMembers (1 of 2)
WITH assignments_of_users AS MATERIALIZED (SELECT assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence FROM unnest((SELECT $2::text::text[])) AS wanted (user_id) CROSS JOIN LATERAL (SELECT assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence FROM "roster_role_assignment" AS assignment
    WHERE assignment.organization_id = $1::text AND assignment.user_id = wanted.user_id OFFSET 0) AS assignment)
SELECT (SELECT json_build_array(guard.revision, guard.last_sequence, guard.last_at)::text
    FROM "roster_guard" AS guard WHERE guard.organization_id = $1::text) AS guard,
  (SELECT json_build_array(organization.name, organization.member_count, organization.admin_count,
      organization.active_workspace_count, organization.created_at)::text
    FROM "roster_organization" AS organization WHERE organization.organization_id = $1::text) AS organization,
  (SELECT json_agg(json_build_array(member.user_id, member.role, member.display_name, member.email))::text FROM unnest((SELECT $3::text::text[])) AS wanted (user_id)
    CROSS JOIN LATERAL (SELECT member.* FROM "roster_organization_member" AS member
      WHERE member.organization_id = $1::text AND member.user_id = wanted.user_id LIMIT 1) AS member) AS members,
  (SELECT json_agg(json_build_array(workspace.workspace_id, workspace.name, workspace.description, workspace.status,
      workspace.role_counts::json, workspace.created_at))::text FROM (SELECT DISTINCT assignment.workspace_id FROM assignments_of_users AS assignment) AS wanted CROSS JOIN LATERAL (SELECT workspace.* FROM "roster_workspace" AS workspace
      WHERE workspace.organization_id = $1::text AND workspace.workspace_id = wanted.workspace_id LIMIT 1) AS workspace) AS workspaces_of_users,
  (SELECT json_agg(json_build_array(assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence))::text FROM (SELECT assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence FROM assignments_of_users AS assignment) AS assignment) AS assignments;

-- removeOrganizationMembers (2 of 2)
WITH stored_command AS MATERIALIZED (SELECT (SELECT json_build_array(command.fingerprint, command.outcome, command.recorded_at)::text
    FROM "roster_command" AS command
    WHERE command.organization_id = $1::text AND command.command_key = $2::text) AS command),
members_to_delete AS MATERIALIZED (SELECT $1::text AS organization_id, batch.user_id, member.search_text
    FROM unnest((SELECT $8::text::text[])) AS batch (user_id) CROSS JOIN LATERAL (SELECT member.name_key, member.search_text FROM "roster_organization_member" AS member
      WHERE member.organization_id = $1::text AND member.user_id = batch.user_id LIMIT 1) AS member LIMIT (SELECT NULL::bigint)),
words_to_delete AS MATERIALIZED (SELECT $1::text AS organization_id, member.user_id, words.word FROM members_to_delete AS member
      CROSS JOIN LATERAL (SELECT DISTINCT left(split.word, 100) AS word
      FROM unnest(string_to_array(ltrim(member.search_text, ' '), ' ')) AS split (word)) AS words LIMIT (SELECT NULL::bigint)),
workspaces_to_replace AS MATERIALIZED (SELECT $1::text AS organization_id, batch.* FROM unnest((SELECT $10::text::text[]), (SELECT $11::text::text[]), (SELECT $12::text::text[]), (SELECT $13::text::text[]), (SELECT $14::text::text[]), (SELECT $15::text::text[]), (SELECT $16::text::text[]), (SELECT $17::text::text[])) AS batch (workspace_id, name, description, status, role_counts, created_at, name_key, search_text) LIMIT (SELECT NULL::bigint)),
assignments_to_delete AS MATERIALIZED (SELECT $1::text AS organization_id, batch.* FROM unnest((SELECT $19::text::text[]), (SELECT $20::text::text[])) AS batch (workspace_id, user_id) LIMIT (SELECT NULL::bigint)),
preconditions AS MATERIALIZED (SELECT 1 AS yes WHERE (SELECT stored_command.command FROM stored_command) IS NULL
    AND EXISTS (SELECT 1 FROM "roster_organization" AS organization WHERE organization.organization_id = $1::text)
    AND (SELECT count(*) FROM members_to_delete) = $9::text::bigint
    AND (SELECT count(*) FROM workspaces_to_replace AS batch CROSS JOIN LATERAL (SELECT 1 AS yes FROM "roster_workspace" AS workspace
      WHERE workspace.organization_id = $1::text AND workspace.workspace_id = batch.workspace_id LIMIT 1) AS workspace) = $18::text::bigint
    AND (SELECT count(*) FROM assignments_to_delete AS batch CROSS JOIN LATERAL (SELECT 1 AS yes FROM "roster_role_assignment" AS assignment
      WHERE assignment.organization_id = $1::text
        AND assignment.user_id = batch.user_id AND assignment.workspace_id = batch.workspace_id LIMIT 1) AS assignment) = $21::text::bigint
    AND coalesce((SELECT event.sequence FROM "roster_event" AS event
      WHERE event.organization_id = $1::text ORDER BY event.sequence DESC LIMIT 1), 0) < $27::text::bigint),
guard_moved AS (UPDATE "roster_guard" AS guard SET revision = guard.revision + 1, last_sequence = $35::text::bigint, last_at = $36::text
    WHERE guard.organization_id = $1::text AND guard.revision = $37::text::bigint
      AND EXISTS (SELECT 1 FROM preconditions) RETURNING 1 AS yes),
replaced_organization AS (
    UPDATE "roster_organization" AS organization SET name = $3::text, member_count = $4::text::bigint, admin_count = $5::text::bigint,
      active_workspace_count = $6::text::bigint, created_at = $7::text
    FROM guard_moved WHERE organization.organization_id = $1::text RETURNING 1 AS yes),
deleted_members AS (
    DELETE FROM "roster_organization_member" AS member USING guard_moved CROSS JOIN members_to_delete AS batch
    WHERE member.organization_id = batch.organization_id AND member.user_id = batch.user_id RETURNING 1 AS yes),
deleted_words AS (
    DELETE FROM "roster_member_word" AS member_word USING guard_moved CROSS JOIN words_to_delete AS batch
    WHERE member_word.organization_id = batch.organization_id
      AND member_word.word = batch.word AND member_word.user_id = batch.user_id),
replaced_workspaces AS (
    UPDATE "roster_workspace" AS workspace SET name = batch.name, description = batch.description,
      status = batch.status, role_counts = batch.role_counts, created_at = batch.created_at,
      name_key = batch.name_key, search_text = batch.search_text
    FROM guard_moved CROSS JOIN workspaces_to_replace AS batch
    WHERE workspace.organization_id = batch.organization_id AND workspace.workspace_id = batch.workspace_id
    RETURNING 1 AS yes),
deleted_assignments AS (
    DELETE FROM "roster_role_assignment" AS assignment USING guard_moved CROSS JOIN assignments_to_delete AS batch
    WHERE assignment.organization_id = batch.organization_id
      AND assignment.user_id = batch.user_id AND assignment.workspace_id = batch.workspace_id
    RETURNING 1 AS yes),
inserted_events AS (
    INSERT INTO "roster_event" (organization_id, sequence, type, workspace_id, user_id, body)
    SELECT $1::text, batch.*
    FROM guard_moved CROSS JOIN ROWS FROM (unnest((SELECT $22::text::bigint[]), (SELECT $23::text::text[]), (SELECT $24::text::text[]), (SELECT $25::text::text[])), string_to_table($26::text, chr(10))) AS batch (sequence, type, workspace_id, user_id, body)),
inserted_operations AS (
    INSERT INTO "roster_operation" (organization_id, operation_id, first_sequence, last_sequence)
    SELECT $1::text, batch.* FROM guard_moved CROSS JOIN unnest((SELECT $28::text::text[]), (SELECT $29::text::bigint[]), (SELECT $30::text::bigint[])) AS batch (operation_id, first_sequence, last_sequence)),
inserted_command AS (
    INSERT INTO "roster_command" (organization_id, command_key, fingerprint, outcome, recorded_at)
    SELECT $1::text, $31::text, $32::text, $33::text, $34::text FROM guard_moved)
SELECT (SELECT count(*) FROM guard_moved)::text AS guard_moved,
  (SELECT stored_command.command FROM stored_command) AS command,
  (1 / CASE WHEN NOT EXISTS (SELECT 1 FROM guard_moved) OR ((SELECT count(*) FROM replaced_organization) = 1
    AND (SELECT count(*) FROM deleted_members) = $9::text::bigint
    AND (SELECT count(*) FROM replaced_workspaces) = $18::text::bigint
    AND (SELECT count(*) FROM deleted_assignments) = $21::text::bigint) THEN 1 ELSE 0 END)::text AS all_rows_written;

-- removeOrganizationMembers with the first organization admin as successor (1 of 2)
WITH first_admin AS MATERIALIZED (SELECT member.user_id, member.role, member.display_name, member.email
    FROM (SELECT member.* FROM "roster_organization_member" AS member
      WHERE member.organization_id = $1::text AND member.role = 'admin' OFFSET 0) AS member WHERE member.user_id <> ALL (SELECT unnest((SELECT $6::text::text[])))
    ORDER BY member.user_id LIMIT 1),
assignments_of_users AS MATERIALIZED (SELECT assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence FROM unnest((SELECT $2::text::text[])) AS wanted (user_id) CROSS JOIN LATERAL (SELECT assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence FROM "roster_role_assignment" AS assignment
    WHERE assignment.organization_id = $1::text AND assignment.user_id = wanted.user_id OFFSET 0) AS assignment),
assignments_in_same_workspaces AS MATERIALIZED (SELECT assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence FROM (SELECT workspace.workspace_id, other.user_id FROM (SELECT DISTINCT assignment.workspace_id FROM assignments_of_users AS assignment) AS workspace CROSS JOIN (SELECT * FROM unnest((SELECT $3::text::text[])) UNION SELECT first_admin.user_id FROM first_admin) AS other (user_id)) AS wanted CROSS JOIN LATERAL (SELECT assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence FROM "roster_role_assignment" AS assignment
    WHERE assignment.organization_id = $1::text AND assignment.user_id = wanted.user_id AND assignment.workspace_id = wanted.workspace_id LIMIT 1) AS assignment)
SELECT (SELECT json_build_array(guard.revision, guard.last_sequence, guard.last_at)::text
    FROM "roster_guard" AS guard WHERE guard.organization_id = $1::text) AS guard,
  (SELECT json_build_array(organization.name, organization.member_count, organization.admin_count,
      organization.active_workspace_count, organization.created_at)::text
    FROM "roster_organization" AS organization WHERE organization.organization_id = $1::text) AS organization,
  (SELECT json_build_array(command.fingerprint, command.outcome, command.recorded_at)::text
    FROM "roster_command" AS command
    WHERE command.organization_id = $1::text AND command.command_key = $4::text) AS command,
  (SELECT json_agg(json_build_array(member.user_id, member.role, member.display_name, member.email))::text FROM unnest((SELECT $5::text::text[])) AS wanted (user_id)
    CROSS JOIN LATERAL (SELECT member.* FROM "roster_organization_member" AS member
      WHERE member.organization_id = $1::text AND member.user_id = wanted.user_id LIMIT 1) AS member) AS members,
  (SELECT json_agg(json_build_array(member.user_id, member.role, member.display_name, member.email))::text FROM first_admin AS member) AS first_admin,
  (SELECT json_agg(json_build_array(workspace.workspace_id, workspace.name, workspace.description, workspace.status,
      workspace.role_counts::json, workspace.created_at))::text FROM (SELECT DISTINCT assignment.workspace_id FROM assignments_of_users AS assignment) AS wanted CROSS JOIN LATERAL (SELECT workspace.* FROM "roster_workspace" AS workspace
      WHERE workspace.organization_id = $1::text AND workspace.workspace_id = wanted.workspace_id LIMIT 1) AS workspace) AS workspaces_of_users,
  (SELECT json_agg(json_build_array(assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence))::text FROM (SELECT assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence FROM assignments_of_users AS assignment UNION SELECT assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence FROM assignments_in_same_workspaces AS assignment) AS assignment) AS assignments;

-- removeOrganizationMembers with the first organization admin as successor (2 of 2)
WITH stored_command AS MATERIALIZED (SELECT (SELECT json_build_array(command.fingerprint, command.outcome, command.recorded_at)::text
    FROM "roster_command" AS command
    WHERE command.organization_id = $1::text AND command.command_key = $2::text) AS command),
preconditions AS MATERIALIZED (SELECT 1 AS yes WHERE (SELECT stored_command.command FROM stored_command) IS NULL),
guard_moved AS (UPDATE "roster_guard" AS guard SET revision = guard.revision + 1, last_sequence = $7::text::bigint, last_at = $8::text
    WHERE guard.organization_id = $1::text AND guard.revision = $9::text::bigint
      AND EXISTS (SELECT 1 FROM preconditions) RETURNING 1 AS yes),
inserted_command AS (
    INSERT INTO "roster_command" (organization_id, command_key, fingerprint, outcome, recorded_at)
    SELECT $1::text, $3::text, $4::text, $5::text, $6::text FROM guard_moved)
SELECT (SELECT count(*) FROM guard_moved)::text AS guard_moved,
  (SELECT stored_command.command FROM stored_command) AS command;

-- removeOrganizationMembers with a successor (1 of 2)
WITH assignments_of_users AS MATERIALIZED (SELECT assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence FROM unnest((SELECT $2::text::text[])) AS wanted (user_id) CROSS JOIN LATERAL (SELECT assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence FROM "roster_role_assignment" AS assignment
    WHERE assignment.organization_id = $1::text AND assignment.user_id = wanted.user_id OFFSET 0) AS assignment),
assignments_in_same_workspaces AS MATERIALIZED (SELECT assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence FROM (SELECT workspace.workspace_id, other.user_id FROM (SELECT DISTINCT assignment.workspace_id FROM assignments_of_users AS assignment) AS workspace CROSS JOIN unnest((SELECT $3::text::text[])) AS other (user_id)) AS wanted CROSS JOIN LATERAL (SELECT assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence FROM "roster_role_assignment" AS assignment
    WHERE assignment.organization_id = $1::text AND assignment.user_id = wanted.user_id AND assignment.workspace_id = wanted.workspace_id LIMIT 1) AS assignment)
SELECT (SELECT json_build_array(guard.revision, guard.last_sequence, guard.last_at)::text
    FROM "roster_guard" AS guard WHERE guard.organization_id = $1::text) AS guard,
  (SELECT json_build_array(organization.name, organization.member_count, organization.admin_count,
      organization.active_workspace_count, organization.created_at)::text
    FROM "roster_organization" AS organization WHERE organization.organization_id = $1::text) AS organization,
  (SELECT json_agg(json_build_array(member.user_id, member.role, member.display_name, member.email))::text FROM unnest((SELECT $4::text::text[])) AS wanted (user_id)
    CROSS JOIN LATERAL (SELECT member.* FROM "roster_organization_member" AS member
      WHERE member.organization_id = $1::text AND member.user_id = wanted.user_id LIMIT 1) AS member) AS members,
  (SELECT json_agg(json_build_array(workspace.workspace_id, workspace.name, workspace.description, workspace.status,
      workspace.role_counts::json, workspace.created_at))::text FROM (SELECT DISTINCT assignment.workspace_id FROM assignments_of_users AS assignment) AS wanted CROSS JOIN LATERAL (SELECT workspace.* FROM "roster_workspace" AS workspace
      WHERE workspace.organization_id = $1::text AND workspace.workspace_id = wanted.workspace_id LIMIT 1) AS workspace) AS workspaces_of_users,
  (SELECT json_agg(json_build_array(assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence))::text FROM (SELECT assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence FROM assignments_of_users AS assignment UNION SELECT assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence FROM assignments_in_same_workspaces AS assignment) AS assignment) AS assignments;

-- removeOrganizationMembers with a successor (2 of 2)
WITH stored_command AS MATERIALIZED (SELECT (SELECT json_build_array(command.fingerprint, command.outcome, command.recorded_at)::text
    FROM "roster_command" AS command
    WHERE command.organization_id = $1::text AND command.command_key = $2::text) AS command),
members_to_delete AS MATERIALIZED (SELECT $1::text AS organization_id, batch.user_id, member.search_text
    FROM unnest((SELECT $8::text::text[])) AS batch (user_id) CROSS JOIN LATERAL (SELECT member.name_key, member.search_text FROM "roster_organization_member" AS member
      WHERE member.organization_id = $1::text AND member.user_id = batch.user_id LIMIT 1) AS member LIMIT (SELECT NULL::bigint)),
words_to_delete AS MATERIALIZED (SELECT $1::text AS organization_id, member.user_id, words.word FROM members_to_delete AS member
      CROSS JOIN LATERAL (SELECT DISTINCT left(split.word, 100) AS word
      FROM unnest(string_to_array(ltrim(member.search_text, ' '), ' ')) AS split (word)) AS words LIMIT (SELECT NULL::bigint)),
preconditions AS MATERIALIZED (SELECT 1 AS yes WHERE (SELECT stored_command.command FROM stored_command) IS NULL
    AND EXISTS (SELECT 1 FROM "roster_organization" AS organization WHERE organization.organization_id = $1::text)
    AND (SELECT count(*) FROM members_to_delete) = $9::text::bigint
    AND coalesce((SELECT event.sequence FROM "roster_event" AS event
      WHERE event.organization_id = $1::text ORDER BY event.sequence DESC LIMIT 1), 0) < $15::text::bigint),
guard_moved AS (UPDATE "roster_guard" AS guard SET revision = guard.revision + 1, last_sequence = $23::text::bigint, last_at = $24::text
    WHERE guard.organization_id = $1::text AND guard.revision = $25::text::bigint
      AND EXISTS (SELECT 1 FROM preconditions) RETURNING 1 AS yes),
replaced_organization AS (
    UPDATE "roster_organization" AS organization SET name = $3::text, member_count = $4::text::bigint, admin_count = $5::text::bigint,
      active_workspace_count = $6::text::bigint, created_at = $7::text
    FROM guard_moved WHERE organization.organization_id = $1::text RETURNING 1 AS yes),
deleted_members AS (
    DELETE FROM "roster_organization_member" AS member USING guard_moved CROSS JOIN members_to_delete AS batch
    WHERE member.organization_id = batch.organization_id AND member.user_id = batch.user_id RETURNING 1 AS yes),
deleted_words AS (
    DELETE FROM "roster_member_word" AS member_word USING guard_moved CROSS JOIN words_to_delete AS batch
    WHERE member_word.organization_id = batch.organization_id
      AND member_word.word = batch.word AND member_word.user_id = batch.user_id),
inserted_events AS (
    INSERT INTO "roster_event" (organization_id, sequence, type, workspace_id, user_id, body)
    SELECT $1::text, batch.*
    FROM guard_moved CROSS JOIN ROWS FROM (unnest((SELECT $10::text::bigint[]), (SELECT $11::text::text[]), (SELECT $12::text::text[]), (SELECT $13::text::text[])), string_to_table($14::text, chr(10))) AS batch (sequence, type, workspace_id, user_id, body)),
inserted_operations AS (
    INSERT INTO "roster_operation" (organization_id, operation_id, first_sequence, last_sequence)
    SELECT $1::text, batch.* FROM guard_moved CROSS JOIN unnest((SELECT $16::text::text[]), (SELECT $17::text::bigint[]), (SELECT $18::text::bigint[])) AS batch (operation_id, first_sequence, last_sequence)),
inserted_command AS (
    INSERT INTO "roster_command" (organization_id, command_key, fingerprint, outcome, recorded_at)
    SELECT $1::text, $19::text, $20::text, $21::text, $22::text FROM guard_moved)
SELECT (SELECT count(*) FROM guard_moved)::text AS guard_moved,
  (SELECT stored_command.command FROM stored_command) AS command,
  (1 / CASE WHEN NOT EXISTS (SELECT 1 FROM guard_moved) OR ((SELECT count(*) FROM replaced_organization) = 1
    AND (SELECT count(*) FROM deleted_members) = $9::text::bigint) THEN 1 ELSE 0 END)::text AS all_rows_written;

-- getOrganization
SELECT (SELECT json_build_array(guard.revision, guard.last_sequence, guard.last_at)::text
    FROM "roster_guard" AS guard WHERE guard.organization_id = $1::text) AS guard,
  (SELECT json_build_array(organization.name, organization.member_count, organization.admin_count,
      organization.active_workspace_count, organization.created_at)::text
    FROM "roster_organization" AS organization WHERE organization.organization_id = $1::text) AS organization,
  (SELECT json_agg(json_build_array(member.user_id, member.role, member.display_name, member.email))::text FROM unnest((SELECT $2::text::text[])) AS wanted (user_id)
    CROSS JOIN LATERAL (SELECT member.* FROM "roster_organization_member" AS member
      WHERE member.organization_id = $1::text AND member.user_id = wanted.user_id LIMIT 1) AS member) AS members;

-- getWorkspace
WITH assignments_by_key AS MATERIALIZED (SELECT assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence FROM unnest((SELECT $2::text::text[]), (SELECT $3::text::text[])) AS wanted (workspace_id, user_id) CROSS JOIN LATERAL (SELECT assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence FROM "roster_role_assignment" AS assignment
    WHERE assignment.organization_id = $1::text AND assignment.user_id = wanted.user_id AND assignment.workspace_id = wanted.workspace_id LIMIT 1) AS assignment)
SELECT (SELECT json_build_array(guard.revision, guard.last_sequence, guard.last_at)::text
    FROM "roster_guard" AS guard WHERE guard.organization_id = $1::text) AS guard,
  (SELECT json_build_array(organization.name, organization.member_count, organization.admin_count,
      organization.active_workspace_count, organization.created_at)::text
    FROM "roster_organization" AS organization WHERE organization.organization_id = $1::text) AS organization,
  (SELECT json_agg(json_build_array(member.user_id, member.role, member.display_name, member.email))::text FROM unnest((SELECT $4::text::text[])) AS wanted (user_id)
    CROSS JOIN LATERAL (SELECT member.* FROM "roster_organization_member" AS member
      WHERE member.organization_id = $1::text AND member.user_id = wanted.user_id LIMIT 1) AS member) AS members,
  (SELECT json_agg(json_build_array(workspace.workspace_id, workspace.name, workspace.description, workspace.status,
      workspace.role_counts::json, workspace.created_at))::text FROM unnest((SELECT $5::text::text[])) AS wanted (workspace_id) CROSS JOIN LATERAL (SELECT workspace.* FROM "roster_workspace" AS workspace
      WHERE workspace.organization_id = $1::text AND workspace.workspace_id = wanted.workspace_id LIMIT 1) AS workspace) AS workspaces,
  (SELECT json_agg(json_build_array(assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence))::text FROM (SELECT assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence FROM assignments_by_key AS assignment) AS assignment) AS assignments;

-- can
WITH assignments_by_key AS MATERIALIZED (SELECT assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence FROM unnest((SELECT $2::text::text[]), (SELECT $3::text::text[])) AS wanted (workspace_id, user_id) CROSS JOIN LATERAL (SELECT assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence FROM "roster_role_assignment" AS assignment
    WHERE assignment.organization_id = $1::text AND assignment.user_id = wanted.user_id AND assignment.workspace_id = wanted.workspace_id LIMIT 1) AS assignment)
SELECT (SELECT json_build_array(guard.revision, guard.last_sequence, guard.last_at)::text
    FROM "roster_guard" AS guard WHERE guard.organization_id = $1::text) AS guard,
  (SELECT json_build_array(organization.name, organization.member_count, organization.admin_count,
      organization.active_workspace_count, organization.created_at)::text
    FROM "roster_organization" AS organization WHERE organization.organization_id = $1::text) AS organization,
  (SELECT json_agg(json_build_array(member.user_id, member.role, member.display_name, member.email))::text FROM unnest((SELECT $4::text::text[])) AS wanted (user_id)
    CROSS JOIN LATERAL (SELECT member.* FROM "roster_organization_member" AS member
      WHERE member.organization_id = $1::text AND member.user_id = wanted.user_id LIMIT 1) AS member) AS members,
  (SELECT json_agg(json_build_array(workspace.workspace_id, workspace.name, workspace.description, workspace.status,
      workspace.role_counts::json, workspace.created_at))::text FROM unnest((SELECT $5::text::text[])) AS wanted (workspace_id) CROSS JOIN LATERAL (SELECT workspace.* FROM "roster_workspace" AS workspace
      WHERE workspace.organization_id = $1::text AND workspace.workspace_id = wanted.workspace_id LIMIT 1) AS workspace) AS workspaces,
  (SELECT json_agg(json_build_array(assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence))::text FROM (SELECT assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence FROM assignments_by_key AS assignment) AS assignment) AS assignments;

-- accessMany
WITH assignments_by_key AS MATERIALIZED (SELECT assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence FROM unnest((SELECT $2::text::text[]), (SELECT $3::text::text[])) AS wanted (workspace_id, user_id) CROSS JOIN LATERAL (SELECT assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence FROM "roster_role_assignment" AS assignment
    WHERE assignment.organization_id = $1::text AND assignment.user_id = wanted.user_id AND assignment.workspace_id = wanted.workspace_id LIMIT 1) AS assignment)
SELECT (SELECT json_build_array(guard.revision, guard.last_sequence, guard.last_at)::text
    FROM "roster_guard" AS guard WHERE guard.organization_id = $1::text) AS guard,
  (SELECT json_build_array(organization.name, organization.member_count, organization.admin_count,
      organization.active_workspace_count, organization.created_at)::text
    FROM "roster_organization" AS organization WHERE organization.organization_id = $1::text) AS organization,
  (SELECT json_agg(json_build_array(member.user_id, member.role, member.display_name, member.email))::text FROM unnest((SELECT $4::text::text[])) AS wanted (user_id)
    CROSS JOIN LATERAL (SELECT member.* FROM "roster_organization_member" AS member
      WHERE member.organization_id = $1::text AND member.user_id = wanted.user_id LIMIT 1) AS member) AS members,
  (SELECT json_agg(json_build_array(workspace.workspace_id, workspace.name, workspace.description, workspace.status,
      workspace.role_counts::json, workspace.created_at))::text FROM unnest((SELECT $5::text::text[])) AS wanted (workspace_id) CROSS JOIN LATERAL (SELECT workspace.* FROM "roster_workspace" AS workspace
      WHERE workspace.organization_id = $1::text AND workspace.workspace_id = wanted.workspace_id LIMIT 1) AS workspace) AS workspaces,
  (SELECT json_agg(json_build_array(assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence))::text FROM (SELECT assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence FROM assignments_by_key AS assignment) AS assignment) AS assignments,
  (SELECT '[' || string_agg(event.body, ',' ORDER BY event.sequence) || ']' FROM (SELECT DISTINCT assignment.sequence FROM (SELECT assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence FROM assignments_by_key AS assignment) AS assignment) AS wanted
    CROSS JOIN LATERAL (SELECT event.sequence, event.body FROM "roster_event" AS event
    WHERE event.organization_id = $1::text AND event.sequence = wanted.sequence LIMIT 1) AS event) AS granting_events;

-- access
WITH assignments_by_key AS MATERIALIZED (SELECT assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence FROM unnest((SELECT $2::text::text[]), (SELECT $3::text::text[])) AS wanted (workspace_id, user_id) CROSS JOIN LATERAL (SELECT assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence FROM "roster_role_assignment" AS assignment
    WHERE assignment.organization_id = $1::text AND assignment.user_id = wanted.user_id AND assignment.workspace_id = wanted.workspace_id LIMIT 1) AS assignment)
SELECT (SELECT json_build_array(guard.revision, guard.last_sequence, guard.last_at)::text
    FROM "roster_guard" AS guard WHERE guard.organization_id = $1::text) AS guard,
  (SELECT json_build_array(organization.name, organization.member_count, organization.admin_count,
      organization.active_workspace_count, organization.created_at)::text
    FROM "roster_organization" AS organization WHERE organization.organization_id = $1::text) AS organization,
  (SELECT json_agg(json_build_array(member.user_id, member.role, member.display_name, member.email))::text FROM unnest((SELECT $4::text::text[])) AS wanted (user_id)
    CROSS JOIN LATERAL (SELECT member.* FROM "roster_organization_member" AS member
      WHERE member.organization_id = $1::text AND member.user_id = wanted.user_id LIMIT 1) AS member) AS members,
  (SELECT json_agg(json_build_array(workspace.workspace_id, workspace.name, workspace.description, workspace.status,
      workspace.role_counts::json, workspace.created_at))::text FROM unnest((SELECT $5::text::text[])) AS wanted (workspace_id) CROSS JOIN LATERAL (SELECT workspace.* FROM "roster_workspace" AS workspace
      WHERE workspace.organization_id = $1::text AND workspace.workspace_id = wanted.workspace_id LIMIT 1) AS workspace) AS workspaces,
  (SELECT json_agg(json_build_array(assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence))::text FROM (SELECT assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence FROM assignments_by_key AS assignment) AS assignment) AS assignments,
  (SELECT '[' || string_agg(event.body, ',' ORDER BY event.sequence) || ']' FROM (SELECT DISTINCT assignment.sequence FROM (SELECT assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence FROM assignments_by_key AS assignment) AS assignment) AS wanted
    CROSS JOIN LATERAL (SELECT event.sequence, event.body FROM "roster_event" AS event
    WHERE event.organization_id = $1::text AND event.sequence = wanted.sequence LIMIT 1) AS event) AS granting_events;

-- listMembers
WITH assignments_by_key AS MATERIALIZED (SELECT assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence FROM unnest((SELECT $2::text::text[]), (SELECT $3::text::text[])) AS wanted (workspace_id, user_id) CROSS JOIN LATERAL (SELECT assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence FROM "roster_role_assignment" AS assignment
    WHERE assignment.organization_id = $1::text AND assignment.user_id = wanted.user_id AND assignment.workspace_id = wanted.workspace_id LIMIT 1) AS assignment),
page AS MATERIALIZED (SELECT * FROM (SELECT assignment.*, member.* FROM (
      SELECT assignment.user_id AS id, assignment.name_key, assignment.role AS workspace_role FROM "roster_role_assignment" AS assignment
    WHERE assignment.organization_id = $1::text AND assignment.workspace_id = $6::text AND assignment.role <> ''
        AND (assignment.name_key, assignment.user_id) > ($7::text, $8::text)
      ORDER BY assignment.name_key, assignment.user_id) AS assignment CROSS JOIN LATERAL (SELECT member.display_name, member.email, member.role AS organization_role, member.search_text FROM "roster_organization_member" AS member
    WHERE member.organization_id = $1::text AND member.user_id = assignment.id LIMIT 1) AS member
    ORDER BY assignment.name_key, assignment.id LIMIT 64) AS bounded LIMIT $9::text::bigint)
SELECT (SELECT json_build_array(guard.revision, guard.last_sequence, guard.last_at)::text
    FROM "roster_guard" AS guard WHERE guard.organization_id = $1::text) AS guard,
  (SELECT json_build_array(organization.name, organization.member_count, organization.admin_count,
      organization.active_workspace_count, organization.created_at)::text
    FROM "roster_organization" AS organization WHERE organization.organization_id = $1::text) AS organization,
  (SELECT json_agg(json_build_array(member.user_id, member.role, member.display_name, member.email))::text FROM unnest((SELECT $4::text::text[])) AS wanted (user_id)
    CROSS JOIN LATERAL (SELECT member.* FROM "roster_organization_member" AS member
      WHERE member.organization_id = $1::text AND member.user_id = wanted.user_id LIMIT 1) AS member) AS members,
  (SELECT json_agg(json_build_array(workspace.workspace_id, workspace.name, workspace.description, workspace.status,
      workspace.role_counts::json, workspace.created_at))::text FROM unnest((SELECT $5::text::text[])) AS wanted (workspace_id) CROSS JOIN LATERAL (SELECT workspace.* FROM "roster_workspace" AS workspace
      WHERE workspace.organization_id = $1::text AND workspace.workspace_id = wanted.workspace_id LIMIT 1) AS workspace) AS workspaces,
  (SELECT json_agg(json_build_array(assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence))::text FROM (SELECT assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence FROM assignments_by_key AS assignment) AS assignment) AS assignments,
  (SELECT json_agg(json_build_array(item.id, item.display_name, item.email, item.name_key, item.organization_role, item.workspace_role) ORDER BY item.name_key, item.id)::text FROM page AS item) AS page_rows;

-- listMembers of one role
WITH assignments_by_key AS MATERIALIZED (SELECT assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence FROM unnest((SELECT $2::text::text[]), (SELECT $3::text::text[])) AS wanted (workspace_id, user_id) CROSS JOIN LATERAL (SELECT assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence FROM "roster_role_assignment" AS assignment
    WHERE assignment.organization_id = $1::text AND assignment.user_id = wanted.user_id AND assignment.workspace_id = wanted.workspace_id LIMIT 1) AS assignment),
page AS MATERIALIZED (SELECT * FROM (SELECT assignment.*, member.* FROM (
      SELECT assignment.user_id AS id, assignment.name_key, assignment.role AS workspace_role FROM "roster_role_assignment" AS assignment
    WHERE assignment.organization_id = $1::text AND assignment.workspace_id = $6::text AND assignment.role <> '' AND assignment.role = $7::text
        AND (assignment.name_key, assignment.user_id) > ($8::text, $9::text)
      ORDER BY assignment.name_key, assignment.user_id) AS assignment CROSS JOIN LATERAL (SELECT member.display_name, member.email, member.role AS organization_role, member.search_text FROM "roster_organization_member" AS member
    WHERE member.organization_id = $1::text AND member.user_id = assignment.id LIMIT 1) AS member
    ORDER BY assignment.name_key, assignment.id LIMIT 64) AS bounded LIMIT $10::text::bigint)
SELECT (SELECT json_build_array(guard.revision, guard.last_sequence, guard.last_at)::text
    FROM "roster_guard" AS guard WHERE guard.organization_id = $1::text) AS guard,
  (SELECT json_build_array(organization.name, organization.member_count, organization.admin_count,
      organization.active_workspace_count, organization.created_at)::text
    FROM "roster_organization" AS organization WHERE organization.organization_id = $1::text) AS organization,
  (SELECT json_agg(json_build_array(member.user_id, member.role, member.display_name, member.email))::text FROM unnest((SELECT $4::text::text[])) AS wanted (user_id)
    CROSS JOIN LATERAL (SELECT member.* FROM "roster_organization_member" AS member
      WHERE member.organization_id = $1::text AND member.user_id = wanted.user_id LIMIT 1) AS member) AS members,
  (SELECT json_agg(json_build_array(workspace.workspace_id, workspace.name, workspace.description, workspace.status,
      workspace.role_counts::json, workspace.created_at))::text FROM unnest((SELECT $5::text::text[])) AS wanted (workspace_id) CROSS JOIN LATERAL (SELECT workspace.* FROM "roster_workspace" AS workspace
      WHERE workspace.organization_id = $1::text AND workspace.workspace_id = wanted.workspace_id LIMIT 1) AS workspace) AS workspaces,
  (SELECT json_agg(json_build_array(assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence))::text FROM (SELECT assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence FROM assignments_by_key AS assignment) AS assignment) AS assignments,
  (SELECT json_agg(json_build_array(item.id, item.display_name, item.email, item.name_key, item.organization_role, item.workspace_role) ORDER BY item.name_key, item.id)::text FROM page AS item) AS page_rows;

-- listMembers with a search
WITH assignments_by_key AS MATERIALIZED (SELECT assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence FROM unnest((SELECT $2::text::text[]), (SELECT $3::text::text[])) AS wanted (workspace_id, user_id) CROSS JOIN LATERAL (SELECT assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence FROM "roster_role_assignment" AS assignment
    WHERE assignment.organization_id = $1::text AND assignment.user_id = wanted.user_id AND assignment.workspace_id = wanted.workspace_id LIMIT 1) AS assignment),
walked AS MATERIALIZED (SELECT * FROM (SELECT assignment.*, member.* FROM (
      SELECT assignment.user_id AS id, assignment.name_key, assignment.role AS workspace_role FROM "roster_role_assignment" AS assignment
    WHERE assignment.organization_id = $1::text AND assignment.workspace_id = $6::text AND assignment.role <> ''
        AND (assignment.name_key, assignment.user_id) > ($7::text, $8::text)
      ORDER BY assignment.name_key, assignment.user_id) AS assignment CROSS JOIN LATERAL (SELECT member.display_name, member.email, member.role AS organization_role, member.search_text FROM "roster_organization_member" AS member
    WHERE member.organization_id = $1::text AND member.user_id = assignment.id LIMIT 1) AS member
    ORDER BY assignment.name_key, assignment.id LIMIT 512) AS bounded LIMIT $16::text::bigint),
matches_walked AS MATERIALIZED (SELECT item.* FROM walked AS item WHERE strpos(item.search_text, $9::text) > 0 AND strpos(item.search_text, $10::text) > 0 AND strpos(item.search_text, $11::text) > 0
    ORDER BY item.name_key, item.id LIMIT $17::text::bigint),
matches_beyond AS MATERIALIZED (SELECT item.* FROM (SELECT found.user_id AS id, found.name_key, assignment.workspace_role, member.* FROM (SELECT DISTINCT found.name_key, found.user_id FROM "roster_member_word" AS found
      WHERE found.organization_id = $1::text AND found.word >= $14::text AND found.word < $15::text AND (found.name_key, found.user_id) > (SELECT walked.name_key, walked.id FROM walked ORDER BY walked.name_key DESC, walked.id DESC LIMIT 1)
      ORDER BY found.name_key, found.user_id
      ) AS found CROSS JOIN LATERAL (SELECT assignment.user_id AS id, assignment.role AS workspace_role FROM "roster_role_assignment" AS assignment
    WHERE assignment.organization_id = $1::text AND assignment.workspace_id = $6::text
      AND assignment.user_id = found.user_id LIMIT 1) AS assignment CROSS JOIN LATERAL (SELECT member.display_name, member.email, member.role AS organization_role, member.search_text FROM "roster_organization_member" AS member
    WHERE member.organization_id = $1::text AND member.user_id = assignment.id LIMIT 1) AS member) AS item WHERE (SELECT count(*) FROM walked) = $12::text::bigint
    AND (SELECT count(*) FROM matches_walked) < $13::text::bigint AND strpos(item.search_text, $9::text) > 0 AND strpos(item.search_text, $10::text) > 0 AND strpos(item.search_text, $11::text) > 0
    ORDER BY item.name_key, item.id LIMIT $18::text::bigint),
page AS MATERIALIZED (SELECT item.* FROM (SELECT * FROM matches_walked UNION ALL SELECT * FROM matches_beyond) AS item
    ORDER BY item.name_key, item.id LIMIT $19::text::bigint)
SELECT (SELECT json_build_array(guard.revision, guard.last_sequence, guard.last_at)::text
    FROM "roster_guard" AS guard WHERE guard.organization_id = $1::text) AS guard,
  (SELECT json_build_array(organization.name, organization.member_count, organization.admin_count,
      organization.active_workspace_count, organization.created_at)::text
    FROM "roster_organization" AS organization WHERE organization.organization_id = $1::text) AS organization,
  (SELECT json_agg(json_build_array(member.user_id, member.role, member.display_name, member.email))::text FROM unnest((SELECT $4::text::text[])) AS wanted (user_id)
    CROSS JOIN LATERAL (SELECT member.* FROM "roster_organization_member" AS member
      WHERE member.organization_id = $1::text AND member.user_id = wanted.user_id LIMIT 1) AS member) AS members,
  (SELECT json_agg(json_build_array(workspace.workspace_id, workspace.name, workspace.description, workspace.status,
      workspace.role_counts::json, workspace.created_at))::text FROM unnest((SELECT $5::text::text[])) AS wanted (workspace_id) CROSS JOIN LATERAL (SELECT workspace.* FROM "roster_workspace" AS workspace
      WHERE workspace.organization_id = $1::text AND workspace.workspace_id = wanted.workspace_id LIMIT 1) AS workspace) AS workspaces,
  (SELECT json_agg(json_build_array(assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence))::text FROM (SELECT assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence FROM assignments_by_key AS assignment) AS assignment) AS assignments,
  (SELECT json_agg(json_build_array(item.id, item.display_name, item.email, item.name_key, item.organization_role, item.workspace_role) ORDER BY item.name_key, item.id)::text FROM page AS item) AS page_rows;

-- listMembers of one role with a search
WITH assignments_by_key AS MATERIALIZED (SELECT assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence FROM unnest((SELECT $2::text::text[]), (SELECT $3::text::text[])) AS wanted (workspace_id, user_id) CROSS JOIN LATERAL (SELECT assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence FROM "roster_role_assignment" AS assignment
    WHERE assignment.organization_id = $1::text AND assignment.user_id = wanted.user_id AND assignment.workspace_id = wanted.workspace_id LIMIT 1) AS assignment),
walked AS MATERIALIZED (SELECT * FROM (SELECT assignment.*, member.* FROM (
      SELECT assignment.user_id AS id, assignment.name_key, assignment.role AS workspace_role FROM "roster_role_assignment" AS assignment
    WHERE assignment.organization_id = $1::text AND assignment.workspace_id = $6::text AND assignment.role <> ''
        AND (assignment.name_key, assignment.user_id) > ($8::text, $9::text)
      ORDER BY assignment.name_key, assignment.user_id) AS assignment CROSS JOIN LATERAL (SELECT member.display_name, member.email, member.role AS organization_role, member.search_text FROM "roster_organization_member" AS member
    WHERE member.organization_id = $1::text AND member.user_id = assignment.id LIMIT 1) AS member
    ORDER BY assignment.name_key, assignment.id LIMIT 512) AS bounded LIMIT $17::text::bigint),
matches_walked AS MATERIALIZED (SELECT item.* FROM walked AS item WHERE item.workspace_role = $7::text AND strpos(item.search_text, $10::text) > 0 AND strpos(item.search_text, $11::text) > 0 AND strpos(item.search_text, $12::text) > 0
    ORDER BY item.name_key, item.id LIMIT $18::text::bigint),
matches_beyond AS MATERIALIZED (SELECT item.* FROM (SELECT found.user_id AS id, found.name_key, assignment.workspace_role, member.* FROM (SELECT DISTINCT found.name_key, found.user_id FROM "roster_member_word" AS found
      WHERE found.organization_id = $1::text AND found.word >= $15::text AND found.word < $16::text AND (found.name_key, found.user_id) > (SELECT walked.name_key, walked.id FROM walked ORDER BY walked.name_key DESC, walked.id DESC LIMIT 1)
      ORDER BY found.name_key, found.user_id
      ) AS found CROSS JOIN LATERAL (SELECT assignment.user_id AS id, assignment.role AS workspace_role FROM "roster_role_assignment" AS assignment
    WHERE assignment.organization_id = $1::text AND assignment.workspace_id = $6::text
      AND assignment.user_id = found.user_id LIMIT 1) AS assignment CROSS JOIN LATERAL (SELECT member.display_name, member.email, member.role AS organization_role, member.search_text FROM "roster_organization_member" AS member
    WHERE member.organization_id = $1::text AND member.user_id = assignment.id LIMIT 1) AS member) AS item WHERE (SELECT count(*) FROM walked) = $13::text::bigint
    AND (SELECT count(*) FROM matches_walked) < $14::text::bigint AND item.workspace_role = $7::text AND strpos(item.search_text, $10::text) > 0 AND strpos(item.search_text, $11::text) > 0 AND strpos(item.search_text, $12::text) > 0
    ORDER BY item.name_key, item.id LIMIT $19::text::bigint),
page AS MATERIALIZED (SELECT item.* FROM (SELECT * FROM matches_walked UNION ALL SELECT * FROM matches_beyond) AS item
    ORDER BY item.name_key, item.id LIMIT $20::text::bigint)
SELECT (SELECT json_build_array(guard.revision, guard.last_sequence, guard.last_at)::text
    FROM "roster_guard" AS guard WHERE guard.organization_id = $1::text) AS guard,
  (SELECT json_build_array(organization.name, organization.member_count, organization.admin_count,
      organization.active_workspace_count, organization.created_at)::text
    FROM "roster_organization" AS organization WHERE organization.organization_id = $1::text) AS organization,
  (SELECT json_agg(json_build_array(member.user_id, member.role, member.display_name, member.email))::text FROM unnest((SELECT $4::text::text[])) AS wanted (user_id)
    CROSS JOIN LATERAL (SELECT member.* FROM "roster_organization_member" AS member
      WHERE member.organization_id = $1::text AND member.user_id = wanted.user_id LIMIT 1) AS member) AS members,
  (SELECT json_agg(json_build_array(workspace.workspace_id, workspace.name, workspace.description, workspace.status,
      workspace.role_counts::json, workspace.created_at))::text FROM unnest((SELECT $5::text::text[])) AS wanted (workspace_id) CROSS JOIN LATERAL (SELECT workspace.* FROM "roster_workspace" AS workspace
      WHERE workspace.organization_id = $1::text AND workspace.workspace_id = wanted.workspace_id LIMIT 1) AS workspace) AS workspaces,
  (SELECT json_agg(json_build_array(assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence))::text FROM (SELECT assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence FROM assignments_by_key AS assignment) AS assignment) AS assignments,
  (SELECT json_agg(json_build_array(item.id, item.display_name, item.email, item.name_key, item.organization_role, item.workspace_role) ORDER BY item.name_key, item.id)::text FROM page AS item) AS page_rows;

-- candidates
WITH assignments_by_key AS MATERIALIZED (SELECT assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence FROM unnest((SELECT $2::text::text[]), (SELECT $3::text::text[])) AS wanted (workspace_id, user_id) CROSS JOIN LATERAL (SELECT assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence FROM "roster_role_assignment" AS assignment
    WHERE assignment.organization_id = $1::text AND assignment.user_id = wanted.user_id AND assignment.workspace_id = wanted.workspace_id LIMIT 1) AS assignment),
page AS MATERIALIZED (SELECT * FROM (SELECT member.user_id AS id, member.name_key, member.display_name, member.email, member.role AS organization_role, member.search_text FROM "roster_organization_member" AS member
    WHERE member.organization_id = $1::text AND (member.name_key, member.user_id) > ($7::text, $8::text) ORDER BY member.name_key, member.user_id LIMIT 64) AS bounded LIMIT $9::text::bigint)
SELECT (SELECT json_build_array(guard.revision, guard.last_sequence, guard.last_at)::text
    FROM "roster_guard" AS guard WHERE guard.organization_id = $1::text) AS guard,
  (SELECT json_build_array(organization.name, organization.member_count, organization.admin_count,
      organization.active_workspace_count, organization.created_at)::text
    FROM "roster_organization" AS organization WHERE organization.organization_id = $1::text) AS organization,
  (SELECT json_agg(json_build_array(member.user_id, member.role, member.display_name, member.email))::text FROM unnest((SELECT $4::text::text[])) AS wanted (user_id)
    CROSS JOIN LATERAL (SELECT member.* FROM "roster_organization_member" AS member
      WHERE member.organization_id = $1::text AND member.user_id = wanted.user_id LIMIT 1) AS member) AS members,
  (SELECT json_agg(json_build_array(workspace.workspace_id, workspace.name, workspace.description, workspace.status,
      workspace.role_counts::json, workspace.created_at))::text FROM unnest((SELECT $5::text::text[])) AS wanted (workspace_id) CROSS JOIN LATERAL (SELECT workspace.* FROM "roster_workspace" AS workspace
      WHERE workspace.organization_id = $1::text AND workspace.workspace_id = wanted.workspace_id LIMIT 1) AS workspace) AS workspaces,
  (SELECT json_agg(json_build_array(assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence))::text FROM (SELECT assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence FROM assignments_by_key AS assignment) AS assignment) AS assignments,
  (SELECT json_agg(json_build_array(item.id, item.display_name, item.email, item.name_key, item.organization_role, (SELECT assignment.role FROM "roster_role_assignment" AS assignment
    WHERE assignment.organization_id = $1::text
      AND assignment.user_id = item.id AND assignment.workspace_id = $6::text)) ORDER BY item.name_key, item.id)::text FROM page AS item) AS page_rows;

-- candidates with a search
WITH assignments_by_key AS MATERIALIZED (SELECT assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence FROM unnest((SELECT $2::text::text[]), (SELECT $3::text::text[])) AS wanted (workspace_id, user_id) CROSS JOIN LATERAL (SELECT assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence FROM "roster_role_assignment" AS assignment
    WHERE assignment.organization_id = $1::text AND assignment.user_id = wanted.user_id AND assignment.workspace_id = wanted.workspace_id LIMIT 1) AS assignment),
walked AS MATERIALIZED (SELECT * FROM (SELECT member.user_id AS id, member.name_key, member.display_name, member.email, member.role AS organization_role, member.search_text FROM "roster_organization_member" AS member
    WHERE member.organization_id = $1::text AND (member.name_key, member.user_id) > ($7::text, $8::text) ORDER BY member.name_key, member.user_id LIMIT 512) AS bounded LIMIT $16::text::bigint),
matches_walked AS MATERIALIZED (SELECT item.* FROM walked AS item WHERE strpos(item.search_text, $9::text) > 0 AND strpos(item.search_text, $10::text) > 0 AND strpos(item.search_text, $11::text) > 0
    ORDER BY item.name_key, item.id LIMIT $17::text::bigint),
matches_beyond AS MATERIALIZED (SELECT item.* FROM (SELECT found.user_id AS id, found.name_key, member.* FROM (SELECT DISTINCT found.name_key, found.user_id FROM "roster_member_word" AS found
      WHERE found.organization_id = $1::text AND found.word >= $14::text AND found.word < $15::text AND (found.name_key, found.user_id) > (SELECT walked.name_key, walked.id FROM walked ORDER BY walked.name_key DESC, walked.id DESC LIMIT 1)
      ORDER BY found.name_key, found.user_id
      ) AS found CROSS JOIN LATERAL (SELECT member.display_name, member.email, member.role AS organization_role, member.search_text FROM "roster_organization_member" AS member
      WHERE member.organization_id = $1::text AND member.user_id = found.user_id LIMIT 1) AS member) AS item WHERE (SELECT count(*) FROM walked) = $12::text::bigint
    AND (SELECT count(*) FROM matches_walked) < $13::text::bigint AND strpos(item.search_text, $9::text) > 0 AND strpos(item.search_text, $10::text) > 0 AND strpos(item.search_text, $11::text) > 0
    ORDER BY item.name_key, item.id LIMIT $18::text::bigint),
page AS MATERIALIZED (SELECT item.* FROM (SELECT * FROM matches_walked UNION ALL SELECT * FROM matches_beyond) AS item
    ORDER BY item.name_key, item.id LIMIT $19::text::bigint)
SELECT (SELECT json_build_array(guard.revision, guard.last_sequence, guard.last_at)::text
    FROM "roster_guard" AS guard WHERE guard.organization_id = $1::text) AS guard,
  (SELECT json_build_array(organization.name, organization.member_count, organization.admin_count,
      organization.active_workspace_count, organization.created_at)::text
    FROM "roster_organization" AS organization WHERE organization.organization_id = $1::text) AS organization,
  (SELECT json_agg(json_build_array(member.user_id, member.role, member.display_name, member.email))::text FROM unnest((SELECT $4::text::text[])) AS wanted (user_id)
    CROSS JOIN LATERAL (SELECT member.* FROM "roster_organization_member" AS member
      WHERE member.organization_id = $1::text AND member.user_id = wanted.user_id LIMIT 1) AS member) AS members,
  (SELECT json_agg(json_build_array(workspace.workspace_id, workspace.name, workspace.description, workspace.status,
      workspace.role_counts::json, workspace.created_at))::text FROM unnest((SELECT $5::text::text[])) AS wanted (workspace_id) CROSS JOIN LATERAL (SELECT workspace.* FROM "roster_workspace" AS workspace
      WHERE workspace.organization_id = $1::text AND workspace.workspace_id = wanted.workspace_id LIMIT 1) AS workspace) AS workspaces,
  (SELECT json_agg(json_build_array(assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence))::text FROM (SELECT assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence FROM assignments_by_key AS assignment) AS assignment) AS assignments,
  (SELECT json_agg(json_build_array(item.id, item.display_name, item.email, item.name_key, item.organization_role, (SELECT assignment.role FROM "roster_role_assignment" AS assignment
    WHERE assignment.organization_id = $1::text
      AND assignment.user_id = item.id AND assignment.workspace_id = $6::text)) ORDER BY item.name_key, item.id)::text FROM page AS item) AS page_rows;

-- listOrganizationMembers
WITH page AS MATERIALIZED (SELECT * FROM (SELECT member.user_id AS id, member.name_key, member.display_name, member.email, member.role AS organization_role, member.search_text FROM "roster_organization_member" AS member
    WHERE member.organization_id = $1::text AND (member.name_key, member.user_id) > ($3::text, $4::text) ORDER BY member.name_key, member.user_id LIMIT 64) AS bounded LIMIT $5::text::bigint)
SELECT (SELECT json_build_array(guard.revision, guard.last_sequence, guard.last_at)::text
    FROM "roster_guard" AS guard WHERE guard.organization_id = $1::text) AS guard,
  (SELECT json_build_array(organization.name, organization.member_count, organization.admin_count,
      organization.active_workspace_count, organization.created_at)::text
    FROM "roster_organization" AS organization WHERE organization.organization_id = $1::text) AS organization,
  (SELECT json_agg(json_build_array(member.user_id, member.role, member.display_name, member.email))::text FROM unnest((SELECT $2::text::text[])) AS wanted (user_id)
    CROSS JOIN LATERAL (SELECT member.* FROM "roster_organization_member" AS member
      WHERE member.organization_id = $1::text AND member.user_id = wanted.user_id LIMIT 1) AS member) AS members,
  (SELECT json_agg(json_build_array(item.id, item.display_name, item.email, item.name_key, item.organization_role, NULL) ORDER BY item.name_key, item.id)::text FROM page AS item) AS page_rows;

-- listOrganizationMembers of one role
WITH page AS MATERIALIZED (SELECT * FROM (SELECT member.user_id AS id, member.name_key, member.display_name, member.email, member.role AS organization_role, member.search_text FROM "roster_organization_member" AS member
    WHERE member.organization_id = $1::text AND member.role = $3::text AND (member.role, member.name_key, member.user_id) > ($3::text, $4::text, $5::text) ORDER BY member.name_key, member.user_id LIMIT 64) AS bounded LIMIT $6::text::bigint)
SELECT (SELECT json_build_array(guard.revision, guard.last_sequence, guard.last_at)::text
    FROM "roster_guard" AS guard WHERE guard.organization_id = $1::text) AS guard,
  (SELECT json_build_array(organization.name, organization.member_count, organization.admin_count,
      organization.active_workspace_count, organization.created_at)::text
    FROM "roster_organization" AS organization WHERE organization.organization_id = $1::text) AS organization,
  (SELECT json_agg(json_build_array(member.user_id, member.role, member.display_name, member.email))::text FROM unnest((SELECT $2::text::text[])) AS wanted (user_id)
    CROSS JOIN LATERAL (SELECT member.* FROM "roster_organization_member" AS member
      WHERE member.organization_id = $1::text AND member.user_id = wanted.user_id LIMIT 1) AS member) AS members,
  (SELECT json_agg(json_build_array(item.id, item.display_name, item.email, item.name_key, item.organization_role, NULL) ORDER BY item.name_key, item.id)::text FROM page AS item) AS page_rows;

-- listOrganizationMembers with a search
WITH walked AS MATERIALIZED (SELECT * FROM (SELECT member.user_id AS id, member.name_key, member.display_name, member.email, member.role AS organization_role, member.search_text FROM "roster_organization_member" AS member
    WHERE member.organization_id = $1::text AND (member.name_key, member.user_id) > ($3::text, $4::text) ORDER BY member.name_key, member.user_id LIMIT 512) AS bounded LIMIT $12::text::bigint),
matches_walked AS MATERIALIZED (SELECT item.* FROM walked AS item WHERE strpos(item.search_text, $5::text) > 0 AND strpos(item.search_text, $6::text) > 0 AND strpos(item.search_text, $7::text) > 0
    ORDER BY item.name_key, item.id LIMIT $13::text::bigint),
matches_beyond AS MATERIALIZED (SELECT item.* FROM (SELECT found.user_id AS id, found.name_key, member.* FROM (SELECT DISTINCT found.name_key, found.user_id FROM "roster_member_word" AS found
      WHERE found.organization_id = $1::text AND found.word >= $10::text AND found.word < $11::text AND (found.name_key, found.user_id) > (SELECT walked.name_key, walked.id FROM walked ORDER BY walked.name_key DESC, walked.id DESC LIMIT 1)
      ORDER BY found.name_key, found.user_id
      ) AS found CROSS JOIN LATERAL (SELECT member.display_name, member.email, member.role AS organization_role, member.search_text FROM "roster_organization_member" AS member
      WHERE member.organization_id = $1::text AND member.user_id = found.user_id LIMIT 1) AS member) AS item WHERE (SELECT count(*) FROM walked) = $8::text::bigint
    AND (SELECT count(*) FROM matches_walked) < $9::text::bigint AND strpos(item.search_text, $5::text) > 0 AND strpos(item.search_text, $6::text) > 0 AND strpos(item.search_text, $7::text) > 0
    ORDER BY item.name_key, item.id LIMIT $14::text::bigint),
page AS MATERIALIZED (SELECT item.* FROM (SELECT * FROM matches_walked UNION ALL SELECT * FROM matches_beyond) AS item
    ORDER BY item.name_key, item.id LIMIT $15::text::bigint)
SELECT (SELECT json_build_array(guard.revision, guard.last_sequence, guard.last_at)::text
    FROM "roster_guard" AS guard WHERE guard.organization_id = $1::text) AS guard,
  (SELECT json_build_array(organization.name, organization.member_count, organization.admin_count,
      organization.active_workspace_count, organization.created_at)::text
    FROM "roster_organization" AS organization WHERE organization.organization_id = $1::text) AS organization,
  (SELECT json_agg(json_build_array(member.user_id, member.role, member.display_name, member.email))::text FROM unnest((SELECT $2::text::text[])) AS wanted (user_id)
    CROSS JOIN LATERAL (SELECT member.* FROM "roster_organization_member" AS member
      WHERE member.organization_id = $1::text AND member.user_id = wanted.user_id LIMIT 1) AS member) AS members,
  (SELECT json_agg(json_build_array(item.id, item.display_name, item.email, item.name_key, item.organization_role, NULL) ORDER BY item.name_key, item.id)::text FROM page AS item) AS page_rows;

-- listOrganizationMembers with a search for four words
WITH walked AS MATERIALIZED (SELECT * FROM (SELECT member.user_id AS id, member.name_key, member.display_name, member.email, member.role AS organization_role, member.search_text FROM "roster_organization_member" AS member
    WHERE member.organization_id = $1::text AND (member.name_key, member.user_id) > ($3::text, $4::text) ORDER BY member.name_key, member.user_id LIMIT 512) AS bounded LIMIT $13::text::bigint),
matches_walked AS MATERIALIZED (SELECT item.* FROM walked AS item WHERE strpos(item.search_text, $5::text) > 0 AND strpos(item.search_text, $6::text) > 0 AND strpos(item.search_text, $7::text) > 0 AND NOT EXISTS (
    SELECT 1 FROM unnest((SELECT $8::text::text[])) AS typed (word) WHERE strpos(item.search_text, typed.word) = 0)
    ORDER BY item.name_key, item.id LIMIT $14::text::bigint),
matches_beyond AS MATERIALIZED (SELECT item.* FROM (SELECT found.user_id AS id, found.name_key, member.* FROM (SELECT DISTINCT found.name_key, found.user_id FROM "roster_member_word" AS found
      WHERE found.organization_id = $1::text AND found.word >= $11::text AND found.word < $12::text AND (found.name_key, found.user_id) > (SELECT walked.name_key, walked.id FROM walked ORDER BY walked.name_key DESC, walked.id DESC LIMIT 1)
      ORDER BY found.name_key, found.user_id
      ) AS found CROSS JOIN LATERAL (SELECT member.display_name, member.email, member.role AS organization_role, member.search_text FROM "roster_organization_member" AS member
      WHERE member.organization_id = $1::text AND member.user_id = found.user_id LIMIT 1) AS member) AS item WHERE (SELECT count(*) FROM walked) = $9::text::bigint
    AND (SELECT count(*) FROM matches_walked) < $10::text::bigint AND strpos(item.search_text, $5::text) > 0 AND strpos(item.search_text, $6::text) > 0 AND strpos(item.search_text, $7::text) > 0 AND NOT EXISTS (
    SELECT 1 FROM unnest((SELECT $8::text::text[])) AS typed (word) WHERE strpos(item.search_text, typed.word) = 0)
    ORDER BY item.name_key, item.id LIMIT $15::text::bigint),
page AS MATERIALIZED (SELECT item.* FROM (SELECT * FROM matches_walked UNION ALL SELECT * FROM matches_beyond) AS item
    ORDER BY item.name_key, item.id LIMIT $16::text::bigint)
SELECT (SELECT json_build_array(guard.revision, guard.last_sequence, guard.last_at)::text
    FROM "roster_guard" AS guard WHERE guard.organization_id = $1::text) AS guard,
  (SELECT json_build_array(organization.name, organization.member_count, organization.admin_count,
      organization.active_workspace_count, organization.created_at)::text
    FROM "roster_organization" AS organization WHERE organization.organization_id = $1::text) AS organization,
  (SELECT json_agg(json_build_array(member.user_id, member.role, member.display_name, member.email))::text FROM unnest((SELECT $2::text::text[])) AS wanted (user_id)
    CROSS JOIN LATERAL (SELECT member.* FROM "roster_organization_member" AS member
      WHERE member.organization_id = $1::text AND member.user_id = wanted.user_id LIMIT 1) AS member) AS members,
  (SELECT json_agg(json_build_array(item.id, item.display_name, item.email, item.name_key, item.organization_role, NULL) ORDER BY item.name_key, item.id)::text FROM page AS item) AS page_rows;

-- listWorkspaces
WITH page AS MATERIALIZED (SELECT * FROM (SELECT workspace.workspace_id AS id, workspace.name_key, workspace.search_text,
      json_build_array(workspace.workspace_id, workspace.name, workspace.description, workspace.status,
      workspace.role_counts::json, workspace.created_at, workspace.name_key) AS listed FROM "roster_workspace" AS workspace
    WHERE workspace.organization_id = $1::text AND workspace.status = 'active'
      AND (workspace.name_key, workspace.workspace_id) > ($3::text, $4::text)
    ORDER BY workspace.name_key, workspace.workspace_id LIMIT 64) AS bounded LIMIT $5::text::bigint)
SELECT (SELECT json_build_array(guard.revision, guard.last_sequence, guard.last_at)::text
    FROM "roster_guard" AS guard WHERE guard.organization_id = $1::text) AS guard,
  (SELECT json_build_array(organization.name, organization.member_count, organization.admin_count,
      organization.active_workspace_count, organization.created_at)::text
    FROM "roster_organization" AS organization WHERE organization.organization_id = $1::text) AS organization,
  (SELECT json_agg(json_build_array(member.user_id, member.role, member.display_name, member.email))::text FROM unnest((SELECT $2::text::text[])) AS wanted (user_id)
    CROSS JOIN LATERAL (SELECT member.* FROM "roster_organization_member" AS member
      WHERE member.organization_id = $1::text AND member.user_id = wanted.user_id LIMIT 1) AS member) AS members,
  (SELECT json_agg(item.listed ORDER BY item.name_key, item.id)::text FROM page AS item) AS page_rows;

-- listWorkspaces with archived ones
WITH page AS MATERIALIZED (SELECT * FROM (SELECT workspace.workspace_id AS id, workspace.name_key, workspace.search_text,
      json_build_array(workspace.workspace_id, workspace.name, workspace.description, workspace.status,
      workspace.role_counts::json, workspace.created_at, workspace.name_key) AS listed FROM "roster_workspace" AS workspace
    WHERE workspace.organization_id = $1::text
      AND (workspace.name_key, workspace.workspace_id) > ($3::text, $4::text)
    ORDER BY workspace.name_key, workspace.workspace_id LIMIT 64) AS bounded LIMIT $5::text::bigint)
SELECT (SELECT json_build_array(guard.revision, guard.last_sequence, guard.last_at)::text
    FROM "roster_guard" AS guard WHERE guard.organization_id = $1::text) AS guard,
  (SELECT json_build_array(organization.name, organization.member_count, organization.admin_count,
      organization.active_workspace_count, organization.created_at)::text
    FROM "roster_organization" AS organization WHERE organization.organization_id = $1::text) AS organization,
  (SELECT json_agg(json_build_array(member.user_id, member.role, member.display_name, member.email))::text FROM unnest((SELECT $2::text::text[])) AS wanted (user_id)
    CROSS JOIN LATERAL (SELECT member.* FROM "roster_organization_member" AS member
      WHERE member.organization_id = $1::text AND member.user_id = wanted.user_id LIMIT 1) AS member) AS members,
  (SELECT json_agg(item.listed ORDER BY item.name_key, item.id)::text FROM page AS item) AS page_rows;

-- listWorkspaces with a search
WITH page AS MATERIALIZED (SELECT item.* FROM (SELECT workspace.workspace_id AS id, workspace.name_key, workspace.search_text,
      json_build_array(workspace.workspace_id, workspace.name, workspace.description, workspace.status,
      workspace.role_counts::json, workspace.created_at, workspace.name_key) AS listed FROM "roster_workspace" AS workspace
    WHERE workspace.organization_id = $1::text AND workspace.status = 'active'
      AND (workspace.name_key, workspace.workspace_id) > ($3::text, $4::text)
    ORDER BY workspace.name_key, workspace.workspace_id) AS item WHERE strpos(item.search_text, $5::text) > 0 AND strpos(item.search_text, $6::text) > 0 AND strpos(item.search_text, $7::text) > 0
    ORDER BY item.name_key, item.id LIMIT $8::text::bigint)
SELECT (SELECT json_build_array(guard.revision, guard.last_sequence, guard.last_at)::text
    FROM "roster_guard" AS guard WHERE guard.organization_id = $1::text) AS guard,
  (SELECT json_build_array(organization.name, organization.member_count, organization.admin_count,
      organization.active_workspace_count, organization.created_at)::text
    FROM "roster_organization" AS organization WHERE organization.organization_id = $1::text) AS organization,
  (SELECT json_agg(json_build_array(member.user_id, member.role, member.display_name, member.email))::text FROM unnest((SELECT $2::text::text[])) AS wanted (user_id)
    CROSS JOIN LATERAL (SELECT member.* FROM "roster_organization_member" AS member
      WHERE member.organization_id = $1::text AND member.user_id = wanted.user_id LIMIT 1) AS member) AS members,
  (SELECT json_agg(item.listed ORDER BY item.name_key, item.id)::text FROM page AS item) AS page_rows;

-- workspacesOf
WITH page AS MATERIALIZED (SELECT * FROM (SELECT workspace.id, workspace.name_key, workspace.search_text, workspace.listed FROM (
      SELECT assignment.workspace_id, assignment.role FROM "roster_role_assignment" AS assignment
      WHERE assignment.organization_id = $1::text AND assignment.user_id = $4::text OFFSET 0
    ) AS assignment CROSS JOIN LATERAL (
      SELECT workspace.workspace_id AS id, workspace.name_key, workspace.search_text,
      json_build_array(workspace.workspace_id, workspace.name, workspace.description, workspace.status,
      workspace.role_counts::json, workspace.created_at, workspace.name_key, assignment.role) AS listed FROM "roster_workspace" AS workspace
      WHERE workspace.organization_id = $1::text AND workspace.workspace_id = assignment.workspace_id
        AND workspace.status = 'active' LIMIT 1
    ) AS workspace WHERE (workspace.name_key, workspace.id) > ($2::text, $3::text) ORDER BY workspace.name_key, workspace.id LIMIT 64) AS bounded LIMIT $5::text::bigint)
SELECT (SELECT json_build_array(guard.revision, guard.last_sequence, guard.last_at)::text
    FROM "roster_guard" AS guard WHERE guard.organization_id = $1::text) AS guard,
  (SELECT json_build_array(organization.name, organization.member_count, organization.admin_count,
      organization.active_workspace_count, organization.created_at)::text
    FROM "roster_organization" AS organization WHERE organization.organization_id = $1::text) AS organization,
  (SELECT json_agg(item.listed ORDER BY item.name_key, item.id)::text FROM page AS item) AS page_rows;

-- events
SELECT (SELECT json_build_array(guard.revision, guard.last_sequence, guard.last_at)::text
    FROM "roster_guard" AS guard WHERE guard.organization_id = $1::text) AS guard,
  (SELECT json_build_array(organization.name, organization.member_count, organization.admin_count,
      organization.active_workspace_count, organization.created_at)::text
    FROM "roster_organization" AS organization WHERE organization.organization_id = $1::text) AS organization,
  (SELECT json_agg(json_build_array(member.user_id, member.role, member.display_name, member.email))::text FROM unnest((SELECT $2::text::text[])) AS wanted (user_id)
    CROSS JOIN LATERAL (SELECT member.* FROM "roster_organization_member" AS member
      WHERE member.organization_id = $1::text AND member.user_id = wanted.user_id LIMIT 1) AS member) AS members,
  (SELECT '[' || string_agg(event.body, ',' ORDER BY event.sequence) || ']' FROM (SELECT * FROM (SELECT event.sequence, event.body FROM "roster_event" AS event WHERE event.organization_id = $1::text AND event.sequence > $3::text::bigint ORDER BY event.sequence LIMIT 64) AS bounded LIMIT $4::text::bigint) AS event) AS page_rows;

-- events of a workspace
WITH assignments_by_key AS MATERIALIZED (SELECT assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence FROM unnest((SELECT $2::text::text[]), (SELECT $3::text::text[])) AS wanted (workspace_id, user_id) CROSS JOIN LATERAL (SELECT assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence FROM "roster_role_assignment" AS assignment
    WHERE assignment.organization_id = $1::text AND assignment.user_id = wanted.user_id AND assignment.workspace_id = wanted.workspace_id LIMIT 1) AS assignment)
SELECT (SELECT json_build_array(guard.revision, guard.last_sequence, guard.last_at)::text
    FROM "roster_guard" AS guard WHERE guard.organization_id = $1::text) AS guard,
  (SELECT json_build_array(organization.name, organization.member_count, organization.admin_count,
      organization.active_workspace_count, organization.created_at)::text
    FROM "roster_organization" AS organization WHERE organization.organization_id = $1::text) AS organization,
  (SELECT json_agg(json_build_array(member.user_id, member.role, member.display_name, member.email))::text FROM unnest((SELECT $4::text::text[])) AS wanted (user_id)
    CROSS JOIN LATERAL (SELECT member.* FROM "roster_organization_member" AS member
      WHERE member.organization_id = $1::text AND member.user_id = wanted.user_id LIMIT 1) AS member) AS members,
  (SELECT json_agg(json_build_array(workspace.workspace_id, workspace.name, workspace.description, workspace.status,
      workspace.role_counts::json, workspace.created_at))::text FROM unnest((SELECT $5::text::text[])) AS wanted (workspace_id) CROSS JOIN LATERAL (SELECT workspace.* FROM "roster_workspace" AS workspace
      WHERE workspace.organization_id = $1::text AND workspace.workspace_id = wanted.workspace_id LIMIT 1) AS workspace) AS workspaces,
  (SELECT json_agg(json_build_array(assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence))::text FROM (SELECT assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence FROM assignments_by_key AS assignment) AS assignment) AS assignments,
  (SELECT '[' || string_agg(event.body, ',' ORDER BY event.sequence) || ']' FROM (SELECT * FROM (SELECT event.sequence, event.body FROM "roster_event" AS event WHERE event.organization_id = $1::text AND event.sequence > $7::text::bigint AND event.workspace_id = $6::text ORDER BY event.sequence LIMIT 64) AS bounded LIMIT $8::text::bigint) AS event) AS page_rows;

-- events of a user
SELECT (SELECT json_build_array(guard.revision, guard.last_sequence, guard.last_at)::text
    FROM "roster_guard" AS guard WHERE guard.organization_id = $1::text) AS guard,
  (SELECT json_build_array(organization.name, organization.member_count, organization.admin_count,
      organization.active_workspace_count, organization.created_at)::text
    FROM "roster_organization" AS organization WHERE organization.organization_id = $1::text) AS organization,
  (SELECT json_agg(json_build_array(member.user_id, member.role, member.display_name, member.email))::text FROM unnest((SELECT $2::text::text[])) AS wanted (user_id)
    CROSS JOIN LATERAL (SELECT member.* FROM "roster_organization_member" AS member
      WHERE member.organization_id = $1::text AND member.user_id = wanted.user_id LIMIT 1) AS member) AS members,
  (SELECT '[' || string_agg(event.body, ',' ORDER BY event.sequence) || ']' FROM (SELECT * FROM (SELECT event.sequence, event.body FROM "roster_event" AS event WHERE event.organization_id = $1::text AND event.sequence > $4::text::bigint AND event.user_id = $3::text ORDER BY event.sequence LIMIT 64) AS bounded LIMIT $5::text::bigint) AS event) AS page_rows;

-- events of a user in a workspace
WITH assignments_by_key AS MATERIALIZED (SELECT assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence FROM unnest((SELECT $2::text::text[]), (SELECT $3::text::text[])) AS wanted (workspace_id, user_id) CROSS JOIN LATERAL (SELECT assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence FROM "roster_role_assignment" AS assignment
    WHERE assignment.organization_id = $1::text AND assignment.user_id = wanted.user_id AND assignment.workspace_id = wanted.workspace_id LIMIT 1) AS assignment)
SELECT (SELECT json_build_array(guard.revision, guard.last_sequence, guard.last_at)::text
    FROM "roster_guard" AS guard WHERE guard.organization_id = $1::text) AS guard,
  (SELECT json_build_array(organization.name, organization.member_count, organization.admin_count,
      organization.active_workspace_count, organization.created_at)::text
    FROM "roster_organization" AS organization WHERE organization.organization_id = $1::text) AS organization,
  (SELECT json_agg(json_build_array(member.user_id, member.role, member.display_name, member.email))::text FROM unnest((SELECT $4::text::text[])) AS wanted (user_id)
    CROSS JOIN LATERAL (SELECT member.* FROM "roster_organization_member" AS member
      WHERE member.organization_id = $1::text AND member.user_id = wanted.user_id LIMIT 1) AS member) AS members,
  (SELECT json_agg(json_build_array(workspace.workspace_id, workspace.name, workspace.description, workspace.status,
      workspace.role_counts::json, workspace.created_at))::text FROM unnest((SELECT $5::text::text[])) AS wanted (workspace_id) CROSS JOIN LATERAL (SELECT workspace.* FROM "roster_workspace" AS workspace
      WHERE workspace.organization_id = $1::text AND workspace.workspace_id = wanted.workspace_id LIMIT 1) AS workspace) AS workspaces,
  (SELECT json_agg(json_build_array(assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence))::text FROM (SELECT assignment.workspace_id, assignment.user_id, assignment.role, assignment.sequence FROM assignments_by_key AS assignment) AS assignment) AS assignments,
  (SELECT '[' || string_agg(event.body, ',' ORDER BY event.sequence) || ']' FROM (SELECT * FROM (SELECT event.sequence, event.body FROM "roster_event" AS event WHERE event.organization_id = $1::text AND event.sequence > $8::text::bigint AND event.workspace_id = $6::text AND event.user_id = $7::text ORDER BY event.sequence LIMIT 64) AS bounded LIMIT $9::text::bigint) AS event) AS page_rows;

-- events of an operation
SELECT (SELECT json_build_array(guard.revision, guard.last_sequence, guard.last_at)::text
    FROM "roster_guard" AS guard WHERE guard.organization_id = $1::text) AS guard,
  (SELECT json_build_array(organization.name, organization.member_count, organization.admin_count,
      organization.active_workspace_count, organization.created_at)::text
    FROM "roster_organization" AS organization WHERE organization.organization_id = $1::text) AS organization,
  (SELECT json_agg(json_build_array(member.user_id, member.role, member.display_name, member.email))::text FROM unnest((SELECT $2::text::text[])) AS wanted (user_id)
    CROSS JOIN LATERAL (SELECT member.* FROM "roster_organization_member" AS member
      WHERE member.organization_id = $1::text AND member.user_id = wanted.user_id LIMIT 1) AS member) AS members,
  (SELECT '[' || string_agg(event.body, ',' ORDER BY event.sequence) || ']' FROM (SELECT * FROM (SELECT event.sequence, event.body FROM (
    SELECT operation.first_sequence, operation.last_sequence FROM "roster_operation" AS operation
    WHERE operation.organization_id = $1::text AND operation.operation_id = $4::text
    ORDER BY operation.first_sequence OFFSET 0) AS operation CROSS JOIN LATERAL (
    SELECT event.sequence, event.body FROM "roster_event" AS event
    WHERE event.organization_id = $1::text AND event.sequence > $3::text::bigint AND event.sequence BETWEEN operation.first_sequence AND operation.last_sequence
    ORDER BY event.sequence) AS event ORDER BY event.sequence LIMIT 64) AS bounded LIMIT $5::text::bigint) AS event) AS page_rows;

-- pruneIdempotencyKeys
WITH oldest AS MATERIALIZED (SELECT * FROM (SELECT * FROM (SELECT command.organization_id, command.command_key FROM "roster_command" AS command
    WHERE command.recorded_at < $1::text ORDER BY command.recorded_at LIMIT 512) AS bounded LIMIT $2::text::bigint) AS oldest LIMIT (SELECT NULL::bigint)),
  deleted AS (
    DELETE FROM "roster_command" AS command USING oldest
    WHERE command.organization_id = oldest.organization_id AND command.command_key = oldest.command_key RETURNING 1 AS yes)
SELECT (SELECT count(*) FROM oldest)::text AS chosen, (SELECT count(*) FROM deleted)::text AS deleted;
