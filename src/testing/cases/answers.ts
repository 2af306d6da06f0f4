import { AssertionError } from "node:assert/strict";
import { need } from "../../application/ports/need.ts";
import type { RosterStorage, StorageCallOptions } from "../../application/ports/roster-storage.ts";
import { batchBuilder } from "../builders/batch-builder.ts";
import { eventsQuery, listQuery } from "../builders/queries.ts";
import { anOrganization, someTime } from "../builders/records.ts";
import { insert } from "../builders/writes.ts";
import type { OpenStore, StorageHarness } from "../harness.ts";
import { hintFor } from "../hints/hints.ts";
import { listKinds } from "../lists/list-kinds.ts";
import { type StorageCase, storageCase } from "../storage-case.ts";

const group = "answers";
const name = "answers a ResultAsync from every method, and throws nothing";

type Calls = Readonly<Record<string, (options: StorageCallOptions) => unknown>>;

/**
 * The first case, because every other one uses what the methods return. It calls the handles of the harness as they are:
 * nothing between the case and the storage may turn a Promise into a result.
 */
export const answersCases: readonly StorageCase[] = [
  {
    group,
    name,
    hint: hintFor(group, name),
    async run(harness: StorageHarness) {
      let raw: OpenStore | null = null;
      const open = async (): Promise<OpenStore> => (raw = await harness.open());
      await storageCase(group, name, async (store) => {
        const problems = await problemsOf(raw ?? store);
        if (problems.length > 0) throw new AssertionError({ message: `${problems.join("\n")}\n${advice}` });
      }).run({ open });
    },
  },
];

const advice =
  "Every method returns a ResultAsync of neverthrow: wrap the work in ResultAsync.fromPromise(work(), toStorageError), or a " +
  "Promise of a Result in new ResultAsync(promise). Failures are returned as errors, never thrown.";

async function problemsOf(store: OpenStore): Promise<readonly string[]> {
  const problems: string[] = [];
  for (const handle of ["storage", "second"] as const) {
    for (const [method, call] of Object.entries(callsOf(store[handle], handle))) {
      // A storage that throws only if the signal has fired is wrong too.
      const problem =
        (await problemWith(() => call({}))) ??
        (await problemWith(() => call({ signal: AbortSignal.abort() }), " in an aborted call"));
      if (problem !== null) problems.push(`${handle}.${method} ${problem}`);
    }
  }
  return problems;
}

function callsOf(storage: RosterStorage, id: string): Calls {
  const acme = batchBuilder(storage, id);
  const { organizationId } = acme;
  const batch = acme.next({ writes: [insert.organization(anOrganization())] });
  return {
    load: (options) => storage.load(organizationId, need({}), options),
    commit: (options) => storage.commit(batch, options),
    ...Object.fromEntries(
      listKinds.map((kind) => [
        `read.${kind.name}`,
        (options: StorageCallOptions) => kind.read(storage, listQuery(organizationId), options),
      ]),
    ),
    events: (options) => storage.events(organizationId, 0, 9, { ...eventsQuery(), ...options }),
    pruneCommandRecords: (options) => storage.pruneCommandRecords(someTime, 9, options),
  };
}

/** What is wrong with the answer of a call, or null. Another copy of neverthrow has other classes, so the shape counts. */
async function problemWith(call: () => unknown, which = ""): Promise<string | null> {
  let answer: unknown;
  try {
    answer = call();
  } catch (thrown) {
    return `threw${which} instead of returning an error: ${String(thrown)}`;
  }
  const isAsync = has(answer, "then");
  const isResultAsync = isAsync && ["map", "mapErr", "andThen", "orElse", "match"].every((part) => has(answer, part));
  if (!isResultAsync) {
    if (isAsync) void Promise.resolve(answer).catch(() => undefined);
    return `returned ${isAsync ? "a Promise" : nameOf(answer)} instead of a ResultAsync`;
  }
  try {
    const result: unknown = await answer;
    if (has(result, "isOk") && has(result, "isErr")) return null;
    return `returned a ResultAsync of ${nameOf(result)} instead of a Result`;
  } catch (thrown) {
    return `returned a ResultAsync that was rejected instead of holding an error: ${String(thrown)}`;
  }
}

function has(value: unknown, method: string): boolean {
  return typeof (Object(value) as Record<string, unknown>)[method] === "function";
}

function nameOf(value: unknown): string {
  if (has(value, "isOk")) return "a Result";
  return value === undefined || value === null ? String(value) : `a plain ${typeof value}`;
}
