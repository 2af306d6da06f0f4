import { beforeEach, expect, it } from "vitest";
import { describeError, type Roster } from "workspace-roster";
import { valueOf } from "../support/acme-roster.ts";
import { acme, actor, organizationId, workspaceId } from "../support/docs/acme.ts";

let roster: Roster;

beforeEach(async () => {
  roster = await acme();
});

it("addMembers, and how to read its result", async () => {
  const shown: unknown[] = [];
  const console = {
    log: (...values: unknown[]) => shown.push(values),
    error: (...values: unknown[]) => shown.push(values),
  };

  // #region add-members
  const outcome = await roster.addMembers({
    organizationId,
    workspaceId,
    actor,
    members: [
      { userId: "bo", role: "admin" },
      { userId: "zoe", role: "member" },
    ],
  });

  if (outcome.isOk()) {
    console.log(outcome.value.added, outcome.value.revision);
  } else if (outcome.error.code === "members_rejected") {
    for (const rejection of outcome.error.rejected) console.error(rejection.userId, rejection.code);
  } else {
    console.error(describeError(outcome.error));
  }
  // #endregion

  expect(shown).toEqual([["zoe", "not_organization_member"]]);
});

it("mode: partial", async () => {
  // #region mode-partial
  const partial = await roster.addMembers({
    organizationId,
    workspaceId,
    actor,
    mode: "partial",
    members: [
      { userId: "bo", role: "admin" },
      { userId: "zoe", role: "member" },
    ],
  });
  // #endregion

  expect(valueOf(partial)).toMatchObject({
    added: [{ userId: "bo", role: "admin" }],
    unchanged: [],
    rejected: [{ userId: "zoe", code: "not_organization_member" }],
  });
});

it("preview", async () => {
  // #region preview
  const preview = await roster.preview.addMembers({
    organizationId,
    workspaceId,
    actor,
    mode: "partial",
    members: [{ userId: "bo", role: "admin" }],
  });
  // #endregion

  expect(valueOf(preview).added).toEqual([{ userId: "bo", role: "admin" }]);
  expect(await roleOf("bo")).toBeNull();
});

it("idempotencyKey", async () => {
  // #region idempotency
  const command = {
    organizationId,
    workspaceId,
    actor,
    members: [{ userId: "bo", role: "admin" }],
    idempotencyKey: "add-bo-2026-05-06",
  } as const;
  const first = await roster.addMembers(command);
  const again = await roster.addMembers(command);
  // #endregion

  expect(valueOf(first)).toMatchObject({ added: [{ userId: "bo", role: "admin" }], replayed: false });
  expect(valueOf(again)).toEqual({ ...valueOf(first), replayed: true });
  expect((await roster.addMembers({ ...command, actor: { userId: "bo" } }))._unsafeUnwrapErr().code).toBe(
    "idempotency_key_reused",
  );
});

it("changeRoles", async () => {
  await add("bo", "member");

  // #region change-roles
  const changed = await roster.changeRoles({
    organizationId,
    workspaceId,
    actor,
    members: [{ userId: "bo", role: "admin" }],
  });
  // #endregion

  expect(valueOf(changed).changed).toEqual([{ userId: "bo", role: "admin" }]);
});

it("setMembers", async () => {
  await add("bo", "member");

  // #region set-members
  const set = await roster.setMembers({
    organizationId,
    workspaceId,
    actor,
    members: [
      { userId: "bo", role: "admin" },
      { userId: "cy", role: "member" },
    ],
  });
  // #endregion

  expect(valueOf(set)).toMatchObject({
    added: [{ userId: "cy", role: "member" }],
    changed: [{ userId: "bo", role: "admin" }],
    unchanged: [],
  });
});

it("removeMembers", async () => {
  await add("bo", "member");

  // #region remove-members
  const removed = await roster.removeMembers({ organizationId, workspaceId, actor, userIds: ["bo"] });
  // #endregion

  expect(valueOf(removed).removed).toEqual([{ userId: "bo", role: "member" }]);
});

it("leaveWorkspace", async () => {
  await add("bo", "member");

  // #region leave-workspace
  const left = await roster.leaveWorkspace({ organizationId, workspaceId, actor: { userId: "bo" } });
  // #endregion

  expect(valueOf(left).removed).toEqual([{ userId: "bo", role: "member" }]);
});

it("undoAddMembers", async () => {
  const wrong = await add("bo", "member");

  // #region undo
  const { operationId } = wrong;
  const undone = await roster.undoAddMembers({ organizationId, actor, operationId });
  // #endregion

  expect(valueOf(undone)).toMatchObject({ removed: [{ userId: "bo", role: "member" }], rejected: [] });
  expect(await roleOf("bo")).toBeNull();
});

it("signal", async () => {
  const command = { organizationId, workspaceId, actor, members: [{ userId: "bo", role: "member" }] } as const;

  // #region signal
  const added = await roster.addMembers(command, { signal: AbortSignal.timeout(2_000) });
  // #endregion

  expect(valueOf(added).added).toHaveLength(1);
  expect((await roster.addMembers(command, { signal: AbortSignal.abort() }))._unsafeUnwrapErr()).toEqual({
    code: "aborted",
  });
});

async function add(userId: string, role: "admin" | "member") {
  return valueOf(await roster.addMembers({ organizationId, workspaceId, actor, members: [{ userId, role }] }));
}

async function roleOf(userId: string) {
  return valueOf(await roster.access({ organizationId, workspaceId, userId })).role;
}
