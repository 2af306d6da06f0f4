import { err, ok } from "neverthrow";
import { describe, expect, it } from "vitest";
import { encodeCursor } from "../../../src/application/engine/cursor.ts";
import { evolve, noFacts } from "../../../src/index.ts";
import { acmeStorage, rosterOn, seeded, valueOf } from "../../support/acme-roster.ts";
import { acme } from "../../support/ids.ts";
import { untouchableStorage } from "../../support/untouchable-storage.ts";

const organizationId = "acme";
const actor = { userId: "ada" };

describe("roster.events", () => {
  it("returns the events of the organization in order, without a gap", async () => {
    const roster = rosterOn(await acmeStorage());

    const { items, next } = valueOf(await roster.events({ organizationId, actor }));

    expect([items.map(({ sequence, type }) => [sequence, type]), next]).toStrictEqual([
      [
        [1, "organization.created"],
        [2, "organization.member.added"],
        [3, "organization.member.added"],
        [4, "organization.member.added"],
        [5, "organization.member.added"],
        [6, "workspace.created"],
        [7, "workspace.member.added"],
      ],
      null,
    ]);
  });

  it("returns each event with its actor, authority, time and operation", async () => {
    const roster = rosterOn(await acmeStorage());

    const { items } = valueOf(await roster.events({ organizationId, actor, after: seeded.lastSequence - 1 }));

    expect(items).toStrictEqual([
      {
        organizationId,
        sequence: 7,
        operationId: items[0]?.operationId,
        actor,
        authority: "organization_admin",
        at: "2025-01-01T00:00:00.000Z",
        type: "workspace.member.added",
        workspaceId: "web",
        userId: "ada",
        role: "admin",
      },
    ]);
  });

  it("gives the organization if replayed through evolve", async () => {
    const roster = rosterOn(await acmeStorage());

    const { items } = valueOf(await roster.events({ organizationId, actor }));

    expect(evolve(noFacts(acme), items)).toMatchObject({
      lastSequence: seeded.lastSequence,
      organization: { memberCount: 4, adminCount: 1, activeWorkspaceCount: 1 },
    });
  });

  it.each([
    ["one workspace", { workspaceId: "web" }, [6, 7]],
    ["one user", { userId: "ada" }, [2, 7]],
    ["one user in one workspace", { workspaceId: "web", userId: "ada" }, [7]],
    ["a user without events", { userId: "stranger" }, []],
  ])("can be filtered by %s", async (_, filter, sequences) => {
    const roster = rosterOn(await acmeStorage());

    const { items } = valueOf(await roster.events({ organizationId, actor, ...filter }));

    expect(items.map(({ sequence }) => sequence)).toStrictEqual(sequences);
  });

  it.each([
    [0, [1, 2, 3, 4, 5, 6, 7]],
    [5, [6, 7]],
    [7, []],
    [Number.MAX_SAFE_INTEGER, []],
  ])("can be read from sequence %d on", async (after, sequences) => {
    const roster = rosterOn(await acmeStorage());

    const { items } = valueOf(await roster.events({ organizationId, actor, after }));

    expect(items.map(({ sequence }) => sequence)).toStrictEqual(sequences);
  });

  it("A5: organization admins may read all events, workspace admins those of their workspace", async () => {
    const roster = rosterOn(await acmeStorage());
    valueOf(
      await roster.addMembers({
        organizationId,
        workspaceId: "web",
        actor,
        members: [{ userId: "bo", role: "admin" }],
      }),
    );
    const bo = { userId: "bo" };

    const answers = [
      await roster.events({ organizationId, actor: bo }),
      (await roster.events({ organizationId, actor: bo, workspaceId: "web" })).isOk(),
      await roster.events({ organizationId, actor: { userId: "cy" }, workspaceId: "web" }),
      await roster.events({ organizationId, actor, workspaceId: "gone" }),
    ];

    expect(answers).toStrictEqual([
      err({ code: "forbidden", needs: "organization:admin" }),
      true,
      err({ code: "forbidden", needs: "members:manage" }),
      err({ code: "workspace_not_found" }),
    ]);
  });

  describe("a cursor", () => {
    const invalid = err({ code: "invalid_cursor" });
    const untouched = rosterOn(untouchableStorage());

    it("continues after the previous page", async () => {
      const roster = rosterOn(await acmeStorage());
      const { next } = valueOf(await roster.events({ organizationId, actor, limit: 3 }));

      const page = await roster.events({ organizationId, actor, after: next, limit: 3 });

      expect(page.map(({ items }) => items.map(({ sequence }) => sequence))).toStrictEqual(ok([4, 5, 6]));
    });

    it.each([{ workspaceId: "web" }, { userId: "ada" }, { organizationId: "other" }])(
      "is refused for %o, before the storage is called",
      async (filter) => {
        const roster = rosterOn(await acmeStorage());
        const { next } = valueOf(await roster.events({ organizationId, actor, limit: 3 }));

        expect(await untouched.events({ organizationId, actor, after: next, ...filter })).toStrictEqual(invalid);
      },
    );

    it.each<[title: string, place: readonly unknown[]]>([
      ["nothing", []],
      ["a string", ["7"]],
      ["a fraction", [1.5]],
      ["a value that is not a number", [null]],
      ["a list", [[7]]],
      ["a number that is not exact", [2 ** 53]],
    ])("with a valid checksum over %s is refused", async (_, place) => {
      const roster = rosterOn(await acmeStorage());
      const { next } = valueOf(await roster.events({ organizationId, actor, limit: 3 }));
      const scopes = [
        ["events", organizationId, null, null],
        ["events", organizationId, null, null, null],
      ];
      const forge = (forged: readonly unknown[]) => scopes.map((scope) => encodeCursor(scope, forged as never));

      // Otherwise the forger does not know the scope, and the case below proves nothing.
      expect(await Promise.all(forge([3]))).toContain(next);
      for (const after of await Promise.all(forge(place))) {
        expect(await untouched.events({ organizationId, actor, after })).toStrictEqual(invalid);
      }
    });
  });
});
