import type { CommitBatch } from "../../../application/ports/commit-batch.ts";
import { batchBuilder } from "../../builders/batch-builder.ts";
import { memberAdded } from "../../builders/new-events.ts";
import { eventsQuery } from "../../builders/queries.ts";
import { aMember } from "../../builders/records.ts";
import { insert } from "../../builders/writes.ts";
import { committed, equal, loaded, valueOf } from "../../expectations.ts";
import { sendUntilKnown } from "../../fixtures/send-until-known.ts";
import type { OpenStore } from "../../harness.ts";
import { inTime, saidBy, settled, turns, valueInTime } from "../../port/in-time.ts";
import { storageCase } from "../../storage-case.ts";
import { stalledStorage } from "../../storages/stalled-storage.ts";

const group = "stalled commit";

/** Outcomes of the same batch sent again, by what the storage said when its caller gave up. */
const truths: Readonly<Record<string, readonly string[]>> = {
  committed: ["replay"],
  replay: ["replay"],
  unknown: ["committed", "replay"],
};

/** Sends a batch that is held on its way, and gives it up. */
async function giveUp(store: OpenStore, batch: CommitBatch) {
  const simulated = stalledStorage(store.storage);
  const stall = store.faults?.stallCommit?.();
  const release = stall ?? simulated.release;
  const storage = stall === undefined ? simulated.storage : store.storage;
  const controller = new AbortController();
  const call = inTime("the commit that was held", () => storage.commit(batch, { signal: controller.signal }));
  await turns(8);
  controller.abort();
  const said = saidBy(await call);
  return { said, release: () => inTime("the release of the held commit", release) };
}

const mayArrive = (said: string): boolean => said in truths;

export const stalledCases = [
  storageCase(group, "applies nothing later if it said that nothing was applied", async (store) => {
    const { storage, second } = store;
    const acme = batchBuilder(second);
    await acme.create();
    const batch = acme.next({ writes: [insert.member(aMember("ada"))], newEvents: [memberAdded("ada")] });

    const { said, release } = await giveUp(store, batch);
    await release();
    if (!mayArrive(said)) await settled();

    const { revision } = await loaded(second, acme.organizationId);
    if (!mayArrive(said)) equal(revision, 1, `The storage said ${said}, and applied the commit later.`);
    const again = await sendUntilKnown(storage, batch);
    const allowed = truths[said] ?? ["committed"];
    equal(allowed.includes(again), true, `The storage said ${said}, and ${again} for the same batch again.`);
    await expectOnce(store, batch);
  }),

  storageCase(group, "applies a commit once if it arrives after it was sent again", async (store) => {
    const { second } = store;
    const acme = batchBuilder(second);
    await acme.create();
    const batch = acme.next({ writes: [insert.member(aMember("ada"))], newEvents: [memberAdded("ada")] });

    const { release } = await giveUp(store, batch);
    await sendUntilKnown(second, batch);
    await release();
    await settled();

    await expectOnce(store, batch);
  }),

  storageCase(group, "does not apply a commit that arrives after a later one", async (store) => {
    const { storage, second } = store;
    const acme = batchBuilder(second);
    await acme.create();
    const batch = acme.next({ writes: [insert.member(aMember("ada"))], newEvents: [memberAdded("ada")] });

    const { said, release } = await giveUp(store, batch);
    const later = acme.next({
      writes: [insert.member(aMember("bo"))],
      newEvents: [memberAdded("bo")],
      command: { key: acme.next({ command: oneMore }).command.key },
    });
    const outcome = await valueInTime("a commit while another one is held", () => second.commit(later, {}));
    const isFirst = outcome.kind === "committed";
    await release();
    await settled();

    if (!isFirst) equal([outcome.kind, said], ["conflict", "committed"]);
    await expectOnce(store, isFirst ? later : batch);
    if (isFirst) equal(await valueOf(storage.commit(batch, {})), { kind: "conflict" });
  }),
];

const oneMore = { key: "later" as CommitBatch["command"]["key"] };

/** The batch is the organization's only one after its creation, through both handles, and the next one can follow. */
async function expectOnce({ storage, second }: OpenStore, batch: CommitBatch): Promise<void> {
  for (const handle of [storage, second]) {
    const facts = await loaded(handle, batch.organizationId, { anyMembers: 9 });
    equal({ revision: facts.revision, members: facts.members.length }, { revision: 2, members: 1 });
    const { rows } = await valueOf(handle.events(batch.organizationId, 0, 9, eventsQuery()));
    equal(rows, batch.events);
    equal(await valueOf(handle.commit(batch, {})), { kind: "replay", command: batch.command });
  }
  const acme = batchBuilder(storage);
  acme.continueAfter(batch);
  const next = acme.next({ writes: [insert.member(aMember("cy"))] });
  await committed(storage, next);
  acme.continueAfter(next);
  await committed(second, acme.next({ writes: [insert.member(aMember("di"))] }));
}
