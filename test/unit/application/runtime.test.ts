import { describe, expect, it } from "vitest";
import { createRoster } from "../../../src/application/create-roster.ts";
import { freshId } from "../../../src/application/engine/runtime.ts";
import { memoryStorage } from "../../../src/memory.ts";
import { acmeStorage, rosterOn, valueOf } from "../../support/acme-roster.ts";
import { addMembers, createOrganization, createWorkspace } from "../../support/inputs.ts";
import { untouchableStorage } from "../../support/untouchable-storage.ts";

const bad = ["", " a", "a\u0000", "\ud800", "x".repeat(256), undefined as never, 7 as never];

describe("the host's createId", () => {
  it("returns ids that are used unchanged", () => {
    expect(freshId(() => "op-1")).toBe("op-1");
  });

  it.each(bad)("throws for an invalid id, which is a bug of the host: %j", (id) => {
    expect(() => freshId(() => id)).toThrow(/^createId must return a valid id: it must /u);
  });

  it.each([
    ["addMembers", addMembers, addMembers.input],
    ["createWorkspace", createWorkspace, createWorkspace.input],
    ["createOrganization", createOrganization, createOrganization.input],
    [
      "createOrganization without an id",
      createOrganization,
      { name: "New", owner: { userId: "ada", displayName: "Ada" } },
    ],
  ])("with an invalid id throws from %s, before the storage is called", async (_, call, input) => {
    const roster = rosterOn(untouchableStorage(), { createId: () => "" });

    await expect(call.ask(roster, input)).rejects.toThrow(
      new TypeError("createId must return a valid id: it must not be empty."),
    );
  });

  it("that throws makes the command throw, and the organization's next command runs", async () => {
    let isBroken = true;
    const createId = () => {
      if (isBroken) throw new Error("no entropy");
      return crypto.randomUUID();
    };
    const roster = rosterOn(await acmeStorage(), { createId });

    await expect(addMembers.ask(roster, addMembers.input)).rejects.toThrow("no entropy");
    isBroken = false;

    expect(valueOf(await addMembers.ask(roster, addMembers.input))).toMatchObject({ added: [{ userId: "bo" }] });
  });

  it("is crypto.randomUUID by default", async () => {
    const roster = rosterOn(await acmeStorage(), { createId: undefined });

    const { operationId } = valueOf(await roster.addMembers(addMembers.input as never));

    expect(operationId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u);
  });
});

describe("the host's clock", () => {
  it("gives events their time in UTC with milliseconds", async () => {
    const roster = rosterOn(await acmeStorage(), { clock: () => new Date("2026-05-06T09:08:09.010+02:00") });
    valueOf(await roster.addMembers(addMembers.input as never));

    const { items } = valueOf(await roster.events({ organizationId: "acme", actor: { userId: "ada" }, userId: "bo" }));

    expect(items.at(-1)?.at).toBe("2026-05-06T07:08:09.010Z");
  });

  it("is the system's clock by default", async () => {
    const roster = rosterOn(await acmeStorage(), { clock: undefined });
    const before = new Date().toISOString();
    valueOf(await roster.addMembers(addMembers.input as never));

    const { items } = valueOf(await roster.events({ organizationId: "acme", actor: { userId: "ada" }, userId: "bo" }));

    expect([before, items.at(-1)?.at ?? "", new Date().toISOString()].toSorted()[1]).toBe(items.at(-1)?.at);
  });
});

describe("deadlineMs", () => {
  it.each([Number.NaN, -1])("throws at once if it is %s, because a command could retry forever", (deadlineMs) => {
    expect(() => createRoster({ storage: memoryStorage(), deadlineMs })).toThrow(TypeError);
  });
});
