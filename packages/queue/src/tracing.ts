import { contextFromTraceparent, toTraceparent } from '@assay/runtime'
import { type Context, context, type Span, SpanKind, SpanStatusCode, type Tracer, trace } from '@opentelemetry/api'

/**
 * Names of the messaging semantic conventions (OpenTelemetry 1.44, status Development) and our own beside them.
 * A processing span is the child of its sending span: one trace shows a job with everything it spawned.
 */
const ATTRIBUTE = {
  system: 'messaging.system',
  operationName: 'messaging.operation.name',
  operationType: 'messaging.operation.type',
  destination: 'messaging.destination.name',
  messageId: 'messaging.message.id',
  errorType: 'error.type',
  kind: 'assay.job.kind',
  attempt: 'assay.job.attempt',
  workspace: 'assay.workspace',
} as const

type TracedJob = { id: string; kind: string; queue: string; workspace: string }

const attributesOf = (job: TracedJob, operation: 'send' | 'process') => ({
  [ATTRIBUTE.system]: 'bullmq',
  [ATTRIBUTE.operationName]: operation,
  [ATTRIBUTE.operationType]: operation,
  [ATTRIBUTE.destination]: job.queue,
  [ATTRIBUTE.messageId]: job.id,
  [ATTRIBUTE.kind]: job.kind,
  [ATTRIBUTE.workspace]: job.workspace,
})

/** Marks the submission of a job. @returns the traceparent that travels with it (W3C Trace Context). */
export function startSendSpan(tracer: Tracer, job: TracedJob): string | null {
  const span = tracer.startSpan(`send ${job.queue}`, { kind: SpanKind.PRODUCER, attributes: attributesOf(job, 'send') })
  span.end()
  return toTraceparent(span.spanContext())
}

export type AttemptSpan = {
  /** Runs `work` with the attempt's span as the active one. */
  within<T>(work: () => Promise<T>): Promise<T>
  fail(error: unknown): void
  end(): void
}

/** One span for the wait in the queue, one for the attempt; a failed attempt's is an ERROR. */
export function startAttemptSpan(
  tracer: Tracer,
  job: TracedJob & { attempt: number; traceparent: string | null; readyAt: Date; startedAt: Date },
): AttemptSpan {
  const parent = contextFromTraceparent(job.traceparent)
  const attributes = { ...attributesOf(job, 'process'), [ATTRIBUTE.attempt]: job.attempt }
  tracer
    .startSpan(`wait ${job.queue}`, { kind: SpanKind.INTERNAL, startTime: job.readyAt, attributes }, parent)
    .end(job.startedAt)
  const span = tracer.startSpan(`process ${job.queue}`, { kind: SpanKind.CONSUMER, attributes }, parent)
  const active: Context = trace.setSpan(parent, span)
  return {
    within: (work) => context.with(active, work),
    fail: (error) => markFailed(span, error),
    end: () => span.end(),
  }
}

function markFailed(span: Span, error: unknown) {
  const failure = error instanceof Error ? error : new Error(String(error))
  const type = 'code' in failure && typeof failure.code === 'string' ? failure.code : failure.name
  span.setAttribute(ATTRIBUTE.errorType, type)
  span.recordException(failure)
  span.setStatus({ code: SpanStatusCode.ERROR, message: failure.message })
}
