import { systemTimer } from "../../../application/ports/timer.ts";
import { batchBuilder } from "../../builders/batch-builder.ts";
import { aMember } from "../../builders/records.ts";
import { insert } from "../../builders/writes.ts";
import { committed, equal, loaded } from "../../expectations.ts";
import { sendUntilKnown } from "../../fixtures/send-until-known.ts";
import { storageCase } from "../../storage-case.ts";

const group = "abort";

/** Usually long enough for a commit to arrive that was reported as aborted while it was on its way. */
const settledMs = 50;

/** Lets other work run this many times. */
async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await new Promise(setImmediate);
}

export const midwayCases = [0, 1, 2, 4, 8].map((moment) =>
  storageCase(
    group,
    `never applies a commit that it reported as aborted after ${moment} turns, and keeps working`,
    async ({ storage, second }) => {
      const acme = batchBuilder(storage);
      await acme.create();
      const controller = new AbortController();
      const batch = acme.next({ writes: [insert.member(aMember("ada"))] });

      const sent = storage.commit(batch, controller);
      await turns(moment);
      controller.abort();
      const result = await sent;
      const said = result.isOk() ? result.value.kind : result.error.code;
      if (said === "unknown") await sendUntilKnown(second, batch);
      else await systemTimer.wait(settledMs);

      const { revision } = await loaded(second, acme.organizationId);
      equal({ said, revision }, { said, revision: said === "aborted" ? 1 : 2 });
      equal(["aborted", "committed", "unknown"].includes(said), true, `The storage said ${said}.`);
      if (said !== "aborted") acme.continueAfter(batch);
      for (const [index, handle] of [storage, second, storage].entries()) {
        const next = acme.next({ writes: [insert.member(aMember(`after-${index}`))] });
        await committed(handle, next);
        acme.continueAfter(next);
      }
    },
  ),
);
