import { type Attributes, context, SpanKind, SpanStatusCode } from '@opentelemetry/api'
import { suppressTracing } from '@opentelemetry/core'
import type { ReadableSpan, SpanExporter } from '@opentelemetry/sdk-trace'
import { withoutSecrets } from '../logging/without-secrets.ts'

/** A finished span as it is kept. Times are nanoseconds since 1970, as decimal digits. */
export type StoredSpan = {
  traceId: string
  spanId: string
  parentSpanId: string | null
  service: string
  name: string
  kind: string
  startedAtNs: string
  durationNs: string
  status: 'unset' | 'ok' | 'error'
  statusMessage: string | null
  attributes: Record<string, unknown>
  events: { name: string; atNs: string; attributes: Record<string, unknown> }[]
  links: { traceId: string; spanId: string }[]
}

export type SpanSink = (spans: StoredSpan[]) => Promise<void>

/** Hands spans to `sink`. What it does is not traced itself, and when it fails the spans are dropped, nothing more. */
export const sinkExporter = (service: string, sink: SpanSink, onError: (error: unknown) => void): SpanExporter => ({
  export(spans, done) {
    context
      .with(suppressTracing(context.active()), () => sink(spans.map((span) => toStored(service, span))))
      .then(
        () => done({ code: 0 }),
        (error: unknown) => {
          onError(error)
          done({ code: 1 })
        },
      )
  },
  shutdown: async () => {},
})

const NANOSECONDS = 1_000_000_000n
const toNs = ([seconds, nanoseconds]: [number, number]) =>
  (BigInt(seconds) * NANOSECONDS + BigInt(nanoseconds)).toString()
const STATUS = {
  [SpanStatusCode.UNSET]: 'unset',
  [SpanStatusCode.OK]: 'ok',
  [SpanStatusCode.ERROR]: 'error',
} as const

function toStored(service: string, span: ReadableSpan): StoredSpan {
  const { traceId, spanId } = span.spanContext()
  return {
    traceId,
    spanId,
    parentSpanId: span.parentSpanContext?.spanId ?? null,
    service,
    name: span.name,
    kind: (SpanKind[span.kind] ?? 'INTERNAL').toLowerCase(),
    startedAtNs: toNs(span.startTime),
    durationNs: toNs(span.duration),
    status: STATUS[span.status.code],
    statusMessage: span.status.message === undefined ? null : withoutSecrets(span.status.message),
    attributes: cleaned(span.attributes),
    events: span.events.map(({ name, time, attributes }) => ({
      name,
      atNs: toNs(time),
      attributes: cleaned(attributes),
    })),
    links: span.links.map(({ context: { traceId: linkedTrace, spanId: linkedSpan } }) => ({
      traceId: linkedTrace,
      spanId: linkedSpan,
    })),
  }
}

/** Exceptions carry messages of others, addresses with their passwords among them. */
const cleaned = (attributes: Attributes = {}): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [
      name,
      typeof value === 'string' ? withoutSecrets(value) : value,
    ]),
  )
