import { describe, expect, it } from "vitest";
import { describeError, type RosterError } from "../../../src/application/describe-error.ts";
import { asIdempotencyKey, asOperationId, asUserId, asWorkspaceId, bo, cy, web } from "../../support/ids.ts";

type Code = RosterError["code"];

/** Every code once, with its sentence; the compiler finds the one that was deleted. */
const sentences: Readonly<Record<Code, readonly [error: RosterError, sentence: string]>> = {
  invalid_input: [
    {
      code: "invalid_input",
      issues: [
        { path: "members[0].role", message: "must be one of admin, member" },
        { path: "", message: 'must not have the field "x"' },
      ],
    },
    'The input is not valid: members[0].role must be one of admin, member; must not have the field "x".',
  ],
  empty_batch: [{ code: "empty_batch" }, "The batch names no users."],
  too_many_members: [
    { code: "too_many_members", limit: 10_000, count: 10_001 },
    "The batch names 10001 users, but one command takes at most 10000.",
  ],
  too_many_changes: [
    { code: "too_many_changes", limit: 50_000, count: 50_001 },
    "The command would make at least 50001 changes, but one commit takes at most 50000. Name fewer users.",
  ],
  duplicate_user: [{ code: "duplicate_user", userIds: [bo, cy] }, 'The batch names users more than once: "bo", "cy".'],
  members_rejected: [
    {
      code: "members_rejected",
      rejected: [
        { code: "not_organization_member", userId: bo },
        { code: "role_conflict", userId: cy, currentRole: "member", requestedRole: "admin" },
      ],
    },
    'Nothing was written, because items were rejected (2): "bo" is not a member of the organization. "cy" already has the role member, not admin.',
  ],
  not_organization_member: [
    { code: "not_organization_member", userId: bo },
    '"bo" is not a member of the organization.',
  ],
  not_workspace_member: [{ code: "not_workspace_member", userId: bo }, '"bo" holds no role in the workspace.'],
  role_conflict: [
    { code: "role_conflict", userId: bo, currentRole: "member", requestedRole: "admin" },
    '"bo" already has the role member, not admin.',
  ],
  changed_since: [{ code: "changed_since", userId: bo }, 'The role of "bo" was changed since then.'],
  already_removed: [{ code: "already_removed", userId: bo }, '"bo" was already removed from the workspace.'],
  operation_not_undoable: [
    { code: "operation_not_undoable" },
    "There is no operation with this id that only added members to a workspace.",
  ],
  forbidden: [{ code: "forbidden", needs: "members:manage" }, "The actor lacks members:manage."],
  organization_not_found: [{ code: "organization_not_found" }, "There is no such organization."],
  organization_already_exists: [
    { code: "organization_already_exists" },
    "There is already an organization with this id.",
  ],
  organization_member_limit: [
    { code: "organization_member_limit", limit: 5, count: 6 },
    "The organization would have 6 members, but the limit is 5.",
  ],
  last_organization_admin: [{ code: "last_organization_admin" }, "The organization would be left without an admin."],
  workspace_not_found: [{ code: "workspace_not_found" }, "The organization has no such workspace."],
  workspace_already_exists: [
    { code: "workspace_already_exists" },
    "The organization already has a workspace with this id.",
  ],
  workspace_name_taken: [
    { code: "workspace_name_taken", workspaceId: web, name: "Web" },
    'The active workspace "web" already has the name "Web"; case and accents are ignored.',
  ],
  workspace_archived: [{ code: "workspace_archived" }, "The workspace is archived."],
  workspace_not_archived: [{ code: "workspace_not_archived" }, "The workspace is not archived."],
  workspace_limit: [
    { code: "workspace_limit", limit: 5, count: 6 },
    "The organization would have 6 active workspaces, but the limit is 5.",
  ],
  workspace_member_limit: [
    { code: "workspace_member_limit", limit: 5, count: 6 },
    "The workspace would have 6 members, but the limit is 5.",
  ],
  last_workspace_admin: [
    { code: "last_workspace_admin", workspaceIds: [asWorkspaceId("ops"), web] },
    'These workspaces would be left without an admin: "ops", "web".',
  ],
  contention: [
    { code: "contention", attempts: 56 },
    "Other commands kept changing the organization until the deadline. Nothing was applied. Send the command again.",
  ],
  idempotency_key_reused: [
    { code: "idempotency_key_reused", idempotencyKey: asIdempotencyKey("key-1") },
    'The idempotency key "key-1" was used for another command or by another actor.',
  ],
  outcome_unknown: [
    { code: "outcome_unknown", operationId: asOperationId("id-1"), cause: null },
    "The store could not say whether the command was applied. Send it again with the same idempotency key.",
  ],
  invalid_cursor: [
    { code: "invalid_cursor" },
    "The cursor was altered or belongs to another query. Start with the first page.",
  ],
  revision_not_reached: [
    { code: "revision_not_reached", atLeast: 5, revision: 3 },
    "The store shows revision 3, but 5 was requested.",
  ],
  position_ahead: [
    { code: "position_ahead", after: 9, lastSequence: 7 },
    "The position 9 is ahead of the organization's last event, 7. The store may have been restored from a backup.",
  ],
  aborted: [{ code: "aborted" }, "The caller gave up. Nothing was applied."],
  storage_unavailable: [{ code: "storage_unavailable", cause: new Error("no route") }, "The store cannot be used now."],
  storage_failed: [{ code: "storage_failed", cause: "broken" }, "The store failed."],
  storage_schema_mismatch: [
    { code: "storage_schema_mismatch", found: null, expected: 2 },
    "The store has schema version none, but this package needs 2. Run migrate(), or upgrade the package.",
  ],
};

describe("describeError", () => {
  it.each(Object.entries(sentences))("%s", (code, [error, sentence]) => {
    expect([error.code, describeError(error)]).toStrictEqual([code, sentence]);
  });

  it.each([
    ["no cause", undefined, "undefined"],
    ["null", null, "null"],
    ["a plain object with a message", { message: "plain" }, "plain"],
    ["a symbol", Symbol("odd"), "Symbol(odd)"],
  ])("adds a cause that is %s", (_, cause, text) => {
    expect(describeError({ code: "storage_failed", cause }, { withCause: true })).toBe(`The store failed: ${text}`);
  });

  it.each([
    ["an object without a prototype", Object.create(null)],
    [
      "an object whose message throws",
      {
        get message() {
          throw new Error("from the driver");
        },
      },
    ],
  ])("does not throw if the cause is %s", (_, cause: unknown) => {
    expect(describeError({ code: "storage_failed", cause }, { withCause: true })).toMatch(/^The store failed: /u);
  });

  it.each<Extract<RosterError, { cause: unknown }>>([
    { code: "storage_unavailable", cause: new Error("connect ECONNREFUSED 10.0.0.7:5432") },
    { code: "storage_failed", cause: new Error("relation of user app at 10.0.0.7") },
    { code: "outcome_unknown", operationId: asOperationId("id-1"), cause: new Error("lost 10.0.0.7") },
  ])("includes the driver's text only if requested: $code", (error) => {
    const { message } = error.cause as Error;

    expect([describeError(error), describeError(error, {}), [error].map(describeError as never)[0]]).toStrictEqual(
      Array(3).fill(expect.not.stringContaining("10.0.0.7")),
    );
    expect(describeError(error, { withCause: true })).toBe(`${describeError(error).slice(0, -1)}: ${message}`);
  });

  it("says that only a system may do what a person is forbidden to do", () => {
    expect(describeError({ code: "forbidden", needs: "system" })).toBe("Only a system may do this.");
  });

  it("names the schema version that was found", () => {
    expect(describeError({ code: "storage_schema_mismatch", found: 1, expected: 2 })).toBe(
      "The store has schema version 1, but this package needs 2. Run migrate(), or upgrade the package.",
    );
  });

  const long = "Ж".repeat(200);
  it.each<[Code, RosterError]>([
    ["not_organization_member", { code: "not_organization_member", userId: asUserId(long) }],
    ["not_workspace_member", { code: "not_workspace_member", userId: asUserId(long) }],
    ["changed_since", { code: "changed_since", userId: asUserId(long) }],
    ["already_removed", { code: "already_removed", userId: asUserId(long) }],
    ["workspace_name_taken", { code: "workspace_name_taken", workspaceId: web, name: long }],
    ["idempotency_key_reused", { code: "idempotency_key_reused", idempotencyKey: asIdempotencyKey(long) }],
    ["role_conflict", { code: "role_conflict", userId: asUserId(long), currentRole: "a", requestedRole: "b" }],
  ])("shows at most 100 characters of an id: %s", (_, error) => {
    expect(describeError(error).split("Ж").length - 1).toBe(100);
  });

  it.each<[Code, RosterError]>([
    ["duplicate_user", { code: "duplicate_user", userIds: Array(10_000).fill(bo) as never }],
    ["last_workspace_admin", { code: "last_workspace_admin", workspaceIds: Array(10_000).fill(bo) as never }],
    [
      "members_rejected",
      {
        code: "members_rejected",
        rejected: Array(10_000).fill({ code: "not_organization_member", userId: bo }) as never,
      },
    ],
  ])("names the first five of many: %s", (_, error) => {
    expect(describeError(error).split('"bo"').length - 1).toBe(5);
  });
});
