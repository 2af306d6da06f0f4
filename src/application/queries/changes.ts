import { z } from "zod";
import { err, ok, type Result } from "neverthrow";
import type { RosterEvent } from "../../domain/facts/event.ts";
import type { OrganizationId } from "../../domain/values/ids.ts";
import { organizationNotFound, type OrganizationNotFound } from "../../domain/organization/organization-not-found.ts";
import type { CallerSignal } from "../ports/abort-signal.ts";
import { need } from "../ports/need.ts";
import type { StorageError } from "../ports/storage-error.ts";
import type { EventPage } from "../ports/queries.ts";
import type { PositionAhead } from "../engine/errors.ts";
import { readInTime } from "../engine/in-time.ts";
import type { Runtime } from "../engine/runtime.ts";
import { organizationId } from "../schemas/fields.ts";
import type { InvalidInput } from "../schemas/invalid-input.ts";
import { parserOf } from "../schemas/parse-input.ts";
import { wholeNumber } from "../schemas/query-fields.ts";
import { nextCommit } from "../feed/next-commit.ts";
import { positionWatch } from "../feed/position-watch.ts";
import { stoppable } from "../feed/stoppable.ts";

/** The input of `changes`. */
export interface ChangesInput {
  readonly organizationId: string;
  /** The position: the sequence of the last event that you have processed. Default 0, for all events. */
  readonly after?: number | undefined;
  /** Ends the loop at once when it fires. */
  readonly signal?: CallerSignal | undefined;
}

/** The errors of `changes`, each as the `cause` of the Error that it throws. */
export type ChangesError = InvalidInput | OrganizationNotFound | PositionAhead | StorageError;

interface FollowChanges {
  readonly organizationId: OrganizationId;
  readonly after: number;
  readonly signal: AbortSignal | undefined;
}

const isSignal = (value: unknown): boolean => typeof value === "object" && value !== null && "aborted" in value;
const signal = z.custom<AbortSignal>(isSignal, { error: "must be an AbortSignal" }).optional();

export function changesSchema() {
  return z
    .strictObject({ organizationId, after: wholeNumber(0).default(0), signal })
    .transform((input) => ({ ...input, signal: input.signal }));
}

const parse = parserOf<FollowChanges>(changesSchema());

const allEvents = { need: need({}), workspaceId: null, userId: null, operationId: null };
const pageSize = 500;
const minPauseMs = 20;
const maxPauseMs = 1_000;
/** A deadline for commands may be as short as 0, with which no read would ever be in time. */
const minReadMs = 1_000;

/** Yields every event of one organization after a sequence, as it is committed, until the signal fires or the loop ends. */
export function changesOf(
  runtime: Runtime,
  describe: (error: ChangesError) => string,
): (input: unknown) => AsyncIterableIterator<RosterEvent> {
  // A loop can fail only by a throw; `cause` is the error as plain data.
  const failed = (error: ChangesError): Error => new Error(describe(error), { cause: error });
  return (input) => {
    const parsed = parse(input);
    const signal = parsed.isOk() ? parsed.value.signal : undefined;
    return stoppable(signal, (stop) => follow(runtime, parsed, stop, failed));
  };
}

async function* follow(
  runtime: Runtime,
  parsed: Result<FollowChanges, InvalidInput>,
  stop: AbortSignal,
  failed: (error: ChangesError) => Error,
): AsyncGenerator<RosterEvent, void> {
  if (parsed.isErr()) throw failed(parsed.error);

  const { organizationId } = parsed.value;
  const checkPosition = positionWatch(runtime);
  let { after } = parsed.value;
  let pauseMs = minPauseMs;
  while (!stop.aborted) {
    const upcoming = nextCommit(runtime, organizationId, stop);
    try {
      const page = await newEvents(runtime, organizationId, after, stop);
      if (page.isErr()) throw failed(page.error);
      const ahead = checkPosition(page.value, after);
      if (ahead !== null) throw failed(ahead);
      const events = page.value?.rows ?? [];
      for (const event of events) {
        after = event.sequence;
        yield event;
      }
      pauseMs = events.length > 0 ? minPauseMs : Math.min(pauseMs * 2, maxPauseMs);
      if (events.length === 0) await upcoming.wait(pauseMs);
    } finally {
      upcoming.stopListening();
    }
  }
}

/** Null if the store is unavailable now. The caller reads again: no event is lost, because the position is kept. */
async function newEvents(
  { storage, timer, deadlineMs }: Runtime,
  organizationId: OrganizationId,
  after: number,
  stop: AbortSignal,
): Promise<Result<EventPage | null, ChangesError>> {
  const limits = { deadline: timer.now() + Math.max(deadlineMs, minReadMs), signal: stop };
  const page = await readInTime(timer, limits, (options) =>
    storage.events(organizationId, after, pageSize, { ...allEvents, ...options }),
  );
  if (page.isErr()) {
    const isTemporary = page.error.code === "aborted" || page.error.code === "storage_unavailable";
    return isTemporary ? ok(null) : err(page.error);
  }
  return page.value.facts.organization === null ? err(organizationNotFound()) : ok(page.value);
}
