import { describe, expect, it } from "vitest";
import { acmeStorage, rosterOn, valueOf } from "../../support/acme-roster.ts";
import { scriptedStorage } from "../../support/scripted-storage.ts";
import { untouchableStorage } from "../../support/untouchable-storage.ts";

const organizationId = "acme";
const actor = { userId: "ada" };
const owner = { userId: "ada", displayName: "Ada" };
const adding = (userId: string) => ({
  organizationId,
  workspaceId: "web",
  actor,
  members: [{ userId, role: "member" as const }],
});
const repeated = (id: string) => new Error(`createId returned "${id}" again; it must never repeat an id.`);

/** A host whose ids start again with each start of the process. */
const idsFrom = (...ids: readonly string[]) => {
  const rest = [...ids];
  return () => rest.shift() ?? crypto.randomUUID();
};

describe("a createId that repeats an id is a bug of the host and throws, and nothing is written:", () => {
  it("always the same id, before the storage is called", async () => {
    const roster = rosterOn(untouchableStorage(), { createId: () => "same" });

    await expect(roster.addMembers(adding("bo"))).rejects.toThrow(repeated("same"));
    await expect(roster.createOrganization({ name: "New", owner })).rejects.toThrow(repeated("same"));
    await expect(roster.preview.addMembers(adding("bo"))).rejects.toThrow(repeated("same"));
  });

  it("the id of an earlier operation", async () => {
    const storage = scriptedStorage(await acmeStorage());
    valueOf(await rosterOn(storage, { createId: idsFrom("op-1") }).addMembers(adding("bo")));

    const later = rosterOn(storage, { createId: idsFrom("op-1") }).addMembers(adding("cy"));

    await expect(later).rejects.toThrow(repeated("op-1"));
    const { items } = valueOf(await rosterOn(storage).listMembers({ organizationId, workspaceId: "web", actor }));
    expect(items.map(({ userId }) => userId)).toEqual(["ada", "bo"]);
  });

  it("the id of an existing workspace", async () => {
    const storage = scriptedStorage(await acmeStorage());
    const roster = rosterOn(storage, { createId: idsFrom("op-1", "web") });

    await expect(roster.createWorkspace({ organizationId, actor, name: "Ops" })).rejects.toThrow(repeated("web"));
    expect(storage.commits).toEqual([]);
  });

  it("the id of an existing organization", async () => {
    const storage = scriptedStorage(await acmeStorage());
    const roster = rosterOn(storage, { createId: idsFrom("acme") });

    await expect(roster.createOrganization({ name: "New", owner })).rejects.toThrow(repeated("acme"));
    expect(storage.commits).toEqual([]);
  });
});

describe("an existing id that the caller gave", () => {
  it("is an ordinary refusal", async () => {
    const roster = rosterOn(await acmeStorage());

    const refusals = [
      await roster.createWorkspace({ organizationId, actor, workspaceId: "web", name: "Ops" }),
      await roster.createOrganization({ organizationId, name: "New", owner }),
    ].map((refused) => refused._unsafeUnwrapErr().code);

    expect(refusals).toEqual(["workspace_already_exists", "organization_already_exists"]);
  });
});
