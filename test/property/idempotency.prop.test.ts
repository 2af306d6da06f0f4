import fc from "fast-check";
import { ok } from "neverthrow";
import { describe, expect, it } from "vitest";
import { dump } from "../../src/testing/dump.ts";
import { type AnyRoster, after, play, run } from "../support/property/roster.ts";
import type { Step } from "../support/commands/step.ts";
import { batchStepIn, historyIn, stepIn } from "../support/property/steps.ts";
import { north, owner, scim } from "../support/property/values.ts";

const key = "the key";
const keyless = { idempotencyKeys: [], hasInvalid: false };
const history = historyIn(keyless);
const meanwhile = fc.array(stepIn(keyless), { maxLength: 4 });
const keyed = stepIn({ ...keyless, actors: [scim, { userId: owner }] }).map((step) => withKey(step, key));
const keyedBatch = batchStepIn({ ...keyless, actors: [scim] }).map((step) => withKey(step, key));

describe("an idempotency key stands for one command", () => {
  it("returns the same outcome for a resend, marked as replayed, and changes nothing, even after other commands", () =>
    fc.assert(
      fc.asyncProperty(history, keyed, meanwhile, async (steps, step, others) => {
        const { storage, roster } = await after(steps);
        const first = await run(roster, step);
        fc.pre(first.isOk());
        await play(roster, others);
        // An actor who has left the organization since is a stranger there.
        fc.pre(await isActorMember(roster, step));
        const before = await dump(storage, north);

        const resent = await run(roster, step);

        expect(resent).toEqual(ok({ ...first._unsafeUnwrap(), replayed: true }));
        expect(await dump(storage, north)).toEqual(before);
      }),
      { numRuns: 50 },
    ));

  it("refuses any other command under it, including the same one by another actor, and changes nothing", () =>
    fc.assert(
      fc.asyncProperty(history, keyed, meanwhile, keyed, async (steps, step, others, unlike) => {
        const { storage, roster } = await after(steps);
        fc.pre((await run(roster, step)).isOk());
        await play(roster, others);
        const before = await dump(storage, north);

        for (const reuse of [changed(step), ...(unlike.command === step.command ? [] : [unlike])]) {
          const refusal = (await run(roster, reuse))._unsafeUnwrapErr();
          // Those who may not issue the command get the same error as without the key.
          if (isBySystem(reuse) || refusal.code === "idempotency_key_reused") {
            expect(refusal).toEqual({ code: "idempotency_key_reused", idempotencyKey: key });
          } else {
            expect((await run(roster, withKey(reuse, null)))._unsafeUnwrapErr()).toEqual(refusal);
          }
        }
        expect(await dump(storage, north)).toEqual(before);
      }),
      { numRuns: 50 },
    ));

  it("stays unused after a refusal", () =>
    fc.assert(
      fc.asyncProperty(history, keyed, async (steps, step) => {
        const { roster } = await after(steps);
        fc.pre((await run(roster, step)).isErr());

        const members = [{ userId: "fresh", role: "member" as const, displayName: "Fresh" }];
        const input = { organizationId: north, actor: scim, members, idempotencyKey: key };
        const answer = await roster.addOrganizationMembers(input);

        expect(answer._unsafeUnwrap()).toMatchObject({ replayed: false });
      }),
      { numRuns: 50 },
    ));

  it("also stores a success that changed nothing", () =>
    fc.assert(
      fc.asyncProperty(history, keyedBatch, async (steps, step) => {
        const { roster } = await after([...steps, withKey(step, null)]);
        const first = await run(roster, step);
        fc.pre(first.isOk());
        const { added = [], changed: others = [], removed = [] } = first._unsafeUnwrap();
        fc.pre([...added, ...others, ...removed].length === 0);

        const resent = await run(roster, step);

        expect(resent).toEqual(ok({ ...first._unsafeUnwrap(), replayed: true }));
      }),
      { numRuns: 50 },
    ));
});

async function isActorMember(roster: AnyRoster, { command, input }: Step): Promise<boolean> {
  const actor = command === "createOrganization" ? { userId: input.owner.userId } : input.actor;
  const { items } = (await roster.listOrganizationMembers({ organizationId: north, actor: scim }))._unsafeUnwrap();
  return "system" in actor || items.some(({ userId }) => userId === actor.userId);
}

function isBySystem({ command, input }: Step): boolean {
  return command !== "createOrganization" && "system" in input.actor;
}

function withKey(step: Step, idempotencyKey: string | null): Step {
  return { ...step, input: { ...step.input, idempotencyKey } } as Step;
}

/** The same command with one difference that may not show in its outcome. */
function changed(step: Step): Step {
  const change =
    step.command === "createOrganization"
      ? { name: `${step.input.name} again` }
      : { actor: step.command === "leaveWorkspace" ? { userId: "another" } : { system: "another" } };
  return { ...step, input: { ...step.input, ...change } } as Step;
}
