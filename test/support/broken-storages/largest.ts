import { errAsync } from "neverthrow";
import type { CommitBatch } from "../../../src/application/ports/commit-batch.ts";
import type { ListQuery } from "../../../src/application/ports/queries.ts";
import { storageFailed } from "../../../src/application/ports/storage-error.ts";
import type { Write } from "../../../src/application/ports/write.ts";
import { valueOf } from "../../../src/testing/expectations.ts";
import { type Breaks, broken, type BrokenStorage, withCommit, withReader } from "./broken-storage.ts";

const rows = "fidelity › stores the largest people, workspaces and events, and finds them by each word";
const outcome = "fidelity › stores the outcome for as many users as a command may name, with the longest ids";

const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

/** Refuses a batch of which some part is larger than the store allows. */
function refusesOver(bytes: number, parts: (batch: CommitBatch) => readonly unknown[]): Breaks {
  return (storage) => ({
    ...storage,
    commit(batch, options) {
      if (parts(batch).every((part) => bytesOf(part) <= bytes)) return storage.commit(batch, options);
      return errAsync(storageFailed(new Error(`An item is larger than ${bytes} bytes.`)));
    },
  });
}

const puts =
  (change: (record: object) => object): Breaks =>
  (storage) =>
    withCommit(storage, (batch) =>
      valueOf(
        storage.commit(
          {
            ...batch,
            writes: batch.writes.map((write) =>
              write.kind === "put"
                ? ({ ...write, record: { ...write.record, ...change(write.record) } } as Write)
                : write,
            ),
          },
          {},
        ),
      ),
    );

const KiB = 1_024;
const MiB = KiB ** 2;

/** Stores with a limit of an engine that is below what the library sends. */
export const brokenLargest: readonly BrokenStorage[] = [
  ...(
    [
      ["64 KiB", 64 * KiB],
      ["256 KiB", 256 * KiB],
      ["400 KiB", 400 * KiB],
      ["1 MiB", MiB],
      ["1.5 MiB", 1.5 * MiB],
      ["4 MiB", 4 * MiB],
      ["6 MiB", 6 * MiB],
    ] as const
  ).map(([name, bytes]) =>
    broken(
      `accepts commands of up to ${name}`,
      refusesOver(bytes, ({ command }) => [command]),
      outcome,
    ),
  ),
  broken(
    "accepts people and workspaces of up to 8,000 bytes, as a page of a table does",
    refusesOver(8_000, ({ writes }) => writes),
    rows,
  ),
  broken(
    "accepts rows of up to 16 KiB",
    refusesOver(16 * KiB, ({ writes }) => writes),
    rows,
  ),
  broken(
    "accepts events of up to 4 KiB",
    refusesOver(4 * KiB, ({ events }) => events),
    rows,
  ),
  broken(
    "accepts words of up to 2,704 bytes, as an index does",
    refusesOver(2_704, ({ writes }) =>
      writes.flatMap((write) => (write.kind === "put" && "words" in write.record ? write.record.words : [])),
    ),
    rows,
  ),
  broken(
    "stores the first 255 words of a person only",
    puts((record) => ("words" in record ? { words: (record.words as readonly string[]).slice(0, 255) } : {})),
    rows,
  ),
  broken(
    "stores the counts of 32 roles only",
    puts((record) =>
      "roleCounts" in record ? { roleCounts: (record.roleCounts as readonly unknown[]).slice(0, 32) } : {},
    ),
    rows,
  ),
  broken(
    "cuts descriptions off after 2,000 bytes",
    puts((record) => ("description" in record ? { description: String(record.description).slice(0, 1_000) } : {})),
    rows,
  ),
  broken(
    "finds nobody by more than 64 words",
    (storage) =>
      withReader(storage, "workspaceMembers", (query: ListQuery, ask) =>
        query.words.length > 64 ? ask({ ...query, words: ["none"] }) : ask(query),
      ),
    rows,
  ),
];
