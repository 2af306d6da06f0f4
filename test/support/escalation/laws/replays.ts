import { isDeepStrictEqual } from "node:util";
import type { Call, CallInput } from "../call.ts";
import type { Law } from "../observation.ts";

/** Under a key only the first command is carried out, and only its own resend by its own actor is told the outcome. */
export const replays: Law = {
  name: "idempotency: a key stands for one command of one actor, which is carried out once",
  brokenBy({ call, answer, first }) {
    if (answer.isErr()) return null;
    if (first === undefined) return answer.value.replayed ? "it was replayed before it was ever carried out" : null;
    if (!answer.value.replayed) return "it was carried out again under the same key";
    if (!isSame(call, first.call))
      return `it was told the outcome of ${first.call.command} by another command or actor`;
    const told = first.answer.map((outcome) => ({ ...outcome, replayed: true }));
    return isDeepStrictEqual(answer, told) ? null : "it was told another outcome than the first time";
  },
};

function isSame(one: Call, other: Call): boolean {
  return one.command === other.command && isDeepStrictEqual(plain(one.input), plain(other.input));
}

/** The creator becomes the admin where none is named. */
function plain(input: CallInput): CallInput {
  const { actor, admin = null } = input;
  return { ...input, admin: admin ?? (actor !== undefined && "userId" in actor ? actor.userId : null) };
}
