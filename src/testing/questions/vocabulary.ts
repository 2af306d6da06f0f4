import type { IdempotencyKey, OperationId, UserId, WorkspaceId } from "../../domain/values/ids.ts";
import { commandKey, operationId, userId, workspaceId } from "../builders/ids.ts";
import { inByteOrder } from "../text/byte-order.ts";
import type { Rows } from "./rows.ts";

/** The values that questions ask for. */
export interface Vocabulary {
  readonly users: readonly UserId[];
  readonly workspaces: readonly WorkspaceId[];
  readonly roles: readonly string[];
  readonly words: readonly string[];
  readonly names: readonly string[];
  readonly operations: readonly OperationId[];
  readonly commands: readonly IdempotencyKey[];
}

/** A value that no row has: it begins none of them, and none begins it. */
const nowhere = "nowhere";

/** Every value that the organization has or had, the first of each of a few others, and one that none has. */
export function vocabularyOf(own: Rows, all: readonly Rows[]): Vocabulary {
  const lists = [valuesOf(own), ...all.slice(0, 3).map((rows) => firstOf(valuesOf(rows)))];
  // In one order, so that values of the same index belong to the same rows.
  const of = (part: keyof Vocabulary): readonly string[] => [
    ...inByteOrder([...new Set(lists.flatMap((each) => each[part]))], (value) => [value]),
    nowhere,
  ];
  return {
    users: of("users").map(userId),
    workspaces: of("workspaces").map(workspaceId),
    roles: of("roles"),
    words: of("words"),
    names: of("names"),
    operations: of("operations").map(operationId),
    commands: of("commands").map(commandKey),
  };
}

type Values = { readonly [Part in keyof Vocabulary]: readonly string[] };

function valuesOf({ members, workspaces, assignments, events, commands }: Rows): Values {
  const named = [...workspaces, ...members];
  return {
    users: events.flatMap((event) => ("userId" in event ? [event.userId] : [])),
    workspaces: events.flatMap((event) => ("workspaceId" in event ? [event.workspaceId] : [])),
    roles: assignments.map(({ role }) => role),
    words: named.flatMap(({ words }) => words),
    names: named.map(({ nameKey }) => nameKey),
    operations: events.map((event) => event.operationId),
    commands: commands.map(({ key }) => key),
  };
}

function firstOf(values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).map(([part, some]) => [part, some.slice(0, 1)]),
  ) as unknown as Values;
}
