import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dump } from "../../src/testing/dump.ts";
import { after, type AnyOutcome, take } from "../support/property/roster.ts";
import type { BatchStep } from "../support/commands/step.ts";
import { batchStepIn, historyIn } from "../support/property/steps.ts";
import { north } from "../support/property/values.ts";

const history = historyIn();
const batch = batchStepIn({ idempotencyKeys: [] });

describe("a batch is all or nothing, or the sum of its good items (M3)", () => {
  it("changes nothing at all when it is refused", () =>
    fc.assert(
      fc.asyncProperty(history, batchStepIn(), async (steps, step) => {
        const { storage, roster } = await after(steps);
        const before = await dump(storage, north);

        const answer = await take(roster, inMode(step, "atomic"));

        fc.pre(answer.isErr());
        expect(await dump(storage, north)).toEqual(before);
      }),
      { numRuns: 60 },
    ));

  it("refuses an atomic batch with exactly the items that a partial one leaves out", () =>
    fc.assert(
      fc.asyncProperty(history, batch, async (steps, step) => {
        const atomic = await take((await after(steps)).roster, inMode(step, "atomic"));
        const partial = await take((await after(steps)).roster, inMode(step, "partial"));

        expect(partial.isErr() && partial.error.code).not.toBe("members_rejected");
        // What remains of a partial batch may be refused as a whole, for example for the sake of the last admin.
        if (partial.isErr() && atomic.isErr() && atomic.error.code === "members_rejected") return;
        const rejected = partial.isOk() ? (partial.value.rejected ?? []) : [];
        if (rejected.length === 0) expect(atomic).toEqual(partial);
        else expect(atomic._unsafeUnwrapErr()).toEqual({ code: "members_rejected", rejected });
      }),
      { numRuns: 80 },
    ));

  it("does in partial mode what the good items alone do in atomic mode", () =>
    fc.assert(
      fc.asyncProperty(history, batch, async (steps, step) => {
        const partial = await after(steps);
        const before = await dump(partial.storage, north);
        const answer = await take(partial.roster, inMode(step, "partial"));
        fc.pre(answer.isOk());
        const outcome = answer._unsafeUnwrap();

        const good = without(step, outcome.rejected?.map(({ userId }) => userId) ?? []);
        if (good === null) {
          expect(listed(outcome)).toEqual([]);
          expect(await dump(partial.storage, north)).toEqual(before);
        } else {
          const atomic = await after(steps);
          const atomicOutcome = (await take(atomic.roster, inMode(good, "atomic")))._unsafeUnwrap();
          expect(atomicOutcome).toEqual({ ...outcome, rejected: [] });
          expect(await dump(atomic.storage, north)).toEqual(await dump(partial.storage, north));
        }
      }),
      { numRuns: 80 },
    ));
});

function inMode(step: BatchStep, mode: "atomic" | "partial"): BatchStep {
  return { ...step, input: { ...step.input, mode } } as BatchStep;
}

/** The batch without these users; null where nobody remains. */
function without(step: BatchStep, userIds: readonly string[]): BatchStep | null {
  const isGood = (userId: string) => !userIds.includes(userId);
  const { input } = step;
  const rest =
    "userIds" in input
      ? { userIds: input.userIds.filter(isGood) }
      : { members: input.members.filter(({ userId }) => isGood(userId)) };
  const isEmpty = Object.values<readonly unknown[]>(rest).every((list) => list.length === 0);
  return isEmpty ? null : ({ ...step, input: { ...input, ...rest } } as BatchStep);
}

function listed({ added, changed, removed, unchanged }: AnyOutcome): readonly unknown[] {
  return [added, changed, removed, unchanged].flatMap((list) => list ?? []);
}
