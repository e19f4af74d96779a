import { z } from 'zod'
import {
  GitHubAnswerBroken,
  GitHubForbidden,
  GitHubRepositoryNotVisible,
  GitHubTokenRefused,
} from '../source-errors.ts'
import { type BudgetedRequests, type BudgetedRequestsOptions, createBudgetedRequests } from './budgeted-requests.ts'
import type { Verdict } from './classify-answer.ts'
import { accountOf, type Credentials, createCredentials, type GitHubAuth } from './credentials.ts'

export type GitHubClientOptions = BudgetedRequestsOptions & {
  /** `owner/name`, for messages. */
  readonly repository: string
  readonly auth: GitHubAuth
}

type GraphqlQuestion<T> = {
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

export type GitHubClient = Pick<BudgetedRequests, 'park' | 'pause'> & {
  readonly credentials: Credentials
  /**
   * @throws RateLimited, GitHubTokenRefused, GitHubForbidden, GitHubRepositoryNotVisible; GitHubAnswerBroken after three
   * tries.
   */
  query<T>(question: GraphqlQuestion<T>): Promise<GraphqlResult<T>>
  /** Whether a REST resource changed since the answer with this tag. @throws as `query` */
  isUnchanged(path: string, etag: string | null): Promise<{ unchanged: boolean; etag: string | null }>
}

const TRIES = 3
const READ_POINTS = 1
/** What a write costs of the limit for a minute. */
const WRITE_POINTS = 5

export const createGitHubClient = (given: GitHubClientOptions): GitHubClient => {
  const options = { ...given, apiUrl: given.apiUrl.replace(/\/$/, '') }
  const { apiUrl, clock } = options
  const graphqlUrl = `${apiUrl.replace(/\/api\/v3$/, '/api')}/graphql`
  const { ask, park, pause } = createBudgetedRequests(options, accountOf(options.auth, apiUrl))

  const refuse = (verdict: Verdict): void => {
    if (verdict.kind === 'unauthorised') throw GitHubTokenRefused(options.auth.kind === 'app' ? 'app' : 'token')
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

  const credentials = createCredentials(options.auth, { clock, requestToken })

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
        const mayBeTooNew = verdict.kind === 'unauthorised' && options.auth.kind === 'app' && attempt < TRIES
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

/** Names the field and not its value. */
const misshapen = (error: z.ZodError | undefined) => {
  const path = error?.issues[0]?.path.filter((part) => typeof part === 'string').join('.') ?? ''
  return `the field '${path}' is missing or not what it should be`
}
