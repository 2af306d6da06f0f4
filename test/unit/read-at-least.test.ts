import { err, errAsync, ok, okAsync, type ResultAsync } from "neverthrow";
import { describe, expect, it } from "vitest";
import type { RosterStorage } from "../../src/application/ports/roster-storage.ts";
import type { StorageError } from "../../src/application/ports/storage-error.ts";
import { readAtLeast } from "../../src/application/queries/read-at-least.ts";
import { acmeStorage, rosterOn, seeded } from "../support/acme-roster.ts";
import { access, accessMany, calls, can, lists } from "../support/inputs.ts";
import { leapingTimer } from "../support/timers.ts";

/** Shows one revision after the other, and the last one for ever. */
function replica(...revisions: readonly (number | StorageError)[]) {
  let reads = 0;
  return {
    count: () => reads,
    read: (): ResultAsync<number, StorageError> => {
      const shown = revisions[Math.min(reads, revisions.length - 1)] ?? 0;
      reads += 1;
      return typeof shown === "number" ? okAsync(shown) : errAsync(shown);
    },
  };
}

function readOn(
  { read }: ReturnType<typeof replica>,
  atLeast: number | null,
  {
    timer = leapingTimer({ random: 1 }),
    signal,
  }: { timer?: ReturnType<typeof leapingTimer>; signal?: AbortSignal } = {},
) {
  return readAtLeast(read, (revision) => revision, atLeast, { timer, deadlineMs: 1_000 } as never, signal);
}

describe("M7: readAtLeast", () => {
  it.each([
    ["no revision is asked for", null],
    ["the store shows it", 5],
    ["the store shows a newer one", 4],
  ])("reads once where %s", async (_, atLeast) => {
    const store = replica(5);

    expect([await readOn(store, atLeast), store.count()]).toStrictEqual([ok(5), 1]);
  });

  it("reads again until the store shows the revision", async () => {
    const store = replica(3, 3, 4, 5);
    const timer = leapingTimer({ random: 1 });

    expect([await readOn(store, 5, { timer }), timer.waits]).toStrictEqual([ok(5), [5, 10, 20]]);
  });

  it("gives up at the deadline: revision_not_reached, with both revisions", async () => {
    const store = replica(3, 4);
    const timer = leapingTimer({ random: 1 });

    expect([await readOn(store, 5, { timer }), timer.waits]).toStrictEqual([
      err({ code: "revision_not_reached", atLeast: 5, revision: 4 }),
      [5, 10, 20, 40, 80, 160, 200, 200, 200, 200],
    ]);
  });

  it("passes on what the store cannot do, at once", async () => {
    const store = replica(3, { code: "storage_unavailable", cause: "gone" });

    expect([await readOn(store, 5), store.count()]).toStrictEqual([
      err({ code: "storage_unavailable", cause: "gone" }),
      2,
    ]);
  });

  it("is aborted before the first read", async () => {
    const store = replica(5);

    expect([await readOn(store, 5, { signal: AbortSignal.abort() }), store.count()]).toStrictEqual([
      err({ code: "aborted" }),
      0,
    ]);
  });

  it("is aborted between two reads", async () => {
    const controller = new AbortController();
    const store = replica(3);
    const timer = leapingTimer({ onWait: () => controller.abort() });

    expect([await readOn(store, 5, { timer, signal: controller.signal }), store.count()]).toStrictEqual([
      err({ code: "aborted" }),
      1,
    ]);
  });
});

describe("M7: every query", () => {
  const queries = calls.filter(({ input }) => "atLeast" in input);

  it("is one that is known", () => {
    expect(queries).toStrictEqual([...lists, access, can, accessMany]);
  });

  it.each(queries)("reads at least the revision asked for: $name", async (call) => {
    const roster = rosterOn(await acmeStorage(), { timer: leapingTimer(), deadlineMs: 50 });
    const ask = (atLeast: number) => call.ask(roster, { ...call.input, atLeast });

    const answers = [(await ask(seeded.revision)).isOk(), await ask(seeded.revision + 1)];

    expect(answers).toStrictEqual([
      true,
      err({ code: "revision_not_reached", atLeast: seeded.revision + 1, revision: seeded.revision }),
    ]);
  });

  it.each(queries)("hands the signal to the store and honours it: $name", async (call) => {
    const roster = rosterOn(await acmeStorage());
    const reader: Record<string, (input: unknown, options: object) => unknown> = roster as never;

    const refused = await reader[call.name]?.(call.input, { signal: AbortSignal.abort() });

    expect(refused).toStrictEqual(err({ code: "aborted" }));
  });

  it.each(queries)("passes on what the store cannot do: $name", async (call) => {
    const failed = { code: "storage_failed", cause: "broken" } as const;
    const broken = () => errAsync(failed);
    const inner = await acmeStorage();
    const read = Object.fromEntries(
      Object.keys(inner.read).map((name) => [name, broken]),
    ) as unknown as RosterStorage["read"];

    const refused = await call.ask(rosterOn({ ...inner, load: broken, read, events: broken }), call.input);

    expect(refused).toStrictEqual(err(failed));
  });
});
