import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ask, type ListCall, listCallIn } from "../support/property/queries.ts";
import { dump } from "../../src/testing/dump.ts";
import { type AnyRoster, after, take } from "../support/property/roster.ts";
import type { Step } from "../support/commands/step.ts";
import { historyIn, stepIn } from "../support/property/steps.ts";
import { north, owner, scim, userIds } from "../support/property/values.ts";

const byPeople = userIds.map((userId) => ({ userId }));
const step = stepIn({ actors: byPeople }).filter(({ command }) => command !== "createOrganization");
const list = listCallIn(north, fc.constantFrom(...byPeople)).filter(({ query }) => query !== "workspacesOf");

describe("A7: to somebody who is not a member, and to one who has left, an organization is not there", () => {
  it("answers every command and preview as for an id that was never used, also under a used key", () =>
    fc.assert(
      fc.asyncProperty(historyIn(), fc.array(step, { minLength: 1, maxLength: 4 }), async (history, steps) => {
        const { roster, storage } = await after(history);
        const members = await membersOf(roster);
        const before = await dump(storage, north);

        for (const call of [...steps, ...history.filter(({ command }) => command !== "createOrganization")]) {
          for (const stranger of strangersTo(members)) {
            const asked = by(stranger, call);
            const missing = elsewhere(asked);
            expect(await take(roster, asked)).toEqual(await take(roster, missing));
            expect(await take(roster.preview, asked)).toEqual(await take(roster.preview, missing));
          }
        }
        expect(await dump(storage, north)).toEqual(before);
      }),
      { numRuns: 40 },
    ));

  it("answers every list so", () =>
    fc.assert(
      fc.asyncProperty(historyIn(), fc.array(list, { minLength: 1, maxLength: 4 }), async (history, lists) => {
        const { roster } = await after(history);
        const members = await membersOf(roster);

        for (const call of lists) {
          for (const stranger of strangersTo(members)) {
            const asked = by(stranger, call);
            const answer = await ask(roster, asked);
            expect(answer).toEqual(await ask(roster, elsewhere(asked)));
            expect(answer._unsafeUnwrapErr()).toEqual({ code: "organization_not_found" });
          }
        }
      }),
      { numRuns: 40 },
    ));

  it("gives nobody who has left what they did before under their key", () =>
    fc.assert(
      fc.asyncProperty(
        historyIn({ subjects: userIds.filter((userId) => userId !== owner), idempotencyKeys: [], hasInvalid: false }),
        stepIn({ actors: [{ userId: owner }], idempotencyKeys: ["the key"] }),
        async (history, keyed) => {
          const { roster } = await after(history);
          fc.pre(keyed.command !== "createOrganization" && (await take(roster, keyed)).isOk());
          const heir = [{ userId: "heir", role: "admin" as const, displayName: "Heir" }];
          (await roster.addOrganizationMembers({ organizationId: north, actor: scim, members: heir }))._unsafeUnwrap();
          const left = {
            organizationId: north,
            actor: scim,
            userIds: [owner],
            successor: "heir",
            mode: "partial",
          } as const;
          (await roster.removeOrganizationMembers(left))._unsafeUnwrap();

          const again = await take(roster, keyed);

          expect(again._unsafeUnwrapErr()).toEqual({ code: "organization_not_found" });
        },
      ),
      { numRuns: 40 },
    ));
});

async function membersOf(roster: AnyRoster): Promise<ReadonlySet<string>> {
  const page = await roster.listOrganizationMembers({ organizationId: north, actor: scim });
  return new Set(page._unsafeUnwrap().items.map(({ userId }) => userId));
}

function strangersTo(members: ReadonlySet<string>): readonly string[] {
  return ["stranger", ...userIds].filter((userId) => !members.has(userId));
}

function by<Call extends Step | ListCall>(userId: string, call: Call): Call {
  return { ...call, input: { ...call.input, actor: { userId } } };
}

function elsewhere<Call extends Step | ListCall>(call: Call): Call {
  return { ...call, input: { ...call.input, organizationId: "never used" } };
}
