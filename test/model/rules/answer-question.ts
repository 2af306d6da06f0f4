import { accessIn } from "./access.ts";
import { organizationDetails, workspaceDetails } from "./details.ts";
import { listed } from "./lists.ts";
import type { Question, QueryAnswer } from "./question.ts";
import { refuse, Refusal } from "./refusal.ts";
import type { World } from "./world.ts";

/** The answer of the model to a query. */
export function answerQuestion(world: World, question: Question): QueryAnswer {
  try {
    return answer(world, question);
  } catch (error) {
    if (error instanceof Refusal) return { refused: error.refusal };
    throw error;
  }
}

function answer({ organizations, settings }: World, question: Question): QueryAnswer {
  // An invalid cursor is refused first, because that reveals nothing about the organization.
  if ("after" in question.input && typeof question.input.after === "string") refuse("invalid_cursor");
  const organization = organizations.get(question.input.organizationId) ?? refuse("organization_not_found");
  switch (question.query) {
    case "getOrganization":
      return { value: organizationDetails(organization, question.input.actor, settings) };
    case "getWorkspace":
      return { value: workspaceDetails(organization, question.input, settings) };
    case "access": {
      const { workspaceId, userId } = question.input;
      return { value: accessIn(organization, workspaceId, userId, settings) };
    }
    case "can": {
      const { workspaceId, userId, permission } = question.input;
      const permissions = accessIn(organization, workspaceId, userId, settings)["permissions"] as readonly string[];
      return { value: permissions.includes(permission) };
    }
    case "accessMany": {
      const { workspaceIds, userIds } = question.input;
      const pairs = workspaceIds.flatMap((workspaceId) => userIds.map((userId) => ({ workspaceId, userId })));
      const isThere = (workspaceId: string) => organization.workspaces.has(workspaceId);
      return {
        value: pairs.map(({ workspaceId, userId }) => ({
          workspaceId,
          userId,
          access: isThere(workspaceId) ? accessIn(organization, workspaceId, userId, settings) : null,
        })),
      };
    }
    case "listMembers":
    case "candidates":
    case "listWorkspaces":
    case "workspacesOf":
    case "listOrganizationMembers":
    case "events":
      return { items: listed(organization, question, settings) };
  }
}
