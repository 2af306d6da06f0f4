import { err, errAsync, ok, okAsync, type Result, type ResultAsync } from "neverthrow";
import { describe, expect, it } from "vitest";
import { memoryStorage } from "../../../src/memory.ts";
import type { RosterStorage } from "../../../src/application/ports/roster-storage.ts";
import type { StorageError } from "../../../src/application/ports/storage-error.ts";
import { readAtLeast } from "../../../src/application/engine/read-at-least.ts";
import { acmeStorage, rosterOn, seeded } from "../../support/acme-roster.ts";
import { getOrganization, getWorkspace, access, accessMany, calls, can, lists } from "../../support/inputs.ts";
import { leapingTimer } from "../../support/timers.ts";

/** Shows one revision after the other, and then always the last. */
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

const welcome = () => ok(null);
const stranger = () => err({ code: "organization_not_found" as const });

function readOn<Refusal extends { readonly code: string }>(
  { read }: ReturnType<typeof replica>,
  atLeast: number | null,
  {
    timer = leapingTimer({ random: 1 }),
    signal,
    judge = welcome,
    deadlineMs = 1_000,
  }: {
    timer?: ReturnType<typeof leapingTimer>;
    signal?: AbortSignal;
    judge?: (revision: number) => Result<null, Refusal>;
    deadlineMs?: number;
  } = {},
) {
  return readAtLeast({ read, revisionOf: (revision) => revision, judge, atLeast }, { timer, deadlineMs }, signal);
}

describe("M7: readAtLeast", () => {
  it.each([
    ["no revision is requested", null],
    ["the store shows it", 5],
    ["the store shows a newer one", 4],
  ])("reads once if %s", async (_, atLeast) => {
    const store = replica(5);

    expect([await readOn(store, atLeast), store.count()]).toStrictEqual([ok(5), 1]);
  });

  it("reads again until the store shows the revision, with pauses that double", async () => {
    const store = replica(3, 3, 4, 5);
    const timer = leapingTimer({ random: 1 });

    expect([await readOn(store, 5, { timer }), timer.waits]).toStrictEqual([ok(5), [40, 80, 160]]);
  });

  it("gives up at the deadline: revision_not_reached, with both revisions", async () => {
    const store = replica(3, 4);
    const timer = leapingTimer({ random: 1 });

    expect([await readOn(store, 5, { timer }), timer.waits]).toStrictEqual([
      err({ code: "revision_not_reached", atLeast: 5, revision: 4 }),
      [40, 80, 160, 320, 380],
    ]);
  });

  it.each([
    ["with the shortest pauses", 0],
    ["with the longest pauses", 1 - Number.EPSILON],
  ])(
    "reads at most a dozen times in ten seconds, the last time shortly before their end: a call %s",
    async (_, random) => {
      const store = replica(3);
      const timer = leapingTimer({ random });

      expect((await readOn(store, 5, { timer, deadlineMs: 10_000 })).isErr()).toBe(true);

      expect(store.count()).toBeLessThanOrEqual(12);
      expect(timer.waits.reduce((sum, wait) => sum + wait)).toBeCloseTo(9_980);
    },
  );

  it("leaves more time for the last read if the store is slow", async () => {
    const timer = leapingTimer({ random: 1 });
    const store = replica(3);
    const slow = () => store.read().andTee(() => void timer.wait(15));

    const refused = await readOn({ ...store, read: slow }, 5, { timer });

    expect([refused, timer.now()]).toStrictEqual([
      err({ code: "revision_not_reached", atLeast: 5, revision: 3 }),
      // The last read begins 80 ms before the deadline and takes 15 of them.
      1_000 + 1_000 - 80 + 15,
    ]);
  });

  it("passes on errors of the store at once", async () => {
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

describe("A5, A7: readAtLeast", () => {
  const forbidden = () => err({ code: "forbidden" as const });

  it.each([
    ["a stranger", stranger, "organization_not_found"],
    ["a member who may not read", forbidden, "forbidden"],
  ])("reveals no revision to %s, although it waits", async (_, judge, code) => {
    const store = replica(3);

    expect([await readOn<{ code: string }>(store, 5, { judge }), store.count()]).toStrictEqual([err({ code }), 6]);
  });

  it("waits for a reader who is not a member yet, while the store lags behind", async () => {
    const store = replica(3, 3, 5);
    const judge = (revision: number) => (revision < 5 ? stranger() : ok(null));

    expect([await readOn(store, 5, { judge }), store.count()]).toStrictEqual([ok(5), 3]);
  });

  it("reveals no revision to a reader who has lost access", async () => {
    const judge = (revision: number) => (revision < 4 ? ok(null) : forbidden());

    expect(await readOn(replica(3, 4), 5, { judge })).toStrictEqual(err({ code: "forbidden" }));
  });

  it("is final for a member once the revision is reached", async () => {
    const store = replica(5);

    expect([await readOn(store, 5, { judge: forbidden }), store.count()]).toStrictEqual([
      err({ code: "forbidden" }),
      1,
    ]);
  });

  it.each([1, 5, 6])(
    "lets a stranger wait as long as for an organization that does not exist, whatever its revision: at least %d",
    async (atLeast) => {
      const [existing, missing] = [replica(5), replica(0)];
      const timers = [leapingTimer({ random: 1 }), leapingTimer({ random: 1 })] as const;

      const answers = [
        await readOn(existing, atLeast, { judge: stranger, timer: timers[0] }),
        await readOn(missing, atLeast, { judge: stranger, timer: timers[1] }),
      ];

      expect(answers).toStrictEqual(Array(2).fill(err({ code: "organization_not_found" })));
      expect([timers[0].waits, existing.count()]).toStrictEqual([timers[1].waits, missing.count()]);
      expect(existing.count()).toBe(6);
    },
  );

  it("does not wait for revision 0 for a stranger, because every organization has it", async () => {
    const store = replica(0);

    expect([await readOn(store, 0, { judge: stranger }), store.count()]).toStrictEqual([
      err({ code: "organization_not_found" }),
      1,
    ]);
  });
});

describe("M7: every query", () => {
  const queries = calls.filter(({ input }) => "atLeast" in input);

  it("is a known query", () => {
    expect(queries).toStrictEqual([...lists, getOrganization, getWorkspace, access, can, accessMany]);
  });

  it.each(queries)("reads at least the requested revision: $name", async (call) => {
    const roster = rosterOn(await acmeStorage(), { timer: leapingTimer(), deadlineMs: 50 });
    const ask = (atLeast: number) => call.ask(roster, { ...call.input, atLeast });

    const answers = [(await ask(seeded.revision)).isOk(), await ask(seeded.revision + 1)];

    expect(answers).toStrictEqual([
      true,
      err({ code: "revision_not_reached", atLeast: seeded.revision + 1, revision: seeded.revision }),
    ]);
  });

  it.each(queries)("waits for an organization that the store does not show yet: $name", async (call) => {
    const behind = memoryStorage();
    const ahead = await acmeStorage();
    let reads = 0;
    const now = () => ((reads += 1) < 3 ? behind : ahead);
    const lists = ["organizationMembers", "workspaceMembers", "candidates", "workspaces", "workspacesOf"] as const;
    const storage = {
      ...ahead,
      load: (...args: Parameters<RosterStorage["load"]>) => now().load(...args),
      events: (...args: Parameters<RosterStorage["events"]>) => now().events(...args),
      read: Object.fromEntries(
        lists.map((name) => [
          name,
          (...args: readonly never[]) => (now().read[name] as (...args: unknown[]) => unknown)(...args),
        ]),
      ) as never,
    };

    const answer = await call.ask(rosterOn(storage, { timer: leapingTimer() }), {
      ...call.input,
      atLeast: seeded.revision,
    });

    expect([answer.isOk(), reads]).toStrictEqual([true, 3]);
  });

  it.each(queries)(
    "says at the deadline that an organization does not exist, without a revision: $name",
    async (call) => {
      const roster = rosterOn(memoryStorage(), { timer: leapingTimer() });

      expect(await call.ask(roster, { ...call.input, atLeast: 1 })).toStrictEqual(
        err({ code: "organization_not_found" }),
      );
    },
  );

  it.each(queries)("passes the signal to the store and honors it: $name", async (call) => {
    const roster = rosterOn(await acmeStorage());
    const reader: Record<string, (input: unknown, options: object) => unknown> = roster as never;

    const refused = await reader[call.name]?.(call.input, { signal: AbortSignal.abort() });

    expect(refused).toStrictEqual(err({ code: "aborted" }));
  });

  it.each(queries)("passes on errors of the store: $name", async (call) => {
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
