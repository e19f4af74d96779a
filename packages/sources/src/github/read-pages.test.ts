import { afterAll, afterEach, describe, expect, test } from '@jest/globals'
import {
  type FaultPlan,
  type GitHubSimulator,
  type SimulatedPullRequest,
  samplePullRequest,
  sampleRepository,
} from '../../test/github-simulator/index.ts'
import { temporaryFolder } from '../git/testing/build-repository.ts'
import { numbersOf, pagesOf, startWorld } from './testing/start-world.ts'

const folder = temporaryFolder()
afterAll(folder.remove)
const simulators: GitHubSimulator[] = []
afterEach(async () => {
  for (const simulator of simulators.splice(0)) {
    expect(simulator.violations).toEqual([])
    await simulator.close()
  }
})
const start = async (count: number, changes: Partial<SimulatedPullRequest> = {}, faults?: FaultPlan) => {
  const pullRequests = Array.from({ length: count }, (_, at) => samplePullRequest(at + 1, at === 0 ? changes : {}))
  const world = await startWorld({ folder: folder.path, repositories: [sampleRepository(0, { pullRequests })] })
  simulators.push(world.simulator)
  world.simulator.setFaults(faults)
  return world
}
const sizesOf = ({ requests }: GitHubSimulator) =>
  requests.filter(({ operationName }) => operationName === 'PullRequests').map(({ fault }) => fault ?? 'whole')

const reviews = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    id: `review-${at}`,
    reviewer: at % 2 === 0 ? 'grace' : null,
    state: 'APPROVED' as const,
    submittedAt: new Date(Date.UTC(2024, 0, 1, 0, 0, at)).toISOString(),
    body: '',
  }))
const commits = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    sha: (at + 1).toString(16).padStart(40, 'a'),
    title: `Step ${at}`,
    message: `Step ${at}\n\nCo-authored-by: Lin <lin@example.org>`,
    authorName: 'Ada',
    authorEmail: 'ada@example.org',
    authorLogin: 'ada',
    authoredAt: '2024-01-01T00:00:00Z',
  }))

describe('pages', () => {
  test('get smaller until GitHub can answer, and nothing is lost', async () => {
    const { simulator, open } = await start(30, {}, ({ kind, pageSize }) =>
      kind === 'graphql' && (pageSize ?? 0) > 10 && (pageSize ?? 0) <= 25 ? 'resource-limits' : null,
    )
    expect(new Set(numbersOf(await pagesOf(await open()))).size).toBe(30)
    expect(sizesOf(simulator).slice(0, 3)).toEqual(['resource-limits', 'resource-limits', 'whole'])
  })

  test.each(['bad-gateway', 'gateway-timeout', 'timeout-200', 'resource-limits', 'partial-errors-200'] as const)(
    'shrink on %s at once, without losing a try',
    async (fault) => {
      let failures = 0
      const { simulator, open } = await start(30, {}, ({ kind, index }) => {
        if (kind !== 'graphql' || index === 0 || failures === 2) return null
        failures += 1
        return fault
      })
      const pages = await pagesOf(await open())
      expect(new Set(numbersOf(pages)).size).toBe(30)
      expect(pages[0]?.pullRequests).toHaveLength(6)
      expect(pages.flatMap(({ gaps }) => gaps)).toEqual([])
      expect(sizesOf(simulator).slice(0, 2)).toEqual([fault, fault])
    },
  )

  test('of one pull request that is too big with its lists keep its row and read the lists one at a time', async () => {
    let isBare = false
    let atOne = 0
    const { open } = await start(3, { labels: ['bug'], reviews: reviews(3) }, ({ kind, index }) => {
      if (kind !== 'graphql' || index === 0 || isBare) return null
      atOne += 1
      // 3, then 1 with its lists three times; what is bare gets an answer.
      isBare = atOne > 4
      return isBare ? null : 'bad-gateway'
    })
    const pages = await pagesOf(await open(), null, 3)
    const rows = pages.flatMap(({ pullRequests }) => pullRequests)
    expect(rows.map(({ number }) => number)).toEqual([3, 2, 1])
    expect(rows.at(-1)).toMatchObject({
      labels: ['bug'],
      reviewCount: 3,
      commitCount: 1,
      files: [{ path: 'README.md' }],
    })
    expect(pages.flatMap(({ gaps }) => gaps)).toEqual([])
  })

  test('that fail for good are an error that may be tried again, never an empty page', async () => {
    const { open } = await start(3, {}, ({ kind, index }) => (kind === 'graphql' && index > 0 ? 'bad-gateway' : null))
    const source = await open()
    await expect(pagesOf(source)).rejects.toMatchObject({ code: 'GITHUB_ANSWER_BROKEN', retry: 'later' })
  })

  test('bring nested lists to their end, many pull requests in one request', async () => {
    const long = {
      labels: Array.from({ length: 45 }, (_, at) => `label ${at}`),
      reviews: reviews(230),
      commits: commits(260),
      files: Array.from({ length: 150 }, (_, at) => ({
        path: `f${at}`,
        additions: 1,
        deletions: 0,
        changeType: 'ADDED' as const,
      })),
      changedFiles: 150,
    }
    const { simulator, open } = await start(2, long)
    const second = simulator.repository('octo/hello').pullRequests[1]
    if (second) Object.assign(second, long)
    const pages = await pagesOf(await open())
    expect(pages.flatMap(({ gaps }) => gaps)).toEqual([])
    for (const row of pages.flatMap(({ pullRequests }) => pullRequests)) {
      expect(row).toMatchObject({ reviewCount: 230, commitCount: 260, flags: ['commits-truncated'] })
      expect([row.labels.length, row.files.length, row.commits.length]).toEqual([45, 150, 250])
      expect(row.coAuthors).toEqual([{ name: 'Lin', email: 'lin@example.org', login: null }])
    }
    // Labels twice, reviews twice, files once, commits twice: for both at once.
    expect(simulator.requests.filter(({ operationName }) => operationName === 'More')).toHaveLength(7)
  })

  test('report a list that GitHub cannot give, and go on', async () => {
    const { simulator, open } = await start(2, { reviews: reviews(150) })
    simulator.setFaults(({ kind, index }) => (kind === 'graphql' && index >= 2 ? 'resource-limits' : null))
    const pages = await pagesOf(await open())
    expect(numbersOf(pages)).toEqual([2, 1])
    expect(pages[0]?.gaps).toMatchObject([
      { connection: 'reviews', number: 1, expected: 150, found: 100, reason: 'too-many' },
      { connection: 'linked-issues', number: 1 },
    ])
  })
})

describe('one pull request', () => {
  test('is read by itself, in the same form as in a page', async () => {
    const { simulator, open } = await start(3, { reviews: reviews(101), labels: ['bug'] })
    const source = await open()
    const [fromPage] = (await pagesOf(source))
      .flatMap(({ pullRequests }) => pullRequests)
      .filter(({ number }) => number === 1)
    const from = simulator.requests.length
    expect((await source.pullRequest?.(1))?.pullRequests).toEqual([fromPage])
    expect(simulator.requests.slice(from).map(({ operationName }) => operationName)).toEqual(['PullRequest', 'More'])
  })

  test('is nothing when there is none of that number, or it is not merged', async () => {
    const { simulator, open } = await start(1)
    simulator
      .repository('octo/hello')
      .pullRequests.push(samplePullRequest(2, { state: 'OPEN', mergedAt: null, mergeCommitSha: null }))
    const source = await open()
    expect(await source.pullRequest?.(99)).toBeNull()
    expect(await source.pullRequest?.(2)).toBeNull()
  })
})
