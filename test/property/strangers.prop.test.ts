import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ask, type ListCall, listCallIn } from "../support/property/queries.ts";
import { dump } from "../../src/testing/dump.ts";
import { type AnyRoster, after, run } from "../support/property/roster.ts";
import type { Step } from "../support/commands/step.ts";
import { historyIn, stepIn } from "../support/property/steps.ts";
import { north, owner, scim, userIds } from "../support/property/values.ts";

const byPeople = userIds.map((userId) => ({ userId }));
const step = stepIn({ actors: byPeople }).filter(({ command }) => command !== "createOrganization");
const list = listCallIn(north, fc.constantFrom(...byPeople)).filter(({ query }) => query !== "workspacesOf");

describe("A7: for non-members, including former members, an organization does not exist", () => {
  it("returns the same for every command and preview as for an unused id, even under a used key", () =>
    fc.assert(
      fc.asyncProperty(historyIn(), fc.array(step, { minLength: 1, maxLength: 4 }), async (history, steps) => {
        const { roster, storage } = await after(history);
        const members = await membersOf(roster);
        const before = await dump(storage, north);

        for (const call of [...steps, ...history.filter(({ command }) => command !== "createOrganization")]) {
          for (const stranger of nonMembers(members)) {
            const sent = by(stranger, call);
            const missing = withUnusedOrganization(sent);
            expect(await run(roster, sent)).toEqual(await run(roster, missing));
            expect(await run(roster.preview, sent)).toEqual(await run(roster.preview, missing));
          }
        }
        expect(await dump(storage, north)).toEqual(before);
      }),
      { numRuns: 40 },
    ));

  it("does so for every list", () =>
    fc.assert(
      fc.asyncProperty(historyIn(), fc.array(list, { minLength: 1, maxLength: 4 }), async (history, lists) => {
        const { roster } = await after(history);
        const members = await membersOf(roster);

        for (const call of lists) {
          for (const stranger of nonMembers(members)) {
            const sent = by(stranger, call);
            const answer = await ask(roster, sent);
            expect(answer).toEqual(await ask(roster, withUnusedOrganization(sent)));
            expect(answer._unsafeUnwrapErr()).toEqual({ code: "organization_not_found" });
          }
        }
      }),
      { numRuns: 40 },
    ));

  it("returns no stored outcome to an actor who has left", () =>
    fc.assert(
      fc.asyncProperty(
        historyIn({ subjects: userIds.filter((userId) => userId !== owner), idempotencyKeys: [], hasInvalid: false }),
        stepIn({ actors: [{ userId: owner }], idempotencyKeys: ["the key"] }),
        async (history, keyed) => {
          const { roster } = await after(history);
          fc.pre(keyed.command !== "createOrganization" && (await run(roster, keyed)).isOk());
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

          const again = await run(roster, keyed);

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

function nonMembers(members: ReadonlySet<string>): readonly string[] {
  return ["stranger", ...userIds].filter((userId) => !members.has(userId));
}

function by<Call extends Step | ListCall>(userId: string, call: Call): Call {
  return { ...call, input: { ...call.input, actor: { userId } } };
}

function withUnusedOrganization<Call extends Step | ListCall>(call: Call): Call {
  return { ...call, input: { ...call.input, organizationId: "never used" } };
}
