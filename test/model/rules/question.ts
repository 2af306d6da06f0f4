import type { AccessInput, AccessManyInput, CanInput } from "../../../src/index.ts";
import type { ListCall } from "../../support/property/queries.ts";

/** One query: a list, or what somebody may do. */
export type Question =
  | ListCall
  | { readonly query: "access"; readonly input: AccessInput }
  | { readonly query: "can"; readonly input: CanInput<string> }
  | { readonly query: "accessMany"; readonly input: AccessManyInput };

/** What a query answers: all items of a list, one value, or a refusal. */
export type Reply =
  { readonly items: readonly unknown[] } | { readonly value: unknown } | { readonly refused: unknown };
