import assert from "node:assert/strict";
import type { ResultAsync } from "neverthrow";
import type { CommitBatch } from "../application/ports/commit-batch.ts";
import { type Facts, type Need, need } from "../application/ports/need.ts";
import type { RosterStorage } from "../application/ports/roster-storage.ts";
import type { StorageError } from "../application/ports/storage-error.ts";
import type { OrganizationId } from "../domain/values/ids.ts";
import { inByteOrder } from "./text/byte-order.ts";
import { withPrototypes } from "./text/with-prototypes.ts";

/** Compares deeply and strictly: no coercion, and no missing or extra properties. A prototype of null counts as plain. */
export function equal(actual: unknown, expected: unknown, message?: string): void {
  assert.deepStrictEqual(withPrototypes(actual), withPrototypes(expected), message);
}

/** Waits for the value of a result. An error fails the case. */
export async function valueOf<Value>(answer: ResultAsync<Value, { readonly code: string }>): Promise<Value> {
  const result = await answer;
  if (result.isOk()) return result.value;
  const { error } = result;
  throw new assert.AssertionError({
    message: `The result was the error ${error.code}${"cause" in error ? `: ${String(error.cause)}` : ""}`,
  });
}

/** Asserts that the call returned `aborted`. */
export async function abortedBy<Value>(answer: ResultAsync<Value, StorageError>): Promise<void> {
  const result = await answer;
  equal(result.isErr() && result.error, { code: "aborted" });
}

export async function committed(storage: RosterStorage, batch: CommitBatch): Promise<void> {
  equal(await valueOf(storage.commit(batch, {})), { kind: "committed" });
}

export async function conflicting(storage: RosterStorage, batch: CommitBatch): Promise<void> {
  equal(await valueOf(storage.commit(batch, {})), { kind: "conflict" });
}

/** Loads facts, sorted so that they can be compared. */
export async function loaded(
  storage: RosterStorage,
  organizationId: OrganizationId,
  parts: Partial<Need> = {},
): Promise<Facts> {
  return sortedFacts(await valueOf(storage.load(organizationId, need(parts), {})));
}

export function sortedFacts(facts: Facts): Facts {
  return {
    ...facts,
    members: inByteOrder(facts.members, ({ userId }) => [userId]),
    workspaces: inByteOrder(facts.workspaces, ({ workspaceId }) => [workspaceId]),
    assignments: inByteOrder(facts.assignments, ({ workspaceId, userId }) => [workspaceId, userId]),
    grantingEvents: [...facts.grantingEvents].sort((left, right) => left.sequence - right.sequence),
  };
}

/** Facts of an organization that does not exist, except for the given parts. */
export function factsWith(parts: Partial<Facts>): Facts {
  return {
    revision: 0,
    lastSequence: 0,
    lastAt: null,
    organization: null,
    command: null,
    members: [],
    workspaces: [],
    assignments: [],
    grantingEvents: [],
    ...parts,
  };
}
