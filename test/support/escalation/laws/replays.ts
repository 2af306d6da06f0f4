import { isDeepStrictEqual } from "node:util";
import type { Call, CallInput } from "../call.ts";
import type { Law } from "../observation.ts";

/** Only the first command under a key is executed, and only a resend of it by the same actor returns its outcome. */
export const replays: Law = {
  name: "idempotency: a key stands for one command of one actor, which is executed once",
  brokenBy({ call, answer, first }) {
    if (answer.isErr()) return null;
    if (first === undefined) return answer.value.replayed ? "it was replayed before it was ever executed" : null;
    if (!answer.value.replayed) return "it was executed again under the same key";
    if (!isSame(call, first.call)) return `another command or actor got the outcome of ${first.call.command}`;
    const expected = first.answer.map((outcome) => ({ ...outcome, replayed: true }));
    return isDeepStrictEqual(answer, expected) ? null : "the replayed outcome differs from the first one";
  },
};

function isSame(one: Call, other: Call): boolean {
  return one.command === other.command && isDeepStrictEqual(plain(one.input), plain(other.input));
}

/** The creator becomes the admin if none is named. */
function plain(input: CallInput): CallInput {
  const { actor, admin = null } = input;
  return { ...input, admin: admin ?? (actor !== undefined && "userId" in actor ? actor.userId : null) };
}
