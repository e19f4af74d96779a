import { RateLimited } from '@assay/contracts'
import { Octokit } from '@octokit/core'
import { z } from 'zod'
import {
  GitHubAnswerBroken,
  GitHubForbidden,
  GitHubRepositoryNotVisible,
  GitHubTokenRefused,
} from '../source-errors.ts'
import { classifyAnswer, type RawAnswer, type Verdict } from './classify-answer.ts'
import type { Clock } from './clock.ts'
import { type Credentials, createCredentials, type GitHubAuth } from './credentials.ts'
import { exchange } from './exchange.ts'
import type { RateBudget, Resource } from './rate-budget.ts'
import { secondaryWaitMs } from './secondary-wait.ts'

export type GitHubClientOptions = {
  /** `owner/name`, for messages. */
  readonly repository: string
  readonly apiUrl: string
  readonly auth: GitHubAuth
  readonly budget: RateBudget
  readonly clock: Clock
  readonly requestTimeoutMs: number
  readonly signal: AbortSignal
  readonly userAgent: string
}

export type GraphqlQuestion<T> = {
  /** For messages: "the list of pull requests". */
  readonly asked: string
  readonly query: string
  readonly variables: Readonly<Record<string, unknown>>
  /** What it costs by GitHub's formula. */
  readonly points: number
  readonly schema: z.ZodType<T>
  /** It cannot be asked for less, so "too big" is a failure like any other. */
  readonly isSmallest?: true
}

/** What a caller has to decide about; everything else is thrown. */
export type GraphqlResult<T> =
  | { readonly kind: 'data'; readonly data: T }
  | Extract<Verdict, { kind: 'too-big' | 'cursor-refused' | 'not-found' }>

export type GitHubClient = {
  readonly credentials: Credentials
  /**
   * @throws RateLimited, GitHubTokenRefused, GitHubForbidden, GitHubRepositoryNotVisible; GitHubAnswerBroken after three
   * tries.
   */
  query<T>(question: GraphqlQuestion<T>): Promise<GraphqlResult<T>>
  /** Whether a REST resource changed since the answer with this tag. @throws as `query` */
  isUnchanged(path: string, etag: string | null): Promise<{ unchanged: boolean; etag: string | null }>
  /** Nobody of this account asks again for as long as GitHub wants. @throws RateLimited */
  park(limited: Pick<Extract<Verdict, { kind: 'limited' }>, 'until' | 'resource'>): Promise<never>
  /** A random part of up to two seconds, longer with each try, so that workers do not come back all at once. */
  pause(attempt: number): Promise<void>
}

const TRIES = 3
const PAUSE_MAX_MS = 2_000
const READ_POINTS = 1
/** What a write costs of the limit for a minute. */
const WRITE_POINTS = 5

type Asking = {
  readonly resource: Resource
  readonly points: number
  readonly route: string
  readonly body?: Readonly<Record<string, unknown>>
  readonly etag?: string | null
  readonly token: string | undefined
}

export const createGitHubClient = (options: GitHubClientOptions): GitHubClient => {
  const { budget, clock, signal } = options
  const apiUrl = options.apiUrl.replace(/\/$/, '')
  const graphqlUrl = `${apiUrl.replace(/\/api\/v3$/, '/api')}/graphql`
  // Octokit makes the requests; the answers are read here, as it takes a body that is cut off for text.
  const { request } = new Octokit({ baseUrl: apiUrl, userAgent: options.userAgent })

  const pause = (attempt: number) => clock.wait(Math.random() * Math.min(PAUSE_MAX_MS, 250 * 2 ** attempt), signal)

  const park: GitHubClient['park'] = async ({ until, resource }) => {
    const resetAt = until ?? new Date(clock.now() + secondaryWaitMs.next(budget, credentials.account))
    await budget.closeUntil(credentials.account, resource, resetAt)
    throw new RateLimited('GitHub', resetAt)
  }

  const ask = async ({ resource, points, route, body, etag, token }: Asking) => {
    const headers = { ...(token && { authorization: `bearer ${token}` }), ...(etag && { 'if-none-match': etag }) }
    const release = await budget.take(credentials.account, resource, points, signal)
    try {
      const answer = await exchange(request.endpoint(route, { ...body, headers }), options)
      await observe(answer, resource)
      const verdict = classifyAnswer(answer, resource, clock.now())
      if (verdict.kind === 'limited') await park(verdict)
      if (verdict.kind === 'ok') secondaryWaitMs.forget(budget, credentials.account)
      return { verdict, headers: answer.kind === 'answer' ? answer.headers : new Headers() }
    } finally {
      await release()
    }
  }

  const observe = async (answer: RawAnswer, resource: Resource) => {
    if (answer.kind !== 'answer') return
    const remaining = numberIn(answer.headers, 'x-ratelimit-remaining')
    const reset = numberIn(answer.headers, 'x-ratelimit-reset')
    if (remaining === null || reset === null) return
    await budget.observe(credentials.account, resource, { remaining, resetAt: new Date(reset * 1_000) })
  }

  const refuse = (verdict: Verdict): void => {
    if (verdict.kind === 'unauthorised') throw GitHubTokenRefused(credentials.kind === 'app' ? 'app' : 'token')
    if (verdict.kind === 'forbidden') throw GitHubForbidden(options.repository, verdict.reason)
    if (verdict.kind === 'not-found' && verdict.path.length <= 1) throw GitHubRepositoryNotVisible(options.repository)
  }

  const requestToken = async (installationId: number, jwt: string) => {
    let reason = ''
    for (let attempt = 1; attempt <= TRIES; attempt += 1) {
      if (attempt > 1) await pause(attempt)
      const route = `POST /app/installations/${installationId}/access_tokens`
      const { verdict } = await ask({ resource: 'rest', points: WRITE_POINTS, route, token: jwt })
      if (verdict.kind === 'not-found') throw GitHubTokenRefused('app')
      refuse(verdict)
      const answer = verdict.kind === 'ok' ? installationToken.safeParse(verdict.body) : undefined
      if (answer?.success) return { token: answer.data.token, expiresAt: Date.parse(answer.data.expires_at) }
      reason = verdict.kind === 'broken' ? verdict.reason : misshapen(answer?.error)
    }
    throw GitHubAnswerBroken('the request for an installation token', reason)
  }

  const credentials = createCredentials(options.auth, { apiUrl, clock, requestToken })

  return {
    credentials,
    park,
    pause,

    async query({ asked, query, variables, points, schema, isSmallest }) {
      let reason = ''
      let isShape = false
      for (let attempt = 1; attempt <= TRIES; attempt += 1) {
        if (attempt > 1) await pause(attempt)
        const token = await credentials.token()
        const route = `POST ${graphqlUrl}`
        const { verdict } = await ask({ resource: 'graphql', points, route, body: { query, variables }, token })
        // An installation's new token takes a moment to be known everywhere.
        const mayBeTooNew = verdict.kind === 'unauthorised' && credentials.kind === 'app' && attempt < TRIES
        if (!mayBeTooNew) refuse(verdict)
        if (verdict.kind === 'too-big' && !isSmallest) return verdict
        if (verdict.kind === 'cursor-refused' || verdict.kind === 'not-found') return verdict
        isShape = verdict.kind === 'ok'
        const data = verdict.kind === 'ok' ? schema.safeParse(verdict.body) : undefined
        if (data?.success) return { kind: 'data', data: data.data }
        reason = 'reason' in verdict ? verdict.reason : misshapen(data?.error)
      }
      // The same wrong shape three times is in the data: asking for less finds the one pull request that has it.
      if (isShape && !isSmallest) return { kind: 'too-big', reason }
      throw GitHubAnswerBroken(asked, reason)
    },

    async isUnchanged(path, etag) {
      for (let attempt = 1; attempt <= TRIES; attempt += 1) {
        if (attempt > 1) await pause(attempt)
        const token = await credentials.token()
        const route = `GET ${path}`
        const { verdict, headers } = await ask({ resource: 'rest', points: READ_POINTS, route, etag, token })
        refuse(verdict)
        if (verdict.kind === 'unchanged') return { unchanged: true, etag }
        if (verdict.kind === 'ok') return { unchanged: false, etag: headers.get('etag') }
      }
      // The pages tell it too, only dearer.
      return { unchanged: false, etag: null }
    },
  }
}

const installationToken = z.object({ token: z.string().min(1), expires_at: z.iso.datetime({ offset: true }) })

const numberIn = (headers: Headers, name: string): number | null => {
  const value = headers.get(name)
  return value !== null && /^\d+$/.test(value) ? Number(value) : null
}

/** Names the field and not its value. */
const misshapen = (error: z.ZodError | undefined) => {
  const path = error?.issues[0]?.path.filter((part) => typeof part === 'string').join('.') ?? ''
  return `the field '${path}' is missing or not what it should be`
}
