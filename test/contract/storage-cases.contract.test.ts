import { describe, expect, it } from "vitest";
import type { StorageHarness } from "../../src/testing/harness.ts";
import { storageCases } from "../../src/testing/storage-cases.ts";
import type { BrokenStorage } from "../support/broken-storages/broken-storage.ts";
import { brokenStorages } from "../support/broken-storages/all-broken-storages.ts";

const titles = storageCases.map(({ group, name }) => `${group} › ${name}`);

describe("the contract", () => {
  it("gives every case a unique name", () => {
    expect(repeated(titles)).toEqual([]);
  });

  it("is tested with broken storages that each have a unique name and an existing case", () => {
    expect(repeated(brokenStorages.map(({ name }) => name))).toEqual([]);
    expect(brokenStorages.filter(({ caughtBy }) => caughtBy.length === 0)).toEqual([]);
    expect(brokenStorages.flatMap(({ caughtBy }) => caughtBy).filter((title) => !titles.includes(title))).toEqual([]);
  });

  it.each(brokenStorages)("catches a storage that $name", async (broken) => {
    const { caughtBy } = broken;
    const verdicts = await (broken.neverAnswers === true ? ofThoseThatNeverAnswer().get(broken) : verdictsOf(broken));

    // If two cases share a store, that is a failure of the harness.
    const failure = (title: string): string => (title.startsWith("stores ›") ? "HarnessError" : "AssertionError");
    expect(verdicts).toEqual(caughtBy.map((title) => [title, failure(title)]));
  });
});

type Verdicts = readonly (readonly [title: string, verdict: string])[];

let started: ReadonlyMap<BrokenStorage, Promise<Verdicts>> | null = null;

/** Each takes seconds, and all of them together take no longer. */
function ofThoseThatNeverAnswer(): ReadonlyMap<BrokenStorage, Promise<Verdicts>> {
  const those = brokenStorages.filter(({ neverAnswers }) => neverAnswers === true);
  return (started ??= new Map(those.map((broken) => [broken, verdictsOf(broken)])));
}

async function verdictsOf({ harness, caughtBy }: BrokenStorage): Promise<Verdicts> {
  const verdicts: (readonly [title: string, verdict: string])[] = [];
  for (const title of caughtBy) verdicts.push([title, await verdictOf(title, harness)]);
  return verdicts;
}

async function verdictOf(title: string, harness: StorageHarness): Promise<string> {
  return (
    storageCases[titles.indexOf(title)]?.run(harness).then(
      () => "passed",
      (reason: unknown) => (reason as Error).name,
    ) ?? "no such case"
  );
}

function repeated(names: readonly string[]): readonly string[] {
  return names.filter((name, index) => names.indexOf(name) !== index);
}
