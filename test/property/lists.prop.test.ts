import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nameKey } from "../../src/domain/values/name-key.ts";
import { ask, type ListCall, listCallIn, walk } from "../support/property/queries.ts";
import { after } from "../support/property/roster.ts";
import { historyIn } from "../support/property/steps.ts";
import { north, scim } from "../support/property/values.ts";

const list = listCallIn(north, fc.constant(scim));
const limit = fc.integer({ min: 1, max: 6 });

describe("lists", () => {
  it("return the same items in pages of any size as in one page", () =>
    fc.assert(
      fc.asyncProperty(historyIn(), list, limit, async (history, call, size) => {
        const { roster } = await after(history);
        const whole = await ask(roster, call, { limit: 500 });

        const pages = await walk(roster, call, size);

        if (whole.isErr()) {
          expect(pages).toEqual([whole]);
          return;
        }
        const items = pages.map((page) => page._unsafeUnwrap().items);
        expect(items.flat()).toEqual(whole.value.items);
        expect(whole.value.next).toBeNull();
        for (const full of items.slice(0, -1)) expect(full).toHaveLength(size);
        expect(items).toHaveLength(Math.max(1, Math.ceil(items.flat().length / size)));
      }),
      { numRuns: 80 },
    ));

  it("are sorted by name key and then by id, both by bytes, without repeats; events are sorted by sequence", () =>
    fc.assert(
      fc.asyncProperty(historyIn(), list, async (history, call) => {
        const { roster } = await after(history);

        const whole = await ask(roster, call, { limit: 500 });

        const sortKeys = (whole.isOk() ? whole.value.items : []).map((item) => sortKeyOf(call, item as Item));
        for (const [index, place] of sortKeys.slice(1).entries()) {
          expect(compareKeys(sortKeys[index] ?? [], place)).toBeLessThan(0);
        }
      }),
      { numRuns: 80 },
    ));
});

interface Item {
  readonly userId?: string;
  readonly displayName?: string;
  readonly workspaceId?: string;
  readonly name?: string;
  readonly sequence?: number;
}

/** The sort key of an item, as bytes. */
function sortKeyOf({ query }: ListCall, item: Item): readonly Buffer[] {
  if (query === "events") {
    const sequence = Buffer.alloc(8);
    sequence.writeBigUInt64BE(BigInt(item.sequence ?? 0));
    return [sequence];
  }
  const isOfPeople = item.displayName !== undefined;
  const [name = "", id = ""] = isOfPeople ? [item.displayName, item.userId] : [item.name, item.workspaceId];
  return [Buffer.from(nameKey(name)), Buffer.from(id)];
}

function compareKeys(left: readonly Buffer[], right: readonly Buffer[]): number {
  for (const [index, part] of left.entries()) {
    const order = Buffer.compare(part, right[index] ?? Buffer.alloc(0));
    if (order !== 0) return order;
  }
  return 0;
}
