import fc from "fast-check";
import { err } from "neverthrow";
import { describe, expect, it } from "vitest";
import { decodeCursor, encodeCursor } from "../../src/application/engine/cursor.ts";
import { ask, listCallIn } from "../support/property/queries.ts";
import { after } from "../support/property/roster.ts";
import { populating } from "../support/property/steps.ts";
import { north, scim } from "../support/property/values.ts";

const scope = fc.array(fc.constantFrom("listMembers", "north", null, "lab", "Lab", 1), { maxLength: 3 });
const place = fc.array(fc.oneof(fc.string({ unit: "binary" }), fc.nat()), { maxLength: 3 });
const character = fc.constantFrom("A", "B", "a", "z", "0", "9", "-", "_", "=", "+", "/", ".", " ", "é");

/** The text with one character replaced, inserted or removed. */
function changes(text: string): fc.Arbitrary<string> {
  return fc
    .tuple(fc.nat(text.length), character, fc.constantFrom("replace", "insert", "remove"))
    .map(([index, put, how]) => {
      const tail = text.slice(how === "insert" ? index : index + 1);
      return `${text.slice(0, index)}${how === "remove" ? "" : put}${tail}`;
    })
    .filter((changed) => changed !== text);
}

describe("a cursor", () => {
  it("decodes to the place that it encodes, and is safe in a URL", () =>
    fc.assert(
      fc.asyncProperty(scope, place, async (of, at) => {
        const cursor = await encodeCursor(of, at);

        expect(await decodeCursor(of, cursor)).toEqual(at);
        expect(encodeURIComponent(cursor)).toBe(cursor);
      }),
      { numRuns: 300 },
    ));

  it("is invalid in any other scope", () =>
    fc.assert(
      fc.asyncProperty(scope, scope, place, async (of, other, at) => {
        fc.pre(JSON.stringify(of) !== JSON.stringify(other));

        expect(await decodeCursor(other, await encodeCursor(of, at))).toBeNull();
      }),
      { numRuns: 300 },
    ));

  it("is invalid if a character is replaced, inserted or removed", () =>
    fc.assert(
      fc.asyncProperty(scope, place, fc.gen(), async (of, at, draw) => {
        const changed = draw(changes, await encodeCursor(of, at));

        expect(await decodeCursor(of, changed)).toBeNull();
      }),
      { numRuns: 1_000 },
    ));

  it("returns invalid_cursor for another list, filter or search, or after any change", async () => {
    const { roster } = await after(populating(north));
    const list = listCallIn(north, fc.constant(scim));

    await fc.assert(
      fc.asyncProperty(list, list, fc.gen(), async (call, other, draw) => {
        const first = (await ask(roster, call, { limit: 1 }))._unsafeUnwrap();
        fc.pre(first.next !== null);
        const changed = draw(changes, first.next);
        const refused = err({ code: "invalid_cursor" });

        expect(await ask(roster, call, { after: changed })).toEqual(refused);
        if (filtersOf(call) !== filtersOf(other)) {
          expect(await ask(roster, other, { after: first.next })).toEqual(refused);
        }
      }),
      { numRuns: 200 },
    );
  });
});

/** What a cursor is bound to. An omitted filter, null and a search without words are the same. */
function filtersOf({ query, input }: { readonly query: string; readonly input: object }): string {
  const given = Object.entries(input).filter(
    ([field, value]) => field !== "search" && value !== null && value !== undefined,
  );
  const { search = "" } = input as { readonly search?: string };
  return JSON.stringify([query, given, search]);
}
