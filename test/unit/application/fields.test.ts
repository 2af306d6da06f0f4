import { ok } from "neverthrow";
import { describe, expect, it } from "vitest";
import { acmeStorage, rosterOn, valueOf } from "../../support/acme-roster.ts";
import { calls, inputWith, previews, refusalOf, type StringField, stringFields } from "../../support/inputs.ts";
import { untouchableStorage } from "../../support/untouchable-storage.ts";

const untouched = rosterOn(untouchableStorage());

function askWith({ call, path }: StringField, value: unknown) {
  return call.ask(untouched, inputWith(call, path, value));
}

type Hostile = readonly [title: string, value: string];

const loneSurrogates: readonly Hostile[] = [
  ["a lone high surrogate", "a\ud800b"],
  ["a lone low surrogate", "a\udc00b"],
];
const invisible: readonly Hostile[] = [
  ["NUL", "a\u0000b"],
  ["a control character", "a\u0007b"],
  ["DEL", "a\u007fb"],
  ["a zero-width space", "a\u200bb"],
  ["a right-to-left override", "a\u202eb"],
  ["a byte order mark", "\ufeffab"],
];
const padded: readonly Hostile[] = [
  ["leading white space", " ab"],
  ["trailing white space", "ab "],
];

/** Values that a field of each kind must refuse. A cursor is refused by its checksum, whatever it is. */
const hostile: Readonly<Record<StringField["kind"], readonly Hostile[]>> = {
  id: [
    ...loneSurrogates,
    ...invisible,
    ...padded,
    ["nothing", ""],
    ["a line feed", "a\nb"],
    ["a joiner", "a\u200db"],
    ["256 bytes", "é".repeat(128)],
  ],
  name: [
    ...loneSurrogates,
    ...invisible,
    ...padded,
    ["nothing", ""],
    ["a line feed", "a\nb"],
    ["a form other than NFC", "e\u0301"],
    ["101 code points", "x".repeat(101)],
  ],
  description: [
    ...loneSurrogates,
    ...invisible,
    ["a form other than NFC", "e\u0301"],
    ["1,001 code points", "x".repeat(1_001)],
  ],
  email: [...loneSurrogates, ...invisible].map(([title, value]) => [title, `${value}@example.com`] as const),
  choice: [
    ...loneSurrogates,
    ...invisible,
    ...padded,
    ["a name of Object.prototype", "constructor"],
    ["__proto__", "__proto__"],
  ],
  search: [...loneSurrogates, ["201 characters", "x".repeat(201)]],
  cursor: [...loneSurrogates, ...invisible, ["nothing", ""], ["a name of Object.prototype", "constructor"]],
};

const cases = stringFields.flatMap((field) =>
  hostile[field.kind].map(([title, value]) => ({ field, value, title: `${field.title}: ${title}` })),
);

describe("Strings: values that stores cannot distinguish are refused before the storage is called", () => {
  it("covers every method of the roster", () => {
    const others = ["preview", "changes", "maintenance"];
    const names = [
      ...Object.keys(untouched).filter((name) => !others.includes(name)),
      ...Object.keys(untouched.preview).map((name) => `preview.${name}`),
    ];

    expect([...calls, ...previews].map(({ name }) => name).toSorted()).toStrictEqual(names.toSorted());
  });

  it.each(cases)("$title", async ({ field, value }) => {
    const { code } = refusalOf(await askWith(field, value));

    expect(code).toBe(field.kind === "cursor" ? "invalid_cursor" : "invalid_input");
  });

  it.each(stringFields)("$title: another type", async (field) => {
    // Events can be read from a sequence on, which is a number.
    const five = field.call.name === "events" && field.kind === "cursor" ? [] : [5];
    const values = [...five, NaN, 5n, true, Symbol("text"), {}, [], ["web"], () => "web", new String("web")];

    const refused = await Promise.all(values.map((value) => askWith(field, value)));

    expect(refused.map((result) => refusalOf(result).code)).toStrictEqual(values.map(() => "invalid_input"));
  });
});

describe("Strings: ten million characters in any field are refused at once", () => {
  const long = "Ж".repeat(10_000_000);

  it.each(stringFields)("$title", async (field) => {
    const input = inputWith(field.call, field.path, long);
    const times: number[] = [];
    let refused;
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const start = performance.now();
      refused = refusalOf(await field.call.ask(untouched, input));
      times.push(performance.now() - start);
    }

    expect(Math.min(...times)).toBeLessThan(50);
    expect(refused?.code).toBe("invalid_input");
    expect(JSON.stringify(refused).split("Ж").length - 1).toBeLessThanOrEqual(100);
  });
});

describe("Strings: valid values are stored unchanged", () => {
  const ids = [
    "__proto__",
    "constructor",
    "toString",
    "hasOwnProperty",
    "a b",
    "100%_\\'\";--",
    "e\u0301",
    "é",
    "😀",
    "x".repeat(255),
  ];
  const names = ["می\u200cخواهم", "👩\u200d💻", "Zoë", "100%_\\", "'; DROP TABLE", "__proto__", "😀".repeat(100)];

  it.each(ids)("an id: %j", async (id) => {
    const storage = await acmeStorage();
    const roster = rosterOn(storage);
    const person = { userId: id, displayName: "Somebody", email: null };
    const actor = { userId: id };

    valueOf(await roster.createOrganization({ organizationId: id, idempotencyKey: id, name: "New", owner: person }));
    valueOf(await roster.createWorkspace({ organizationId: id, actor, workspaceId: id, name: "W" }));
    const request = { organizationId: id, workspaceId: id };

    const answers = [
      await roster.listMembers({ ...request, actor }),
      await roster.workspacesOf({ organizationId: id, userId: id }),
      await roster.can({ ...request, userId: id, permission: "resources:use" }),
    ];
    expect(answers).toStrictEqual([
      ok({ items: [{ ...person, role: "admin", organizationRole: "admin" }], next: null }),
      ok({ items: [{ workspaceId: id, name: "W", description: "", role: "admin" }], next: null }),
      ok(true),
    ]);
  });

  it("ids from Object.prototype are ordinary ids", async () => {
    const roster = rosterOn(await acmeStorage());
    const userIds = ["__proto__", "constructor", "toString"];
    const actor = { userId: "ada" };
    const members = userIds.map((userId) => ({ userId, displayName: userId, role: "member" as const }));

    valueOf(await roster.addOrganizationMembers({ organizationId: "acme", actor, members }));
    const request = { organizationId: "acme", workspaceId: "web" };
    const added = valueOf(
      await roster.addMembers({
        ...request,
        actor,
        mode: "partial",
        members: [
          { userId: "constructor", role: "admin" },
          { userId: "valueOf", role: "admin" },
        ],
      }),
    );

    const may = await Promise.all(
      userIds.map((userId) => roster.can({ ...request, userId, permission: "members:manage" })),
    );
    expect([added.added, added.rejected, may]).toStrictEqual([
      [{ userId: "constructor", role: "admin" }],
      [{ code: "not_organization_member", userId: "valueOf" }],
      [ok(false), ok(true), ok(false)],
    ]);
  });

  it("two ids that look alike are different", async () => {
    const roster = rosterOn(await acmeStorage());
    const members = ["é", "e\u0301", "E\u0301"].map((userId) => ({
      userId,
      displayName: "E",
      role: "member" as const,
    }));

    const outcome = valueOf(
      await roster.addOrganizationMembers({ organizationId: "acme", actor: { userId: "ada" }, members }),
    );

    expect(outcome.added.map(({ userId }) => userId)).toStrictEqual(["é", "e\u0301", "E\u0301"]);
  });

  it.each(names)("a name: %j", async (name) => {
    const roster = rosterOn(await acmeStorage());
    const actor = { userId: "ada" };
    const description = `${name}\r\n\t${name}`;
    const email = "100%_\\@example.com";

    valueOf(
      await roster.addOrganizationMembers({
        organizationId: "acme",
        actor,
        members: [{ userId: "eve", displayName: name, email, role: "billing" }],
      }),
    );
    valueOf(await roster.createWorkspace({ organizationId: "acme", actor, workspaceId: "new", name, description }));

    const people = valueOf(await roster.listOrganizationMembers({ organizationId: "acme", actor, role: "billing" }));
    const workspaces = valueOf(await roster.listWorkspaces({ organizationId: "acme", actor }));
    expect([people.items, workspaces.items.filter(({ workspaceId }) => workspaceId === "new")]).toMatchObject([
      [{ userId: "eve", displayName: name, email, role: "billing" }],
      [{ name, description }],
    ]);
  });
});
