import type { RosterEvent } from "../../domain/shared/event.ts";
import { organizationNotFound } from "../../domain/organization/organization-not-found.ts";
import { describeError, type RosterError } from "../describe-error.ts";
import { need } from "../ports/need.ts";
import type { Runtime } from "../runtime.ts";
import { type FollowChanges, parseFollowChanges } from "../schemas/changes-schema.ts";

const everything = { need: need({}), workspaceId: null, userId: null, operationId: null };
const largestPage = 500;
const firstPauseMs = 20;
const longestPauseMs = 1_000;

/** Every event of one organization from a sequence on, as it is committed, until the signal fires. */
export function changesOf(runtime: Runtime): (input: unknown) => AsyncIterable<RosterEvent> {
  return (input) => follow(runtime, input);
}

async function* follow(runtime: Runtime, input: unknown): AsyncGenerator<RosterEvent, void> {
  const parsed = parseFollowChanges(input);
  if (parsed.isErr()) throw changesFailed(parsed.error);

  const { signal } = parsed.value;
  let after = parsed.value.after;
  let pauseMs = firstPauseMs;
  while (!hasEnded(signal)) {
    const committed = nextCommit(runtime, parsed.value);
    try {
      const events = await newEvents(runtime, parsed.value, after);
      for (const event of events) {
        if (hasEnded(signal)) return;
        after = event.sequence;
        yield event;
      }
      pauseMs = events.length > 0 ? firstPauseMs : Math.min(pauseMs * 2, longestPauseMs);
      if (events.length === 0) await committed.orAfter(pauseMs);
    } finally {
      committed.forget();
    }
  }
}

async function newEvents(
  { storage }: Runtime,
  { organizationId, signal }: FollowChanges,
  after: number,
): Promise<readonly RosterEvent[]> {
  const page = await storage.events(organizationId, after, largestPage, { ...everything, signal });
  if (page.isOk()) {
    if (page.value.facts.organization === null) throw changesFailed(organizationNotFound());
    return page.value.rows;
  }
  // A store that cannot be reached now is asked again: nothing is lost, since the place in the sequence is kept.
  if (page.error.code === "aborted" || page.error.code === "storage_unavailable") return [];
  throw changesFailed(page.error);
}

/** Listens from before the read, so that a commit between the read and the pause ends the pause. */
function nextCommit({ bell, timer }: Runtime, { organizationId, signal }: FollowChanges) {
  const rung = new AbortController();
  const forget = bell.once(organizationId, () => rung.abort());
  const either = signal === undefined ? rung.signal : AbortSignal.any([signal, rung.signal]);
  return { forget, orAfter: (milliseconds: number) => timer.wait(milliseconds, either) };
}

function hasEnded(signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true;
}

/** A loop has no other channel for failure than a throw; what it is about is plain data in `cause`. */
function changesFailed(error: RosterError): Error {
  return new Error(describeError(error), { cause: error });
}
