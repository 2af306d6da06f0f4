import type { Result, ResultAsync } from "neverthrow";
import type { OrganizationFacts } from "../../domain/facts/organization-facts.ts";
import type { InvalidInput } from "../schemas/invalid-input.ts";
import type { Need } from "../ports/need.ts";
import type { ListPage, ListQuery } from "../ports/queries.ts";
import type { RosterStorage, StorageCallOptions } from "../ports/roster-storage.ts";
import type { StorageError } from "../ports/storage-error.ts";
import type { Runtime } from "./runtime.ts";
import type { ListRequest } from "../schemas/query-fields.ts";
import type { ParserContext } from "../schemas/parser-context.ts";

/** What of a roster a list is judged and shown by. */
export type Roles = Pick<Runtime, "policy" | "workspaceRoles">;

/** One list of the library: how it is asked for, read, judged and shown. */
export interface ListDefinition<Request extends ListRequest, Row extends { readonly nameKey: string }, Item, Refusal> {
  /** Part of the cursor's scope: a cursor of one list is none of another. */
  readonly name: string;
  parser(door: ParserContext): (input: unknown) => Result<Request, InvalidInput>;
  need(request: Request): Partial<Need>;
  read(
    storage: RosterStorage,
    query: ListQuery,
    request: Request,
    options: StorageCallOptions,
  ): ResultAsync<ListPage<Row>, StorageError>;
  /** Whether the reader may see it, from facts of the same snapshot (rule A5). */
  judge(facts: OrganizationFacts, request: Request, roles: Roles): Result<unknown, Refusal>;
  idOf(row: Row): string;
  item(row: Row, roles: Roles): Item;
}
