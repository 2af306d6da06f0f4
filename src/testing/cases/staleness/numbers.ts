import type { RosterEvent } from "../../../domain/facts/event.ts";
import { batchBuilder } from "../../builders/batch-builder.ts";
import { userId, workspaceId } from "../../builders/ids.ts";
import { workspaceMemberAdded } from "../../builders/new-events.ts";
import { eventsQuery } from "../../builders/queries.ts";
import { aMember, anAssignment, aWorkspace } from "../../builders/records.ts";
import { insert } from "../../builders/writes.ts";
import { dump } from "../../dump.ts";
import { equal, loaded, valueOf } from "../../expectations.ts";
import { storageCase } from "../../storage-case.ts";

/** Numbers at which a text gets longer, a smaller type ends, or a double becomes inexact. */
const limits = [10, 100, 1_000, 10_000, 2 ** 31, 2 ** 32, 10 ** 15, Number.MAX_SAFE_INTEGER - 2];

export const numbersCases = [
  storageCase(
    "numbers",
    "sorts events and finds grants by number, across powers of ten and up to the largest safe integer",
    async (store) => {
      const acme = batchBuilder(store.storage);
      const users = limits.map((limit) => `user-${limit}`);
      await acme.create({ writes: [insert.workspace(aWorkspace("lab"))] });
      await acme.commitWrites(
        users.map((user, index) => [
          insert.member(aMember(user)),
          insert.assignment(anAssignment("lab", user, { sequence: limits[index] ?? 0 })),
        ]),
      );
      const events: RosterEvent[] = [];
      for (const limit of limits) {
        // The core never leaves out a sequence. Here a batch does, because a store takes sequences as they come.
        for (const sequence of [-2, -1, 0, 1, 2].map((distance) => limit + distance)) {
          const { guard } = acme.next();
          const expectedRevision = guard.expectedRevision - 1;
          acme.continueAfter({ guard: { ...guard, expectedRevision, lastSequence: sequence - 1 } });
          const batch = await acme.commit({ newEvents: [workspaceMemberAdded("lab", `user-${limit}`)] });
          equal((await loaded(store.second, acme.organizationId)).lastSequence, sequence);
          events.push(...batch.events);
        }
      }

      const { organizationId } = acme;
      const grants = await loaded(store.second, organizationId, {
        assignments: [{ workspaceId: workspaceId("lab"), userIds: users.map(userId) }],
        grantingEvents: true,
      });
      equal(
        grants.grantingEvents,
        events.filter(({ sequence }) => limits.includes(sequence)),
      );
      for (const filter of [{}, { workspaceId: workspaceId("lab") }]) {
        for (const [index, { sequence }] of events.entries()) {
          const { rows } = await valueOf(store.second.events(organizationId, sequence, 2, eventsQuery(filter)));
          equal(rows, events.slice(index + 1, index + 3));
        }
      }
      equal((await valueOf(store.storage.events(organizationId, 0, 100, eventsQuery()))).rows, events);
    },
  ),

  storageCase(
    "numbers",
    "applies nothing of a batch that expects a revision which is the same in its lowest bits",
    async ({ storage, second }) => {
      const acme = batchBuilder(storage);
      await acme.create();
      await acme.commit();
      const before = await dump(storage, acme.organizationId);
      const batch = acme.next({ writes: [insert.member(aMember("ada"))] });

      for (const bits of [8, 15, 16, 24, 31, 32, 33, 40, 48, 52]) {
        const expectedRevision = batch.guard.expectedRevision + 2 ** bits;
        const answer = await second.commit({ ...batch, guard: { ...batch.guard, expectedRevision } }, {});
        // A store may refuse a number that it could never have returned.
        equal({ bits, kind: answer.isErr() ? "conflict" : answer.value.kind }, { bits, kind: "conflict" });
      }

      equal(await dump(storage, acme.organizationId), before);
    },
  ),
];
