import { createRequire } from 'node:module'
import { setTimeout as wait } from 'node:timers/promises'
import { type Tracer, trace } from '@opentelemetry/api'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { PgInstrumentation } from '@opentelemetry/instrumentation-pg'
import { NodeSDK } from '@opentelemetry/sdk-node'
import { BatchSpanProcessor, ParentBasedSampler } from '@opentelemetry/sdk-trace'
import { rateLimitedSampler } from './rate-limited-sampler.ts'
import { type SpanSink, sinkExporter } from './span-sink.ts'

export type Telemetry = {
  tracer: Tracer
  /** Where finished spans are kept, once there is a place; those that end before are dropped. */
  keepSpans(sink: SpanSink): void
  /** Sends what is left, then stops. */
  shutdown(): Promise<void>
}

/** A receiver that does not answer must not hold up the end of a process. */
const SHUTDOWN_MS = 2_000
const BUFFER = { maxQueueSize: 8_192, maxExportBatchSize: 512, scheduledDelayMillis: 1_000 }

/**
 * Starts tracing for this process, once, with spans for SQL.
 */
export function startTelemetry({
  service,
  otlpEndpoint,
  tracesPerSecond,
  onError = () => {},
}: {
  service: string
  otlpEndpoint?: string | undefined
  tracesPerSecond: number
  onError?: (error: unknown) => void
}): Telemetry {
  let sink: SpanSink = async () => {}
  const processors = [
    new BatchSpanProcessor({ exporter: sinkExporter(service, (spans) => sink(spans), onError), ...BUFFER }),
  ]
  if (otlpEndpoint) {
    const url = `${otlpEndpoint.replace(/\/$/, '')}/v1/traces`
    processors.push(new BatchSpanProcessor({ exporter: new OTLPTraceExporter({ url }), ...BUFFER }))
  }
  const limited = rateLimitedSampler(tracesPerSecond)
  const sdk = new NodeSDK({
    serviceName: service,
    autoDetectResources: false,
    // A client that asks for its traces to be recorded is heard within the same limit.
    sampler: new ParentBasedSampler({ root: limited, remoteParentSampled: limited }),
    spanProcessors: processors,
    metricReaders: [],
    logRecordProcessors: [],
    instrumentations: [new PgInstrumentation({ requireParentSpan: true })],
  })
  sdk.start()
  patchPg()

  return {
    tracer: trace.getTracer('assay'),
    keepSpans(keep) {
      sink = keep
    },
    shutdown: () => Promise.race([sdk.shutdown().catch(onError), wait(SHUTDOWN_MS, undefined, { ref: false })]),
  }
}

/**
 * The instrumentation hooks `require`. `pg` is CommonJS, and an ES import of it yields the very module that `require`
 * patches in place, before or after, so no loader hook is needed. It holds while this package and the one that queries
 * resolve `pg` to the same installed copy.
 */
function patchPg() {
  const require = createRequire(import.meta.url)
  try {
    require('pg')
  } catch {
    // A process that does not use the database has no SQL to trace.
  }
}
