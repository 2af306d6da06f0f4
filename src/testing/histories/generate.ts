import type { Operation } from "../reference/operation.ts";
import { memberCommand } from "./generate-member-command.ts";
import { organizationCommand } from "./generate-organization-command.ts";
import { question } from "./generate-question.ts";
import type { Random } from "./random.ts";

/** Who and what histories are about: few, so that clients get in each other's way. */
export const cast = {
  userIds: ["ada", "bo", "cy", "dee", "eve", "fay"],
  workspaceIds: ["lab", "ops", "new", "newer"],
} as const;

/** What three clients are to do, three operations each. */
export function plansOf(random: Random, organizationId: string): readonly (readonly Operation[])[] {
  return [1, 2, 3].map(() => [1, 2, 3].map(() => operation(random, organizationId)));
}

function operation(random: Random, organizationId: string): Operation {
  const draw = random.pick([
    ...[memberCommand, memberCommand, memberCommand],
    ...[organizationCommand, organizationCommand],
    ...[question, question],
  ] as const);
  return draw(random, organizationId);
}
