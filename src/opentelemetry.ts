export { openTelemetryObserver, type OpenTelemetryOptions } from "./adapters/opentelemetry/open-telemetry-observer.ts";
