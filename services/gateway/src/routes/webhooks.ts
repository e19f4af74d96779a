import { isUtf8 } from 'node:buffer'
import {
  fieldIssues,
  InvalidRequest,
  InvalidSignature,
  TooManyRequests,
  UnsupportedMediaType,
  WebhooksNotConfigured,
} from '@assay/contracts'
import { contract as collect } from '@assay/contracts/kinds/collect'
import { type Database, repositoriesAt, takeDelivery } from '@assay/db'
import type { JobQueue, Submission } from '@assay/queue'
import { verify } from '@octokit/webhooks-methods'
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { createFailureLimit } from '../access/failure-limit.ts'
import { type Meaning, meaningOf } from '../webhooks/github-event.ts'

export type WebhookRoutesDeps = { db: Database; queue: JobQueue; secret: string | undefined }

/** GitHub sends no more. */
const BODY_LIMIT_BYTES = 25 * 1024 * 1024
const FAILURES_PER_MINUTE = 30
/** Checking this much costs next to nothing; deliveries about pull requests are far below. */
const CHEAP_BYTES = 256 * 1024
const SIGNATURE = /^sha256=[0-9a-f]{64}$/
const DELIVERY_ID = /^[\w-]{1,100}$/

/** What GitHub tells by itself: a merged pull request is collected right away. The signature stands for a key. */
export const webhookRoutes: FastifyPluginAsync<WebhookRoutesDeps> = async (app, { db, queue, secret }) => {
  const failures = createFailureLimit({ max: FAILURES_PER_MINUTE, windowMs: 60_000 })

  // The signature is over the bytes that were sent, so they are kept as they came; other routes parse as before.
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  app.addContentTypeParser('*', (_request, _payload, done) =>
    done(UnsupportedMediaType('Set "Content type" of the webhook at GitHub to application/json.')),
  )

  const refuse = (request: FastifyRequest, reply: FastifyReply) => {
    failures.note(request.ip)
    return tooManyFailures(request, reply) ?? InvalidSignature()
  }
  const tooManyFailures = (request: FastifyRequest, reply: FastifyReply) => {
    const seconds = failures.secondsToWait(request.ip)
    if (seconds === 0) return null
    reply.header('retry-after', seconds)
    return TooManyRequests(seconds)
  }

  /**
   * Refuses before the body is read what can be refused by then. After many failures only short bodies are read, and
   * not none: behind a proxy everybody has one address, and GitHub must not be locked out by others.
   */
  const beforeTheBody = async (request: FastifyRequest, reply: FastifyReply) => {
    if (secret === undefined) throw WebhooksNotConfigured()
    if (!SIGNATURE.test(signatureOf(request))) throw refuse(request, reply)
    const isCheap = Number(request.headers['content-length']) <= CHEAP_BYTES
    const tooMany = isCheap ? null : tooManyFailures(request, reply)
    if (tooMany) throw tooMany
  }

  app.post(
    '/webhooks/github',
    { schema: { hide: true }, bodyLimit: BODY_LIMIT_BYTES, onRequest: beforeTheBody },
    async (request, reply) => {
      const text = textOf(request.body)
      const isGenuine = secret !== undefined && text !== '' && (await verify(secret, text, signatureOf(request)))
      if (!isGenuine) throw refuse(request, reply)

      const { id, event } = deliveryOf(request)
      const meaning = readMeaning(event, text)
      switch (meaning.what) {
        case 'pong':
          return { pong: true }
        case 'nothing':
          return reply.code(202).send({ ignored: meaning.reason })
        case 'lost':
          request.log.warn(
            { repository: meaning.webAddress, action: meaning.action },
            'a repository cannot be read now',
          )
          return reply.code(202).send({ ignored: `repository ${meaning.action}: what is stored of it stays` })
        case 'collect': {
          const jobs = await takeIn({ id, event }, meaning)
          if (jobs === 'known') return { duplicate: true }
          if (jobs.length > 0) return reply.code(202).send({ jobs })
          return reply.code(202).send({ ignored: `no workspace has collected ${meaning.webAddress}` })
        }
      }
    },
  )

  /**
   * The delivery and its jobs commit together; the jobs' keys hold also when the delivery is forgotten.
   * One that brought no job is not kept: sent again after the repository was collected, it is news.
   */
  const takeIn = (delivery: { id: string; event: string }, { webAddress, number }: Meaning & { what: 'collect' }) =>
    db.transaction(async (tx) => {
      const repositories = await repositoriesAt(tx, webAddress)
      if (repositories.length === 0) return []
      if (!(await takeDelivery(tx, delivery))) return 'known'
      const submissions = repositories.map(
        ({ workspace, origin }): Submission => ({
          workspace,
          kind: collect.kind,
          payload: { source: origin, number },
          idempotencyKey: `github-delivery:${delivery.id}:${workspace}`,
        }),
      )
      const jobs = await queue.submitIn(tx, submissions)
      return jobs.some(({ created }) => created) ? jobs.map((job) => job.id) : 'known'
    })
}

const headerOf = (request: FastifyRequest, name: string) => String(request.headers[name] ?? '')
const signatureOf = (request: FastifyRequest) => headerOf(request, 'x-hub-signature-256')

/** Empty for what is not UTF-8: decoding would repair it, and the signature would be checked over something else. */
const textOf = (body: unknown) => (Buffer.isBuffer(body) && isUtf8(body) ? body.toString('utf8') : '')

function deliveryOf(request: FastifyRequest): { id: string; event: string } {
  const id = headerOf(request, 'x-github-delivery')
  const event = headerOf(request, 'x-github-event')
  const issues = [
    ...(DELIVERY_ID.test(id) ? [] : [{ field: 'X-GitHub-Delivery', message: 'send the id of the delivery' }]),
    ...(DELIVERY_ID.test(event) ? [] : [{ field: 'X-GitHub-Event', message: 'send the name of the event' }]),
  ]
  if (issues.length > 0) throw InvalidRequest(issues)
  return { id, event }
}

function readMeaning(event: string, text: string): Meaning {
  try {
    return meaningOf(event, JSON.parse(text))
  } catch (error) {
    if (error instanceof z.ZodError) throw InvalidRequest(fieldIssues(error))
    if (error instanceof SyntaxError) throw InvalidRequest([{ field: 'body', message: 'is not JSON' }])
    throw error
  }
}
