import { type Context, ROOT_CONTEXT, type SpanContext, TraceFlags, trace } from '@opentelemetry/api'

const TRACEPARENT = /^[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/

/** A span's context as the `traceparent` header writes it (W3C Trace Context), or null when nothing traces. */
export function toTraceparent(span: SpanContext): string | null {
  if (!trace.isSpanContextValid(span)) return null
  return `00-${span.traceId}-${span.spanId}-${span.traceFlags.toString(16).padStart(2, '0')}`
}

/**
 * The context that a `traceparent` of our own ledger names; one that cannot be read starts a new trace. It counts as
 * local: whether the trace is recorded was decided by us, when it began. What a client's header asks for is not.
 */
export function contextFromTraceparent(traceparent: string | null): Context {
  const [, traceId, spanId, flags] = traceparent?.match(TRACEPARENT) ?? []
  if (!traceId || !spanId || !flags) return ROOT_CONTEXT
  const isSampled = (Number.parseInt(flags, 16) & TraceFlags.SAMPLED) !== 0
  return trace.setSpanContext(ROOT_CONTEXT, {
    traceId,
    spanId,
    traceFlags: isSampled ? TraceFlags.SAMPLED : TraceFlags.NONE,
  })
}

/** The trace that a `traceparent` belongs to. */
export const traceIdOf = (traceparent: string | null): string | null => traceparent?.match(TRACEPARENT)?.[1] ?? null
