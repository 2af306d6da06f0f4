import { describe, expect, it } from "vitest";
import { storageFailed } from "../../src/application/ports/storage-error.ts";
import { errAsync } from "neverthrow";
import { memoryStorage } from "../../src/memory.ts";
import type { StorageHarness } from "../../src/testing/harness.ts";
import { storageCases } from "../../src/testing/storage-cases.ts";
import { pagesByOffset } from "../support/storage/broken-pages.ts";

const nothing = () => Promise.resolve();

/** Opens the same store every time. */
function sharedHarness(): StorageHarness {
  const storage = memoryStorage();
  return { open: () => Promise.resolve({ storage, second: storage, close: nothing }) };
}

/** Closes all stores when the first one is closed. */
function closesAllHarness(): StorageHarness {
  let isClosed = false;
  return {
    open() {
      const honest = memoryStorage();
      const load: typeof honest.load = (...given) =>
        isClosed ? errAsync(storageFailed("closed")) : honest.load(...given);
      const storage = { ...honest, load };
      const close = () => {
        isClosed = true;
        return Promise.resolve();
      };
      return Promise.resolve({ storage, second: storage, close });
    },
  };
}

/** The handles do not see each other's rows. */
function separateHarness(): StorageHarness {
  return { open: () => Promise.resolve({ storage: memoryStorage(), second: memoryStorage(), close: nothing }) };
}

/** Throws when it is used after it was closed. */
function throwsHarness(): StorageHarness {
  return {
    open() {
      let isClosed = false;
      const honest = memoryStorage();
      const load: typeof honest.load = (...given) => {
        if (isClosed) throw new Error("closed");
        return honest.load(...given);
      };
      const storage = { ...honest, load };
      const close = () => {
        isClosed = true;
        return Promise.resolve();
      };
      return Promise.resolve({ storage, second: storage, close });
    },
  };
}

function offsetHarness(): StorageHarness {
  return {
    open() {
      const storage = pagesByOffset(memoryStorage());
      return Promise.resolve({ storage, second: storage, close: nothing });
    },
  };
}

const caught: readonly (readonly [string, () => StorageHarness, string])[] = [
  ["counts rows for a page", offsetHarness, "pages under change › repeats and misses no row of organizationMembers"],
  ["opens one store twice", sharedHarness, "lifecycle › opens stores that share nothing"],
  ["opens the last store again", sharedHarness, "lifecycle › opens an empty store after one"],
  ["closes all stores with one", closesAllHarness, "lifecycle › keeps a store working"],
  ["keeps its handles apart", separateHarness, "lifecycle › shows through each handle"],
  [
    "throws once it is closed",
    throwsHarness,
    "lifecycle › answers every call that is in flight when it is closed after 0 turns",
  ],
];

describe("the contract", () => {
  it.each(caught)("catches a store that %s", async (_, harness, title) => {
    const found = storageCases.filter(({ group, name }) => `${group} › ${name}`.startsWith(title));

    expect(found).toHaveLength(1);
    await expect(Promise.all(found.map(({ run }) => run(harness())))).rejects.toThrow();
  });
});
