import fc from "fast-check";
import type { ResultAsync } from "neverthrow";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { describeError, type RosterError } from "../../src/index.ts";
import type { RosterStorage } from "../../src/storage.ts";
import { memoryStorage } from "../../src/memory.ts";
import { anyCall, type Call, hostile, longText, spoiled } from "../support/property/hostile.ts";
import { type AnyOutcome, play, rosterOn } from "../support/property/roster.ts";
import { batchStepIn, populating } from "../support/property/steps.ts";
import { north } from "../support/property/values.ts";

const refusedByTheParser = ["invalid_input", "empty_batch", "too_many_members", "duplicate_user"];

// Compiled schemas, as hosts have them.
z.config({ jitless: false });

const { roster, calls } = await countingRoster();

describe("any input", () => {
  it("returns an outcome or a typed error, and never throws or rejects", () =>
    fc.assert(
      fc.asyncProperty(anyCall, hostile, async ({ method }, { make }) => {
        const { code } = await resultOf({ method, input: make() });

        expect(code === null || describedCodes.has(code)).toBe(true);
      }),
      { numRuns: 500 },
    ));

  it("does so if any part of a valid input is replaced; invalid input is refused before the storage is called, and no batch is empty", () =>
    fc.assert(
      fc.asyncProperty(anyCall.chain(spoiled), async ({ make }) => {
        const before = calls();

        const { code, message, listed } = await resultOf(make());

        expect(code === null || describedCodes.has(code)).toBe(true);
        if (refusedByTheParser.includes(code ?? "")) expect(calls()).toBe(before);
        expect(message).not.toContain(longText.repeat(101));
        expect(listed).not.toEqual([]);
      }),
      { numRuns: 1_500 },
    ));

  it("returns too_many_members for a batch of more than 10,000, whatever it contains", () =>
    fc.assert(
      fc.asyncProperty(
        batchStepIn(),
        fc.constantFrom(10_001, 20_000, 2 ** 32 - 1),
        async ({ command, input }, length) => {
          const endless = Object.assign([], { length });
          const batch = "userIds" in input ? { userIds: endless } : { members: endless };

          const { code } = await resultOf({ method: command, input: { ...input, ...batch } });

          expect(code).toBe("too_many_members");
        },
      ),
      { numRuns: 50 },
    ));
});

async function countingRoster() {
  const counted = countedCalls(memoryStorage());
  const roster = rosterOn(counted.storage);
  await play(roster, populating(north));
  return { roster, calls: () => counted.calls() };
}

/** The error's code and sentences; or, if it succeeded, the items that the outcome of a batch lists (null for no batch). */
async function resultOf({ method, input }: Call) {
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

/** The storage, with a count of its calls. */
function countedCalls(storage: RosterStorage): { readonly storage: RosterStorage; calls(): number } {
  let calls = 0;

  function counted(value: unknown): unknown {
    if (typeof value === "function") {
      return (...given: unknown[]): unknown => {
        calls += 1;
        return (value as (...args: unknown[]) => unknown)(...given);
      };
    }
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, counted(part)]));
  }

  return { storage: counted(storage) as RosterStorage, calls: () => calls };
}
