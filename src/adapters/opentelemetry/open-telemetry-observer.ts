import { trace, type Tracer } from "@opentelemetry/api";
import { hasMethods, requireOption, requireOptions } from "../../domain/values/checked-option.ts";
import type { Observer } from "../../application/ports/observer.ts";
import { commandSpan, storageSpan } from "./spans.ts";
import { type Span, writeSpan } from "./write-span.ts";

/** Options of `openTelemetryObserver`. */
export interface OpenTelemetryOptions {
  /**
   * The value of `db.system.name` in the spans. Use a name from OpenTelemetry's semantic conventions, such as `sqlite`,
   * `postgresql`, `mysql` or `mariadb`. A non-empty string.
   */
  readonly system: string;
  /** The tracer that creates the spans. Default: the tracer `workspace-roster` of the global provider. */
  readonly tracer?: Tracer | undefined;
}

/**
 * An observer for `createRoster({ observe })`. It writes one span for each command (`INTERNAL`) and each storage call
 * (`CLIENT`, following the semantic conventions for database client spans), as children of the host's active span.
 *
 * The spans contain the organization's id, names, outcomes and numbers, never user data. A refusal is not marked as an
 * error; contention, an unknown outcome and storage errors are. Without an OpenTelemetry SDK the observer does nothing.
 *
 * Throws a TypeError if an option is invalid or unknown.
 */
export function openTelemetryObserver(options: OpenTelemetryOptions): Observer {
  requireOptions(options, "The options of openTelemetryObserver", ["system", "tracer"]);
  const { system, tracer } = options;
  requireOption(typeof system === "string" && system !== "", "system", "the name of a database system", system);
  const isTracer = tracer === undefined || hasMethods(tracer, "startSpan");
  requireOption(isTracer, "tracer", "a tracer of OpenTelemetry or absent", tracer);
  return (observation) => {
    const span: Span = observation.kind === "command" ? commandSpan(observation) : storageSpan(observation, system);
    writeSpan(tracer ?? trace.getTracer("workspace-roster"), span, observation);
  };
}
