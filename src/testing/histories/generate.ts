import type { Operation } from "../reference/operation.ts";
import { memberCommand } from "./generate-member-command.ts";
import { organizationCommand } from "./generate-organization-command.ts";
import { randomQuery } from "./generate-query.ts";
import type { Random } from "./random.ts";

/** The users and workspaces of a history. They are few, so that clients conflict. */
export const cast = {
  userIds: ["ada", "bo", "cy", "dee", "eve", "fay"],
  workspaceIds: ["lab", "ops", "new", "newer"],
} as const;

// These plans are drawn from a seed without a library: the published kit must not depend on fast-check, and a failed
// history is repeated by its seed.

/** The plans of three clients, with three operations each. */
export function plansOf(random: Random, organizationId: string): readonly (readonly Operation[])[] {
  return [1, 2, 3].map(() => [1, 2, 3].map(() => operation(random, organizationId)));
}

function operation(random: Random, organizationId: string): Operation {
  const draw = random.pick([
    ...[memberCommand, memberCommand, memberCommand],
    ...[organizationCommand, organizationCommand],
    ...[randomQuery, randomQuery],
  ] as const);
  return draw(random, organizationId);
}
