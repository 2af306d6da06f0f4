import { batchBuilder } from "../builders/batch-builder.ts";
import { memberAdded } from "../builders/new-events.ts";
import { aMember } from "../builders/records.ts";
import { insert } from "../builders/writes.ts";
import { committed, equal, factsWith, loaded, valueOf } from "../expectations.ts";
import type { OpenStore, StorageHarness } from "../harness.ts";
import { hintFor } from "../hints/hints.ts";
import { dump } from "../dump.ts";
import type { StorageCase } from "../storage-case.ts";

const group = "lifecycle";
const ada = { writes: [insert.member(aMember("ada"))], newEvents: [memberAdded("ada")] };

interface Opened extends Pick<OpenStore, "storage" | "second"> {
  /** Closes the store. Safe to call again. */
  readonly close: () => Promise<void>;
}

/** A case that opens its stores itself. All of them are closed at the end, even if it fails. */
function lifecycleCase(name: string, body: (open: () => Promise<Opened>) => Promise<void>): StorageCase {
  return {
    group,
    name,
    hint: hintFor(group, name),
    async run(harness: StorageHarness) {
      const closings: (() => Promise<void>)[] = [];
      try {
        await body(async () => {
          const store = await harness.open();
          const close = once(() => store.close());
          closings.push(close);
          return { storage: store.storage, second: store.second, close };
        });
      } finally {
        for (const close of closings) await close();
      }
    },
  };
}

function once(close: () => Promise<void>): () => Promise<void> {
  let closing: Promise<void> | null = null;
  return () => (closing ??= close());
}

export const lifecycleCases = [
  lifecycleCase("opens stores that share nothing, even if their organizations have the same id", async (open) => {
    const [one, other] = [await open(), await open()];
    const acme = batchBuilder(one.storage);
    await acme.create(ada);

    for (const storage of [other.storage, other.second]) {
      const nothing = await loaded(storage, acme.organizationId, { anyMembers: 9, command: acme.next().command.key });
      equal(nothing, factsWith({}));
    }
    await batchBuilder(other.storage).create(ada);
    equal(await valueOf(other.storage.pruneCommandRecords("2999-01-01T00:00:00.000Z", 10, {})), { deleted: 1 });
    const { command } = await loaded(one.second, acme.organizationId, {
      command: batchBuilder(one.storage).next().command.key,
    });
    equal(command?.fingerprint, "print");
  }),

  lifecycleCase("opens an empty store after one that was filled and closed", async (open) => {
    const before = await open();
    const acme = batchBuilder(before.storage);
    await acme.create(ada);
    await before.close();

    const { storage, second } = await open();

    equal(await loaded(second, acme.organizationId, { anyMembers: 9 }), factsWith({}));
    await batchBuilder(storage).create(ada);
  }),

  lifecycleCase("keeps a store working when another one is closed", async (open) => {
    const [one, other] = [await open(), await open()];
    const acme = batchBuilder(one.storage);
    await acme.create(ada);
    const before = await dump(one.second, acme.organizationId);

    await other.close();

    equal(await dump(one.second, acme.organizationId), before);
    await acme.commit({ writes: [insert.member(aMember("bo"))] });
    equal((await loaded(one.second, acme.organizationId)).revision, 2);
  }),

  lifecycleCase("opens several stores at the same time, and closes them at the same time", async (open) => {
    const stores = await Promise.all([open(), open(), open(), open()]);

    await Promise.all(stores.map(({ storage }) => batchBuilder(storage).create(ada)));
    await Promise.all(stores.map(({ close }) => close()));
  }),

  lifecycleCase("shows through each handle what was stored through the other, from the first call", async (open) => {
    const { storage, second } = await open();
    const acme = batchBuilder(second);
    await acme.create(ada);
    equal((await loaded(storage, acme.organizationId, { anyMembers: 9 })).members.length, 1);

    await committed(storage, acme.next({ writes: [insert.member(aMember("bo"))] }));
    equal(await dump(second, acme.organizationId), await dump(storage, acme.organizationId));
  }),
];
