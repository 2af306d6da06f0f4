import { item } from "../../lists/list-item.ts";
import { inByteOrder } from "../../text/byte-order.ts";
import { equal } from "../../expectations.ts";
import { type ListKind, listKinds } from "../../lists/list-kinds.ts";
import { listStore, pageByPage } from "../../lists/list-store.ts";
import { type StorageCase, storageCase } from "../../storage-case.ts";

/** Texts whose order changes if they are sorted by UTF-16 units, by a collation, without case, with padding, or as numbers. */
const texts = [
  ...["a", "A", "b", "B", "Z", "z", "_", "-", "~", "!", "a!", "a a", "a-", "aa", "ab", "10", "9", "1"],
  ...["\u00e4", "a\u0308", "\u00df", "ss", "\u017f", "\u0131", "\u00ff", "\u0100"],
  ...[
    "\ud7ff",
    "\ue000",
    "\ufb01",
    "\uff41",
    "\ufffd",
    "\u{10000}",
    "\u{1f642}",
    "\u{10ffff}",
    "a\ufffd",
    "a\u{1f642}",
  ],
];

const byName = texts.map((nameKey, index) => item(`id-${String(index).padStart(2, "0")}`, { nameKey }));
const byId = texts.map((id) => item(id, { nameKey: "same" }));
const mixed = [...byName, ...byId, item("empty", { nameKey: "" })];
const sorted = inByteOrder(mixed, ({ nameKey, id }) => [nameKey, id]).map(({ id }) => id);

function casesOf(kind: ListKind): readonly StorageCase[] {
  const group = `read: ${kind.name}`;
  return [
    storageCase(group, "sorts by name key and then by id, both byte for byte", async ({ storage }) => {
      const list = await listStore(kind, storage, mixed);

      equal(await list.ids(), sorted);
    }),

    storageCase(group, "returns the whole list once, with pages of every size", async ({ storage }) => {
      const list = await listStore(kind, storage, mixed);

      for (let limit = 1; limit <= mixed.length + 1; limit += 1) equal(await pageByPage(list, limit), sorted);
    }),

    storageCase(
      group,
      "returns the rows after a position, whether or not a row is at that position",
      async ({ storage }) => {
        const list = await listStore(
          kind,
          storage,
          ["b", "d", "f"].map((id) => item(id, { nameKey: "n" })),
        );
        const behind = (nameKey: string, id: string) => list.ids({ after: { nameKey, id } });

        equal(await behind("n", "b"), ["d", "f"]);
        equal(await behind("n", "c"), ["d", "f"]);
        equal(await behind("n", "a"), ["b", "d", "f"]);
        equal(await behind("n", "f"), []);
        equal(await behind("m", "z"), ["b", "d", "f"]);
        equal(await behind("o", "a"), []);
        equal(await behind("", "z"), ["b", "d", "f"]);
      },
    ),

    storageCase(group, "continues where a page ended, although rows around it came and went", async ({ storage }) => {
      const all = ["b", "d", "f", "h", "j"].map((id) => item(id));
      const list = await listStore(kind, storage, all);
      const first = await list.places({ limit: 2 });
      equal(
        first.map(({ id }) => id),
        ["b", "d"],
      );

      await list.drop(item("d"), item("h"));
      await list.add(item("a"), item("c"), item("e"), item("z"));

      equal(await list.ids({ after: first.at(-1) ?? null }), ["e", "f", "j", "z"]);
      equal(await list.ids(), ["a", "b", "c", "e", "f", "j", "z"]);
    }),

    storageCase(group, "returns 501 of more rows, which the largest page of the core asks for", async ({ storage }) => {
      const items = Array.from({ length: 510 }, (_, index) => item(`id-${index + 100}`, { words: ["x"] }));
      const list = await listStore(kind, storage, items);
      const expected = items.slice(0, 501).map(({ id }) => id);

      equal(await list.ids({ limit: 501 }), expected);
      equal(await list.ids({ limit: 501, words: ["x"] }), expected);
    }),

    storageCase(group, "moves a row when its name key changes", async ({ storage }) => {
      const list = await listStore(
        kind,
        storage,
        ["a", "b", "c", "d"].map((id) => item(id)),
      );
      equal(await list.ids(), ["a", "b", "c", "d"]);

      await list.change(item("b", { nameKey: "z" }), item("d", { nameKey: "A" }));

      equal(await list.ids(), ["d", "a", "c", "b"]);
      equal(await pageByPage(list, 1), ["d", "a", "c", "b"]);
      equal(await list.ids({ after: { nameKey: "b", id: "b" } }), ["c", "b"]);
    }),

    storageCase(group, "moves a row back, and sorts equal names by id", async ({ storage }) => {
      const list = await listStore(
        kind,
        storage,
        ["a", "b", "c"].map((id) => item(id)),
      );

      await list.change(item("a", { nameKey: "c" }));
      equal(await list.ids(), ["b", "a", "c"]);
      await list.change(item("a"));

      equal(
        await list.places(),
        ["a", "b", "c"].map((id) => ({ id, nameKey: id })),
      );
    }),
  ];
}

export const orderCases = listKinds.flatMap(casesOf);
