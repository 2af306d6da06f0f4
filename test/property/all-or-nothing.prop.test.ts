import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dump } from "../../src/testing/dump.ts";
import { after, type AnyOutcome, run } from "../support/property/roster.ts";
import type { BatchStep } from "../support/commands/step.ts";
import { batchStepIn, historyIn } from "../support/property/steps.ts";
import { north } from "../support/property/values.ts";

const history = historyIn();
const batch = batchStepIn({ idempotencyKeys: [] });

describe("an atomic batch is all or nothing, a partial batch does its valid items (M3)", () => {
  it("changes nothing if it is refused", () =>
    fc.assert(
      fc.asyncProperty(history, batchStepIn(), async (steps, step) => {
        const { storage, roster } = await after(steps);
        const before = await dump(storage, north);

        const answer = await run(roster, inMode(step, "atomic"));

        fc.pre(answer.isErr());
        expect(await dump(storage, north)).toEqual(before);
      }),
      { numRuns: 60 },
    ));

  it("refuses an atomic batch with exactly the items that the partial batch rejects", () =>
    fc.assert(
      fc.asyncProperty(history, batch, async (steps, step) => {
        const atomic = await run((await after(steps)).roster, inMode(step, "atomic"));
        const partial = await run((await after(steps)).roster, inMode(step, "partial"));

        expect(partial.isErr() && partial.error.code).not.toBe("members_rejected");
        // The rest of a partial batch may be refused as a whole, for example to keep the last admin.
        if (partial.isErr() && atomic.isErr() && atomic.error.code === "members_rejected") return;
        const rejected = partial.isOk() ? (partial.value.rejected ?? []) : [];
        if (rejected.length === 0) expect(atomic).toEqual(partial);
        else expect(atomic._unsafeUnwrapErr()).toEqual({ code: "members_rejected", rejected });
      }),
      { numRuns: 80 },
    ));

  it("does in partial mode what the valid items alone do in atomic mode", () =>
    fc.assert(
      fc.asyncProperty(history, batch, async (steps, step) => {
        const partial = await after(steps);
        const before = await dump(partial.storage, north);
        const answer = await run(partial.roster, inMode(step, "partial"));
        fc.pre(answer.isOk());
        const outcome = answer._unsafeUnwrap();

        const valid = without(step, outcome.rejected?.map(({ userId }) => userId) ?? []);
        if (valid === null) {
          expect(listed(outcome)).toEqual([]);
          expect(await dump(partial.storage, north)).toEqual(before);
        } else {
          const atomic = await after(steps);
          const atomicOutcome = (await run(atomic.roster, inMode(valid, "atomic")))._unsafeUnwrap();
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

/** The batch without these users; null if it becomes empty. */
function without(step: BatchStep, userIds: readonly string[]): BatchStep | null {
  const isKept = (userId: string) => !userIds.includes(userId);
  const { input } = step;
  const rest =
    "userIds" in input
      ? { userIds: input.userIds.filter(isKept) }
      : { members: input.members.filter(({ userId }) => isKept(userId)) };
  const isEmpty = Object.values<readonly unknown[]>(rest).every((list) => list.length === 0);
  return isEmpty ? null : ({ ...step, input: { ...input, ...rest } } as BatchStep);
}

function listed({ added, changed, removed, unchanged }: AnyOutcome): readonly unknown[] {
  return [added, changed, removed, unchanged].flatMap((list) => list ?? []);
}
