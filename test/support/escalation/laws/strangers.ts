import { isDeepStrictEqual } from "node:util";
import { err, type Result } from "neverthrow";
import { isStranger } from "../authority.ts";
import { type Law, nameOf } from "../observation.ts";

/** All that somebody is told of an organization that is not theirs, and of one that never existed (rule A7). */
const nothing = { code: "organization_not_found" };

/** To a stranger every command and preview answers the same (rule A7). */
export const strangersLearnNothing: Law = {
  name: "A7: a stranger gets the same answer as for an organization that never existed",
  brokenBy({ call, answer, before }) {
    const { actor } = call.input;
    if (actor === undefined || !isStranger(actor, before) || isNothing(answer)) return null;
    return `the stranger ${nameOf(actor)} got ${JSON.stringify(answer.isOk() ? answer.value : answer.error)}`;
  },
};

/** Whether the answer is exactly that there is no such organization. */
export function isNothing(answer: Result<unknown, unknown>): boolean {
  return isDeepStrictEqual(answer, err(nothing));
}
