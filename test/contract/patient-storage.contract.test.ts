import { errAsync, okAsync, type ResultAsync } from "neverthrow";
import { expect, it } from "vitest";
import { memoryStorage } from "workspace-roster/memory";
import type { StorageError } from "workspace-roster";
import type { CommitBatch, CommitOutcome, RosterStorage } from "workspace-roster/storage";
import { patientStorage } from "workspace-roster/testing";

const organizationId = "acme" as CommitBatch["organizationId"];
const batch = {
  organizationId,
  guard: { expectedRevision: 0, lastSequence: 0, lastAt: null },
  command: { key: "key", fingerprint: "print", outcome: "{}", at: "2026-01-01T00:00:00.000Z" },
  writes: [{ table: "organization", id: organizationId, before: null, after: { id: organizationId } }],
  events: [],
} as unknown as CommitBatch;

type Answer = ResultAsync<CommitOutcome, StorageError>;
const unknown = { kind: "unknown", cause: "lost" } as const;
const conflict = { kind: "conflict" } as const;
const unavailable = { code: "storage_unavailable", cause: "away" } as const;

/** The first commit is answered by `first`, which may send the batch or not. */
function storeThat(first: (send: () => Answer) => Answer): RosterStorage {
  const storage = memoryStorage();
  let sends = 0;
  const commit: RosterStorage["commit"] = (...args) => {
    const send = () => storage.commit(...args);
    return (sends += 1) === 1 ? first(send) : send();
  };
  return { ...storage, commit };
}

it.each<[string, (send: () => Answer) => Answer, string]>([
  ["resends a batch that was lost", () => okAsync(unknown), "committed"],
  ["knows its own record after a lost answer", (send) => send().map(() => unknown), "committed"],
  ["tries again after a conflict without need", () => okAsync(conflict), "committed"],
  ["tries again when the store was away", () => errAsync(unavailable), "committed"],
  ["does not hide a conflict that was applied", (send) => send().map(() => conflict), "conflict"],
  ["does not hide an error that was applied", (send) => send().andThen(() => errAsync(unavailable)), "replay"],
])("%s", async (_, first, kind) => {
  const answer = await patientStorage(storeThat(first)).commit(batch, {});
  expect(answer._unsafeUnwrap().kind).toBe(kind);
});
