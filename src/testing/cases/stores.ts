import { batchBuilder } from "../builders/batch-builder.ts";
import { loaded } from "../expectations.ts";
import type { StorageHarness } from "../harness.ts";
import { hintFor } from "../hints/hints.ts";
import { harnessError, type StorageCase, storageCase } from "../storage-case.ts";

const group = "stores";

/** The promise of the harness. Without it, no other case proves anything. */
export const storesCases: readonly StorageCase[] = [
  {
    group,
    name: "shares no data with another store",
    hint: hintFor(group, ""),
    run: (harness: StorageHarness) =>
      storageCase(group, "", async ({ storage }) => {
        const acme = batchBuilder(storage);
        await acme.create();

        await storageCase(group, "", async (other) => {
          for (const handle of [other.storage, other.second]) {
            const { revision } = await loaded(handle, acme.organizationId);
            if (revision > 0)
              throw harnessError("open() of the harness returned a store with the data of another store.");
          }
        }).run(harness);

        await acme.commit();
      }).run(harness),
  },
];
