import { err } from "neverthrow";
import { describe, expect, it } from "vitest";
import { rosterOn } from "../../support/acme-roster.ts";
import { addMembers, type Call, memberBatches, previews, refusalOf, userBatches } from "../../support/inputs.ts";
import { untouchableStorage } from "../../support/untouchable-storage.ts";

const untouched = rosterOn(untouchableStorage());
const batches = [...memberBatches, ...userBatches, ...previews.filter(({ name }) => name === "preview.addMembers")];
const fieldOf = ({ input }: Call) => ("userIds" in input ? "userIds" : "members");
const ask = (call: Call, members: unknown) => call.ask(untouched, inputOf(call, members));

/** The input of the call with this batch. */
function inputOf(call: Call, members: unknown): object {
  return { ...call.input, [fieldOf(call)]: members };
}

/** A batch of the call that names these users. */
function items({ input }: Call, userIds: readonly string[]): readonly unknown[] {
  if ("userIds" in input) return userIds;
  const [item] = (input as { readonly members: readonly object[] }).members;
  return userIds.map((userId) => ({ ...item, userId }));
}

describe.each(batches)("M2: the batch of $name, before the storage is called", (call) => {
  it("without users is empty_batch", async () => {
    expect(await ask(call, [])).toStrictEqual(err({ code: "empty_batch" }));
  });

  it("with repeated users is duplicate_user with each of them once, in input order", async () => {
    const refused = await ask(call, items(call, ["eve", "bo", "bo", "dee", "eve", "bo"]));

    expect(refused).toStrictEqual(err({ code: "duplicate_user", userIds: ["bo", "eve"] }));
  });

  it("with two users that look alike is not duplicate_user", async () => {
    await expect(ask(call, items(call, ["é", "e\u0301"]))).rejects.toThrow("Storage was touched.");
  });

  it("with 10,001 users is too_many_members", async () => {
    const refused = await ask(
      call,
      items(
        call,
        Array.from({ length: 10_001 }, (_, index) => `user-${index}`),
      ),
    );

    expect(refused).toStrictEqual(err({ code: "too_many_members", limit: 10_000, count: 10_001 }));
  });

  it("with 10,000 users is not too large", async () => {
    const batch = items(
      call,
      Array.from({ length: 10_000 }, (_, index) => `user-${index}`),
    );

    await expect(ask(call, batch)).rejects.toThrow("Storage was touched.");
  });

  it("with more users than the store takes is too_many_members with the store's limit", async () => {
    const narrow = rosterOn({ ...untouchableStorage(), limits: { members: 2, changes: 50_000 } });

    const refused = await call.ask(narrow, inputOf(call, items(call, ["bo", "cy", "dee"])));

    expect(refused).toStrictEqual(err({ code: "too_many_members", limit: 2, count: 3 }));
  });

  it("cannot exceed 10,000 users, even if the store claims to take more", async () => {
    const wide = rosterOn({ ...untouchableStorage(), limits: { members: 1_000_000, changes: 50_000 } });
    const batch = items(
      call,
      Array.from({ length: 10_001 }, (_, index) => `user-${index}`),
    );

    const refused = await call.ask(wide, inputOf(call, batch));

    expect(refused).toStrictEqual(err({ code: "too_many_members", limit: 10_000, count: 10_001 }));
  });

  it.each([
    ["a million items", Array<string>(1_000_000).fill("bo")],
    ["a million holes", sparse(1_000_000)],
    ["as many holes as an array can have", sparse(2 ** 32 - 1)],
    ["a proxy that claims an infinite length", claiming(Infinity)],
  ])("%s are refused by their number alone, at once", async (_, members) => {
    const start = performance.now();

    const refused = await ask(call, members);

    expect(performance.now() - start).toBeLessThan(50);
    expect(refused).toStrictEqual(err({ code: "too_many_members", limit: 10_000, count: members.length }));
  });

  it("is not read if it is too large", async () => {
    const members: unknown[] = [...items(call, Array<string>(10_001).fill("bo"))];
    Object.defineProperty(members, 0, { get: () => expect.fail("An item was read.") });

    const refused = await ask(call, members);

    expect(refused).toStrictEqual(err({ code: "too_many_members", limit: 10_000, count: 10_001 }));
  });

  it("treats holes in a small array as missing items", async () => {
    const members = sparse(2);

    const refused = refusalOf(await ask(call, members));

    expect(refused).toMatchObject({
      code: "invalid_input",
      issues: [{ path: `${fieldOf(call)}[0]` }, { path: `${fieldOf(call)}[1]` }],
    });
  });

  it.each([
    ["an array-like object", { length: 1, 0: { userId: "bo", role: "member" } }],
    ["a string", "bo"],
    ["a set", new Set(["bo"])],
    ["nothing", undefined],
    ["null", null],
  ])("%s is not an array", async (_, members) => {
    const refused = await ask(call, members);

    expect(refused).toStrictEqual(
      err({ code: "invalid_input", issues: [{ path: fieldOf(call), message: "must be an array" }] }),
    );
  });

  it("does not accept a proxy with an invalid length as an empty batch", async () => {
    const lengths = [NaN, -1, 0.5, "0", "none", null, undefined, {}];

    const answers = await Promise.all(
      lengths.map((length) =>
        ask(call, claiming(length)).then(
          (result) => refusalOf(result).code,
          () => "storage was touched",
        ),
      ),
    );

    expect(answers.filter((code) => code !== "invalid_input" && code !== "empty_batch")).toStrictEqual([]);
  });

  it("reads a length once, even if a proxy grows with each read", async () => {
    let looks = 0;
    const members = new Proxy(items(call, ["bo"]), {
      get: (target, key, receiver): unknown =>
        key === "length" ? 20_000 * looks++ + 1 : Reflect.get(target, key, receiver),
    });

    await expect(ask(call, members)).rejects.toThrow("Storage was touched.");
  });

  it("reports a wrong shape before a problem with the users", async () => {
    const refused = await call.ask(untouched, { ...inputOf(call, []), organizationId: "" });

    expect(refused).toStrictEqual(
      err({ code: "invalid_input", issues: [{ path: "organizationId", message: '"" must not be empty' }] }),
    );
  });

  it("reports at most 100 problems", async () => {
    const refused = refusalOf(
      await ask(
        call,
        items(
          call,
          Array.from({ length: 500 }, () => ""),
        ),
      ),
    );

    expect(refused).toMatchObject({ code: "invalid_input", issues: { length: 100 } });
  });
});

it("A6: refuses a workspace role that is not in the catalogue, and lists those that are", async () => {
  const refused = await ask(addMembers, [{ userId: "bo", role: "owner" }]);

  expect(refused).toStrictEqual(
    err({ code: "invalid_input", issues: [{ path: "members[0].role", message: "must be one of admin, member" }] }),
  );
});

function sparse(length: number): readonly unknown[] {
  const holes: unknown[] = [];
  holes.length = length;
  return holes;
}

function claiming(length: unknown): readonly unknown[] {
  return new Proxy([{ userId: "bo", role: "member", displayName: "Bo" }], {
    get: (target, key, receiver): unknown => (key === "length" ? length : Reflect.get(target, key, receiver)),
  });
}
