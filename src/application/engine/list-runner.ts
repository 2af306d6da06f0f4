import { err, ok, type Result, ResultAsync } from "neverthrow";
import type { CallOptions } from "./command-receipt.ts";
import { decodeCursor, encodeCursor } from "./cursor.ts";
import type { InvalidCursor, QueryFailure } from "./errors.ts";
import { indexFacts } from "./index-facts.ts";
import { need } from "../ports/need.ts";
import type { Position } from "../ports/queries.ts";
import type { Runtime } from "./runtime.ts";
import { isStorable, type ListRequest } from "../schemas/query-fields.ts";
import type { ListDefinition } from "./list-definition.ts";
import type { Page } from "./page.ts";
import { readAtLeast } from "./read-at-least.ts";

export type RunnableList<Item, Refusal> = (
  input: unknown,
  options?: CallOptions,
) => ResultAsync<Page<Item>, Refusal | QueryFailure | InvalidCursor>;

/** Makes a list definition callable: parse, decode the cursor, read the rows together with facts, authorize, make the page. */
export function runnableList<
  Request extends ListRequest,
  Row extends { readonly nameKey: string },
  Item,
  Refusal extends { readonly code: string },
>(runtime: Runtime, definition: ListDefinition<Request, Row, Item, Refusal>): RunnableList<Item, Refusal> {
  const parse = definition.parser(runtime);

  async function list(
    input: unknown,
    signal?: AbortSignal,
  ): Promise<Result<Page<Item>, Refusal | QueryFailure | InvalidCursor>> {
    const parsed = parse(input);
    if (parsed.isErr()) return err(parsed.error);

    const request = parsed.value;
    const { organizationId, words, limit, atLeast } = request;
    const scope = scopeOf(definition.name, request);
    const after = request.after === null ? null : await positionOf(scope, request.after);
    if (after === "invalid") return err({ code: "invalid_cursor" });

    // One row more than the page shows whether there is a next page.
    const query = { organizationId, words, after, limit: limit + 1, need: need(definition.need(request)) };
    const read = await readAtLeast(
      {
        read: (options) => definition.read(runtime.storage, query, request, options),
        revisionOf: ({ facts }) => facts.revision,
        judge: ({ facts }) => definition.judge(indexFacts(organizationId, facts), request, runtime),
        atLeast,
      },
      runtime,
      signal,
    );
    if (read.isErr()) return err(read.error);

    const { rows } = read.value;
    const pageRows = rows.slice(0, limit);
    const last = rows.length > limit ? pageRows.at(-1) : undefined;
    return ok({
      items: pageRows.map((row) => definition.item(row, runtime)),
      next: last === undefined ? null : await encodeCursor(scope, [last.nameKey, definition.idOf(last)]),
    });
  }

  return (input, options) => new ResultAsync(list(input, options?.signal));
}

/** What a cursor is bound to: the whole request except the actor, who is authorized for each page, and paging fields. */
function scopeOf(name: string, request: ListRequest): readonly unknown[] {
  const { after, limit, atLeast, actor, ...filters } = request as ListRequest & { readonly actor?: unknown };
  return [name, filters];
}

async function positionOf(scope: readonly unknown[], cursor: string): Promise<Position | "invalid"> {
  const [nameKey, id] = (await decodeCursor(scope, cursor)) ?? [];
  if (typeof nameKey !== "string" || typeof id !== "string") return "invalid";
  return isStorable(nameKey) && isStorable(id) ? { nameKey, id } : "invalid";
}
