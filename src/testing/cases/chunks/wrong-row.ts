import type { Write } from "../../../application/ports/write.ts";
import { type BatchBuilder, batchBuilder } from "../../builders/batch-builder.ts";
import { workspaceCreated } from "../../builders/new-events.ts";
import { commandKey, userId, workspaceId } from "../../builders/ids.ts";
import { aMember, anAssignment, anOrganization, aWorkspace } from "../../builders/records.ts";
import { insert, remove, replace } from "../../builders/writes.ts";
import { conflicting, equal, loaded } from "../../expectations.ts";
import type { OpenStore } from "../../harness.ts";
import { storageCase } from "../../storage-case.ts";
import { mostUsers, numbered } from "./chunk-sizes.ts";

/** For each size of a batch, the first place, the last of a part, and the first of the next part, which is the last place. */
const placesBySize: readonly (readonly [size: number, places: readonly number[]])[] = [
  [26, [0, 24]],
  [101, [99]],
  [501, [499]],
];
const largest = 501;
const sampled = [0, 24, 25, 99, 100, 499, 500];
const key = commandKey("refused");

/** A kind of write. Rows with the plain ids exist, those with `-x` at the end do not. */
interface Kind {
  readonly name: string;
  readonly write: (id: string) => Write;
  /** Whether the rows to write exist. The wrong one is the other way round. */
  readonly exist: boolean;
}

const kinds: Readonly<Record<string, readonly Kind[]>> = {
  organization_member: [
    { name: "insertion", write: (id) => insert.member(aMember(id)), exist: false },
    { name: "replacement", write: (id) => replace.member(aMember(id, { email: "new" })), exist: true },
    { name: "deletion", write: remove.member, exist: true },
  ],
  workspace: [
    { name: "insertion", write: (id) => insert.workspace(aWorkspace(`w-${id}`)), exist: false },
    { name: "replacement", write: (id) => replace.workspace(aWorkspace(`w-${id}`, { name: "new" })), exist: true },
  ],
  role_assignment: [
    { name: "insertion", write: (id) => insert.assignment(anAssignment(id, "bo")), exist: false },
    { name: "replacement", write: (id) => replace.assignment(anAssignment(id, "bo", { role: "new" })), exist: true },
    { name: "deletion", write: (id) => remove.assignment(id, "bo"), exist: true },
  ],
};

const ids = numbered("k", largest);
const missing = (id: string): string => `${id}-x`;

async function fill({ storage }: OpenStore, table: string): Promise<BatchBuilder> {
  const acme = batchBuilder(storage);
  await acme.create({ writes: [insert.member(aMember("bo"))] });
  const rows: Readonly<Record<string, (id: string) => readonly Write[]>> = {
    organization_member: (id) => [insert.member(aMember(id))],
    workspace: (id) => [insert.workspace(aWorkspace(`w-${id}`))],
    role_assignment: (id) => [
      ...[id, missing(id)].map((each) => insert.workspace(aWorkspace(each))),
      insert.assignment(anAssignment(id, "bo")),
    ],
  };
  await acme.commitWrites(ids.map((id) => rows[table]?.(id) ?? []));
  return acme;
}

export const wrongRowCases = Object.entries(kinds).map(([table, each]) =>
  storageCase(
    "atomicity",
    `applies nothing of a batch if a write to ${table} fails that is first or last of 25, 100 or 500`,
    async (store) => {
      const { storage, second } = store;
      const limit = table === "organization_member" ? mostUsers(storage.limits) : storage.limits.changes;
      const acme = await fill(store, table);
      const some = sampled.flatMap((place) => ids.slice(place, place + 1)).flatMap((id) => [id, missing(id)]);
      const rows = () =>
        loaded(second, acme.organizationId, {
          command: key,
          members: some.map(userId),
          workspaces: some.map((id) => workspaceId(`w-${id}`)),
          assignments: some.map((id) => ({ workspaceId: workspaceId(id), userIds: [userId("bo")] })),
        });
      const before = await rows();

      for (const { name, write, exist } of each) {
        for (const [most, places] of placesBySize) {
          const size = Math.min(most, limit);
          for (const place of new Set([...places.filter((one) => one < size), size - 1])) {
            const writes = ids.slice(0, size).map((id, index) => write((index === place) === exist ? missing(id) : id));
            await conflicting(
              storage,
              acme.next({
                writes: [replace.organization(anOrganization({ name: "Changed" })), ...writes],
                newEvents: [workspaceCreated("w")],
                command: { key },
              }),
            );
            equal(await rows(), before, `after the failed ${name} at place ${place + 1} of ${size}`);
          }
        }
      }

      const all = await loaded(second, acme.organizationId, { anyMembers: 9_999, allAssignmentsOf: [userId("bo")] });
      const counts = { organization_member: [largest + 1, 0], workspace: [1, 0], role_assignment: [1, largest] };
      equal([all.members.length, all.assignments.length], counts[table as keyof typeof counts]);
      await acme.commit();
    },
  ),
);
