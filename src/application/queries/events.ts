import { z } from "zod";
import { err, ok, type Result, ResultAsync } from "neverthrow";
import type { OrganizationNotFound } from "../../domain/organization/organization-not-found.ts";
import { mayReadEvents } from "../../domain/authority/read-authority.ts";
import type { RosterEvent } from "../../domain/facts/event.ts";
import type { Forbidden } from "../../domain/authority/forbidden.ts";
import type { WorkspaceNotFound } from "../../domain/workspace/workspace-not-found.ts";
import type { CallOptions } from "../engine/command-receipt.ts";
import { decodeCursor, encodeCursor } from "../engine/cursor.ts";
import type { InvalidCursor, QueryFailure } from "../engine/errors.ts";
import { indexFacts } from "../engine/index-facts.ts";
import { need } from "../ports/need.ts";
import type { Runtime } from "../engine/runtime.ts";
import { actor, type ActorInput, operationId, optional, userId, workspaceId } from "../schemas/fields.ts";
import { parserOf } from "../schemas/parse-input.ts";
import { eventsAfter, pageFields, type QueryInput } from "../schemas/query-fields.ts";
import type { Page } from "../engine/page.ts";
import { readAtLeast } from "../engine/read-at-least.ts";
import { readerNeed } from "../engine/needs.ts";

/** The input of `events`. */
export interface EventsInput extends QueryInput {
  readonly actor: ActorInput;
  /** 1 to 500, default 50. */
  readonly limit?: number | undefined;
  /** The `next` of the previous page, or the sequence of the last event that you have read. */
  readonly after?: string | number | null | undefined;
  /** Only events of this workspace. */
  readonly workspaceId?: string | null | undefined;
  /** Only events about this user. */
  readonly userId?: string | null | undefined;
  /** Only events of this operation. */
  readonly operationId?: string | null | undefined;
}

/** The errors of `events`. */
export type EventsError = OrganizationNotFound | WorkspaceNotFound | Forbidden | QueryFailure | InvalidCursor;

type Refusal = OrganizationNotFound | WorkspaceNotFound | Forbidden;

type Answer = Result<Page<RosterEvent>, Refusal | QueryFailure | InvalidCursor>;

export function eventsSchema() {
  return z.strictObject({
    ...pageFields,
    after: eventsAfter,
    actor,
    workspaceId: optional(workspaceId),
    userId: optional(userId),
    operationId: optional(operationId),
  });
}

/** The organization's events in commit order: an audit trail, and a feed that can be read from any sequence on. */
export function runnableEvents(
  runtime: Runtime,
): (input: unknown, options?: CallOptions) => ResultAsync<Page<RosterEvent>, Refusal | QueryFailure | InvalidCursor> {
  const parse = parserOf(eventsSchema());

  async function read(input: unknown, signal?: AbortSignal): Promise<Answer> {
    const parsed = parse(input);
    if (parsed.isErr()) return err(parsed.error);

    const { organizationId, actor, workspaceId, userId, operationId, limit, atLeast } = parsed.value;
    const scope = ["events", organizationId, workspaceId, userId, operationId];
    const after = await sequenceOf(scope, parsed.value.after);
    if (after === null) return err({ code: "invalid_cursor" });

    const query = { need: need(readerNeed(actor, workspaceId)), workspaceId, userId, operationId };
    const page = await readAtLeast(
      {
        read: (options) => runtime.storage.events(organizationId, after, limit + 1, { ...query, ...options }),
        revisionOf: ({ facts }) => facts.revision,
        judge: ({ facts }) => mayReadEvents(indexFacts(organizationId, facts), { workspaceId, actor }, runtime),
        atLeast,
      },
      runtime,
      signal,
    );
    if (page.isErr()) return err(page.error);

    const { rows } = page.value;
    const items = rows.slice(0, limit);
    const last = rows.length > limit ? items.at(-1) : undefined;
    return ok({ items, next: last === undefined ? null : await encodeCursor(scope, [last.sequence]) });
  }

  return (input, options) => new ResultAsync(read(input, options?.signal));
}

async function sequenceOf(scope: readonly unknown[], after: string | number | null): Promise<number | null> {
  if (after === null) return 0;
  if (typeof after === "number") return after;
  const [sequence] = (await decodeCursor(scope, after)) ?? [];
  return Number.isSafeInteger(sequence) ? (sequence as number) : null;
}
