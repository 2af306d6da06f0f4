import type { Step } from "../../support/property/step.ts";
import type { Question } from "../rules/question.ts";
import type { Organization, World } from "../rules/world.ts";

const standIns: Readonly<Record<string, string>> = { owner: "admin", guest: "member" };

/**
 * A step of a history in this world. A history is data that knows no world, so it says `workspace#1`, `member#2`,
 * `holder#0` (who holds a role in the workspace) or `addition#0` (the newest operation that only added members) or `operation#0`.
 */
export function resolve(step: Step, world: World): Step {
  const resolved = { ...step, input: withNames(step.input, world) } as Step;
  if (resolved.command !== "addMembers" && resolved.command !== "changeRoles" && resolved.command !== "setMembers") {
    return resolved;
  }
  const { roles } = world.settings;
  const known = (role: string): string => (Object.hasOwn(roles, role) ? role : (standIns[role] ?? role));
  const members = resolved.input.members.map(({ userId, role }) => ({ userId, role: known(role) }));
  return { ...resolved, input: { ...resolved.input, members } };
}

export function resolveQuestion(question: Question, world: World): Question {
  return { ...question, input: withNames(question.input, world) } as Question;
}

interface About {
  readonly organizationId?: string | null | undefined;
  readonly workspaceId?: string | null | undefined;
}

function withNames<Input extends About>(input: Input, { organizations }: World): Input {
  const organization = organizations.get(input.organizationId ?? "");
  const named = typeof input.workspaceId === "string" ? nameOf(input.workspaceId, organization, "") : "";
  return replaced(input, (text) => nameOf(text, organization, named)) as Input;
}

function nameOf(text: string, organization: Organization | undefined, workspaceId: string): string {
  const [kind, number] = text.split("#");
  if (number === undefined) return text;
  const choices = organization === undefined ? [] : choicesOf(kind ?? "", organization, workspaceId);
  return choices[Number(number) % choices.length] ?? (kind === "workspace" ? "lab" : "ada");
}

function choicesOf(kind: string, { members, workspaces, assignments, events }: Organization, workspaceId: string) {
  switch (kind) {
    case "workspace":
      return [...workspaces.keys()];
    case "member":
      return [...members.keys()];
    case "holder":
      return assignments.filter((held) => held.workspaceId === workspaceId).map(({ userId }) => userId);
    case "addition": {
      const isAddition = ({ type }: { readonly type: string }) => type === "workspace.member.added";
      const others = new Set(events.filter((event) => !isAddition(event)).map(({ operationId }) => operationId));
      return operationsOf(events).filter((operationId) => !others.has(operationId));
    }
    default:
      return operationsOf(events);
  }
}

/** The newest first. */
function operationsOf(events: Organization["events"]): readonly string[] {
  return [...new Set(events.map(({ operationId }) => operationId))].reverse();
}

/** The same with other strings. Of items of a list about one user that were not told apart before, the first stays. */
function replaced(value: unknown, name: (text: string) => string): unknown {
  if (typeof value === "string") return name(value);
  if (Array.isArray(value)) return withoutNewRepeats(value, name);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([field, part]) => [field, replaced(part, name)]));
}

function withoutNewRepeats(items: readonly unknown[], name: (text: string) => string): readonly unknown[] {
  const seen = new Set<string>();
  return items.flatMap((item) => {
    const made = replaced(item, name);
    const [before, after] = [userOf(item), userOf(made)];
    if (before !== after && seen.has(after)) return [];
    seen.add(after);
    return [made];
  });
}

function userOf(item: unknown): string {
  return typeof item === "string" ? item : String((item as { readonly userId?: unknown }).userId);
}
