import { type StorageCase, type StorageHarness, type WrongStore, wrongStores } from "workspace-roster/testing";
import type { Terminal } from "./report.ts";
import { runCase } from "./run-case.ts";

/**
 * Runs the contract on the stores of the harness with one mistake at a time, until a case fails that holds without the
 * mistake. Exits with 1 if a mistake is not caught.
 */
export async function prove(
  harness: StorageHarness,
  cases: readonly StorageCase[],
  timeoutMs: number,
  hasFaults: boolean,
  { out }: Terminal,
): Promise<0 | 1> {
  let missed = 0;
  const tried = wrongStores.filter(({ needsFaults }) => hasFaults || !needsFaults);
  for (const store of tried) {
    const title = await caughtBy(store, harness, cases, timeoutMs);
    if (title === null) missed += 1;
    out(`${title === null ? "✗" : "✓"} a storage that ${store.name}`);
    out(title === null ? "    no case fails because of it" : `    fails: ${title}`);
  }
  out(`\n${tried.length - missed} of ${tried.length} wrong stores were caught`);
  if (tried.length < wrongStores.length) {
    out("The harness has no faults, so these were not tried:");
    for (const { name, needsFaults } of wrongStores) if (needsFaults) out(`  a storage that ${name}`);
  }
  return missed === 0 ? 0 : 1;
}

async function caughtBy(
  { group, wrong }: WrongStore,
  harness: StorageHarness,
  cases: readonly StorageCase[],
  timeoutMs: number,
): Promise<string | null> {
  const [first, others] = [cases.filter((each) => each.group === group), cases.filter((each) => each.group !== group)];
  for (const each of [...first, ...others]) {
    const { failure } = await runCase(each, wrong(harness), timeoutMs);
    if (failure === null) continue;
    // A case that fails anyway proves nothing.
    if ((await runCase(each, harness, timeoutMs)).failure === null) return `${each.group} › ${each.name}`;
  }
  return null;
}
