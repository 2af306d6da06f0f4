import { accessIn } from "./access.ts";
import { listed } from "./lists.ts";
import type { Question, Reply } from "./question.ts";
import { refuse, Refused } from "./refusal.ts";
import type { World } from "./world.ts";

/** What the query answers in this world. */
export function answerQuestion(world: World, question: Question): Reply {
  try {
    return answer(world, question);
  } catch (error) {
    if (error instanceof Refused) return { refused: error.refusal };
    throw error;
  }
}

function answer({ organizations, setting }: World, question: Question): Reply {
  // A cursor is looked at first: it tells nothing about what is there.
  if ("after" in question.input && typeof question.input.after === "string") refuse("invalid_cursor");
  const tenant = organizations.get(question.input.organizationId) ?? refuse("organization_not_found");
  switch (question.query) {
    case "access": {
      const { workspaceId, userId } = question.input;
      return { value: accessIn(tenant, workspaceId, userId, setting) };
    }
    case "can": {
      const { workspaceId, userId, permission } = question.input;
      const permissions = accessIn(tenant, workspaceId, userId, setting)["permissions"] as readonly string[];
      return { value: permissions.includes(permission) };
    }
    case "accessMany": {
      const { workspaceIds, userIds } = question.input;
      const pairs = workspaceIds.flatMap((workspaceId) => userIds.map((userId) => ({ workspaceId, userId })));
      const isThere = (workspaceId: string) => tenant.workspaces.has(workspaceId);
      return {
        value: pairs.map(({ workspaceId, userId }) => ({
          workspaceId,
          userId,
          access: isThere(workspaceId) ? accessIn(tenant, workspaceId, userId, setting) : null,
        })),
      };
    }
    case "listMembers":
    case "candidates":
    case "listWorkspaces":
    case "workspacesOf":
    case "listOrganizationMembers":
    case "events":
      return { items: listed(tenant, question, setting) };
  }
}
