import { type Attributes, type SpanKind, SpanStatusCode, type Tracer } from "@opentelemetry/api";

/** The span for one observation. */
export interface Span {
  readonly name: string;
  readonly kind: SpanKind;
  readonly attributes: Attributes;
  /** The error code; null if nothing failed. A refusal is an answer, not a failure. */
  readonly failure: string | null;
}

/** Writes a span for something that has already ended. */
export function writeSpan(
  tracer: Tracer,
  { name, kind, attributes, failure }: Span,
  { totalMs, endedAt }: { readonly totalMs: number; readonly endedAt: number },
): void {
  const span = tracer.startSpan(name, { kind, attributes, startTime: endedAt - totalMs });
  if (failure !== null) {
    span.setAttribute("error.type", failure);
    span.setStatus({ code: SpanStatusCode.ERROR, message: failure });
  }
  span.end(endedAt);
}
