import { need } from "../../../application/ports/need.ts";
import { batchBuilder } from "../../builders/batch-builder.ts";
import { commandKey, organizationId, userId, workspaceId } from "../../builders/ids.ts";
import { item } from "../../lists/list-item.ts";
import { listQuery } from "../../builders/queries.ts";
import { equal, factsWith, loaded, sortedFacts, valueOf } from "../../expectations.ts";
import { type ListKind, listKinds } from "../../lists/list-kinds.ts";
import { listStore } from "../../lists/list-store.ts";
import { type StorageCase, storageCase } from "../../storage-case.ts";

const needed = need({
  command: commandKey("command-1"),
  members: ["a", "reader", "nobody"].map(userId),
  workspaces: [workspaceId("home"), workspaceId("a")],
  workspaceNames: ["b"],
  assignments: ["home", "a"].map((id) => ({ workspaceId: workspaceId(id), userIds: [userId("a"), userId("reader")] })),
  workspacesNamedLike: [workspaceId("a")],
  allAssignmentsOf: [userId("reader")],
});

function casesOf(kind: ListKind): readonly StorageCase[] {
  const group = `read: ${kind.name}`;
  return [
    storageCase(group, "returns no rows for an organization that does not exist", async ({ storage }) => {
      const page = await valueOf(kind.read(storage, listQuery(organizationId("acme"), { need: needed })));

      equal(page, { facts: factsWith({}), places: [] });
    }),

    storageCase(group, "returns the facts that belong to the page", async ({ storage, second }) => {
      const { builder: acme } = await listStore(kind, storage, [item("a"), item("b")]);
      await acme.commit();

      const page = await valueOf(kind.read(second, listQuery(acme.organizationId, { need: needed, limit: 1 })));

      equal(sortedFacts(page.facts), await loaded(storage, acme.organizationId, needed));
      equal(page.facts.revision, 2);
      equal(
        page.places.map(({ id }) => id),
        ["a"],
      );
    }),

    storageCase(group, "keeps equal ids of two organizations apart", async ({ storage }) => {
      const acme = await listStore(kind, storage, [item("a", { words: ["x"] }), item("b", { words: ["x"] })], "acme");
      const other = await listStore(
        kind,
        storage,
        [item("a", { nameKey: "z", words: ["x", "y"] }), item("c")],
        "other",
      );
      const expected = [
        { nameKey: "a", id: "a" },
        { nameKey: "b", id: "b" },
      ];

      equal(await acme.places(), expected);
      equal(await acme.places({ words: ["x"] }), expected);
      equal(await acme.places({ words: ["y"] }), []);
      equal(await other.places(), [
        { nameKey: "c", id: "c" },
        { nameKey: "z", id: "a" },
      ]);

      await other.change(item("a", { nameKey: "0", words: [] }));
      await other.drop(item("c"));
      equal(await acme.places(), expected);
      equal(await acme.places({ words: ["x"] }), expected);
      equal(await other.places({ words: ["x"] }), []);
    }),

    storageCase(group, "shows a commit at once through every handle", async ({ storage, second }) => {
      const { builder: acme } = await listStore(kind, storage, [item("a")]);
      const ids = async (words: readonly string[] = []) =>
        (await valueOf(kind.read(second, listQuery(acme.organizationId, { words })))).places.map(({ id }) => id);
      equal(await ids(), ["a"]);

      for (const id of ["b", "c", "d"]) {
        await acme.commit({ writes: kind.add(item(id)) });
        equal((await ids()).at(-1), id);
        equal(await ids([id]), [id]);
      }
    }),

    storageCase(group, "returns the same page twice", async ({ storage }) => {
      const list = await listStore(
        kind,
        storage,
        ["a", "b", "c"].map((id) => item(id)),
      );

      equal(await list.places({ limit: 2 }), await list.places({ limit: 2 }));
      await batchBuilder(storage, "other").create();
      equal(await list.ids({ limit: 2 }), ["a", "b"]);
    }),
  ];
}

export const factsCases = listKinds.flatMap(casesOf);
