import fc from "fast-check";
import type { ResultAsync } from "neverthrow";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { describeError, type RosterError } from "../../src/index.ts";
import { memoryStorage } from "../../src/memory.ts";
import { countedCalls } from "../support/property/counted-storage.ts";
import { anyCall, type Call, hostile, longText, spoiled } from "../support/property/hostile.ts";
import { type AnyOutcome, play, rosterOn } from "../support/property/roster.ts";
import { batchStepIn, populating } from "../support/property/steps.ts";
import { north } from "../support/property/values.ts";

const atTheDoor = ["invalid_input", "empty_batch", "too_many_members", "duplicate_user"];

// The schemas as hosts have them.
z.config({ jitless: false });

const { roster, calls } = await world();

describe("whatever a caller gives", () => {
  it("is answered with an outcome or a typed refusal, never with a throw or a rejection", () =>
    fc.assert(
      fc.asyncProperty(anyCall, hostile, async ({ method }, { make }) => {
        const { code } = await answerTo({ method, input: make() });

        expect(code === null || describedCodes.has(code)).toBe(true);
      }),
      { numRuns: 500 },
    ));

  it("is answered so with any part of a sound input spoiled: at the door without the storage, and never as a batch of nobody", () =>
    fc.assert(
      fc.asyncProperty(anyCall.chain(spoiled), async ({ make }) => {
        const before = calls();

        const { code, message, listed } = await answerTo(make());

        expect(code === null || describedCodes.has(code)).toBe(true);
        if (atTheDoor.includes(code ?? "")) expect(calls()).toBe(before);
        expect(message).not.toContain(longText.repeat(101));
        expect(listed).not.toEqual([]);
      }),
      { numRuns: 1_500 },
    ));

  it("is too_many_members where it is a batch of more than 10,000, whatever is in it", () =>
    fc.assert(
      fc.asyncProperty(
        batchStepIn(),
        fc.constantFrom(10_001, 20_000, 2 ** 32 - 1),
        async ({ command, input }, length) => {
          const endless = Object.assign([], { length });
          const batch = "userIds" in input ? { userIds: endless } : { members: endless };

          const { code } = await answerTo({ method: command, input: { ...input, ...batch } });

          expect(code).toBe("too_many_members");
        },
      ),
      { numRuns: 50 },
    ));
});

async function world() {
  const counted = countedCalls(memoryStorage());
  const roster = rosterOn(counted.storage);
  await play(roster, populating(north));
  return { roster, calls: () => counted.calls() };
}

/** The refusal's code with all of its sentences, or null with whom the outcome of a batch lists; null for no batch. */
async function answerTo({ method, input }: Call) {
  const answer = (roster[method] as (given: unknown) => ResultAsync<Partial<AnyOutcome>, RosterError>)(input);
  const result = await answer;
  if (result.isErr()) {
    const { error } = result;
    const issues = error.code === "invalid_input" ? error.issues.flatMap(({ path, message }) => [path, message]) : [];
    return { code: error.code, message: [describeError(error), ...issues].join("\n"), listed: null };
  }
  const {
    added = [],
    changed = [],
    removed = [],
    unchanged,
    rejected = [],
  } = Object(result.value) as Partial<AnyOutcome>;
  const listed = unchanged === undefined ? null : [...added, ...changed, ...removed, ...unchanged, ...rejected];
  return { code: null, message: "", listed };
}

const codes: Readonly<Record<RosterError["code"], true>> = {
  aborted: true,
  already_removed: true,
  changed_since: true,
  contention: true,
  duplicate_user: true,
  empty_batch: true,
  forbidden: true,
  idempotency_key_reused: true,
  invalid_cursor: true,
  invalid_input: true,
  last_organization_admin: true,
  last_workspace_admin: true,
  members_rejected: true,
  not_organization_member: true,
  not_workspace_member: true,
  operation_not_undoable: true,
  organization_already_exists: true,
  organization_member_limit: true,
  organization_not_found: true,
  outcome_unknown: true,
  position_ahead: true,
  revision_not_reached: true,
  role_conflict: true,
  storage_failed: true,
  storage_schema_mismatch: true,
  storage_unavailable: true,
  too_many_changes: true,
  too_many_members: true,
  workspace_already_exists: true,
  workspace_archived: true,
  workspace_limit: true,
  workspace_member_limit: true,
  workspace_name_taken: true,
  workspace_not_archived: true,
  workspace_not_found: true,
};
const describedCodes: ReadonlySet<string> = new Set(Object.keys(codes));
