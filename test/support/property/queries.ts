import fc from "fast-check";
import type { Result } from "neverthrow";
import type {
  CandidatesInput,
  EventsInput,
  ListMembersInput,
  ListOrganizationMembersInput,
  ListWorkspacesInput,
  Page,
  RosterError,
  WorkspacesOfInput,
} from "../../../src/index.ts";
import type { AnyRoster } from "./roster.ts";
import * as values from "./values.ts";

/** A call of one list, without limit and cursor. */
export type ListCall =
  | { readonly query: "listMembers"; readonly input: ListMembersInput<string> }
  | { readonly query: "candidates"; readonly input: CandidatesInput }
  | { readonly query: "listWorkspaces"; readonly input: ListWorkspacesInput }
  | { readonly query: "workspacesOf"; readonly input: WorkspacesOfInput }
  | { readonly query: "listOrganizationMembers"; readonly input: ListOrganizationMembersInput }
  | { readonly query: "events"; readonly input: EventsInput };

interface Paging {
  readonly limit?: number;
  readonly after?: string;
}

/** Any list of the organization, read by one of these actors. */
export function listCallIn(
  organizationId: string,
  actor: fc.Arbitrary<ListMembersInput<string>["actor"]> = fc.constantFrom(...values.actors),
): fc.Arbitrary<ListCall> {
  const { workspaceId, userId } = values;
  const search = fc.constantFrom(undefined, "", "a", "b", "ÀDA", "zhou bo", "%", "_", "李", "north.");
  const person = { organizationId: fc.constant(organizationId), actor, search };
  const of = <Query extends ListCall["query"], Input>(query: Query, input: fc.Arbitrary<Input>) =>
    input.map((drawn) => ({ query, input: drawn }));
  return fc.oneof(
    of("listMembers", fc.record({ ...person, workspaceId, role: fc.constantFrom(undefined, "admin", "member") })),
    of("candidates", fc.record({ ...person, workspaceId })),
    of("listWorkspaces", fc.record({ ...person, includeArchived: fc.boolean() })),
    of("workspacesOf", fc.record({ organizationId: person.organizationId, userId })),
    of("listOrganizationMembers", fc.record({ ...person, role: fc.option(values.organizationRole) })),
    of(
      "events",
      fc.record({
        organizationId: person.organizationId,
        actor,
        workspaceId: fc.option(workspaceId),
        userId: fc.option(userId),
      }),
    ),
  );
}

export async function ask(
  roster: AnyRoster,
  { query, input }: ListCall,
  paging: Paging = {},
): Promise<Result<Page<unknown>, RosterError>> {
  switch (query) {
    case "listMembers":
      return roster.listMembers({ ...input, ...paging });
    case "candidates":
      return roster.candidates({ ...input, ...paging });
    case "listWorkspaces":
      return roster.listWorkspaces({ ...input, ...paging });
    case "workspacesOf":
      return roster.workspacesOf({ ...input, ...paging });
    case "listOrganizationMembers":
      return roster.listOrganizationMembers({ ...input, ...paging });
    case "events":
      return roster.events({ ...input, ...paging });
  }
}

/** All pages of a list, up to the last one or the first error. */
export async function walk(
  roster: AnyRoster,
  call: ListCall,
  limit: number,
): Promise<readonly Result<Page<unknown>, RosterError>[]> {
  const pages: Result<Page<unknown>, RosterError>[] = [];
  for (let next: string | null | undefined; next !== null;) {
    const page = await ask(roster, call, next === undefined ? { limit } : { limit, after: next });
    pages.push(page);
    if (pages.length > 1_000) throw new Error("The pages of a list do not end.");
    next = page.isOk() ? page.value.next : null;
  }
  return pages;
}
