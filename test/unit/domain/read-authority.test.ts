import { err, ok } from "neverthrow";
import { describe, expect, it } from "vitest";
import { organizationNotFound } from "../../../src/domain/organization/organization-not-found.ts";
import {
  mayListMembers,
  mayReadEvents,
  mayReadOrganization,
  maySeeCandidates,
} from "../../../src/domain/authority/read-authority.ts";
import type { Actor } from "../../../src/domain/values/actor.ts";
import { forbidden } from "../../../src/domain/authority/forbidden.ts";
import { noFacts, type OrganizationFacts } from "../../../src/domain/facts/organization-facts.ts";
import { defaultPolicy } from "../../../src/domain/values/policy.ts";
import { workspaceArchived } from "../../../src/domain/workspace/workspace-archived.ts";
import { workspaceNotFound } from "../../../src/domain/workspace/workspace-not-found.ts";
import { context, scim } from "../../support/commands.ts";
import {
  admin,
  archived,
  aWorkspace,
  billing,
  member,
  ops,
  organizationAdmin,
  workspaceFacts,
} from "../../support/facts.ts";
import { acme, ada, asUserId, asWorkspaceId, bo, cy, dee, stranger, web } from "../../support/ids.ts";

const eve = asUserId("eve");
const outsideHerWorkspace = asUserId("outside-her-workspace");

const parts = {
  organizationMembers: [organizationAdmin(ada), bo, cy, billing(dee), eve, outsideHerWorkspace],
  assignments: [admin(bo), member(cy), { ...admin(outsideHerWorkspace), workspaceId: ops.workspaceId }],
};
const active = workspaceFacts({ ...parts, workspaces: [aWorkspace(), ops] });
const inArchive = workspaceFacts({ ...parts, workspaces: [archived(), ops] });

const allowed = ok(null);
const outside = err(organizationNotFound());

type Readers = Readonly<Record<string, Actor>>;
const readers = {
  "an organization admin": { userId: ada },
  "an admin of the workspace": { userId: bo },
  "a member of the workspace": { userId: cy },
  "a billing member": { userId: dee },
  "an organization member": { userId: eve },
  "an admin of another workspace": { userId: outsideHerWorkspace },
  "a stranger": { userId: stranger },
  "a system": scim,
} as const satisfies Readers;

/** The answer for each kind of reader. */
function table<Answer>(judge: (actor: Actor) => Answer): Readonly<Record<string, Answer>> {
  return Object.fromEntries(Object.entries<Actor>(readers).map(([reader, actor]) => [reader, judge(actor)]));
}

describe("A5: the organization as a whole", () => {
  const refused = err(forbidden("organization:admin"));

  it("may be read by organization admins and systems only", () => {
    expect(table((actor) => mayReadOrganization(active, actor))).toStrictEqual({
      "an organization admin": allowed,
      "an admin of the workspace": refused,
      "a member of the workspace": refused,
      "a billing member": refused,
      "an organization member": refused,
      "an admin of another workspace": refused,
      "a stranger": outside,
      "a system": allowed,
    });
  });

  it("is organization_not_found if it does not exist", () => {
    expect(mayReadOrganization(noFacts(acme), scim)).toStrictEqual(err(organizationNotFound()));
  });
});

describe("A5: the members of a workspace", () => {
  const refused = err(forbidden("workspace:member"));

  it("may be listed by its members, organization admins and systems", () => {
    expect(table((actor) => mayListMembers(active, { workspaceId: web, actor }))).toStrictEqual({
      "an organization admin": allowed,
      "an admin of the workspace": allowed,
      "a member of the workspace": allowed,
      "a billing member": refused,
      "an organization member": refused,
      "an admin of another workspace": refused,
      "a stranger": outside,
      "a system": allowed,
    });
  });

  it("W3: of an archived workspace may be listed by organization admins and systems only", () => {
    expect(table((actor) => mayListMembers(inArchive, { workspaceId: web, actor }))).toStrictEqual({
      "an organization admin": allowed,
      "an admin of the workspace": refused,
      "a member of the workspace": refused,
      "a billing member": refused,
      "an organization member": refused,
      "an admin of another workspace": refused,
      "a stranger": outside,
      "a system": allowed,
    });
  });
});

describe("A5: candidates", () => {
  const refused = err(forbidden("members:manage"));
  const judge = (facts: OrganizationFacts, policy = defaultPolicy) =>
    table((actor) => maySeeCandidates(facts, { workspaceId: web, actor }, context({ policy })));

  it("may be seen by those who may add members", () => {
    expect(judge(active)).toStrictEqual({
      "an organization admin": allowed,
      "an admin of the workspace": allowed,
      "a member of the workspace": refused,
      "a billing member": refused,
      "an organization member": refused,
      "an admin of another workspace": refused,
      "a stranger": outside,
      "a system": allowed,
    });
  });

  it("A2: may not be seen by organization admins if policy.organizationAdminsAdminister is off", () => {
    const policy = { ...defaultPolicy, organizationAdminsAdminister: false };

    expect(judge(active, policy)).toStrictEqual({
      "an organization admin": refused,
      "an admin of the workspace": allowed,
      "a member of the workspace": refused,
      "a billing member": refused,
      "an organization member": refused,
      "an admin of another workspace": refused,
      "a stranger": outside,
      "a system": allowed,
    });
  });

  it("W3: do not exist for an archived workspace", () => {
    const gone = err(workspaceArchived());

    expect(judge(inArchive)).toStrictEqual({
      "an organization admin": gone,
      "an admin of the workspace": gone,
      "a member of the workspace": gone,
      "a billing member": gone,
      "an organization member": gone,
      "an admin of another workspace": gone,
      "a stranger": outside,
      "a system": gone,
    });
  });
});

describe("A5: events", () => {
  const refused = err(forbidden("members:manage"));
  const notAdmin = err(forbidden("organization:admin"));
  const judge = (facts: OrganizationFacts, workspaceId: typeof web | null) =>
    table((actor) => mayReadEvents(facts, { workspaceId, actor }, context()));

  it("of the organization may be read by its admins and systems", () => {
    expect(judge(active, null)).toStrictEqual({
      "an organization admin": allowed,
      "an admin of the workspace": notAdmin,
      "a member of the workspace": notAdmin,
      "a billing member": notAdmin,
      "an organization member": notAdmin,
      "an admin of another workspace": notAdmin,
      "a stranger": outside,
      "a system": allowed,
    });
  });

  it("of one workspace may also be read by its admins", () => {
    expect(judge(active, web)).toStrictEqual({
      "an organization admin": allowed,
      "an admin of the workspace": allowed,
      "a member of the workspace": refused,
      "a billing member": refused,
      "an organization member": refused,
      "an admin of another workspace": refused,
      "a stranger": outside,
      "a system": allowed,
    });
  });

  it("W3: of an archived workspace may no longer be read by its admins", () => {
    expect(judge(inArchive, web)).toStrictEqual({
      "an organization admin": allowed,
      "an admin of the workspace": refused,
      "a member of the workspace": refused,
      "a billing member": refused,
      "an organization member": refused,
      "an admin of another workspace": refused,
      "a stranger": outside,
      "a system": allowed,
    });
  });
});

describe("A5: a workspace that does not exist", () => {
  const workspaceId = asWorkspaceId("gone");
  const judges = [
    (actor: Actor) => mayListMembers(active, { workspaceId, actor }),
    (actor: Actor) => maySeeCandidates(active, { workspaceId, actor }, context()),
    (actor: Actor) => mayReadEvents(active, { workspaceId, actor }, context()),
  ];

  it("is workspace_not_found for members of the organization", () => {
    const answers = judges.flatMap((judge) => [judge({ userId: eve }), judge({ userId: ada }), judge(scim)]);

    expect(answers).toStrictEqual(answers.map(() => err(workspaceNotFound())));
  });

  it("gives a stranger the same answer as one that exists", () => {
    expect(judges.map((judge) => judge({ userId: stranger }))).toStrictEqual([outside, outside, outside]);
  });
});
