import { trace } from '@opentelemetry/api'
import { type DestinationStream, type Logger, pino } from 'pino'
import { lineWithoutSecrets } from './without-secrets.ts'

export type { Logger } from 'pino'

/** JSON lines with the active trace; fields named like a secret and credentials in URLs are cut out of every line. */
export function createLogger(
  { service, level = 'info', version }: { service: string; level?: string; version?: string },
  destination?: DestinationStream,
): Logger {
  const options = {
    level,
    base: { service, ...(version ? { version } : {}) },
    serializers: { err: serializeError },
    formatters: { level: (label: string) => ({ level: label }) },
    mixin: activeTrace,
    hooks: { streamWrite: lineWithoutSecrets },
  }
  return destination ? pino(options, destination) : pino(options)
}

const LONGEST_TEXT = 8_000

function serializeError(error: unknown) {
  const failure = error instanceof Error ? error : new Error(String(error))
  const { type, message, stack, code, cause } = pino.stdSerializers.err(failure)
  // Several addresses tried in vain make one error without a message of its own.
  const inner = failure instanceof AggregateError ? failure.errors.map((one) => String(one)).join('; ') : ''
  return { type, code, message: shortened(message || inner), stack: shortened(stack), cause }
}

/** Messages quote what others sent, which can be a whole document. */
const shortened = (text: unknown) =>
  typeof text === 'string' && text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)} [cut]` : text

function activeTrace() {
  const span = trace.getActiveSpan()?.spanContext()
  return span ? { trace_id: span.traceId, span_id: span.spanId } : {}
}
