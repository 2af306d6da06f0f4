import { describe, expect, it } from "vitest";
import { decodeCursor, encodeCursor } from "../../../src/application/engine/cursor.ts";
import { maxCursorLength } from "../../../src/application/schemas/query-fields.ts";
import { fingerprint } from "../../../src/application/engine/fingerprint.ts";
import { nameKey } from "../../../src/domain/values/name-key.ts";

const scope = ["listMembers", { organizationId: "acme", words: [] }];

describe("a cursor", () => {
  it.each([
    ["a name key and an id", ["zoe", "user-1"]],
    ["a sequence", [42]],
    ["any characters", ['"\\\u0000\ud800', "用户😀"]],
    ["empty strings", ["", ""]],
  ])("contains a position: %s", async (_, place) => {
    expect(await decodeCursor(scope, await encodeCursor(scope, place))).toStrictEqual(place);
  });

  it("is safe in a URL", async () => {
    const cursor = await encodeCursor(scope, ["???>>>~~~ÿÿÿ", "用户😀"]);

    expect(encodeURIComponent(cursor)).toBe(cursor);
  });

  it("with the longest name key and the longest id is short enough to be accepted", async () => {
    // U+FDFA is the character that NFKD expands most: 18 code points.
    const cursor = await encodeCursor(scope, [nameKey("\ufdfa".repeat(100)), "\\".repeat(255)]);

    expect(cursor.length).toBeLessThan(maxCursorLength);
  });

  it.each([
    ["another query", ["candidates", scope[1]]],
    ["another organization", ["listMembers", { organizationId: "other", words: [] }]],
    ["another filter", ["listMembers", { organizationId: "acme", words: ["a"] }]],
  ])("does not belong to %s", async (_, other) => {
    expect(await decodeCursor(other, await encodeCursor(scope, ["zoe", "user-1"]))).toBeNull();
  });

  it("with any one character changed is invalid", async () => {
    const cursor = await encodeCursor(scope, ["zoe", "user-1"]);
    const changed = Array.from(cursor).flatMap((character, index) => [
      `${cursor.slice(0, index)}${character === "A" ? "B" : "A"}${cursor.slice(index + 1)}`,
      `${cursor.slice(0, index)}${cursor.slice(index + 1)}`,
    ]);

    const decoded = await Promise.all(changed.map((text) => decodeCursor(scope, text)));

    expect(decoded).toStrictEqual(changed.map(() => null));
  });

  it.each(["", ".", "..", "a.b.c", "null", "%%%", "😀"])("cannot be %j", async (text) => {
    expect(await decodeCursor(scope, text)).toBeNull();
  });

  it("with a suffix is invalid", async () => {
    expect(await decodeCursor(scope, `${await encodeCursor(scope, ["zoe", "user-1"])}.`)).toBeNull();
  });

  it.each(["{", "%%%", "_w"])("with a valid checksum over text that is not JSON is invalid: %j", async (text) => {
    const checksum = (await fingerprint([scope, text])).slice(0, 16);

    expect(await decodeCursor(scope, `${text}.${checksum}`)).toBeNull();
  });

  it("with a valid checksum over anything but a list is invalid", async () => {
    const forged = await Promise.all([{ 0: "zoe" }, "zoe", null].map((place) => encodeCursor(scope, place as never)));

    expect(await Promise.all(forged.map((text) => decodeCursor(scope, text)))).toStrictEqual([null, null, null]);
  });
});
