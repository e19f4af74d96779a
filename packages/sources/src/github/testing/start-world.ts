import { join } from 'node:path'
import { type SimulatorOptions, startGitHubSimulator } from '../../../test/github-simulator/index.ts'
import type { PullRequestPage, PullRequestSource } from '../../pull-request-source.ts'
import { type GitHubSourceOptions, openGitHubSource } from '../open-github-source.ts'
import { createMemoryRateBudget } from '../rate-budget.ts'
import { createTestClock } from './collect-like-a-job.ts'

export const token = 'ghp_secretsecretsecretsecretsecretsecret'

/** GitHub simulated, a clock that only moves when somebody waits, and sources that share a budget and a cache. */
export const startWorld = async (options: Omit<SimulatorOptions, 'now'> & { readonly folder: string }) => {
  const clock = createTestClock()
  const budget = createMemoryRateBudget(clock)
  const { folder, ...rest } = options
  const simulator = await startGitHubSimulator({
    tokens: { [token]: { repositories: 'all' } },
    ...rest,
    now: clock.now,
  })
  const open = (changes: Partial<GitHubSourceOptions> = {}): Promise<PullRequestSource> =>
    openGitHubSource({
      owner: 'octo',
      name: 'hello',
      auth: { kind: 'token', token },
      apiUrl: `${simulator.url}/api/v3`,
      gitUrl: simulator.url,
      transport: 'api',
      cacheDirectory: join(folder, `cache-${new URL(simulator.url).port}`),
      budget,
      clock,
      requestTimeoutMs: 2_000,
      environment: process.env,
      ...changes,
    })
  return { clock, budget, simulator, open }
}

export const pagesOf = async (
  source: PullRequestSource,
  after: string | null = null,
  pageSize?: number,
): Promise<PullRequestPage[]> => {
  const pages: PullRequestPage[] = []
  const options = pageSize === undefined ? { after } : { after, pageSize }
  for await (const page of source.pullRequests(options)) pages.push(page)
  return pages
}

export const numbersOf = (pages: readonly PullRequestPage[]) =>
  pages.flatMap(({ pullRequests }) => pullRequests.map(({ number }) => number))
