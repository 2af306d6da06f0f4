import { describe, expect, it } from "vitest";
import type { RosterStorage } from "../../src/application/ports/roster-storage.ts";
import * as commits from "../support/storage-broken-commits.ts";
import * as reads from "../support/storage-broken-reads.ts";
import { memoryHarness } from "../support/storage-memory.ts";
import type { StorageHarness } from "../../src/testing/harness.ts";
import { storageCases } from "../../src/testing/storage-cases.ts";
import { listKinds } from "../../src/testing/list-kinds.ts";

interface Broken {
  readonly name: string;
  readonly breaks: (storage: RosterStorage) => RosterStorage;
  /** Cases that must fail. */
  readonly caughtBy: readonly string[];
}

const brokenCommits: readonly Broken[] = [
  {
    name: "ignores the guard",
    breaks: commits.ignoresGuard,
    caughtBy: [
      "commit: guard › refuses revision 1 where it is 2, and applies nothing",
      "commit: guard › lets one of two batches of one revision through",
      "race › loses no commit of writers that race through two handles, and leaves no gap",
    ],
  },
  {
    name: "applies half of a batch",
    breaks: commits.appliesHalf,
    caughtBy: [
      "commit: must › applies nothing where write 2 of 10 is not as it must be",
      "commit: must › applies nothing where write 10 of 10 is not as it must be",
      "commit: must › answers conflict to the deletion of a member who is not there, and applies nothing",
      "large batches › applies nothing of a large batch whose last row is not as it must be",
    ],
  },
  {
    name: "looks at the revision before the command",
    breaks: commits.prefersConflict,
    caughtBy: [
      "commit: command › answers the same batch sent again with replay, and applies nothing",
      "commit: command › prefers replay to conflict, whatever is wrong with the batch",
    ],
  },
  {
    name: "forgets the command",
    breaks: commits.forgetsCommand,
    caughtBy: ["load › gives the command of a key, or null", "commit: command › keeps the record of a command"],
  },
  {
    name: "replays what it is asked",
    breaks: commits.replaysTheQuestion,
    caughtBy: ["commit: command › replays what is stored, not what the batch says"],
  },
  {
    name: "drops events",
    breaks: commits.dropsEvents,
    caughtBy: ["events › gives every event as it was stored, in order of sequence, through every handle"],
  },
];

const brokenReads: readonly Broken[] = [
  {
    name: "shares its facts",
    breaks: reads.sharesFacts,
    caughtBy: ["isolation › does not see changes of what load answered"],
  },
  {
    name: "ignores the signal",
    breaks: reads.ignoresSignal,
    caughtBy: ["abort › answers aborted to a load whose signal has fired"],
  },
  {
    name: "reads the facts of organizationMembers before the page",
    breaks: reads.readsFactsBefore("organizationMembers"),
    caughtBy: ["race › shows readers a page and its facts of one revision, and never an older one later"],
  },
];

const brokenLists = listKinds.flatMap(({ name }): readonly Broken[] => [
  {
    name: `forgets the tenant in ${name}`,
    breaks: reads.forgetsTenant(name),
    caughtBy: [`read: ${name} › keeps equal ids of two organizations apart`],
  },
  {
    name: `sorts ${name} by UTF-16 units`,
    breaks: reads.sortsUnits(name),
    caughtBy: [`read: ${name} › sorts by name key and then by id, both byte for byte`],
  },
  {
    name: `looks for one word only in ${name}`,
    breaks: reads.matchesOneWord(name),
    caughtBy: [`read: ${name} › finds rows that have all of the words asked for, in any order`],
  },
  {
    name: `repeats the last row of a page of ${name}`,
    breaks: reads.repeatsLastRow(name),
    caughtBy: [
      `read: ${name} › gives the whole list once through pages of every size`,
      `read: ${name} › gives what is behind a place, whether anything is at that place or not`,
    ],
  },
]);

describe("the contract", () => {
  it("names every case once", () => {
    const titles = storageCases.map(titleOf);

    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
  });

  for (const { name, breaks, caughtBy } of [...brokenCommits, ...brokenReads, ...brokenLists]) {
    it(`catches a storage that ${name}`, async () => {
      const harness = brokenHarness(breaks);

      const verdicts = await Promise.all(caughtBy.map(async (title) => [title, await verdictOf(title, harness)]));

      expect(verdicts).toEqual(caughtBy.map((title) => [title, "AssertionError"]));
    });
  }
});

function titleOf({ group, name }: { readonly group: string; readonly name: string }): string {
  return `${group} › ${name}`;
}

async function verdictOf(title: string, harness: StorageHarness): Promise<string> {
  const named = storageCases.find((each) => titleOf(each) === title);
  if (named === undefined) return "no such case";
  return named.run(harness).then(
    () => "passed",
    (reason: unknown) => (reason as Error).name,
  );
}

function brokenHarness(breaks: (storage: RosterStorage) => RosterStorage): StorageHarness {
  return {
    async open() {
      const store = await memoryHarness.open();
      const storage = breaks(store.storage);
      return { ...store, storage, second: storage };
    },
  };
}
