// cspell:ignore adminstrator
import { err, ok } from "neverthrow";
import { describe, expect, it } from "vitest";
import { acmeStorage, rosterOn, valueOf } from "../../support/acme-roster.ts";
import {
  accessMany,
  addMembers,
  type Call,
  calls,
  createWorkspace,
  inputWith,
  leaveWorkspace,
  lists,
  previews,
  refusalOf,
  removeOrganizationMembers,
} from "../../support/inputs.ts";
import { untouchableStorage } from "../../support/untouchable-storage.ts";

const untouched = rosterOn(untouchableStorage());
const unreadable = err({
  code: "invalid_input",
  issues: [{ path: "", message: "cannot be read, because a getter or proxy threw" }],
});
const throwing = (): never => {
  throw new Error("from the host");
};

describe.each([...calls, ...previews])("the parser of $name, before the storage is called", (call) => {
  it.each([undefined, null, 5, "acme", [], () => ({}), new Date(0), new Map(), Symbol("input")])(
    "refuses anything but a plain object: %s",
    async (input) => {
      expect(refusalOf(await call.ask(untouched, input)).code).toBe("invalid_input");
    },
  );

  it("refuses an unknown field, and names it", async () => {
    const refused = await call.ask(untouched, { ...call.input, adminstrator: true });

    expect(refused).toStrictEqual(
      err({ code: "invalid_input", issues: [{ path: "", message: 'must not have the field "adminstrator"' }] }),
    );
  });

  it.each(["__proto__", "constructor", "toString"])("refuses a field of Object.prototype: %s", async (field) => {
    const input = Object.defineProperty({ ...call.input }, field, { value: { limit: 1 }, enumerable: true });

    const refused = await call.ask(untouched, input);

    expect(refused).toStrictEqual(
      err({ code: "invalid_input", issues: [{ path: "", message: `must not have the field "${field}"` }] }),
    );
  });

  it("shows at most 100 characters of an unknown field", async () => {
    const refused = await call.ask(untouched, { ...call.input, ["Ж".repeat(1_000_000)]: 1 });

    expect(refused).toStrictEqual(
      err({ code: "invalid_input", issues: [{ path: "", message: `must not have the field "${"Ж".repeat(100)}"…` }] }),
    );
  });

  it.each(Object.keys(call.input))("refuses a getter that throws: %s", async (field) => {
    const input = Object.defineProperty({ ...call.input }, field, { get: throwing, enumerable: true });

    expect(await call.ask(untouched, input)).toStrictEqual(unreadable);
  });

  it.each([
    ["get", { get: throwing }],
    ["ownKeys", { ownKeys: throwing }],
  ])("refuses a proxy whose %s throws", async (_, handler) => {
    expect(await call.ask(untouched, new Proxy(call.input, handler))).toStrictEqual(unreadable);
  });

  it("refuses a revoked proxy", async () => {
    const { proxy, revoke } = Proxy.revocable(call.input, {});
    revoke();

    expect(await call.ask(untouched, proxy)).toStrictEqual(unreadable);
  });

  it("reports every missing field", async () => {
    const refused = refusalOf(await call.ask(untouched, {}));

    expect(refused).toMatchObject({ code: "invalid_input" });
    expect((refused.issues as unknown[]).length).toBeGreaterThan(1);
  });
});

describe("the actor", () => {
  const ask = (actor: unknown) => addMembers.ask(untouched, { ...addMembers.input, actor });

  it.each([
    ["both a user and a system", { userId: "ada", system: "scim" }],
    ["neither", {}],
    ["null", null],
    ["a string", "ada"],
    ["a list", ["ada"]],
  ])("cannot be %s", async (_, actor) => {
    expect(refusalOf(await ask(actor))).toMatchObject({ code: "invalid_input", issues: [{ path: "actor" }] });
  });

  it("with an unknown field is refused, and the field is named", async () => {
    const refused = refusalOf(await ask({ userId: "ada", adminstrator: true }));

    expect(JSON.stringify(refused)).toContain("adminstrator");
  });
});

describe("an item of a batch", () => {
  it("with an unknown field is refused, and the field is named", async () => {
    const members = [
      { userId: "bo", role: "member" },
      { userId: "cy", role: "member", expires: "2027" },
    ];

    const refused = await addMembers.ask(untouched, { ...addMembers.input, members });

    expect(refused).toStrictEqual(
      err({ code: "invalid_input", issues: [{ path: "members[1]", message: 'must not have the field "expires"' }] }),
    );
  });

  it("is reported with its place, its value and the reason", async () => {
    const members = [{ userId: "bo\u200b", role: "owner" }, null];

    const refused = refusalOf(await addMembers.ask(untouched, { ...addMembers.input, members }));

    expect(refused).toMatchObject({
      code: "invalid_input",
      issues: [
        { path: "members[0].userId" },
        { path: "members[0].role", message: "must be one of admin, member" },
        { path: "members[1]", message: "Invalid input: expected object, received null" },
      ],
    });
  });
});

describe("whole numbers", () => {
  const bad = [NaN, -0, -1, 1.5, Infinity, -Infinity, 2 ** 53, 5n, "5", true, [5], {}, new Number(5)];
  const withNumber = (call: Call, field: string, values: readonly unknown[]) =>
    Promise.all(values.map((value) => call.ask(untouched, { ...call.input, [field]: value })));

  it.each(lists)("limit of $name is 1 to 500", async (call) => {
    const refused = await withNumber(call, "limit", [...bad, 0, 501, null]);

    expect(refused).toStrictEqual(
      refused.map(() =>
        err({ code: "invalid_input", issues: [{ path: "limit", message: "must be a whole number from 1 to 500" }] }),
      ),
    );
  });

  it.each(calls.filter(({ input }) => "atLeast" in input))("atLeast of $name is 0 or more", async (call) => {
    const refused = await withNumber(call, "atLeast", bad);

    expect(refused).toStrictEqual(
      refused.map(() =>
        err({ code: "invalid_input", issues: [{ path: "atLeast", message: "must be a whole number from 0" }] }),
      ),
    );
  });

  it.each(lists)("after of $name is not a number unless it is a sequence of events", async (call) => {
    const refused = await withNumber(
      call,
      "after",
      bad.filter((value) => typeof value !== "string"),
    );

    expect(refused.map((result) => refusalOf(result).code)).toStrictEqual(refused.map(() => "invalid_input"));
  });

  it.each(lists)("accepts the minimum and maximum of $name", async (call) => {
    const roster = rosterOn(await acmeStorage());
    const answers = [1, 500].map((limit) => call.ask(roster, { ...call.input, limit, atLeast: null, after: null }));

    expect((await Promise.all(answers)).map((answer) => answer.isOk())).toStrictEqual([true, true]);
  });
});

describe("yes or no", () => {
  it.each([0, 1, "true", "", null, {}])("addEveryone cannot be %j", async (addEveryone) => {
    const refused = await createWorkspace.ask(untouched, inputWith(createWorkspace, ["addEveryone"], addEveryone));

    expect(refused).toStrictEqual(
      err({ code: "invalid_input", issues: [{ path: "addEveryone", message: "must be true or false" }] }),
    );
  });
});

describe("input is copied once", () => {
  it("reads each value once: a getter cannot show one id to the check and another to the command", async () => {
    const reads: string[] = [];
    const turncoat =
      (name: string, ...values: readonly string[]) =>
      () => {
        reads.push(name);
        return values[reads.filter((read) => read === name).length - 1] ?? "\u0000";
      };
    const member = Object.defineProperties(
      {},
      {
        userId: { get: turncoat("userId", "bo", "stranger"), enumerable: true },
        role: { get: turncoat("role", "member", "admin"), enumerable: true },
      },
    );
    const roster = rosterOn(await acmeStorage());

    const outcome = valueOf(await addMembers.ask(roster, { ...addMembers.input, members: [member] }));

    expect([outcome, reads.toSorted()]).toMatchObject([
      { added: [{ userId: "bo", role: "member" }], unchanged: [], rejected: [] },
      ["role", "userId"],
    ]);
  });

  it("ignores what the caller changes after the call", async () => {
    const roster = rosterOn(await acmeStorage());
    const member = { userId: "bo", role: "member" };
    const members = [member];

    const answer = addMembers.ask(roster, { ...addMembers.input, members });
    member.userId = "cy";
    members.push({ userId: "dee", role: "admin" });

    expect(valueOf(await answer)).toMatchObject({ added: [{ userId: "bo", role: "member" }] });
  });

  it("accepts inherited fields and objects without a prototype", async () => {
    const roster = rosterOn(await acmeStorage());

    const answers = [
      await addMembers.ask(roster, Object.assign(Object.create(null), addMembers.input)),
      await createWorkspace.ask(roster, Object.assign(Object.create(createWorkspace.input), { idempotencyKey: null })),
    ];

    expect(answers.map((answer) => answer.isOk())).toStrictEqual([true, true]);
  });
});

describe("createWorkspace", () => {
  it("W1: a system must name the admin", async () => {
    const { admin: _, ...input } = createWorkspace.input as { admin: string };

    const refused = await createWorkspace.ask(untouched, { ...input, actor: { system: "scim" } });

    expect(refused).toStrictEqual(
      err({
        code: "invalid_input",
        issues: [{ path: "admin", message: "is required, because a system cannot be the admin" }],
      }),
    );
  });

  it("W1: without a named admin the user becomes admin, and optional fields may be omitted", async () => {
    const roster = rosterOn(await acmeStorage());

    const outcome = valueOf(
      await roster.createWorkspace({ organizationId: "acme", actor: { userId: "ada" }, name: "Ops" }),
    );

    expect(outcome).toStrictEqual({
      workspaceId: "id-2",
      added: [{ userId: "ada", role: "admin" }],
      operationId: "id-1",
      revision: 4,
      replayed: false,
    });
  });
});

describe("removeOrganizationMembers", () => {
  const ask = (parts: object) =>
    removeOrganizationMembers.ask(untouched, { ...removeOrganizationMembers.input, ...parts });

  it("O4: a successor cannot be one of the removed users", async () => {
    const refused = await ask({ userIds: ["bo", "cy"], successor: "cy" });

    expect(refused).toStrictEqual(
      err({
        code: "invalid_input",
        issues: [{ path: "successor", message: "must not be one of the removed users" }],
      }),
    );
  });

  it.each([
    ["nobody", [], { code: "empty_batch" }],
    ["a user twice", ["bo", "bo"], { code: "duplicate_user", userIds: ["bo"] }],
  ])("O4: a successor does not hide that the batch names %s", async (_, userIds, refusal) => {
    expect(await ask({ userIds })).toStrictEqual(err(refusal));
  });
});

describe("accessMany", () => {
  const users = (count: number) => Array.from({ length: count }, (_, index) => `user-${index}`);
  const ask = (workspaces: number, people: number, roster = untouched) =>
    accessMany.ask(roster, { organizationId: "acme", workspaceIds: users(workspaces), userIds: users(people) });

  it("X1: takes at most 10,000 pairs", async () => {
    expect(await ask(101, 100)).toStrictEqual(
      err({
        code: "invalid_input",
        issues: [{ path: "", message: "must name at most 10000 pairs of a workspace and a user" }],
      }),
    );
  });

  it("X1: accepts 10,000 pairs", async () => {
    const answer = await ask(100, 100, rosterOn(await acmeStorage()));

    expect(answer.map((answers) => (answers as readonly unknown[]).length)).toStrictEqual(ok(10_000));
  });

  it.each([
    ["no workspace", 0, 1, "workspaceIds"],
    ["nobody", 1, 0, "userIds"],
    ["too many users", 1, 10_001, "userIds"],
  ])("X1: refuses %s", async (_, workspaces, people, path) => {
    expect(await ask(workspaces, people)).toStrictEqual(
      err({ code: "invalid_input", issues: [{ path, message: "must have 1 to 10000 items" }] }),
    );
  });
});

describe("leaveWorkspace", () => {
  it("M8: a system cannot be a member", async () => {
    const refused = await leaveWorkspace.ask(untouched, { ...leaveWorkspace.input, actor: { system: "scim" } });

    expect(refusalOf(refused)).toMatchObject({ code: "invalid_input" });
  });
});
