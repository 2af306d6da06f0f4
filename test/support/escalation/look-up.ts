import { type Surroundings, withoutPlaceholders } from "../commands/placeholders.ts";
import { isStranger } from "./authority.ts";
import type { Call, Request } from "./call.ts";
import type { Past } from "./hunt.ts";
import type { Plan, Resend } from "./plans.ts";
import type { Settings } from "./settings.ts";
import { userIds, workspaceIds } from "./values.ts";

/** The request of a plan, with its placeholders replaced; null for a resend if there is nothing to send again. */
export function lookedUp(plan: Plan, past: Past, settings: Settings): Request | null {
  if ("query" in plan) return plan;
  if ("resent" in plan) return sentAgain(plan, past);
  const input = withoutPlaceholders(plan.input, surroundingsIn(plan.input.organizationId, past, settings));
  const { successor, userIds: leaving } = input;
  if (leaving === undefined) return { ...plan, input };
  // A placeholder may have become the successor, who cannot be removed in the same command.
  const others = leaving.filter((userId) => userId !== successor);
  return { ...plan, input: { ...input, userIds: others.length > 0 ? others : ["nobody"] } };
}

function surroundingsIn(
  organizationId: string | null | undefined,
  { keyed, operations, snapshots }: Past,
  { workspaceRoles }: Settings,
): Surroundings {
  const snapshot = snapshots.get(organizationId ?? "");
  return {
    members: snapshot?.members ?? new Map(),
    workspaces: snapshot?.workspaces ?? new Map(),
    workspaceRoles,
    operations,
    additions: [],
    senders: keyed.flatMap(({ input: { actor } }) => (actor && "userId" in actor ? [actor.userId] : [])),
    fallback: { userIds, workspaceIds },
  };
}

function sentAgain({ resent, byStrangers, actor, isPreview }: Resend, { keyed, snapshots }: Past): Call | null {
  const isByStranger = ({ input }: Call): boolean => {
    const snapshot = snapshots.get(input.organizationId);
    return input.actor !== undefined && snapshot !== undefined && isStranger(input.actor, snapshot);
  };
  const byStrangersNow = byStrangers ? keyed.filter(isByStranger) : [];
  const choices = byStrangersNow.length > 0 ? byStrangersNow : keyed;
  const earlier = choices[resent % choices.length];
  if (earlier === undefined) return null;
  const isByAnother = earlier.input.actor !== undefined && actor !== null && byStrangersNow.length === 0;
  return { ...earlier, isPreview, input: isByAnother ? { ...earlier.input, actor } : earlier.input };
}
