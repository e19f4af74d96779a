import { setTimeout as wait } from 'node:timers/promises'
import type { JobView, Problem } from '@assay/contracts'

export type Api = ReturnType<typeof connectApi>

type PullRequestList = { items: { number: number; title: string; kind: string | null; score: number | null }[] }
type RepositoryView = { name: string; pullRequestCount: number; completeness: string }

const READY_WITHIN_MS = 60_000
const BETWEEN_LOOKS_MS = 50

/** What `npm start` asks of the gateway. */
export function connectApi(url: string, apiKey: string) {
  const call = async <T>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<T> => {
    const response = await fetch(`${url}/api/v2${path}`, {
      method,
      headers: {
        authorization: `Bearer ${apiKey}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    if (response.ok) return response.json() as Promise<T>
    const problem = (await response.json().catch(() => ({ detail: response.statusText }))) as Problem
    throw new Error(problem.detail)
  }
  return {
    /** @throws when it does not come up in time. */
    async untilReady() {
      const endsAt = performance.now() + READY_WITHIN_MS
      while (
        !(await fetch(`${url}/readyz`).then(
          ({ ok }) => ok,
          () => false,
        ))
      ) {
        if (performance.now() > endsAt) throw new Error('the gateway did not come up within a minute')
        await wait(BETWEEN_LOOKS_MS)
      }
    },
    collect: (source: string) =>
      call<JobView>(
        'POST',
        '/jobs',
        { kind: 'collect', payload: { source } },
        { 'idempotency-key': crypto.randomUUID() },
      ),
    job: (id: string) => call<JobView>('GET', `/jobs/${id}`),
    repository: (id: string) => call<RepositoryView>('GET', `/repositories/${id}`),
    topPullRequests: (repository: string) =>
      call<PullRequestList>('GET', `/pull-requests?repository=${repository}&sort=value&limit=5`),
    signInLink: async () => `${url}${(await call<{ path: string }>('POST', '/sign-in-links')).path}`,
  }
}
