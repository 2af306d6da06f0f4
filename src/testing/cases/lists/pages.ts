import type { ListQuery } from "../../../application/ports/queries.ts";
import type { RosterStorage } from "../../../application/ports/roster-storage.ts";
import { batchBuilder } from "../../builders/batch-builder.ts";
import { userId } from "../../builders/ids.ts";
import { item } from "../../lists/list-item.ts";
import { listQuery } from "../../builders/queries.ts";
import { aMember, anAssignment, aWorkspace } from "../../builders/records.ts";
import { insert } from "../../builders/writes.ts";
import { equal, valueOf } from "../../expectations.ts";
import { fill } from "./three-people.ts";
import { type ListKind, listKinds } from "../../lists/list-kinds.ts";
import { listStore } from "../../lists/list-store.ts";
import { nameKey as nameKeyOf } from "../../../domain/values/name-key.ts";
import { type StorageCase, storageCase } from "../../storage-case.ts";

/** The most words that a search text of 200 characters can have. */
const manyWords = Array.from({ length: 100 }, (_, index) => String.fromCodePoint(0x4e00 + index));
const longWord = (last: string) => `${"w".repeat(319)}${last}`;
const longName = (last: string) => nameKeyOf(`${"\ufdfa".repeat(99)}${last}`);

function casesOf(kind: ListKind): readonly StorageCase[] {
  const group = `read: ${kind.name}`;
  return [
    storageCase(group, "matches every one of 100 search words", async ({ storage }) => {
      const list = await listStore(kind, storage, [
        item("1", { words: manyWords }),
        ...[3, 50, 99].map((missing) =>
          item(`without-${missing}`, { words: manyWords.filter((_, index) => index !== missing) }),
        ),
      ]);

      equal(await list.ids({ words: manyWords }), ["1"]);
      equal(await list.ids({ words: manyWords.slice(0, 4) }), ["1", "without-50", "without-99"]);
    }),

    storageCase(group, "compares the longest word to its end", async ({ storage }) => {
      const list = await listStore(kind, storage, [
        item("1", { words: [longWord("a")] }),
        item("2", { words: [longWord("b")] }),
      ]);

      equal(await list.ids({ words: [longWord("b").slice(0, 200)] }), ["1", "2"]);
      equal(await list.ids({ words: [longWord("b")] }), ["2"]);
    }),

    storageCase(group, "sorts the longest names by their last character", async ({ storage }) => {
      const list = await listStore(
        kind,
        storage,
        ["b", "c", "a"].map((last, index) => item(`id-${index}`, { nameKey: longName(last) })),
      );

      equal(await list.ids(), ["id-2", "id-0", "id-1"]);
      equal(await list.ids({ after: { nameKey: longName("a"), id: "id-2" } }), ["id-0", "id-1"]);
    }),

    storageCase(group, "finds a row that was removed and came back only by its new words", async ({ storage }) => {
      const old = item("1", { words: ["kept", "old"] });
      const list = await listStore(kind, storage, [old, item("2", { words: ["old"] })]);

      await list.drop(old);
      await list.builder.commit({ writes: kind.bringBack(item("1", { nameKey: "z", words: ["kept", "new"] })) });

      equal(await list.ids({ words: ["old"] }), ["2"]);
      equal([await list.ids({ words: ["new"] }), await list.ids({ words: ["kept"] })], [["1"], ["1"]]);
      equal(await list.ids(), ["2", "1"]);
    }),
  ];
}

/** Each list, for a workspace or user with different roles in its rows. */
const pages: readonly (readonly [
  ListKind["name"],
  (storage: RosterStorage, query: ListQuery) => Promise<readonly object[]>,
])[] = [
  [
    "organizationMembers",
    async ({ read }, query) => (await valueOf(read.organizationMembers({ ...query, role: null }, {}))).rows,
  ],
  [
    "workspaceMembers",
    async ({ read }, query) =>
      (await valueOf(read.workspaceMembers({ ...query, workspaceId: lab.workspaceId, role: null }, {}))).rows,
  ],
  [
    "candidates",
    async ({ read }, query) => (await valueOf(read.candidates({ ...query, workspaceId: lab.workspaceId }, {}))).rows,
  ],
  [
    "workspaces",
    async ({ read }, query) => (await valueOf(read.workspaces({ ...query, includeArchived: true }, {}))).rows,
  ],
  [
    "workspacesOf",
    async ({ read }, query) => (await valueOf(read.workspacesOf({ ...query, userId: userId("bo") }, {}))).rows,
  ],
];

const lab = aWorkspace("lab");

export const pagesCases = [
  ...listKinds.flatMap(casesOf),

  ...pages.map(([name, rowsOf]) =>
    storageCase(`read: ${name}`, "returns the same row on whatever page it is", async (store) => {
      const { query } = await fill(store);
      const whole = await rowsOf(store.storage, query);

      const rows: object[] = [];
      for (let id = ""; rows.length < whole.length; id = idOf(rows.at(-1))) {
        const [row = {}] = await rowsOf(store.storage, {
          ...query,
          limit: 1,
          after: id === "" ? null : { nameKey: id, id },
        });
        rows.push(row);
      }

      equal(rows, whole);
    }),
  ),

  storageCase("read: workspaceMembers", "pages through the members with a role", async ({ storage }) => {
    const acme = batchBuilder(storage);
    const ids = Array.from({ length: 30 }, (_, index) => `id-${index + 10}`);
    await acme.create({ writes: [insert.workspace(lab)] });
    await acme.commitWrites(
      ids.map((id, index) => [
        insert.member(aMember(id, { words: [index % 2 === 0 ? "even" : "odd"] })),
        insert.assignment(anAssignment("lab", id, { role: index % 3 === 0 ? "viewer" : "member" })),
      ]),
    );
    const query = { ...listQuery(acme.organizationId), workspaceId: lab.workspaceId, role: "viewer", limit: 4 };
    const viewers = async (parts: Partial<ListQuery>) =>
      (await valueOf(storage.read.workspaceMembers({ ...query, ...parts }, {}))).rows.map((row) => String(row.userId));

    equal(await viewers({}), ["id-10", "id-13", "id-16", "id-19"]);
    equal(await viewers({ after: { nameKey: "id-19", id: "id-19" } }), ["id-22", "id-25", "id-28", "id-31"]);
    equal(await viewers({ words: ["odd"] }), ["id-13", "id-19", "id-25", "id-31"]);
  }),

  storageCase(
    "read: organizationMembers",
    "pages through the members with a role who match a search word",
    async (store) => {
      const acme = batchBuilder(store.storage);
      const ids = Array.from({ length: 30 }, (_, index) => `id-${index + 10}`);
      await acme.create();
      await acme.commitWrites(
        ids.map((id, index) => [
          insert.member(
            aMember(id, { role: index % 3 === 0 ? "billing" : "member", words: [index % 2 === 0 ? "even" : "odd"] }),
          ),
        ]),
      );
      const query = { ...listQuery(acme.organizationId), role: "billing" as const, words: ["odd"], limit: 3 };

      const { rows } = await valueOf(store.storage.read.organizationMembers(query, {}));

      equal(
        rows.map((row) => String(row.userId)),
        ["id-13", "id-19", "id-25"],
      );
    },
  ),

  storageCase("read: workspaces", "finds archived workspaces by a search word if they are asked for", async (store) => {
    const { query } = await fill(store);
    const found = async (includeArchived: boolean) =>
      (await valueOf(store.storage.read.workspaces({ ...query, includeArchived, words: ["tom"] }, {}))).rows.length;

    equal([await found(true), await found(false)], [1, 0]);
  }),
];

function idOf(row: object | undefined): string {
  const { workspaceId, userId: user = workspaceId } = Object(row) as {
    readonly userId?: string;
    readonly workspaceId?: string;
  };
  return user ?? "";
}
