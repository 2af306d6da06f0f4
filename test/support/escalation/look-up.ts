import { isStranger } from "./authority.ts";
import type { Call, CallInput, MemberOf, Request } from "./call.ts";
import type { Past } from "./hunt.ts";
import { placesIn } from "./places.ts";
import type { Plan, Resend } from "./plans.ts";
import type { Settings } from "./settings.ts";

/** The request that a plan stands for now; null for a resend while there is nothing to send again. */
export function lookedUp(plan: Plan, past: Past, settings: Settings): Request | null {
  if ("query" in plan) return plan;
  if ("resent" in plan) return sentAgain(plan, past);
  const { actor } = plan.input;
  const byActor = placesIn(plan.input, past, settings);
  const input = actor && "userId" in actor ? { ...plan.input, actor: { userId: byActor(actor.userId) } } : plan.input;
  const named = placesIn(input, past, settings);
  const { workspaceId, members, userIds, successor, admin, operationId } = input;
  const leaving = userIds && distinct(userIds.map(named), String).filter((userId) => userId !== successor);
  const replaced: Partial<CallInput> = {
    ...(typeof workspaceId === "string" && { workspaceId: named(workspaceId) }),
    ...(members && {
      members: distinct(
        members.map((member) => memberNamed(member, named)),
        ({ userId }) => userId,
      ),
    }),
    ...(leaving && { userIds: leaving.length > 0 ? leaving : ["nobody"] }),
    ...(typeof admin === "string" && { admin: named(admin) }),
    ...(operationId !== undefined && { operationId: named(operationId) }),
  };
  return { ...plan, input: { ...input, ...replaced } };
}

function memberNamed(member: MemberOf, named: (text: string) => string): MemberOf {
  const { userId, role } = member;
  return { ...member, userId: named(userId), ...(role !== undefined && { role: named(role) }) };
}

function distinct<Item>(items: readonly Item[], idOf: (item: Item) => string): readonly Item[] {
  return [...new Map(items.map((item) => [idOf(item), item])).values()];
}

function sentAgain({ resent, byStrangers, actor, isPreview }: Resend, { keyed, snapshots }: Past): Call | null {
  const isByStranger = ({ input }: Call): boolean => {
    const snapshot = snapshots.get(input.organizationId);
    return input.actor !== undefined && snapshot !== undefined && isStranger(input.actor, snapshot);
  };
  const byThose = byStrangers ? keyed.filter(isByStranger) : [];
  const choices = byThose.length > 0 ? byThose : keyed;
  const earlier = choices[resent % choices.length];
  if (earlier === undefined) return null;
  const isByAnother = earlier.input.actor !== undefined && actor !== null && byThose.length === 0;
  return { ...earlier, isPreview, input: isByAnother ? { ...earlier.input, actor } : earlier.input };
}
