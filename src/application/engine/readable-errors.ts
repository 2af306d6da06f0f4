import type { ResultAsync } from "neverthrow";
import { withReadableCause } from "../ports/readable-cause.ts";

type Call = (...given: readonly never[]) => ResultAsync<unknown, object>;

/** The same calls, whose errors can be read as JSON whoever made them: an adapter may answer plain data. */
export function readableErrors<Calls extends object>(calls: Calls): Calls {
  const entries = Object.entries(calls as Readonly<Record<string, Call>>);
  return Object.fromEntries(
    entries.map(([name, call]) => [name, (...given: never[]) => call(...given).mapErr(withReadableCause)]),
  ) as Calls;
}
