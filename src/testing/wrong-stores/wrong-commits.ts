import { need } from "../../application/ports/need.ts";
import type { CommandRecord } from "../../application/ports/records.ts";
import { answer, committing, type WrongStore, wrongStore } from "./wrong-store.ts";

export const wrongCommits: readonly WrongStore[] = [
  wrongStore("forgets the guard", "commit: guard", () => (storage) => ({
    ...storage,
    commit: (batch, options) =>
      answer(async (valueOf) => {
        const { revision } = await valueOf(storage.load(batch.organizationId, need({}), {}));
        const guard = { ...batch.guard, expectedRevision: revision };
        return valueOf(storage.commit({ ...batch, guard }, options));
      }),
  })),

  wrongStore("forgets the time of the newest event", "commit: guard", () =>
    committing((batch, options) => [{ ...batch, guard: { ...batch.guard, lastAt: null } }, options]),
  ),

  wrongStore("forgets which commands it has executed", "commit: command", () => {
    let commits = 0;
    return committing((batch, options) => {
      commits += 1;
      const key = `${batch.command.key} ${String(commits)}` as CommandRecord["key"];
      return [{ ...batch, command: { ...batch.command, key } }, options];
    });
  }),

  wrongStore("drops the last write of a batch", "commit: writes", () =>
    committing((batch, options) => [{ ...batch, writes: batch.writes.slice(0, -1) }, options]),
  ),

  wrongStore("drops the last event of a batch", "events", () =>
    committing((batch, options) => [{ ...batch, events: batch.events.slice(0, -1) }, options]),
  ),

  wrongStore("folds the case of name keys", "fidelity", () =>
    committing((batch, options) => [
      {
        ...batch,
        writes: batch.writes.map((write) =>
          write.kind === "put" && write.table === "organization_member"
            ? { ...write, record: { ...write.record, nameKey: write.record.nameKey.toLowerCase() } }
            : write,
        ),
      },
      options,
    ]),
  ),

  wrongStore(
    "reports a commit as a conflict if it does not know the outcome",
    "unknown outcome",
    () => (storage) => ({
      ...storage,
      commit: (batch, options) =>
        storage.commit(batch, options).map((outcome) => (outcome.kind === "unknown" ? { kind: "conflict" } : outcome)),
    }),
    true,
  ),
];
