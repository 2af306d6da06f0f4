// Runs in a process of its own: adds members to one organization, three at a time, and prints how often it had to retry.
import { existsSync, writeFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { setImmediate } from "node:timers/promises";
import { need } from "../../src/application/ports/need.ts";
import { sqliteStorage } from "../../src/sqlite.ts";
import { batchBuilder } from "../../src/testing/builders/batch-builder.ts";
import { memberAdded } from "../../src/testing/builders/new-events.ts";
import { commandKey } from "../../src/testing/builders/ids.ts";
import { aMember } from "../../src/testing/builders/records.ts";
import { insert } from "../../src/testing/builders/writes.ts";
import { valueOf } from "../../src/testing/expectations.ts";

const [path = "", batches = "0", name = "", ...others] = process.argv.slice(2);
const storage = sqliteStorage({ database: new DatabaseSync(path) });
const acme = batchBuilder(storage);
let retries = 0;

for (let batch = 0; batch < Number(batches); batch += 1) {
  while (!(await addThree(batch))) retries += 1;
}
console.log(JSON.stringify({ retries }));

async function addThree(batch: number): Promise<boolean> {
  const ids = [0, 1, 2].map((index) => `${name}-${batch}-${index}`);
  const { revision, lastSequence, lastAt } = await valueOf(storage.load(acme.organizationId, need({}), {}));
  acme.continueAfter({ guard: { expectedRevision: revision - 1, lastSequence, lastAt } });
  if (batch === 0) await everyoneHasLoaded();
  const next = acme.next({
    writes: ids.map((id) => insert.member(aMember(id))),
    newEvents: ids.map(memberAdded),
    command: { key: commandKey(`${name}-${batch}`) },
  });
  const outcome = await valueOf(storage.commit(next, {}));
  if (outcome.kind !== "committed" && outcome.kind !== "conflict") throw new Error(`The answer was ${outcome.kind}.`);
  return outcome.kind === "committed";
}

/** The first commits of all writers collide, since each has read the same revision. */
async function everyoneHasLoaded(): Promise<void> {
  writeFileSync(`${path}.${name}.loaded`, "");
  while (!others.every((other) => existsSync(`${path}.${other}.loaded`))) await setImmediate();
}
