import type {
  AccessInput,
  AccessManyInput,
  CanInput,
  GetOrganizationInput,
  GetWorkspaceInput,
} from "../../../src/index.ts";
import type { ListCall } from "../../support/property/queries.ts";

/** One query: a list, or a question about access. */
export type Question =
  | ListCall
  | { readonly query: "getOrganization"; readonly input: GetOrganizationInput }
  | { readonly query: "getWorkspace"; readonly input: GetWorkspaceInput }
  | { readonly query: "access"; readonly input: AccessInput }
  | { readonly query: "can"; readonly input: CanInput<string> }
  | { readonly query: "accessMany"; readonly input: AccessManyInput };

/** The answer to a query: all items of a list, one value, or a refusal. */
export type QueryAnswer =
  { readonly items: readonly unknown[] } | { readonly value: unknown } | { readonly refused: unknown };
