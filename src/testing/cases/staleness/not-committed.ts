import type { CommitBatch } from "../../../application/ports/commit-batch.ts";
import { commandKey, userId } from "../../builders/ids.ts";
import { memberAdded } from "../../builders/new-events.ts";
import { anOrganization } from "../../builders/records.ts";
import { insert, replace } from "../../builders/writes.ts";
import { equal, valueOf } from "../../expectations.ts";
import { sendUntilKnown } from "../../fixtures/send-until-known.ts";
import { storageCase } from "../../storage-case.ts";
import { probe } from "./questions.ts";
import { first, type WatchedStore, watchedStore } from "./watched-store.ts";

const group = "staleness";

/** A batch that changes almost every answer. */
function largeChange({ builder }: WatchedStore): CommitBatch {
  const dot = { ...first.member, userId: userId("dot"), role: "admin" as const };
  return builder.next({
    writes: [
      replace.organization(anOrganization({ name: "New" })),
      insert.member(dot),
      replace.workspace({ ...first.workspace, name: "New", nameKey: "new", words: ["new"] }),
      insert.assignment({ ...first.assignment, userId: dot.userId }),
    ],
    newEvents: [memberAdded("dot")],
    command: { key: probe },
  });
}

export const notCommittedCases = [
  storageCase(group, "shows nothing of a batch that was not committed", async (store) => {
    const watched = await watchedStore(store);
    const batch = largeChange(watched);
    const { guard, command, writes } = batch;
    const rejected: readonly CommitBatch[] = [
      { ...batch, guard: { ...guard, expectedRevision: guard.expectedRevision - 1 } },
      { ...batch, guard: { ...guard, expectedRevision: guard.expectedRevision + 1 } },
      {
        ...batch,
        writes: [...writes.slice(0, -1), replace.assignment({ ...first.assignment, userId: userId("dot") })],
      },
      { ...batch, command: { ...command, key: commandKey("command-1") } },
    ];

    for (const [index, each] of rejected.entries()) {
      const handle = index % 2 === 0 ? store.second : store.storage;
      const { kind } = await valueOf(handle.commit(each, {}));
      equal(kind, index === rejected.length - 1 ? "replay" : "conflict");
    }
    await watched.check("four batches were rejected");

    equal((await valueOf(store.storage.commit(batch, {}))).kind, "committed");
    watched.follow(batch);
    await watched.check("the batch was committed");
  }),

  storageCase(group, "shows all of a batch whose answer was lost, once its outcome is known", async (store) => {
    const watched = await watchedStore(store);
    for (const fault of ["cutBeforeAnswer", "cutBeforeCommit"] as const) {
      const batch =
        fault === "cutBeforeAnswer" ? largeChange(watched) : watched.builder.next({ newEvents: [memberAdded("dot")] });
      store.faults?.[fault]();
      const { storage } = store;
      const sent = await storage.commit(batch, {});
      if (sent.isErr() || sent.value.kind === "unknown") await sendUntilKnown(storage, batch);
      watched.follow(batch);
      await watched.check(fault);
    }
  }),
];
