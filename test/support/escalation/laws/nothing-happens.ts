import { isDeepStrictEqual } from "node:util";
import { isDone, type Law } from "../observation.ts";

/** A preview, a replay and a refusal change nothing, and no command changes another organization. */
export const nothingHappens: Law = {
  name: "nothing happens but by a command that is carried out, and only in its organization",
  brokenBy(observation) {
    const { call, answer, before, after, others } = observation;
    if (!others.every((other) => isDeepStrictEqual(other.before, other.after))) return "another organization changed";
    if (isDone(observation) || isDeepStrictEqual(before, after)) return null;
    if (answer.isErr()) return `a command that was refused as ${answer.error.code} changed something`;
    return call.isPreview ? "a preview changed something" : "a replay changed something";
  },
};
