import type { Result, ResultAsync } from "neverthrow";
import type { OrganizationFacts } from "../../domain/facts/organization-facts.ts";
import type { InvalidInput } from "../schemas/invalid-input.ts";
import type { Need } from "../ports/need.ts";
import type { ListPage, ListQuery } from "../ports/queries.ts";
import type { RosterStorage, StorageCallOptions } from "../ports/roster-storage.ts";
import type { StorageError } from "../ports/storage-error.ts";
import type { Runtime } from "./runtime.ts";
import type { ListRequest } from "../schemas/query-fields.ts";
import type { ParserContext } from "../schemas/parse-input.ts";

/** The rules by which a list is authorized and its items are made. */
export type AccessRules = Pick<Runtime, "policy" | "workspaceRoles">;

/** A list of the library: how its request is parsed, read and authorized, and how its items look. */
export interface ListDefinition<Request extends ListRequest, Row extends { readonly nameKey: string }, Item, Refusal> {
  /** Part of the cursor's scope: a cursor of one list is not valid for another. */
  readonly name: string;
  parser(context: ParserContext): (input: unknown) => Result<Request, InvalidInput>;
  need(request: Request): Partial<Need>;
  read(
    storage: RosterStorage,
    query: ListQuery,
    request: Request,
    options: StorageCallOptions,
  ): ResultAsync<ListPage<Row>, StorageError>;
  /** Refuses if the reader may not see the list, judged by facts of the same snapshot (rule A5). */
  judge(facts: OrganizationFacts, request: Request, rules: AccessRules): Result<unknown, Refusal>;
  idOf(row: Row): string;
  item(row: Row, rules: AccessRules): Item;
}
