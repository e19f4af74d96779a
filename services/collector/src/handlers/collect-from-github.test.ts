import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findPullRequest, listAttempts, listPullRequests } from '@assay/db'
import { createMemoryRateBudget } from '@assay/sources'
import {
  type FaultPlan,
  type GitHubSimulator,
  type SimulatedRepository,
  samplePullRequest,
  sampleRepository,
  startGitHubSimulator,
} from '@assay/sources/test/github-simulator'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { createSourceLocations } from '../source-location.ts'
import { type Collector, openCollector } from '../testing/collector-fixture.ts'

let folder: string
let collector: Collector
let gitHub: GitHubSimulator
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'assay-collect-'))
  collector = await openCollector(folder)
})
afterEach(async () => {
  await collector.close()
  await gitHub.close()
  rmSync(folder, { recursive: true, force: true })
})

const start = async (repository: SimulatedRepository, faults?: FaultPlan) => {
  gitHub = await startGitHubSimulator({
    repositories: [repository],
    tokens: { secret: { repositories: 'all' } },
    retryAfterSeconds: 1,
    ...(faults ? { faults } : {}),
  })
  await collector.start({
    locations: createSourceLocations(gitHub.url),
    gitHub: {
      auth: { kind: 'token', token: 'secret' },
      apiUrl: `${gitHub.url}/api/v3`,
      gitUrl: gitHub.url,
      transport: 'api',
      budget: createMemoryRateBudget(),
    },
  })
}
const stored = async (number: number) => {
  const list = await listPullRequests(collector.db, 'acme', {}, { sort: 'merged_at', after: null, limit: 1_000 })
  const found = list.find((row) => row.number === number)
  return found && findPullRequest(collector.db, 'acme', found.id)
}

describe('a repository on GitHub', () => {
  test('is stored with its reviews, labels and issues, and asked for what is new only after that', async () => {
    const issue = { number: 3, repository: 'octo/hello' }
    const reviewed = samplePullRequest(60, {
      labels: ['bug'],
      body: 'Fixes #3',
      closingIssues: [issue],
      reviews: [{ id: 'r1', reviewer: 'grace', state: 'APPROVED', submittedAt: '2024-02-01T00:00:00Z', body: 'Good.' }],
    })
    await start(sampleRepository(59, { pullRequests: [...sampleRepository(59).pullRequests, reviewed] }))
    const first = await collector.collect('octo/hello')
    expect(first).toMatchObject({
      state: 'succeeded',
      result: { repository: 'octo/hello', pullRequests: 60, expected: 60, completeness: 'complete', gaps: 0 },
    })
    expect(await stored(60)).toMatchObject({
      authorLogin: 'ada',
      labels: ['bug'],
      reviews: [{ reviewer: 'grace', state: 'approved' }],
      linkedIssues: ['#3'],
    })
    const [repository] = await collector.repositories()
    expect(repository).toMatchObject({
      origin: `${gitHub.url}/octo/hello`,
      sourceKind: 'github',
      visibility: 'public',
      license: 'MIT',
    })

    gitHub.repository('octo/hello').pullRequests.push(samplePullRequest(61))
    expect((await collector.collect('octo/hello')).result).toMatchObject({ pullRequests: 61, changed: 1 })
    expect(gitHub.violations).toEqual([])
  })

  test('parks the job until GitHub allows more, and no attempt is used up', async () => {
    let refused = false
    await start(sampleRepository(30), ({ kind, index }) => {
      if (kind !== 'graphql' || index < 2 || refused) return null
      refused = true
      return 'forbidden-secondary'
    })
    const job = await collector.collect('octo/hello')
    expect(job).toMatchObject({ state: 'succeeded', attempt: 1, result: { pullRequests: 30 } })
    expect((await listAttempts(collector.db, job)).map(({ outcome }) => outcome)).toEqual(['parked', 'succeeded'])
    expect(gitHub.violations).toEqual([])
  })

  test('keeps its row and what hangs on it when it is moved', async () => {
    await start(sampleRepository(5))
    const before = await collector.collect('octo/hello')
    gitHub.move('octo/hello', 'acme/greeting')
    const after = await collector.collect('octo/hello')
    expect(after.result).toMatchObject({
      repository: 'acme/greeting',
      repositoryId: (before.result as { repositoryId: string }).repositoryId,
      pullRequests: 5,
      changed: 0,
    })
    expect(await collector.repositories()).toMatchObject([{ origin: `${gitHub.url}/acme/greeting` }])
  })

  test('gives one pull request when only that is asked for', async () => {
    await start(sampleRepository(5))
    expect((await collector.collect('octo/hello', { number: 4 })).result).toMatchObject({ changed: 1 })
    expect((await collector.collect('octo/hello', { number: 99 })).result).toMatchObject({ changed: 0 })
    expect(await collector.numbers()).toEqual([4])
    expect((await collector.collect('octo/hello')).result).toMatchObject({ pullRequests: 5, completeness: 'complete' })
  })

  test.each([
    ['octo/nowhere', 'GITHUB_REPOSITORY_NOT_VISIBLE'],
    ['octo/hidden', 'GITHUB_REPOSITORY_NOT_VISIBLE'],
  ])('that cannot be seen fails once, and says that a token may be lacking: %s', async (name, code) => {
    await start(sampleRepository(1))
    const job = await collector.collect(name)
    expect(job).toMatchObject({ state: 'failed', error: { code, retryable: false } })
    expect(await collector.repositories()).toEqual([])
  })
})
