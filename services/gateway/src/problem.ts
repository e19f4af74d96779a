import { STATUS_CODES } from 'node:http'
import { type AssayError, InvalidRequest, isAssayError, NotFound, type Problem, Unavailable } from '@assay/contracts'
import { trace } from '@opentelemetry/api'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors, isResponseSerializationError } from 'fastify-type-provider-zod'

/** Every error leaves as a problem document; what was not expected says nothing of its inside. */
export function answerWithProblems(app: FastifyInstance) {
  app.setErrorHandler((error, request, reply) => {
    const known = asKnown(error)
    if (known) return sendProblem(known, request, reply)
    request.log.error({ err: error }, 'unexpected error')
    const unexpected = {
      code: 'INTERNAL',
      status: 500,
      details: {},
      message: 'Something broke on our side; it is logged.',
    }
    return sendProblem(unexpected, request, reply)
  })
  app.setNotFoundHandler((request, reply) =>
    sendProblem(NotFound(`route ${request.method} ${request.url}`), request, reply),
  )
}

type Described = Pick<AssayError, 'code' | 'status' | 'details' | 'message'>

export function sendProblem(
  { code, status, details, message }: Described,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const traceId = trace.getActiveSpan()?.spanContext().traceId
  const problem: Problem = {
    ...details,
    type: `/api/docs/errors#${code}`,
    title: STATUS_CODES[status] ?? 'Error',
    status,
    detail: message,
    instance: request.url,
    code,
    ...(traceId ? { traceId } : {}),
  }
  if (status === 401) reply.header('www-authenticate', 'Bearer realm="assay"')
  if (status === 503) reply.header('retry-after', '2')
  return reply.code(status).header('content-type', 'application/problem+json').send(problem)
}

function asKnown(error: unknown): Described | null {
  if (isAssayError(error)) return error
  if (hasZodFastifySchemaValidationErrors(error)) {
    const place = error.validationContext ?? 'request'
    return InvalidRequest(
      error.validation.flatMap(({ instancePath, message = 'is not valid', params }) => {
        const path = instancePath.split('/').filter(Boolean)
        const unknown: string[][] = Array.isArray(params.keys) ? params.keys.map((key) => [String(key)]) : [[]]
        return unknown.map((key) => ({ field: [...path, ...key].join('.') || place, message }))
      }),
    )
  }
  if (isResponseSerializationError(error)) return null
  if (isConnectionTrouble(error)) return Unavailable()
  if (hasUnstorableText(error)) return UnstorableText()
  if (
    error instanceof Error &&
    'statusCode' in error &&
    typeof error.statusCode === 'number' &&
    error.statusCode < 500
  ) {
    return {
      code: CODES[error.statusCode] ?? 'INVALID_REQUEST',
      status: error.statusCode,
      details: {},
      message: error.message,
    }
  }
  return null
}

const CODES: Record<number, string> = { 413: 'BODY_TOO_LARGE', 415: 'UNSUPPORTED_MEDIA_TYPE' }

const UnstorableText = () =>
  InvalidRequest([{ field: 'request', message: 'holds a NUL character or half a surrogate pair; remove it' }])

/** PostgreSQL's text holds neither NUL nor half a surrogate pair: character_not_in_repertoire, untranslatable_character. */
function hasUnstorableText(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false
  const { code, cause } = error as { code?: unknown; cause?: unknown }
  return code === '22021' || code === '22P05' || hasUnstorableText(cause)
}

/** Errors of the connection and not of the statement: classes 08, 53, 57 of PostgreSQL's codes, and those of sockets. */
function isConnectionTrouble(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false
  const { code, message, cause } = error as { code?: unknown; message?: unknown; cause?: unknown }
  return (
    /^(?:08|53|57)\w{3}$|^(?:ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE)$/.test(String(code)) ||
    /connection terminated|timeout exceeded when trying to connect/i.test(String(message)) ||
    isConnectionTrouble(cause)
  )
}
