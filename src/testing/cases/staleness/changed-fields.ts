import { storageCase } from "../../storage-case.ts";
import { fieldChanges } from "./fields.ts";
import { watchedStore } from "./watched-store.ts";

/** Each commit changes one field of one row, so that nothing else in it makes a stale copy fresh. */
export const changedFieldsCases = fieldChanges.map(([what, writes]) =>
  storageCase(
    "staleness",
    `shows each changed field of ${what} in every answer, through both handles`,
    async (store) => {
      const watched = await watchedStore(store);

      for (const write of writes) await watched.change({ writes: [write] });
    },
  ),
);
