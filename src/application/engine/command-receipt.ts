import type { ResultAsync } from "neverthrow";
import type { CallerSignal } from "../ports/abort-signal.ts";
import type { OperationId } from "../../domain/values/ids.ts";

/** The fields that every outcome has besides its result. */
export interface CommandReceipt {
  /** Every event of this command has it. */
  readonly operationId: OperationId;
  /** The organization's revision after this command. Pass it as `atLeast` to read at least this state on another node. */
  readonly revision: number;
  /** True if the same command was executed before under the same idempotency key: this is its stored outcome. */
  readonly replayed: boolean;
}

/** Options of one call. */
export interface CallOptions {
  /**
   * Cancels the call: it returns `aborted`, and nothing was applied. A commit that was already sent is not cancelled; the
   * call then waits for the store's answer.
   */
  readonly signal?: CallerSignal | undefined;
}

/** A command: returns its outcome, or an error with a literal `code`. Expected failures are never thrown. */
export type RosterCommand<Input, Outcome, Failure> = (
  input: Input,
  options?: CallOptions,
) => ResultAsync<Outcome, Failure>;
