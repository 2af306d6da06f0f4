import { batchBuilder } from "../../builders/batch-builder.ts";
import { personRowOf } from "../../builders/expected-rows.ts";
import { listQuery } from "../../builders/queries.ts";
import { aMember, anAssignment } from "../../builders/records.ts";
import { insert, remove, replace } from "../../builders/writes.ts";
import { equal, valueOf } from "../../expectations.ts";
import { ada, bo, cy, lab, fill } from "./three-people.ts";
import { storageCase } from "../../storage-case.ts";

export const peopleCases = [
  storageCase("read: organizationMembers", "returns each member without a workspace role", async (store) => {
    const { query } = await fill(store);

    const { rows } = await valueOf(store.storage.read.organizationMembers({ ...query, role: null }, {}));

    equal(
      rows,
      [ada, bo, cy].map((each) => personRowOf(each)),
    );
  }),

  storageCase("read: organizationMembers", "returns only members with the role asked for", async (store) => {
    const { acme, query } = await fill(store);
    const holders = async (role: "admin" | "billing" | "member", words: readonly string[] = []) =>
      (await valueOf(store.storage.read.organizationMembers({ ...query, role, words }, {}))).rows.map((row) =>
        String(row.userId),
      );

    equal([await holders("admin"), await holders("billing"), await holders("member")], [["ada"], ["bo"], ["cy"]]);
    equal([await holders("member", ["x"]), await holders("member", ["y"])], [[], ["cy"]]);

    await acme.commit({ writes: [replace.member({ ...bo, role: "admin" })] });
    equal([await holders("admin"), await holders("billing")], [["ada", "bo"], []]);
  }),

  storageCase("read: organizationMembers", "pages through the members with a role", async (store) => {
    const acme = batchBuilder(store.storage);
    const ids = Array.from({ length: 30 }, (_, index) => `id-${index + 10}`);
    await acme.create();
    await acme.commitWrites(
      ids.map((id, index) => [insert.member(aMember(id, { role: index % 3 === 0 ? "billing" : "member" }))]),
    );
    const query = { ...listQuery(acme.organizationId), role: "billing" as const, limit: 5 };

    const first = (await valueOf(store.storage.read.organizationMembers(query, {}))).rows;
    const after = { nameKey: first[4]?.nameKey ?? "", id: first[4]?.userId ?? "" };
    const next = (await valueOf(store.storage.read.organizationMembers({ ...query, after, limit: 9 }, {}))).rows;

    equal(
      [...first, ...next].map((row) => String(row.userId)),
      ids.filter((_, index) => index % 3 === 0),
    );
  }),

  storageCase(
    "read: workspaceMembers",
    "returns each member with their role in the workspace, archived or not",
    async (store) => {
      const { inWorkspace } = await fill(store);
      const rowsOf = async (id: string) =>
        (await valueOf(store.storage.read.workspaceMembers({ ...inWorkspace(id), role: null }, {}))).rows;

      equal(await rowsOf("lab"), [personRowOf(ada, "member"), personRowOf(bo, "admin")]);
      equal(await rowsOf("shop"), [personRowOf(bo, "viewer")]);
      equal(await rowsOf("tomb"), [personRowOf(bo, "admin")]);
      equal(await rowsOf("nowhere"), []);
    },
  ),

  storageCase(
    "read: workspaceMembers",
    "filters by the workspace role, not by the organization role",
    async (store) => {
      const { acme, inWorkspace } = await fill(store);
      const holders = async (role: string, words: readonly string[] = []) =>
        (await valueOf(store.storage.read.workspaceMembers({ ...inWorkspace("lab"), role, words }, {}))).rows.map(
          (row) => String(row.userId),
        );

      equal([await holders("admin"), await holders("member"), await holders("viewer")], [["bo"], ["ada"], []]);
      equal([await holders("member", ["y"]), await holders("admin", ["y"])], [["ada"], []]);

      await acme.commit({ writes: [replace.assignment(anAssignment("lab", "ada", { role: "admin" }))] });
      equal([await holders("admin"), await holders("member")], [["ada", "bo"], []]);
    },
  ),

  storageCase(
    "read: candidates",
    "returns every organization member with their role in the workspace, or null",
    async (store) => {
      const { acme, inWorkspace } = await fill(store);
      const rowsOf = async (id: string) => (await valueOf(store.storage.read.candidates(inWorkspace(id), {}))).rows;

      equal(await rowsOf("lab"), [personRowOf(ada, "member"), personRowOf(bo, "admin"), personRowOf(cy)]);
      equal(await rowsOf("shop"), [personRowOf(ada), personRowOf(bo, "viewer"), personRowOf(cy)]);
      equal(await rowsOf("nowhere"), [personRowOf(ada), personRowOf(bo), personRowOf(cy)]);

      await acme.commit({ writes: [remove.assignment("lab", "bo"), insert.assignment(anAssignment("lab", "cy"))] });
      equal(await rowsOf("lab"), [personRowOf(ada, "member"), personRowOf(bo), personRowOf(cy, "member")]);
    },
  ),

  storageCase("read: candidates", "returns roles only of the given organization", async (store) => {
    const { inWorkspace } = await fill(store);
    const other = batchBuilder(store.storage, "other");
    await other.create({
      writes: [insert.member(cy), insert.workspace(lab), insert.assignment(anAssignment("lab", "cy"))],
    });

    const { rows } = await valueOf(store.storage.read.candidates(inWorkspace("lab"), {}));

    equal(rows, [personRowOf(ada, "member"), personRowOf(bo, "admin"), personRowOf(cy)]);
  }),
];
