import { isDeepStrictEqual } from "node:util";
import { err, type Result } from "neverthrow";
import { isStranger } from "../authority.ts";
import { type Law, nameOf } from "../observation.ts";

/** The only answer about an organization of which the actor is not a member, and about one that never existed (rule A7). */
const notFound = { code: "organization_not_found" };

export const strangersLearnNothing: Law = {
  name: "A7: a stranger gets the same answer as for an organization that never existed",
  brokenBy({ call, answer, before }) {
    const { actor } = call.input;
    if (actor === undefined || !isStranger(actor, before) || isNotFound(answer)) return null;
    return `the stranger ${nameOf(actor)} got ${JSON.stringify(answer.isOk() ? answer.value : answer.error)}`;
  },
};

export function isNotFound(answer: Result<unknown, unknown>): boolean {
  return isDeepStrictEqual(answer, err(notFound));
}
