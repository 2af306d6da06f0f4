import { err, ok } from "neverthrow";
import { describe, expect, it } from "vitest";
import { createRoster } from "../../../src/application/create-roster.ts";
import type { RosterStorage } from "../../../src/application/ports/roster-storage.ts";
import { acmeStorage, rosterOn, valueOf } from "../../support/acme-roster.ts";
import { countingIds } from "../../support/ids.ts";
import { comesAfter, scriptedStorage } from "../../support/scripted-storage.ts";
import { leapingTimer } from "../../support/timers.ts";

const organizationId = "acme";
const inWeb = { organizationId, workspaceId: "web" };
const ada = { userId: "ada" };
const bo = { userId: "bo" };
const scim = { system: "scim" };
const idempotencyKey = "key-1";
const addCy = { ...inWeb, actor: ada, members: [{ userId: "cy", role: "member" as const }], idempotencyKey };
const reused = err({ code: "idempotency_key_reused", idempotencyKey });
const notFound = err({ code: "organization_not_found" });
const noManager = err({ code: "forbidden", needs: "members:manage" });
const notThere = err({ code: "workspace_not_found" });

const others = (storage: RosterStorage) => createRoster({ storage, createId: countingIds("others") });

/** `acme` with the key used by ada; bo is an admin of `web`, cy a member of it, dee in no workspace, eve has left. */
async function usedKey() {
  const storage = await acmeStorage();
  const roster = rosterOn(storage);
  valueOf(await roster.addMembers(addCy));
  valueOf(await roster.addMembers({ ...inWeb, actor: ada, members: [{ userId: "bo", role: "admin" }] }));
  return { storage, roster };
}

describe("A5, A7: only authorized actors learn that a key is used", () => {
  it.each([
    ["a stranger", { userId: "stranger" }, notFound],
    ["an ordinary member of the workspace", { userId: "cy" }, noManager],
    ["an organization member without a role there", { userId: "dee" }, noManager],
    ["another admin of the workspace", bo, reused],
    ["a system", scim, reused],
  ])("%s", async (_, actor, answer) => {
    const { roster } = await usedKey();
    const command = { ...addCy, actor };

    expect([await roster.addMembers(command), await roster.preview.addMembers(command)]).toStrictEqual([
      answer,
      answer,
    ]);
  });

  it("not an organization member who names a workspace that does not exist", async () => {
    const { roster } = await usedKey();
    const elsewhere = { ...addCy, workspaceId: "elsewhere" };

    expect([
      await roster.addMembers({ ...elsewhere, actor: { userId: "dee" } }),
      await roster.addMembers(elsewhere),
    ]).toStrictEqual([notThere, reused]);
  });

  it("not an organization member who names an archived workspace", async () => {
    const { roster } = await usedKey();
    valueOf(await roster.archiveWorkspace({ ...inWeb, actor: ada }));

    expect([
      await roster.addMembers({ ...addCy, actor: { userId: "dee" } }),
      await roster.addMembers({ ...addCy, actor: scim }),
    ]).toStrictEqual([err({ code: "workspace_archived" }), reused]);
  });

  it("a stranger gets the same answer as in an organization that does not exist, whatever they send", async () => {
    const { roster } = await usedKey();
    const stranger = { userId: "stranger" };
    const commands = [addCy, { ...addCy, idempotencyKey: "key-2" }, { ...addCy, organizationId: "nowhere" }];

    const answers = await Promise.all(commands.map((command) => roster.addMembers({ ...command, actor: stranger })));

    expect(answers).toStrictEqual([notFound, notFound, notFound]);
  });
});

describe("a stored outcome is returned again", () => {
  it("A7: not to a user who has left the organization since", async () => {
    const { roster } = await usedKey();
    valueOf(
      await roster.changeOrganizationRoles({ organizationId, actor: ada, members: [{ userId: "bo", role: "admin" }] }),
    );
    valueOf(await roster.removeOrganizationMembers({ organizationId, actor: bo, userIds: ["ada"] }));

    expect([await roster.addMembers(addCy), await roster.preview.addMembers(addCy)]).toStrictEqual([
      notFound,
      notFound,
    ]);
  });

  it("to a member who lost their permission by that very command", async () => {
    const { roster } = await usedKey();
    const leave = { ...inWeb, actor: bo, idempotencyKey: "leave" };
    const stepDown = {
      organizationId,
      actor: ada,
      members: [{ userId: "ada", role: "member" as const }],
      idempotencyKey: "step-down",
    };
    valueOf(
      await roster.changeOrganizationRoles({ organizationId, actor: ada, members: [{ userId: "dee", role: "admin" }] }),
    );
    valueOf(await roster.leaveWorkspace(leave));
    valueOf(await roster.changeOrganizationRoles(stepDown));

    const again = [await roster.leaveWorkspace(leave), await roster.changeOrganizationRoles(stepDown)];

    expect(again.map((answer) => answer.map(({ replayed }) => replayed))).toStrictEqual([ok(true), ok(true)]);
  });

  it("to a system, whoever has left", async () => {
    const { roster } = await usedKey();
    const command = { organizationId, actor: scim, userIds: ["dee"], idempotencyKey: "offboard" };
    valueOf(await roster.removeOrganizationMembers(command));

    const again = await roster.removeOrganizationMembers(command);

    expect(again.map(({ replayed }) => replayed)).toStrictEqual(ok(true));
  });
});

describe("the key of createOrganization", () => {
  const create = {
    organizationId: "new",
    name: "New",
    owner: { userId: "ada", displayName: "Ada" },
    idempotencyKey,
  };
  const exists = err({ code: "organization_already_exists" });

  it("returns the outcome to an owner who is still a member, and to nobody else", async () => {
    const roster = rosterOn(await acmeStorage());
    valueOf(await roster.createOrganization(create));
    const again = await roster.createOrganization(create);
    const eve = { userId: "eve", role: "admin" as const, displayName: "Eve" };
    valueOf(await roster.addOrganizationMembers({ organizationId: "new", actor: ada, members: [eve] }));
    valueOf(await roster.removeOrganizationMembers({ organizationId: "new", actor: scim, userIds: ["ada"] }));

    expect([again.map(({ replayed }) => replayed), await roster.createOrganization(create)]).toStrictEqual([
      ok(true),
      exists,
    ]);
  });

  it("is revealed to a member; a stranger learns only that the id is taken", async () => {
    const roster = rosterOn(await acmeStorage());
    valueOf(await roster.createOrganization(create));
    const ownedBy = (userId: string) => ({ ...create, name: "Other", owner: { userId, displayName: userId } });

    expect([
      await roster.createOrganization(ownedBy("ada")),
      await roster.createOrganization(ownedBy("stranger")),
      await roster.createOrganization({ ...ownedBy("stranger"), idempotencyKey: "key-2" }),
    ]).toStrictEqual([reused, exists, exists]);
  });
});

describe("a record found at the commit is judged like a loaded one", () => {
  it("an actor who was removed meanwhile is a stranger", async () => {
    const inner = await acmeStorage();
    const theirs = others(inner);
    valueOf(
      await theirs.changeOrganizationRoles({ organizationId, actor: ada, members: [{ userId: "bo", role: "admin" }] }),
    );
    const storage = scriptedStorage(inner, [
      comesAfter(async () => {
        valueOf(await theirs.addMembers(addCy));
        valueOf(
          await theirs.removeOrganizationMembers({ organizationId, actor: bo, userIds: ["ada"], successor: "bo" }),
        );
      }),
    ]);

    expect(await rosterOn(storage, { timer: leapingTimer() }).addMembers(addCy)).toStrictEqual(notFound);
  });

  it("an actor who lost the permission for another command under that key learns nothing about it", async () => {
    const inner = await acmeStorage();
    const theirs = others(inner);
    valueOf(await theirs.setMembers({ ...inWeb, actor: ada, members: [{ userId: "bo", role: "admin" }] }));
    const storage = scriptedStorage(inner, [
      comesAfter(async () => {
        valueOf(await theirs.addMembers(addCy));
        valueOf(await theirs.setMembers({ ...inWeb, actor: ada, members: [{ userId: "bo", role: "member" }] }));
      }),
    ]);

    const answer = await rosterOn(storage, { timer: leapingTimer() }).addMembers({ ...addCy, actor: bo });

    expect(answer).toStrictEqual(noManager);
  });
});
