import type { OrganizationId } from "../../domain/values/ids.ts";
import { type Bindings, createBindings } from "./bindings.ts";
import type { Statement } from "./connection.ts";
import type { Tables } from "./tables.ts";

/** A statement about one organization, under construction. */
export interface Scope {
  readonly tables: Tables;
  readonly bind: Bindings;
  /** The SQL that stands for the organization's id. */
  readonly organization: string;
}

export function scopeOf(tables: Tables, organizationId: OrganizationId): Scope {
  const bind = createBindings();
  return { tables, bind, organization: bind.text(organizationId) };
}

/** The statement made of these parts, all built in this scope. */
export function statementOf({ bind }: Scope, ctes: readonly string[], columns: readonly string[]): Statement {
  const start = ctes.length === 0 ? "" : `WITH ${ctes.join(",\n")}\n`;
  return { text: `${start}SELECT ${columns.join(",\n  ")}`, values: bind.values };
}
