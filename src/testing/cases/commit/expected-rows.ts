import type { Write } from "../../../application/ports/write.ts";
import { type BatchBuilder, batchBuilder } from "../../builders/batch-builder.ts";
import { memberAdded } from "../../builders/new-events.ts";
import { commandKey } from "../../builders/ids.ts";
import { aMember, anAssignment, anOrganization, aWorkspace } from "../../builders/records.ts";
import { insert, remove, replace } from "../../builders/writes.ts";
import { committed, conflicting, equal, factsWith, loaded } from "../../expectations.ts";
import { dump } from "../../dump.ts";
import type { OpenStore } from "../../harness.ts";
import { storageCase } from "../../storage-case.ts";

const group = "commit: expected rows";

async function fill({ storage }: OpenStore): Promise<BatchBuilder> {
  const acme = batchBuilder(storage);
  await acme.create({
    writes: [
      ...["ada", "bo", "cy"].map((user) => insert.member(aMember(user))),
      ...["lab", "shop"].map((workspace) => insert.workspace(aWorkspace(workspace))),
      ...["ada", "bo"].map((user) => insert.assignment(anAssignment("lab", user))),
    ],
    newEvents: [memberAdded("ada")],
  });
  return acme;
}

/** Writes whose expectation is not true in the store that `fill` made. */
const violations: readonly (readonly [name: string, write: Write])[] = [
  ["an organization that exists and is expected to be absent", insert.organization(anOrganization())],
  ["a member who exists and is expected to be absent", insert.member(aMember("bo", { email: "new@example.com" }))],
  ["a missing member who is expected to be present", replace.member(aMember("dee"))],
  ["the deletion of a missing member", remove.member("dee")],
  ["a workspace that exists and is expected to be absent", insert.workspace(aWorkspace("shop", { name: "New" }))],
  ["a missing workspace that is expected to be present", replace.workspace(aWorkspace("moon"))],
  [
    "an assignment that exists and is expected to be absent",
    insert.assignment(anAssignment("lab", "bo", { role: "admin" })),
  ],
  ["a missing assignment that is expected to be present", replace.assignment(anAssignment("shop", "bo"))],
  ["the deletion of a missing assignment", remove.assignment("shop", "bo")],
  ["the deletion of an assignment in a missing workspace", remove.assignment("moon", "bo")],
];

/** Writes whose expectation is true. They touch rows before and after every violation. */
const sound = [
  replace.organization(anOrganization({ name: "Changed" })),
  insert.member(aMember("aa")),
  replace.member(aMember("ada", { displayName: "Changed" })),
  remove.member("cy"),
  insert.member(aMember("zed")),
  insert.workspace(aWorkspace("aaa")),
  replace.workspace(aWorkspace("lab", { name: "Changed" })),
  insert.workspace(aWorkspace("zzz")),
  insert.assignment(anAssignment("aaa", "aa")),
  replace.assignment(anAssignment("lab", "ada", { role: "admin" })),
  insert.assignment(anAssignment("zzz", "zed")),
];

export const expectedRowsCases = [
  ...violations.map(([name, write]) =>
    storageCase(group, `returns a conflict for ${name}, and applies nothing`, async (store) => {
      const { storage } = store;
      const acme = await fill(store);
      const others = sound.filter((other) => write.table !== "organization" || other.table !== "organization");
      const before = await dump(storage, acme.organizationId);
      const key = commandKey("refused");

      await conflicting(storage, acme.next({ writes: [write], command: { key }, newEvents: [memberAdded("x")] }));
      await conflicting(
        storage,
        acme.next({ writes: [...others, write], command: { key }, newEvents: [memberAdded("x")] }),
      );

      equal(await dump(storage, acme.organizationId), before);
      equal((await loaded(storage, acme.organizationId, { command: key })).command, null);
      await committed(storage, acme.next({ writes: sound, command: { key }, newEvents: [memberAdded("x")] }));
    }),
  ),

  storageCase(
    group,
    "returns a conflict for a missing organization that is expected to be present",
    async ({ storage }) => {
      const acme = batchBuilder(storage);

      await conflicting(storage, acme.next({ writes: [replace.organization(anOrganization())] }));

      equal(await loaded(storage, acme.organizationId, { command: acme.next().command.key }), factsWith({}));
      await acme.create();
    },
  ),

  storageCase(
    group,
    "does not accept another organization's row as one that is expected to be present",
    async (store) => {
      const { storage } = store;
      await fill(store);
      const other = batchBuilder(storage, "other");
      await other.create();

      for (const write of [
        replace.member(aMember("bo")),
        remove.member("bo"),
        replace.workspace(aWorkspace("lab")),
        replace.assignment(anAssignment("lab", "bo")),
        remove.assignment("lab", "bo"),
      ]) {
        await conflicting(storage, other.next({ writes: [write] }));
      }
    },
  ),

  storageCase(
    group,
    "does not accept another organization's row as one that is expected to be absent",
    async (store) => {
      const { storage } = store;
      const acme = await fill(store);
      const before = await dump(storage, acme.organizationId);
      const other = batchBuilder(storage, "other");

      await other.create({
        writes: [
          insert.member(aMember("bo")),
          insert.workspace(aWorkspace("lab")),
          insert.assignment(anAssignment("lab", "bo")),
        ],
      });

      equal(await dump(storage, acme.organizationId), before);
    },
  ),
];
