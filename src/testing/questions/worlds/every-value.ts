import { aMember, anAssignment, aWorkspace } from "../../builders/records.ts";
import { insert } from "../../builders/writes.ts";
import type { Step } from "../world.ts";

/** One row of each kind for each value, which is its id, its name key, its word and its role; in the organization named by `mark`. */
export function everyValue(mark: string, values: readonly string[]): readonly Step[] {
  return [
    {
      operation: values[0] ?? mark,
      command: values[0] ?? mark,
      writes: values.flatMap((value) => [
        insert.member(aMember(value, { displayName: `${value} of ${mark}`, words: wordsOf(value) })),
        insert.workspace(aWorkspace(value, { description: `${value} of ${mark}`, words: wordsOf(value) })),
      ]),
    },
    // An operation for each value: every workspace gets two users, and every user two workspaces and two roles.
    ...values.map((value, index) => {
      const next = values[(index + 1) % values.length] ?? value;
      return {
        operation: value,
        ...(index === 0 ? {} : { command: value }),
        writes: [value, ...(next === value ? [] : [next])].map((user, turn) =>
          insert.assignment(anAssignment(value, user, { role: turn === 0 ? value : next })),
        ),
      };
    }),
  ];
}

/** Words have no white space. */
function wordsOf(value: string): readonly string[] {
  return [value.replaceAll(" ", "")];
}
