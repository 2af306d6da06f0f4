import { err, ok, type Result } from "neverthrow";
import { need } from "../../application/ports/need.ts";
import type { MembershipRow, PersonRow, WorkspaceRow } from "../../application/ports/queries.ts";
import type { ListDefinition } from "../../application/engine/list-definition.ts";
import type { ListRequest } from "../../application/schemas/query-fields.ts";
import { assignmentKey } from "../../domain/role-assignment/role-assignment.ts";
import type { UserId, WorkspaceId } from "../../domain/values/ids.ts";
import { nameKey } from "../../domain/values/name-key.ts";
import { inByteOrder } from "../text/byte-order.ts";
import { factsFor } from "./facts-for.ts";
import { parsing } from "./parsing.ts";
import type { Reference } from "./reference.ts";
import type { Settings } from "./settings.ts";

/** A query and what it runs on. */
export interface Query {
  readonly reference: Reference;
  readonly input: unknown;
  readonly settings: Settings;
}

type Answered = Result<unknown, { readonly code: string }>;

/** Answers a list from a reference: only its first page, without a search. */
export function listOn<
  Request extends ListRequest,
  Row extends { readonly nameKey: string },
  Item,
  Refusal extends { readonly code: string },
>(
  definition: ListDefinition<Request, Row, Item, Refusal>,
  rowsOf: (reference: Reference, request: Request) => readonly Row[],
): (query: Query) => Answered {
  const parse = parsing(definition);
  return ({ reference, input, settings }) => {
    const parsed = parse(input, settings);
    if (parsed.isErr()) return err(parsed.error);

    const request = parsed.value;
    const judged = definition.judge(factsFor(reference, need(definition.need(request))), request, settings);
    if (judged.isErr()) return err(judged.error);

    const rows = inByteOrder(rowsOf(reference, request), (row) => [row.nameKey, definition.idOf(row)]);
    if (rows.length > request.limit) throw new RangeError("The reference answers lists of one page only.");
    return ok({ items: rows.map((row) => definition.item(row, settings)), next: null });
  };
}

/** The organization members, with their role in a workspace if one is given. */
export function peopleOf({ facts }: Reference, workspaceId: WorkspaceId | null): readonly PersonRow[] {
  return [...facts.members.values()].map(({ userId, displayName, email, role }) => ({
    userId,
    displayName,
    email,
    nameKey: nameKey(displayName),
    organizationRole: role,
    workspaceRole:
      workspaceId === null ? null : (facts.assignments.get(assignmentKey(workspaceId, userId))?.role ?? null),
  }));
}

export function workspacesIn({ facts }: Reference, includeArchived: boolean): readonly WorkspaceRow[] {
  return [...facts.workspaces.values()]
    .filter(({ status }) => includeArchived || status === "active")
    .map((workspace) => ({ ...workspace, nameKey: nameKey(workspace.name) }));
}

export function membershipsOf(reference: Reference, userId: UserId): readonly MembershipRow[] {
  return workspacesIn(reference, false).flatMap((workspace) => {
    const held = reference.facts.assignments.get(assignmentKey(workspace.workspaceId, userId));
    return held === undefined ? [] : [{ ...workspace, role: held.role }];
  });
}
