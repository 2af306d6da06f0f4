import type { CallerSignal } from "../ports/abort-signal.ts";
import type { OperationId } from "../../domain/values/ids.ts";

/** What every outcome carries beside what was done. */
export interface CommandReceipt {
  /** On every event of this command. */
  readonly operationId: OperationId;
  /** The organization's revision with this command done. Pass it as `atLeast` to read at least this state elsewhere. */
  readonly revision: number;
  /** True when the command had been executed before under the same idempotency key; nothing was done again. */
  readonly replayed: boolean;
}

/** Options of one call. */
export interface CallOptions {
  /** Gives up where nothing has been sent to the store yet: `aborted`, nothing applied. */
  readonly signal?: CallerSignal | undefined;
}
