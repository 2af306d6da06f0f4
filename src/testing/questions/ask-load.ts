import { type Need, need } from "../../application/ports/need.ts";
import { sortedFacts, valueOf } from "../expectations.ts";
import { answerNeed } from "./answer-need.ts";
import { type Choices, combinations, separatingParts } from "./combinations.ts";
import type { Question } from "./question.ts";
import type { OrganizationRows } from "./rows.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** The values that each part of a need is asked with. A part that is not declared here does not compile. */
function choicesFor({ users, workspaces, names, commands }: Vocabulary): Choices<Need> {
  const [someUsers, someWorkspaces] = [separatingParts(users), separatingParts(workspaces)];
  return {
    command: commands,
    members: someUsers,
    anyMembers: [null, 1, 2, 10_000],
    firstAdminExcept: [null, [], ...someUsers],
    workspaces: someWorkspaces,
    workspaceNames: separatingParts(names),
    workspacesNamedLike: someWorkspaces,
    assignments: separatingParts(
      workspaces.map((workspaceId, index) => ({ workspaceId, userIds: someUsers[index % someUsers.length] ?? users })),
    ),
    allAssignmentsOf: someUsers,
    maxAssignments: [null, 1, 2, 10_000],
    assignmentsInSameWorkspaces: [[], ...someUsers],
    grantingEvents: [true, false],
  };
}

/** Each part alone with each of its values, the parts that depend on each other, and all parts together. */
export function needsFor(ask: Vocabulary, most: number): readonly Need[] {
  const choices = choicesFor(ask);
  const { allAssignmentsOf, assignmentsInSameWorkspaces, maxAssignments, grantingEvents, assignments } = choices;
  const together = { allAssignmentsOf, assignmentsInSameWorkspaces, maxAssignments, grantingEvents, assignments };
  return [
    ...(Object.keys(choices) as (keyof Need)[]).flatMap((part) =>
      choices[part].map((value) => need({ [part]: value })),
    ),
    ...combinations(together, most).map(need),
    ...combinations(choices, most),
  ].map(withoutDoubt);
}

/** A store that stops early may choose; who is asked for in another part too would hide what it chose. */
function withoutDoubt(asked: Need): Need {
  if (asked.maxAssignments === null) return asked;
  const others = asked.assignmentsInSameWorkspaces.filter((user) => !asked.allAssignmentsOf.includes(user));
  return { ...asked, assignments: [], assignmentsInSameWorkspaces: others, firstAdminExcept: null };
}

export function askLoad(rows: OrganizationRows, needs: readonly Need[]): readonly Question[] {
  return needs.map((asked) => ({
    asks: { load: { organizationId: rows.organizationId, need: asked } },
    async answers(storage) {
      const facts = await valueOf(storage.load(rows.organizationId, asked, {}));
      return { actual: sortedFacts(facts), expected: answerNeed(rows, asked, facts) };
    },
  }));
}
