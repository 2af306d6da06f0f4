import { err, ok, type Result } from "neverthrow";
import { need } from "../../application/ports/need.ts";
import { candidates } from "../../application/queries/candidates.ts";
import { getOrganization } from "../../application/queries/get-organization.ts";
import { getWorkspace } from "../../application/queries/get-workspace.ts";
import { listMembers } from "../../application/queries/list-members.ts";
import { listOrganizationMembers } from "../../application/queries/list-organization-members.ts";
import { listWorkspaces } from "../../application/queries/list-workspaces.ts";
import { readerNeed } from "../../application/engine/needs.ts";
import { workspacesOf } from "../../application/queries/workspaces-of.ts";
import { accessManySchema, accessSchema, canSchema } from "../../application/queries/access.ts";
import { eventsSchema } from "../../application/queries/events.ts";
import { parserOf } from "../../application/schemas/parse-input.ts";
import { explainAccess, explainAccessMany, permissionsIn } from "../../domain/authority/explain-access.ts";
import { mayReadEvents } from "../../domain/authority/read-authority.ts";
import type { UserId, WorkspaceId } from "../../domain/values/ids.ts";
import { listOn, membershipsOf, peopleOf, type Query, workspacesIn } from "./answer-list.ts";
import { factsFor, grantsOf } from "./facts-for.ts";
import { parsing } from "./parsing.ts";
import type { Reference } from "./reference.ts";

type Answered = Result<unknown, { readonly code: string }>;

const parseAccess = parserOf(accessSchema());
const parseAccessMany = parserOf(accessManySchema());
const parsePermission = parsing({ parser: (context) => parserOf(canSchema(context)) });
const parseEvents = parserOf(eventsSchema());

/** Every query of a roster that has one answer, run on a reference. */
export const queries = {
  listMembers: listOn(listMembers, (reference, { workspaceId, role }) =>
    peopleOf(reference, workspaceId).filter(
      ({ workspaceRole }) => workspaceRole !== null && (role === null || role === workspaceRole),
    ),
  ),
  candidates: listOn(candidates, (reference, { workspaceId }) => peopleOf(reference, workspaceId)),
  listOrganizationMembers: listOn(listOrganizationMembers, (reference, { role }) =>
    peopleOf(reference, null).filter(({ organizationRole }) => role === null || role === organizationRole),
  ),
  listWorkspaces: listOn(listWorkspaces, (reference, { includeArchived }) => workspacesIn(reference, includeArchived)),
  workspacesOf: listOn(workspacesOf, (reference, { userId }) => membershipsOf(reference, userId)),
  events,
  getOrganization({ reference, input, settings }: Query): Answered {
    const { parse, need: needOf, answer } = getOrganization;
    return parse(input).andThen((asked) => answer(factsFor(reference, need(needOf(asked))), asked, settings));
  },
  getWorkspace({ reference, input, settings }: Query): Answered {
    const { parse, need: needOf, answer } = getWorkspace;
    return parse(input).andThen((asked) => answer(factsFor(reference, need(needOf(asked))), asked, settings));
  },
  access({ reference, input, settings }: Query): Answered {
    return parseAccess(input).andThen((asked) => {
      const facts = pairsIn(reference, [asked.workspaceId], [asked.userId]);
      return explainAccess(facts, asked, grantsOf(reference, facts), settings);
    });
  },
  accessMany({ reference, input, settings }: Query): Answered {
    return parseAccessMany(input).andThen((asked) => {
      const facts = pairsIn(reference, asked.workspaceIds, asked.userIds);
      return explainAccessMany(facts, asked, grantsOf(reference, facts), settings);
    });
  },
  can({ reference, input, settings }: Query): Answered {
    return parsePermission(input, settings).andThen((asked) =>
      permissionsIn(pairsIn(reference, [asked.workspaceId], [asked.userId]), asked, settings).map((held) =>
        held.includes(asked.permission),
      ),
    );
  },
};

function pairsIn(reference: Reference, workspaceIds: readonly WorkspaceId[], userIds: readonly UserId[]) {
  const assignments = workspaceIds.map((workspaceId) => ({ workspaceId, userIds }));
  return factsFor(reference, need({ members: userIds, workspaces: workspaceIds, assignments }));
}

function events({ reference, input, settings }: Query): Answered {
  const parsed = parseEvents(input);
  if (parsed.isErr()) return err(parsed.error);

  const { actor, workspaceId, userId, operationId, limit, after } = parsed.value;
  const judged = mayReadEvents(
    factsFor(reference, need(readerNeed(actor, workspaceId))),
    { workspaceId, actor },
    settings,
  );
  if (judged.isErr()) return err(judged.error);

  const items = reference.events.filter(
    (event) =>
      event.sequence > Number(after ?? 0) &&
      (workspaceId === null || ("workspaceId" in event && event.workspaceId === workspaceId)) &&
      (userId === null || ("userId" in event && event.userId === userId)) &&
      (operationId === null || event.operationId === operationId),
  );
  if (items.length > limit) throw new RangeError("The reference answers lists of one page only.");
  return ok({ items, next: null });
}
