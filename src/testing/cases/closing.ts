import { batchBuilder } from "../builders/batch-builder.ts";
import { aMember, anOrganization } from "../builders/records.ts";
import { insert } from "../builders/writes.ts";
import { equal, loaded } from "../expectations.ts";
import { sendUntilKnown } from "../fixtures/send-until-known.ts";
import type { OpenStore, StorageHarness } from "../harness.ts";
import { hintFor } from "../hints/hints.ts";
import { inTime, saidBy, settled, turns, valueInTime } from "../port/in-time.ts";
import { portCalls, portMethods } from "../port/port-calls.ts";
import type { StorageCase } from "../storage-case.ts";

/** After how many turns the handle is closed. */
const moments = [0, 1, 4];

/** Its body closes the store. */
function closingCase(name: string, body: (store: OpenStore, close: () => Promise<void>) => Promise<void>): StorageCase {
  return {
    group: "lifecycle",
    name,
    hint: hintFor("lifecycle", name),
    async run(harness: StorageHarness) {
      const store = await harness.open();
      let closing: Promise<void> | null = null;
      const close = (): Promise<void> => (closing ??= inTime("close of the store", () => store.close()));
      try {
        await body(store, close);
      } finally {
        await close();
      }
    },
  };
}

export const closingCases = moments.map((moment) =>
  closingCase(`answers every call that is in flight when it is closed after ${moment} turns`, async (store, close) => {
    const { storage, second } = store;
    const closesHandle = store.closeStorage !== undefined;
    const acme = batchBuilder(storage);
    await acme.create();
    const batch = acme.next({ writes: [insert.member(aMember("ada"))] });
    const calls = portMethods.map((method) => ({
      method,
      answer: inTime(`${method}, closed midway,`, () => portCalls[method](storage, batch, {})),
    }));
    const ended = Promise.allSettled(calls.map(({ answer }) => answer));

    await turns(moment);
    await (closesHandle ? inTime("closeStorage", async () => store.closeStorage?.()) : close());
    await ended;

    for (const { method, answer } of calls) {
      const result = await answer;
      const allowed = method === "commit" ? ["committed", "conflict", "unknown"] : ["ok"];
      const said = saidBy(result);
      equal([...allowed, "storage_unavailable"].includes(said), true, `${method}, closed midway, returned ${said}`);
      if (!closesHandle || method !== "commit") continue;
      if (said === "unknown") await sendUntilKnown(second, batch);
      else if (said !== "committed") await settled();
      const { revision } = await loaded(second, acme.organizationId);
      const applied = said === "committed" || said === "unknown" ? 2 : 1;
      equal(revision, applied, `The storage said ${said} for a commit during which it was closed.`);
      if (revision === 2) acme.continueAfter(batch);
      const next = acme.next({ writes: [insert.member(aMember("bo"))] });
      await valueInTime("a commit through the other handle", () => second.commit(next, {}));
    }

    const after: (readonly [string, string])[] = [];
    for (const method of portMethods) {
      const other = batchBuilder(storage, "other").next({ writes: [insert.organization(anOrganization())] });
      const said = saidBy(await inTime(`${method} after closing`, () => portCalls[method](storage, other, {})));
      after.push([method, said]);
    }
    const unavailable = after.filter(([, said]) => said === "storage_unavailable");
    const failed = after.filter(
      ([, said]) => !["storage_unavailable", "ok", "committed", "conflict", "replay"].includes(said),
    );
    equal(failed, [], "A closed storage returns storage_unavailable.");
    // A store inside the process may keep working, but then as a whole.
    const isClosed = closesHandle || unavailable.length > 0;
    equal(
      unavailable.length,
      isClosed ? after.length : 0,
      `Some methods still work after closing: ${after.join("; ")}`,
    );
  }),
);
