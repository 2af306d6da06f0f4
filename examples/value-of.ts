import type { Result } from "neverthrow";
import { describeError, type RosterError } from "workspace-roster";

/** The value of a result, or the end of the program with the reason why there is none. */
export function valueOf<Value>(result: Result<Value, RosterError>): Value {
  if (result.isOk()) return result.value;
  console.error(describeError(result.error, { withCause: true }));
  process.exit(1);
}
