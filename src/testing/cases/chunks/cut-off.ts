import type { CommitBatch, CommitOutcome } from "../../../application/ports/commit-batch.ts";
import { nextTurn } from "../../../application/ports/timer.ts";
import type { StorageError } from "../../../application/ports/storage-error.ts";
import { batchBuilder } from "../../builders/batch-builder.ts";
import { memberAdded } from "../../builders/new-events.ts";
import { userId } from "../../builders/ids.ts";
import { eventsQuery } from "../../builders/queries.ts";
import { aMember, anOrganization } from "../../builders/records.ts";
import { insert, replace } from "../../builders/writes.ts";
import { equal, loaded, valueOf } from "../../expectations.ts";
import { sendUntilKnown } from "../../fixtures/send-until-known.ts";
import type { OpenStore } from "../../harness.ts";
import type { Result } from "neverthrow";
import { storageCase } from "../../storage-case.ts";
import { mostUsers, numbered } from "./chunk-sizes.ts";

type Interruption = (store: OpenStore, batch: CommitBatch) => Promise<Result<CommitOutcome, StorageError>>;

const givenUpAfter =
  (turns: number): Interruption =>
  async ({ storage }, batch) => {
    const controller = new AbortController();
    const sent = storage.commit(batch, controller);
    for (let turn = 0; turn < turns; turn += 1) await nextTurn();
    controller.abort();
    return sent;
  };

const cut =
  (fault: "cutBeforeCommit" | "cutBeforeAnswer"): Interruption =>
  async ({ storage, faults }, batch) => {
    faults?.[fault]();
    return storage.commit(batch, {});
  };

const interruptions: readonly (readonly [name: string, interrupt: Interruption])[] = [
  ...[0, 1, 2, 5].map((turns) => [`given up after ${turns} turns`, givenUpAfter(turns)] as const),
  ["cut off before it takes effect", cut("cutBeforeCommit")],
  ["cut off before its answer", cut("cutBeforeAnswer")],
];

export const cutOffCases = [
  storageCase(
    "atomicity",
    "applies all or nothing of a large batch that is given up or cut off midway",
    async (store) => {
      const { storage, second } = store;
      const users = numbered("user", Math.min(102, mostUsers(storage.limits)));
      const acme = batchBuilder(storage);
      await acme.create({ writes: users.map((user) => insert.member(aMember(user, { email: "0" }))) });

      for (const [name, interrupt] of interruptions) {
        const text = String(acme.next().guard.expectedRevision);
        const batch = acme.next({
          writes: [
            replace.organization(anOrganization({ name: text })),
            ...users.map((user) => replace.member(aMember(user, { email: text }))),
          ],
          newEvents: users.map(memberAdded),
        });
        const before = await loaded(second, acme.organizationId, { members: users.map(userId) });

        const result = await interrupt(store, batch);
        if (result.isOk() && result.value.kind === "unknown") await sendUntilKnown(second, batch);

        const after = await loaded(second, acme.organizationId, {
          members: users.map(userId),
          command: batch.command.key,
        });
        const isApplied = after.revision > before.revision;
        const emails = new Set(after.members.map(({ email }) => email));
        equal(
          {
            name,
            organization: after.organization?.name,
            emails: [...emails],
            command: after.command !== null,
            lastSequence: after.lastSequence,
            events: (await valueOf(second.events(acme.organizationId, before.lastSequence, 9_999, eventsQuery()))).rows
              .length,
          },
          isApplied
            ? {
                name,
                organization: text,
                emails: [text],
                command: true,
                lastSequence: batch.guard.lastSequence,
                events: users.length,
              }
            : {
                name,
                organization: before.organization?.name,
                emails: [before.members[0]?.email],
                command: false,
                lastSequence: before.lastSequence,
                events: 0,
              },
        );
        if (isApplied) acme.continueAfter(batch);
      }
      await acme.commit();
    },
  ),
];
