import { type Attributes, type SpanKind, SpanStatusCode, type Tracer } from "@opentelemetry/api";

/** What one observation becomes. */
export interface Span {
  readonly name: string;
  readonly kind: SpanKind;
  readonly attributes: Attributes;
  /** The code of what failed; null where nothing did. A refusal is an answer, not a failure. */
  readonly failure: string | null;
}

/** Writes a span for what has ended already. */
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
