import { err, ok } from "neverthrow";
import { describe, expect, it } from "vitest";
import { organizationNotFound } from "../../../src/domain/organization/organization-not-found.ts";
import { explainAccess, explainAccessMany, permissionsIn } from "../../../src/domain/authority/explain-access.ts";
import type { DecisionContext } from "../../../src/domain/facts/decision.ts";
import type { RosterEvent } from "../../../src/domain/facts/event.ts";
import { noFacts, type OrganizationFacts } from "../../../src/domain/facts/organization-facts.ts";
import { defaultPolicy } from "../../../src/domain/values/policy.ts";
import { workspaceNotFound } from "../../../src/domain/workspace/workspace-not-found.ts";
import { defaultWorkspaceRoles, defineWorkspaceRoles } from "../../../src/domain/workspace/workspace-roles.ts";
import { createRoster } from "../../../src/index.ts";
import { acmeStorage, rosterOn } from "../../support/acme-roster.ts";
import { context } from "../../support/commands.ts";
import {
  admin,
  archived,
  aWorkspace,
  holder,
  longAgo,
  member,
  ops,
  organizationAdmin,
  workspaceFacts,
} from "../../support/facts.ts";
import { acme, ada, asOperationId, asWorkspaceId, bo, cy, stranger, web } from "../../support/ids.ts";

const inWeb = { workspaceId: web, userId: ada };
const byAdministration = ["settings:manage", "members:manage"];

/** Somebody else gave each role of the facts, each in an operation of its own. */
function grantsOf(facts: OrganizationFacts): readonly RosterEvent[] {
  return [...facts.assignments.values()].map(({ sequence, ...assignment }) => ({
    organizationId: acme,
    sequence,
    operationId: asOperationId(`operation-${sequence}`),
    actor: { userId: bo },
    authority: "workspace_admin",
    at: longAgo,
    type: "workspace.member.added",
    ...assignment,
  }));
}

function grantedAt<Role extends string>(sequence: number, role: Role) {
  const operationId = asOperationId(`operation-${sequence}`);
  return { code: "role_assignment", role, grantedBy: { userId: bo }, grantedAt: longAgo, operationId };
}

function explain(facts: OrganizationFacts, pair: typeof inWeb, roles: DecisionContext) {
  return explainAccess(facts, pair, grantsOf(facts), roles);
}

describe("explainAccess", () => {
  it("X1, A1: a role assignment gives the permissions of the role", () => {
    const facts = workspaceFacts({ organizationMembers: [ada, bo], assignments: [admin(bo), member(ada)] });

    const access = explain(facts, inWeb, context());

    expect(access).toStrictEqual(
      ok({
        role: "member",
        permissions: ["resources:use"],
        reasons: [grantedAt(2, "member")],
        denials: [],
      }),
    );
  });

  it("X1: without the event that gave the role, there is no reason but the access is the same", () => {
    const access = explainAccess(workspaceFacts({ assignments: [member(ada)] }), inWeb, [], context());

    expect(access).toStrictEqual(ok({ role: "member", permissions: ["resources:use"], reasons: [], denials: [] }));
  });

  it("X1, A2: an organization admin administers without a role, and is listed as a non-member", () => {
    const facts = workspaceFacts({ organizationMembers: [organizationAdmin(ada)] });

    const access = explain(facts, inWeb, context());

    expect(access).toStrictEqual(
      ok({
        role: null,
        permissions: byAdministration,
        reasons: [{ code: "organization_admin" }],
        denials: ["not_workspace_member"],
      }),
    );
  });

  it("X1: lists both reasons, and each permission once", () => {
    const facts = workspaceFacts({ organizationMembers: [organizationAdmin(ada)], assignments: [admin(ada)] });

    const access = explain(facts, inWeb, context());

    expect(access).toStrictEqual(
      ok({
        role: "admin",
        permissions: defaultWorkspaceRoles.admin,
        reasons: [grantedAt(1, "admin"), { code: "organization_admin" }],
        denials: [],
      }),
    );
  });

  it("A2: with policy.organizationAdminsAdminister off, an organization admin has no access", () => {
    const facts = workspaceFacts({ organizationMembers: [organizationAdmin(ada)] });
    const policy = { ...defaultPolicy, organizationAdminsAdminister: false };

    const access = explain(facts, inWeb, context({ policy }));

    expect(access).toStrictEqual(ok({ role: null, permissions: [], reasons: [], denials: ["not_workspace_member"] }));
  });

  it("X1: an organization member without a workspace role is not_workspace_member", () => {
    const access = explain(workspaceFacts(), inWeb, context());

    expect(access).toStrictEqual(ok({ role: null, permissions: [], reasons: [], denials: ["not_workspace_member"] }));
  });

  it("X1: a stranger is not_organization_member", () => {
    const access = explain(workspaceFacts(), { workspaceId: web, userId: stranger }, context());

    expect(access).toStrictEqual(
      ok({ role: null, permissions: [], reasons: [], denials: ["not_organization_member"] }),
    );
  });

  it("M1: an assignment left behind gives a stranger no permissions", () => {
    const facts = workspaceFacts({ assignments: [admin(stranger)] });

    const access = explain(facts, { workspaceId: web, userId: stranger }, context());

    expect(access).toStrictEqual(
      ok({ role: "admin", permissions: [], reasons: [], denials: ["not_organization_member"] }),
    );
  });

  it.each([
    ["its admin", { assignments: [admin(ada)] }, { role: "admin", denials: ["workspace_archived"] }],
    [
      "an organization admin",
      { organizationMembers: [organizationAdmin(ada)] },
      { role: null, denials: ["not_workspace_member", "workspace_archived"] },
    ],
    [
      "a stranger",
      { organizationMembers: [bo] },
      { role: null, denials: ["not_organization_member", "workspace_archived"] },
    ],
  ])("W3: an archived workspace grants %s no permissions", (_, parts, expected) => {
    const facts = workspaceFacts({ ...parts, workspaces: [archived()] });

    const access = explain(facts, inWeb, context());

    expect(access).toStrictEqual(ok({ permissions: [], reasons: [], ...expected }));
  });

  it.each(["retired", "constructor", "__proto__"])(
    "A6: the stored role %s is unknown_role and gives no permissions",
    (role) => {
      const facts = workspaceFacts({ assignments: [holder(role, ada)] });

      const access = explain(facts, inWeb, context());

      expect(access).toStrictEqual(ok({ role, permissions: [], reasons: [], denials: ["unknown_role"] }));
    },
  );

  it("A6: an organization admin with an unknown role still administers", () => {
    const facts = workspaceFacts({
      organizationMembers: [organizationAdmin(ada)],
      assignments: [holder("retired", ada)],
    });

    const access = explain(facts, inWeb, context());

    expect(access).toStrictEqual(
      ok({
        role: "retired",
        permissions: byAdministration,
        reasons: [{ code: "organization_admin" }],
        denials: ["unknown_role"],
      }),
    );
  });

  it("A6: a role without permissions is neither a reason nor a denial", () => {
    const facts = workspaceFacts({ assignments: [holder("guest", ada)] });
    const workspaceRoles = defineWorkspaceRoles({ owner: ["members:manage"], guest: [] });

    const access = explain(facts, inWeb, context({ workspaceRoles }));

    expect(access).toStrictEqual(ok({ role: "guest", permissions: [], reasons: [], denials: [] }));
  });

  it("a workspace that does not exist is workspace_not_found", () => {
    const access = explain(workspaceFacts(), { ...inWeb, workspaceId: asWorkspaceId("gone") }, context());

    expect(access).toStrictEqual(err(workspaceNotFound()));
  });

  it("an organization that does not exist is organization_not_found", () => {
    expect(explain(noFacts(acme), inWeb, context())).toStrictEqual(err(organizationNotFound()));
  });
});

describe("permissionsIn", () => {
  it("X1: returns the same permissions as explainAccess", () => {
    const parts = { organizationMembers: [organizationAdmin(ada), bo, cy], assignments: [admin(bo), member(cy)] };
    const factsOfBoth = [workspaceFacts(parts), workspaceFacts({ ...parts, workspaces: [archived()] })];
    const pairs = [ada, bo, cy, stranger].flatMap((userId) =>
      [web, asWorkspaceId("gone")].map((workspaceId) => ({ workspaceId, userId })),
    );

    const permissions = factsOfBoth.flatMap((facts) => pairs.map((pair) => permissionsIn(facts, pair, context())));

    expect(permissions).toStrictEqual(
      factsOfBoth.flatMap((facts) =>
        pairs.map((pair) => explain(facts, pair, context()).map((access) => access.permissions)),
      ),
    );
  });

  it("an organization that does not exist is organization_not_found", () => {
    expect(permissionsIn(noFacts(acme), inWeb, context())).toStrictEqual(err(organizationNotFound()));
  });
});

describe("explainAccessMany", () => {
  const gone = asWorkspaceId("gone");
  const facts = workspaceFacts({
    organizationMembers: [organizationAdmin(ada), bo],
    workspaces: [aWorkspace(), ops],
    assignments: [member(bo), { ...admin(bo), workspaceId: ops.workspaceId }],
  });

  it("X1: returns for each pair what explainAccess returns, workspace by workspace, and null for a missing workspace", () => {
    const request = { workspaceIds: [ops.workspaceId, gone, web], userIds: [bo, stranger] };

    const answers = explainAccessMany(facts, request, grantsOf(facts), context());

    expect(answers).toStrictEqual(
      ok(
        request.workspaceIds.flatMap((workspaceId) =>
          request.userIds.map((userId) => ({
            workspaceId,
            userId,
            access: explain(facts, { workspaceId, userId }, context()).unwrapOr(null),
          })),
        ),
      ),
    );
  });

  it("an organization that does not exist is organization_not_found", () => {
    const answers = explainAccessMany(noFacts(acme), { workspaceIds: [web], userIds: [ada] }, [], context());

    expect(answers).toStrictEqual(err(organizationNotFound()));
  });
});

describe("roster.access and roster.can", () => {
  const request = { organizationId: "acme", workspaceId: "web", userId: "ada" };

  it("X1: access returns role, permissions and the event that gave them", async () => {
    const roster = rosterOn(await acmeStorage());

    const access = await roster.access(request);

    expect(access).toStrictEqual(
      ok({
        role: "admin",
        permissions: defaultWorkspaceRoles.admin,
        reasons: [
          {
            code: "role_assignment",
            role: "admin",
            grantedBy: { userId: "ada" },
            grantedAt: "2025-01-01T00:00:00.000Z",
            operationId: "seed-5",
          },
          { code: "organization_admin" },
        ],
        denials: [],
      }),
    );
  });

  it("X1: can returns true or false", async () => {
    const roster = rosterOn(await acmeStorage());

    const answers = await Promise.all(
      (["resources:use", "members:manage"] as const).flatMap((permission) =>
        ["ada", "bo", "stranger"].map((userId) => roster.can({ ...request, userId, permission })),
      ),
    );

    expect(answers).toStrictEqual([true, false, false, true, false, false].map((yes) => ok(yes)));
  });

  it("A2: the policy of the roster applies", async () => {
    const storage = await acmeStorage();
    const workspaceRoles = defineWorkspaceRoles({ owner: ["members:manage"], admin: ["page:read"] });
    const roster = createRoster({ storage, workspaceRoles, policy: { organizationAdminsAdminister: false } });

    const answers = await Promise.all(
      (["page:read", "members:manage"] as const).map((permission) => roster.can({ ...request, permission })),
    );

    expect(answers).toStrictEqual([ok(true), ok(false)]);
  });

  it.each([
    ["organization_not_found", { ...request, organizationId: "other" }],
    ["workspace_not_found", { ...request, workspaceId: "other" }],
  ])("refuses with %s", async (code, input) => {
    const roster = rosterOn(await acmeStorage());

    const answers = [await roster.access(input), await roster.can({ ...input, permission: "resources:use" })];

    expect(answers).toStrictEqual([err({ code }), err({ code })]);
  });

  it("refuses a permission that no role has", async () => {
    const roster = rosterOn(await acmeStorage());

    const answer = await roster.can({ ...request, permission: "page:read" as never });

    expect(answer).toStrictEqual(
      err({
        code: "invalid_input",
        issues: [
          {
            path: "permission",
            message: "must be one of settings:manage, members:manage, resources:manage, resources:use",
          },
        ],
      }),
    );
  });
});
