import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import {
  type GitHubSimulator,
  type SimulatedRepository,
  startGitHubSimulator,
} from '../../test/github-simulator/index.ts'
import { temporaryFolder } from '../git/testing/build-repository.ts'
import { type GitHubSourceOptions, openGitHubSource } from './open-github-source.ts'
import { createMemoryRateBudget } from './rate-budget.ts'
import { collectLikeAJob, createTestClock, summaryOf } from './testing/collect-like-a-job.ts'
import { expectedOf, simulatedHistory } from './testing/simulated-history.ts'

const folder = temporaryFolder()
afterAll(folder.remove)
let repository: SimulatedRepository
let simulator: GitHubSimulator
const clock = createTestClock()
let made = 0
beforeAll(async () => {
  repository = await simulatedHistory(folder.path, 44)
  simulator = await startGitHubSimulator({
    repositories: [repository],
    tokens: { secret: { repositories: 'all' } },
    now: clock.now,
  })
})
afterAll(() => simulator?.close())

const open = (more: Partial<GitHubSourceOptions> = {}) => {
  made += 1
  const cacheDirectory = join(folder.path, `cache-${made}`)
  return (changes: Partial<GitHubSourceOptions> = {}) =>
    openGitHubSource({
      owner: 'octo',
      name: 'hello',
      auth: { kind: 'token', token: 'secret' },
      apiUrl: `${simulator.url}/api/v3`,
      gitUrl: simulator.url,
      transport: 'git',
      cacheDirectory,
      budget: createMemoryRateBudget(clock),
      clock,
      requestTimeoutMs: 2_000,
      environment: process.env,
      ...more,
      ...changes,
    })
}

describe('a GitHub source', () => {
  test.each(['git', 'api'] as const)(
    'collects by %s what GitHub has, nothing missing and nothing twice',
    async (transport) => {
      const collected = await collectLikeAJob(open({ transport }), clock)
      expect(collected.gaps).toEqual([])
      expect(collected.interruptions).toEqual([])
      expect(summaryOf(collected)).toEqual(expectedOf(repository, transport))
      expect(simulator.violations).toEqual([])
    },
  )
})
