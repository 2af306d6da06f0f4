import { errAsync } from "neverthrow";
import { describe, expect, it } from "vitest";
import type { RosterStorage } from "../../../src/application/ports/roster-storage.ts";
import { storageFailed, storageUnavailable } from "../../../src/application/ports/storage-error.ts";
import { acmeStorage, now, rosterOn } from "../../support/acme-roster.ts";
import { isLost, scriptedStorage } from "../../support/scripted-storage.ts";

const driverError = Object.assign(new Error("connect ECONNREFUSED", { cause: new TypeError("no route") }), {
  code: "ECONNREFUSED",
  query: "SELECT secret",
});
const readable = {
  name: "Error",
  message: "connect ECONNREFUSED",
  code: "ECONNREFUSED",
  cause: { name: "TypeError", message: "no route" },
};
const parsed = (error: unknown): unknown => JSON.parse(JSON.stringify(error));

describe("a cause as JSON", () => {
  it("keeps name, message, code and causes of an Error, and the error keeps the Error itself", () => {
    const error = storageUnavailable(driverError);

    expect(parsed({ error })).toEqual({ error: { code: "storage_unavailable", cause: readable } });
    expect(error.cause).toBe(driverError);
    expect(error).toStrictEqual({ code: "storage_unavailable", cause: driverError });
    expect(Object.keys(error)).toEqual(["code", "cause"]);
  });

  it("keeps the first errors of an AggregateError", () => {
    const cause = new AggregateError(Array(20).fill(driverError), "");

    expect(parsed(storageFailed(cause))).toEqual({
      code: "storage_failed",
      cause: { name: "AggregateError", message: "", errors: Array(5).fill(readable) },
    });
  });

  const circle = new Error("around");
  circle.cause = circle;
  const hostile = new Proxy(new Error("x"), {
    get() {
      throw new Error("no");
    },
  });
  it.each([
    ["text", "broken", "broken"],
    ["plain data", { errno: 5 }, { errno: 5 }],
    ["a bigint", 5n, "5"],
    ["nothing", null, null],
  ])("keeps %s", (_, cause, shown) => {
    expect(parsed(storageFailed(cause))).toEqual({ code: "storage_failed", cause: shown });
  });

  it.each([
    ["that is its own cause", circle],
    ["whose getters throw", hostile],
    ["that JSON cannot hold", { big: 5n }],
  ])("does not throw if a cause %s", (_, cause) => {
    expect(parsed(storageFailed(cause))).toMatchObject({ code: "storage_failed" });
  });
});

describe("errors of a roster", () => {
  const list = { organizationId: "acme", workspaceId: "web", actor: { userId: "ada" } };
  const addBo = { ...list, members: [{ userId: "bo", role: "member" as const }] };
  /** As a third-party adapter makes it: plain data. */
  const plain = Object.freeze({ code: "storage_unavailable", cause: driverError } as const);
  const down = (storage: RosterStorage): RosterStorage => ({
    ...storage,
    load: () => errAsync(plain),
    pruneCommandRecords: () => errAsync(plain),
    read: { ...storage.read, workspaceMembers: () => errAsync(plain) },
  });

  it.each<[string, (roster: ReturnType<typeof rosterOn>) => Promise<unknown>]>([
    ["a command", async (roster) => roster.addMembers(addBo)],
    ["a preview", async (roster) => roster.preview.addMembers(addBo)],
    ["a list", async (roster) => roster.listMembers(list)],
    ["maintenance", async (roster) => roster.maintenance.pruneIdempotencyKeys({ olderThanDays: 1 })],
  ])("can be read as JSON, whoever made them: %s", async (_, call) => {
    const answer = await call(rosterOn(down(await acmeStorage())));

    const { error } = answer as { readonly error: { readonly cause: unknown } };
    expect(parsed(error)).toEqual({ code: "storage_unavailable", cause: readable });
    expect(error.cause).toBe(driverError);
  });

  it("can be read as JSON if the outcome is unknown", async () => {
    const roster = rosterOn(scriptedStorage(await acmeStorage(), isLost), {
      deadlineMs: 0,
      clock: () => new Date(now),
    });

    const error = (await roster.addMembers(addBo))._unsafeUnwrapErr();

    expect(parsed(error)).toEqual({
      code: "outcome_unknown",
      operationId: "id-1",
      cause: { name: "Error", message: "connection reset" },
    });
  });
});
