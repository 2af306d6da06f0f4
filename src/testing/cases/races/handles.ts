import { batchBuilder } from "../../builders/batch-builder.ts";
import { aMember } from "../../builders/records.ts";
import { insert } from "../../builders/writes.ts";
import { committed, equal, loaded } from "../../expectations.ts";
import { together } from "../../fixtures/racing-writers.ts";
import { storageCase } from "../../storage-case.ts";

const writers = Array.from({ length: 16 }, (_, index) => `organization-${index}`);
const rounds = 8;

export const handlesCases = [
  storageCase("race", "shows a commit at once through the other handle while many others commit", (store) =>
    together(
      writers.map(async (id, index) => {
        const [here, there] = index % 2 === 0 ? [store.storage, store.second] : [store.second, store.storage];
        const writer = batchBuilder(here, id);
        await writer.create();
        for (let round = 1; round <= rounds; round += 1) {
          const user = aMember(`user-${round}`);
          const batch = writer.next({ writes: [insert.member(user)] });
          await committed(here, batch);
          writer.continueAfter(batch);
          const { revision, members } = await loaded(there, writer.organizationId, { members: [user.userId] });
          equal({ revision, members: members.length }, { revision: round + 1, members: 1 });
        }
      }),
    ),
  ),
];
