import { err, ok, type Result } from "neverthrow";
import { describe, expect, it } from "vitest";
import { encodeCursor } from "../../../src/application/engine/cursor.ts";
import type { Page } from "../../../src/application/engine/page.ts";
import { createRoster, defineWorkspaceRoles } from "../../../src/index.ts";
import { acmeStorage, rosterOn, valueOf } from "../../support/acme-roster.ts";
import {
  candidates,
  type Call,
  listMembers,
  listOrganizationMembers,
  lists,
  listWorkspaces,
  searches,
  workspacesOf,
} from "../../support/inputs.ts";
import { untouchableStorage } from "../../support/untouchable-storage.ts";

const organizationId = "acme";
const workspaceId = "web";
const actor = { userId: "ada" };

/** `acme` with people and workspaces, all of them ada's, whose names are not in the order of their creation. */
async function crowded() {
  const storage = await acmeStorage();
  const roster = rosterOn(storage);
  const names = ["Zoë", "zoe", "Ö", "Émile", "Eve", "100% Ann", "1000 Bob", "a_b", "axb", "\\o/"];
  const members = names.map((displayName, index) => ({
    userId: `user-${index}`,
    displayName,
    email: `person-${index}@example.com`,
    role: index % 2 === 0 ? ("billing" as const) : ("member" as const),
  }));
  valueOf(await roster.addOrganizationMembers({ organizationId, actor, members }));
  const added = members.map(({ userId }, index) => ({
    userId,
    role: index % 3 === 0 ? ("admin" as const) : ("member" as const),
  }));
  valueOf(await roster.addMembers({ organizationId, workspaceId, actor, members: added }));
  for (const name of ["Zeta", "Ümlaut", "100%", "alpha"])
    valueOf(await roster.createWorkspace({ organizationId, actor, workspaceId: `w-${name}`, name }));
  return { storage, roster };
}

type Item = Readonly<Record<string, unknown>>;

/** All items, read page by page. */
async function allOf(ask: (after: string | null) => ReturnType<Call["ask"]>): Promise<readonly Item[]> {
  const items: Item[] = [];
  let after: string | null = null;
  do {
    const page: Page<Item> = valueOf(await ask(after)) as Page<Item>;
    items.push(...page.items);
    after = page.next;
  } while (after !== null);
  return items;
}

const whole = ({ input }: Call) => {
  const { search: _, role: __, limit: ___, userId, ...rest } = input as Record<string, unknown>;
  return "workspaceId" in rest || "actor" in rest ? rest : { ...rest, userId };
};

describe("a list", () => {
  it.each(lists)("read page by page is the same as the whole list: $name", async (call) => {
    const { roster } = await crowded();
    const input = whole(call);

    const pages = await Promise.all(
      [1, 2, 3, 7, 500].map((limit) => allOf((after) => call.ask(roster, { ...input, limit, after }))),
    );

    expect(pages[4]?.length).toBeGreaterThan(4);
    expect(pages).toStrictEqual(pages.map(() => pages[4]));
  });

  it.each(lists)("has 50 items on a page by default, and no next on the last: $name", async (call) => {
    const { roster } = await crowded();

    const page = valueOf(await call.ask(roster, whole(call))) as Page<Item>;

    expect([page.items.length <= 50, page.next]).toStrictEqual([true, null]);
  });

  it("has 50 items on a page of many", async () => {
    const { roster } = await crowded();
    const members = Array.from({ length: 60 }, (_, index) => ({
      userId: `more-${index}`,
      displayName: `More ${index}`,
      role: "member" as const,
    }));
    valueOf(await roster.addOrganizationMembers({ organizationId, actor, members }));

    const first = valueOf(await roster.listOrganizationMembers({ organizationId, actor }));

    expect([first.items.length, first.next === null]).toStrictEqual([50, false]);
  });

  it("is ordered by name key, then id", async () => {
    const { roster } = await crowded();

    const { items } = valueOf(await roster.listOrganizationMembers({ organizationId, actor }));

    expect(items.map(({ userId, displayName }) => [displayName, userId])).toStrictEqual([
      ["100% Ann", "user-5"],
      ["1000 Bob", "user-6"],
      ["\\o/", "user-9"],
      ["a_b", "user-7"],
      ["Ada", "ada"],
      ["axb", "user-8"],
      ["BO", "bo"],
      ["CY", "cy"],
      ["DEE", "dee"],
      ["Émile", "user-3"],
      ["Eve", "user-4"],
      ["Ö", "user-2"],
      ["Zoë", "user-0"],
      ["zoe", "user-1"],
    ]);
  });

  it("returns the items of each list", async () => {
    const roster = rosterOn(await acmeStorage());
    const ada = { userId: "ada", displayName: "Ada", email: null };

    const pages = [
      await roster.listMembers({ organizationId, workspaceId, actor }),
      await roster.candidates({ organizationId, workspaceId, actor, limit: 2 }),
      await roster.listWorkspaces({ organizationId, actor }),
      await roster.workspacesOf({ organizationId, userId: "ada" }),
      await roster.listOrganizationMembers({ organizationId, actor, role: "admin" }),
    ].map((page: Result<Page<object>, unknown>) => valueOf(page).items);

    expect(pages).toStrictEqual([
      [{ ...ada, role: "admin", organizationRole: "admin" }],
      [
        { ...ada, organizationRole: "admin", currentRole: "admin" },
        { userId: "bo", displayName: "BO", email: null, organizationRole: "member", currentRole: null },
      ],
      [
        {
          workspaceId: "web",
          name: "Web",
          description: "",
          status: "active",
          memberCount: 1,
          adminCount: 1,
          createdAt: "2025-01-01T00:00:00.000Z",
        },
      ],
      [{ workspaceId: "web", name: "Web", description: "", role: "admin" }],
      [{ ...ada, role: "admin" }],
    ]);
  });

  it("A6: counts members with members:manage in the roster's own catalogue as workspace admins", async () => {
    const { storage } = await crowded();
    const workspaceRoles = defineWorkspaceRoles({ member: ["members:manage"], admin: [] });
    const counts = async (roster: Pick<ReturnType<typeof rosterOn>, "listWorkspaces">) =>
      valueOf(await roster.listWorkspaces({ organizationId, actor, search: "web" })).items.map(
        ({ memberCount, adminCount }) => [memberCount, adminCount],
      );

    expect([await counts(rosterOn(storage)), await counts(createRoster({ storage, workspaceRoles }))]).toStrictEqual([
      [[11, 5]],
      [[11, 6]],
    ]);
  });

  it.each([
    ["a workspace role", listMembers, { role: "admin" }, ["user-6", "ada", "user-3", "user-0", "user-9"]],
    ["an organization role", listOrganizationMembers, { role: "admin" }, ["ada"]],
  ])("can be filtered by %s", async (_, call, filter, userIds) => {
    const { roster } = await crowded();

    const { items } = valueOf(await call.ask(roster, { ...whole(call), ...filter })) as Page<Item>;

    expect(items.map(({ userId }) => userId).toSorted()).toStrictEqual(userIds.toSorted());
  });
});

describe("A5: a list is authorized", () => {
  it.each([
    ["listMembers", listMembers, "workspace:member"],
    ["candidates", candidates, "members:manage"],
    ["listWorkspaces", listWorkspaces, "organization:admin"],
    ["listOrganizationMembers", listOrganizationMembers, "organization:admin"],
  ])("%s", async (_, call, needs) => {
    const { roster } = await crowded();

    const refused = [
      await call.ask(roster, { ...whole(call), actor: { userId: "bo" } }),
      await call.ask(roster, { ...whole(call), actor: { userId: "stranger" } }),
    ];

    expect(refused).toStrictEqual([err({ code: "forbidden", needs }), err({ code: "organization_not_found" })]);
  });

  it.each(lists.filter((call) => call !== workspacesOf))("again for every page: $name", async (call) => {
    const { roster } = await crowded();
    const first = valueOf(await call.ask(roster, { ...whole(call), limit: 1 })) as Page<Item>;

    const second = await call.ask(roster, {
      ...whole(call),
      limit: 1,
      after: first.next,
      actor: { userId: "stranger" },
    });

    expect(second).toStrictEqual(err({ code: "organization_not_found" }));
  });

  it.each(lists)("and is organization_not_found if the organization does not exist: $name", async (call) => {
    const { roster } = await crowded();

    const refused = await call.ask(roster, { ...whole(call), organizationId: "gone" });

    expect(refused).toStrictEqual(err({ code: "organization_not_found" }));
  });
});

describe("X2: workspacesOf", () => {
  it("is empty for a user without a role anywhere, organization admin or stranger", async () => {
    const { roster } = await crowded();

    const pages = await Promise.all(
      ["bo", "stranger"].map((userId) => roster.workspacesOf({ organizationId, userId })),
    );

    expect(pages).toStrictEqual([ok({ items: [], next: null }), ok({ items: [], next: null })]);
  });
});

describe("search", () => {
  const names = async (search: string) => {
    const { roster } = await crowded();
    const { items } = valueOf(await roster.listOrganizationMembers({ organizationId, actor, search }));
    return items.map(({ displayName }) => displayName);
  };

  it.each([
    ["the beginning of a word", "zo", ["Zoë", "zoe"]],
    ["case and accents folded", "ÉMI", ["Émile"]],
    ["an accent that the name does not have", "ève", ["Eve"]],
    ["every word typed", "ann 100", ["100% Ann"]],
    ["a part of the email", "person-3", ["Émile"]],
    ["the whole email", "PERSON-3@EXAMPLE.com", ["Émile"]],
    ["% as a literal character", "100%", ["100% Ann"]],
    ["% without being a wildcard", "%", []],
    ["_ as a literal character", "a_b", ["a_b"]],
    ["_ without being a wildcard", "_x", []],
    ["\\ as a literal character", "\\o", ["\\o/"]],
    ["* without being a wildcard", "*", []],
    ["the middle of a word, which is no match", "oe", []],
    ["one word that matches and one that does not", "zoe nobody", []],
  ])("finds by %s", async (_, search, found) => {
    expect(await names(search)).toStrictEqual(found);
  });

  it.each(["%", "_", "w_b", "we%", "\\"])(
    "treats wildcards as literal characters in workspace names too: %s",
    async (search) => {
      const { roster } = await crowded();
      const { items } = valueOf(await roster.listWorkspaces({ organizationId, actor, search }));

      expect(items).toStrictEqual([]);
    },
  );

  it.each(searches)("filters $name", async (call) => {
    const { roster } = await crowded();
    const found = valueOf(await call.ask(roster, { ...whole(call), search: "nobody-is-named-so" }));

    expect(found).toStrictEqual({ items: [], next: null });
  });
});

describe("a cursor", () => {
  const invalid = err({ code: "invalid_cursor" });
  const next = async (call: Call, roster: ReturnType<typeof rosterOn>, parts: object = {}) =>
    (valueOf(await call.ask(roster, { ...whole(call), limit: 1, ...parts })) as Page<Item>).next ??
    expect.fail("One page.");
  const untouched = rosterOn(untouchableStorage());

  it.each(lists)("of any other list is refused by $name, before the storage is called", async (call) => {
    const { roster } = await crowded();
    const others = await Promise.all(lists.filter((list) => list !== call).map((list) => next(list, roster)));

    const refused = await Promise.all(others.map((after) => call.ask(untouched, { ...whole(call), after })));

    expect(refused).toStrictEqual(others.map(() => invalid));
  });

  it.each(lists)("of another organization is refused by $name", async (call) => {
    const { roster } = await crowded();
    const after = await next(call, roster);

    expect(await call.ask(untouched, { ...whole(call), organizationId: "other", after })).toStrictEqual(invalid);
  });

  it.each([
    ["another search", listMembers, { search: "a" }],
    ["another role", listMembers, { role: "admin" }],
    ["another workspace", listMembers, { workspaceId: "other" }],
    ["another workspace's candidates", candidates, { workspaceId: "other" }],
    ["archived workspaces too", listWorkspaces, { includeArchived: true }],
    ["another user", workspacesOf, { userId: "bo" }],
    ["another organization role", listOrganizationMembers, { role: "member" }],
  ])("of the same list is refused for %s", async (_, call, filter) => {
    const { roster } = await crowded();
    const { includeArchived: __, ...input } = { includeArchived: null, ...whole(call) };
    const first = valueOf(await call.ask(roster, { ...input, limit: 1 })) as Page<Item>;

    expect(await call.ask(untouched, { ...input, ...filter, after: first.next })).toStrictEqual(invalid);
  });

  it.each(lists)("of $name that was altered is refused", async (call) => {
    const { roster } = await crowded();
    const after = await next(call, roster);
    const [text = "", sum = ""] = after.split(".");
    const other = btoa('["zzz","zzz"]').replaceAll("=", "");
    const forged = [
      `${other}.${sum}`,
      text,
      `${text}.`,
      `.${sum}`,
      `${text}.${"0".repeat(16)}`,
      `${after}A`,
      `${after}.`,
      ` ${after}`,
    ];

    const refused = await Promise.all(forged.map((cursor) => call.ask(untouched, { ...whole(call), after: cursor })));

    expect(refused).toStrictEqual(forged.map(() => invalid));
  });

  it("is valid with another page size, reader and revision", async () => {
    const { roster } = await crowded();
    const after = await next(listMembers, roster);

    const page = await roster.listMembers({
      organizationId,
      workspaceId,
      actor: { userId: "user-1" },
      after,
      limit: 500,
      atLeast: 1,
    });

    expect(page.map(({ items }) => items.length)).toStrictEqual(ok(10));
  });

  describe("with a valid checksum", () => {
    const scope = ["workspacesOf", { organizationId, userId: "ada", words: [] }];
    const ask = async (place: readonly unknown[], roster = untouched) =>
      roster.workspacesOf({ organizationId, userId: "ada", after: await encodeCursor(scope, place as never) });

    it("is accepted", async () => {
      const { roster } = await crowded();

      const page = await ask(["web", ""], roster);

      expect(page.map(({ items }) => items.map(({ name }) => name))).toStrictEqual(ok(["Web", "Zeta"]));
    });

    it.each<[title: string, place: readonly unknown[]]>([
      ["nothing", []],
      ["half of a position", ["web"]],
      ["numbers", [1, 2]],
      ["null", [null, null]],
      ["lists", [["web"], ["web"]]],
      ["objects", [{ toString: "web" }, {}]],
      ["truths", [true, true]],
    ])("over %s is refused before the storage is called", async (_, place) => {
      expect(await ask(place)).toStrictEqual(invalid);
    });
  });
});

describe("text that not every store can hold", () => {
  it.each(["a\u0000b", "\ud800"])("is refused as a search before the storage is called: %j", async (search) => {
    const refused = await rosterOn(untouchableStorage()).candidates({
      organizationId: "acme",
      workspaceId: "web",
      actor: { userId: "ada" },
      search,
    });

    expect(refused._unsafeUnwrapErr()).toMatchObject({ code: "invalid_input", issues: [{ path: "search" }] });
  });
});
