import { isDeepStrictEqual } from "node:util";
import { isDone, type Law } from "../observation.ts";

export const nothingHappens: Law = {
  name: "only a command that succeeds changes something, and only in its own organization",
  brokenBy(observation) {
    const { call, answer, before, after, others } = observation;
    if (!others.every((other) => isDeepStrictEqual(other.before, other.after))) return "another organization changed";
    if (isDone(observation) || isDeepStrictEqual(before, after)) return null;
    if (answer.isErr()) return `a command refused with ${answer.error.code} changed something`;
    return call.isPreview ? "a preview changed something" : "a replay changed something";
  },
};
