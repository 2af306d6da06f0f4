import type { ActorInput } from "../../../src/index.ts";
import { scim } from "../generate/values.ts";
import type { Question } from "../rules/question.ts";

/** The ids to ask about in one organization, and the users who read it besides a system. */
export interface Scope {
  readonly organizationId: string;
  readonly workspaceIds: readonly string[];
  readonly userIds: readonly string[];
  readonly readers: readonly string[];
}

/** Every query about everything in the organization. */
export function allQuestions({ organizationId, workspaceIds, userIds, readers }: Scope): readonly Question[] {
  const actors = [scim, ...readers.map((userId): ActorInput => ({ userId }))];
  return [
    ...actors.flatMap((actor) => questionsOf(actor, organizationId, workspaceIds)),
    ...userIds.map((userId): Question => ({ query: "workspacesOf", input: { organizationId, userId } })),
    { query: "accessMany", input: { organizationId, workspaceIds, userIds } },
  ];
}

function questionsOf(actor: ActorInput, organizationId: string, workspaceIds: readonly string[]): readonly Question[] {
  const read = { organizationId, actor };
  return [
    { query: "getOrganization", input: read },
    { query: "listOrganizationMembers", input: read },
    { query: "listWorkspaces", input: { ...read, includeArchived: true } },
    { query: "events", input: read },
    ...workspaceIds.flatMap((workspaceId): readonly Question[] => [
      { query: "getWorkspace", input: { ...read, workspaceId } },
      { query: "listMembers", input: { ...read, workspaceId } },
      { query: "candidates", input: { ...read, workspaceId } },
      { query: "events", input: { ...read, workspaceId } },
    ]),
  ];
}
