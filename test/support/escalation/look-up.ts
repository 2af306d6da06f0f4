import { isStranger } from "./authority.ts";
import type { Call, CallInput, Request } from "./call.ts";
import type { Past } from "./hunt.ts";
import type { Plan, Resend } from "./plans.ts";
import type { Settings } from "./settings.ts";

/** The request that a plan stands for now; null for a resend while there is nothing to send again. */
export function lookedUp(plan: Plan, past: Past, { workspaceRoles }: Settings): Request | null {
  if ("query" in plan) return plan;
  if ("resent" in plan) return sentAgain(plan, past);
  const { members, operationId, userIds, successor } = plan.input;
  const names = Object.keys(workspaceRoles);
  const leaving = userIds?.map((userId) => (numberIn(userId) === null ? userId : senderOf(past, successor)));
  const input: CallInput = {
    ...plan.input,
    ...(members && { members: members.map((member) => ({ ...member, ...roleNamed(member.role, names) })) }),
    ...(operationId !== undefined && { operationId: past.operations[numberIn(operationId) ?? 0] ?? "none" }),
    ...(leaving && { userIds: [...new Set(leaving)] }),
  };
  return { ...plan, input };
}

function sentAgain({ resent, byStrangers, actor, isPreview }: Resend, { keyed, snapshots }: Past): Call | null {
  const isByStranger = ({ input }: Call) => {
    const snapshot = snapshots.get(input.organizationId);
    return input.actor !== undefined && snapshot?.exists === true && isStranger(input.actor, snapshot);
  };
  const byThose = byStrangers ? keyed.filter(isByStranger) : [];
  const choices = byThose.length > 0 ? byThose : keyed;
  const earlier = choices[resent % choices.length];
  if (earlier === undefined) return null;
  const isByAnother = earlier.input.actor !== undefined && actor !== null && byThose.length === 0;
  return { ...earlier, isPreview, input: isByAnother ? { ...earlier.input, actor } : earlier.input };
}

/** Who sent the latest command under a key, unless that is the successor. */
function senderOf({ keyed }: Past, successor: string | null | undefined): string {
  const actor = keyed.find(({ input }) => input.actor !== undefined && "userId" in input.actor)?.input.actor;
  const userId = actor !== undefined && "userId" in actor ? actor.userId : "dee";
  return userId === successor ? "nobody" : userId;
}

function roleNamed(role: string | undefined, names: readonly string[]): { readonly role?: string } {
  if (role === undefined) return {};
  const number = numberIn(role);
  return { role: number === null ? role : (names[number % names.length] ?? role) };
}

function numberIn(text: string): number | null {
  const number = /#(\d+)$/.exec(text)?.[1];
  return number === undefined ? null : Number(number);
}
