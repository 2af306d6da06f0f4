import { author } from "../builders/author.ts";
import { equal, loaded } from "../expectations.ts";
import type { StorageHarness } from "../harness.ts";
import { type StorageCase, storageCase } from "../storage-case.ts";

const group = "stores";

/** What a harness promises: without it a case says nothing. */
export const storesCases: readonly StorageCase[] = [
  {
    group,
    name: "shares nothing with another store",
    run: (harness: StorageHarness) =>
      storageCase(group, "", async ({ storage }) => {
        const acme = author(storage);
        await acme.create();

        await storageCase(group, "", async (other) => {
          equal((await loaded(other.storage, acme.organizationId)).revision, 0);
          equal((await loaded(other.second, acme.organizationId)).revision, 0);
        }).run(harness);

        await acme.commit();
      }).run(harness),
  },
];
