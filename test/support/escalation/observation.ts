import type { ActorInput } from "../../../src/index.ts";
import type { Answer } from "../property/roster.ts";
import type { Call } from "./call.ts";
import type { Settings } from "./settings.ts";
import type { Snapshot } from "./snapshot.ts";

/** One command with its answer and its effect. */
export interface Observation {
  readonly settings: Settings;
  readonly call: Call;
  readonly answer: Answer;
  /** The organization of the command. */
  readonly before: Snapshot;
  readonly after: Snapshot;
  /** Every other organization. */
  readonly others: readonly { readonly before: Snapshot; readonly after: Snapshot }[];
  /** The command that succeeded first under the same key in the organization, if any. */
  readonly first: Succeeded | undefined;
  /** The operation that assigned the user's role in the workspace before the command. */
  readonly givenBy: (workspaceId: string, userId: string) => string | undefined;
}

export interface Succeeded {
  readonly call: Call;
  readonly answer: Answer;
}

/** A law about who may do what. `brokenBy` returns how an observation breaks it, or null. */
export interface Law {
  readonly name: string;
  readonly brokenBy: (observation: Observation) => string | null;
}

/** Somebody's role in a workspace before and after; null for none. */
export interface RoleChange {
  readonly workspaceId: string;
  readonly userId: string;
  readonly from: string | null;
  readonly to: string | null;
}

export function roleChanges({ before, after }: Pick<Observation, "before" | "after">): readonly RoleChange[] {
  return [...new Set([...before.workspaces.keys(), ...after.workspaces.keys()])].flatMap((workspaceId) => {
    const was = before.workspaces.get(workspaceId)?.roles;
    const is = after.workspaces.get(workspaceId)?.roles;
    return [...new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])])]
      .map((userId) => ({ workspaceId, userId, from: was?.get(userId) ?? null, to: is?.get(userId) ?? null }))
      .filter(({ from, to }) => from !== to);
  });
}

/** Whether the command may have changed something: it succeeded and is neither a preview nor a replay. */
export function isDone({ answer, call }: Observation): boolean {
  return answer.isOk() && !answer.value.replayed && !call.isPreview;
}

export function nameOf(actor: ActorInput | undefined): string {
  if (actor === undefined) return "nobody";
  return "system" in actor ? `the system ${actor.system}` : actor.userId;
}
