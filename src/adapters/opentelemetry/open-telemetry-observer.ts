import { trace, type Tracer } from "@opentelemetry/api";
import { hasMethods, requireOption, requireOptions } from "../../domain/values/checked-option.ts";
import type { Observer } from "../../application/ports/observer.ts";
import { commandSpan } from "./command-span.ts";
import { storageSpan } from "./storage-span.ts";
import { type Span, writeSpan } from "./write-span.ts";

/** Options of `openTelemetryObserver`. */
export interface OpenTelemetryOptions {
  /** `db.system.name` of the spans, a value of OpenTelemetry's conventions: `sqlite`, `postgresql`, `mysql`, `mariadb`. */
  readonly system: string;
  /** Default: the global provider's tracer `workspace-roster`. */
  readonly tracer?: Tracer | undefined;
}

/**
 * An observer for `createRoster({ observe })` that writes a span for each command (`INTERNAL`) and each call of the
 * storage (`CLIENT`, by the semantic conventions for database client spans), as children of the span that is active in
 * the host. It tells the organization's id and numbers, never users. Without an OpenTelemetry SDK it does nothing.
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
