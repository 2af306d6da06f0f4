import { createRoster } from "../../../application/create-roster.ts";
import type { CommitBatch, CommitOutcome } from "../../../application/ports/commit-batch.ts";
import type { RosterStorage } from "../../../application/ports/roster-storage.ts";
import { batchBuilder } from "../../builders/batch-builder.ts";
import { eventsQuery } from "../../builders/queries.ts";
import { memberAdded } from "../../builders/new-events.ts";
import { organizationId } from "../../builders/ids.ts";
import { aMember } from "../../builders/records.ts";
import { insert } from "../../builders/writes.ts";
import { equal, loaded, valueOf } from "../../expectations.ts";
import type { OpenStore, StorageFaults } from "../../harness.ts";
import { dump } from "../../dump.ts";
import { sendUntilKnown } from "../../fixtures/send-until-known.ts";
import { storageCase } from "../../storage-case.ts";

const group = "unknown outcome";

type Cut = Exclude<keyof StorageFaults, "stallCommit">;

const cuts: readonly (readonly [fault: Cut, name: string])[] = [
  ["cutBeforeCommit", "before it takes effect"],
  ["cutBeforeAnswer", "before its answer"],
];

/** The possible outcomes of sending the same batch again, by its first outcome. */
const truths: Readonly<Record<CommitOutcome["kind"] | "error" | "cut at the port", readonly string[]>> = {
  committed: ["replay"],
  replay: ["replay"],
  conflict: ["committed"],
  error: ["committed"],
  unknown: ["committed", "replay"],
  "cut at the port": ["committed", "replay"],
};

/** Sends a batch and cuts the connection: by the harness, or else at the port, where only the caller is cut off. */
async function sendCut({ storage, faults }: OpenStore, fault: Cut, batch: CommitBatch): Promise<keyof typeof truths> {
  if (faults === undefined) {
    if (fault === "cutBeforeAnswer") await valueOf(storage.commit(batch, {}));
    return "cut at the port";
  }
  faults[fault]();
  const result = await storage.commit(batch, {});
  return result.isOk() ? result.value.kind : "error";
}

export const unknownOutcomeCases = [
  ...cuts.flatMap(([fault, name]) =>
    (["storage", "second"] as const).map((handle) =>
      storageCase(
        group,
        `reports a commit truthfully that is cut off ${name}, and applies it once when it is sent again through ${handle}`,
        async (store) => {
          const acme = batchBuilder(store.storage);
          await acme.create();
          const batch = acme.next({ writes: [insert.member(aMember("ada"))], newEvents: [memberAdded("ada")] });

          const said = await sendCut(store, fault, batch);
          const again = await sendUntilKnown(store[handle], batch);

          const isTrue = truths[said].includes(again);
          equal(
            isTrue,
            true,
            `The storage returned ${said} for the commit that was cut off, and ${again} for the same batch again.`,
          );
          const { revision, members } = await loaded(store.second, acme.organizationId, { anyMembers: 9 });
          equal({ revision, members: members.length }, { revision: 2, members: 1 });
          const { rows } = await valueOf(store.second.events(acme.organizationId, 0, 9, eventsQuery()));
          equal(rows, batch.events);
          for (const other of [store.storage, store.second]) {
            equal(await valueOf(other.commit(batch, {})), { kind: "replay", command: batch.command });
          }
          equal(await dump(store.storage, acme.organizationId), await dump(store.second, acme.organizationId));
        },
      ),
    ),
  ),

  storageCase(
    group,
    "lets a roster find out whether a command took effect after its answer was lost",
    async (store) => {
      const storage = store.faults === undefined ? losesAnswer(store.storage) : store.storage;
      const roster = createRoster({ storage });
      const acme = organizationId("acme");
      const owner = { userId: "ada", displayName: "Ada" };
      equal((await roster.createOrganization({ organizationId: acme, name: "Acme", owner })).isOk(), true);

      store.faults?.cutBeforeAnswer();
      const answer = roster.addOrganizationMembers({
        organizationId: acme,
        actor: { userId: "ada" },
        idempotencyKey: "k",
        members: ["bo", "cy"].map((userId) => ({ userId, role: "member", displayName: userId })),
      });

      const { replayed, added } = await valueOf(answer);
      equal({ replayed, added: added.length }, { replayed: false, added: 2 });
      const { rows } = await valueOf(store.second.events(acme, 0, 99, eventsQuery()));
      equal(rows.filter(({ type }) => type === "organization.member.added").length, 3);
    },
  ),
];

/** Loses the answer to every other commit, beginning with the second. */
function losesAnswer(storage: RosterStorage): RosterStorage {
  let commits = 0;
  return {
    ...storage,
    commit(batch, options) {
      commits += 1;
      const isLost = commits % 2 === 0;
      return storage.commit(batch, options).map((outcome) => {
        return isLost && outcome.kind === "committed" ? { kind: "unknown", cause: "The answer was lost." } : outcome;
      });
    },
  };
}
