import { trace } from '@opentelemetry/api'
import { type DestinationStream, type Logger, pino } from 'pino'

export type { Logger } from 'pino'

const SECRETS = ['authorization', 'cookie', 'set-cookie', 'apiKey', 'password', 'token', 'secret']
const URL_PASSWORD = /(\w+:\/\/[^\s:/@]*:)[^\s@/]+@/g

/** JSON lines with the active trace; secrets are cut out by name, passwords in URLs by their shape. */
export function createLogger(
  { service, level = 'info', version }: { service: string; level?: string; version?: string },
  destination?: DestinationStream,
): Logger {
  const options = {
    level,
    base: { service, ...(version ? { version } : {}) },
    redact: { paths: SECRETS.flatMap((name) => [key(name), `*${key(name)}`, `*.*${key(name)}`]), censor: '[cut]' },
    serializers: { err: serializeError },
    formatters: { level: (label: string) => ({ level: label }) },
    mixin: activeTrace,
  }
  return destination ? pino(options, destination) : pino(options)
}

const key = (name: string) => `["${name}"]`

function serializeError(error: unknown) {
  const { type, message, stack, code, ...rest } = pino.stdSerializers.err(
    error instanceof Error ? error : new Error(String(error)),
  ) as unknown as Record<string, unknown>
  return { type, code, message: withoutPasswords(message), stack: withoutPasswords(stack), cause: rest.cause }
}

const withoutPasswords = (text: unknown) =>
  typeof text === 'string' ? text.replaceAll(URL_PASSWORD, '$1[cut]@') : text

function activeTrace() {
  const span = trace.getActiveSpan()?.spanContext()
  return span ? { trace_id: span.traceId, span_id: span.spanId } : {}
}
