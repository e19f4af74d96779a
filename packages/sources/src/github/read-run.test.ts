import { afterAll, afterEach, describe, expect, test } from '@jest/globals'
import { type GitHubSimulator, samplePullRequest, sampleRepository } from '../../test/github-simulator/index.ts'
import { temporaryFolder } from '../git/testing/build-repository.ts'
import { readRunCursor, writeRunCursor } from './run-cursor.ts'
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
const start = async (count: number) => {
  const world = await startWorld({ folder: folder.path, repositories: [sampleRepository(count)] })
  simulators.push(world.simulator)
  const asked = async <T>(work: () => Promise<T>) => {
    const from = world.simulator.requests.length
    const result = await work()
    return { result, requests: world.simulator.requests.slice(from) }
  }
  /** The time of a change, some minutes after the newest pull request was merged. */
  const after = (minutes: number) => new Date(Date.UTC(2024, 0, 1, count, minutes)).toISOString()
  return { ...world, asked, after, repository: world.simulator.repository('octo/hello') }
}

describe('a run', () => {
  test('gives all from the newest change on, and its cursor the newest change as of its start', async () => {
    const { open } = await start(60)
    const pages = await pagesOf(await open())
    expect(numbersOf(pages)).toEqual(Array.from({ length: 60 }, (_, at) => 60 - at))
    expect(pages.length).toBe(3)
    expect(readRunCursor(pages[0]?.cursor ?? '')).toMatchObject({ watermark: null, run: { given: 25 } })
    expect(readRunCursor(pages.at(-1)?.cursor ?? '')).toMatchObject({
      watermark: '2024-01-03T12:00:00Z',
      run: null,
      runs: 1,
    })
  })

  test('goes on at its page when it was cut off, and repeats nothing', async () => {
    const { open } = await start(60)
    const [first] = await pagesOf(await open())
    const source = await open()
    expect(await source.expect(first?.cursor ?? '')).toEqual({ inRun: 35, inAll: 60 })
    expect(numbersOf(await pagesOf(source, first?.cursor))).toEqual(Array.from({ length: 35 }, (_, at) => 35 - at))
  })

  test('loses nothing that changed while it read: the next run brings it', async () => {
    const { open, repository, after } = await start(30)
    const source = await open()
    const pages = source.pullRequests({ after: null })[Symbol.asyncIterator]()
    const first = (await pages.next()).value
    // Number 3 was still to come, and moves in front of what was read.
    const changed = repository.pullRequests.find(({ number }) => number === 3)
    if (changed) changed.updatedAt = after(5)
    const last = (await pages.next()).value
    expect(last?.pullRequests.map(({ number }: { number: number }) => number)).toEqual([5, 4, 2, 1])
    expect((await pages.next()).done).toBe(true)
    expect(first?.pullRequests).toHaveLength(25)

    const next = await pagesOf(await open(), last?.cursor)
    expect(numbersOf(next)).toContain(3)
  })

  test('after another reads only what is newer, with ten minutes of overlap', async () => {
    const { open, repository, after, asked } = await start(60)
    const cursor = (await pagesOf(await open())).at(-1)?.cursor ?? null
    repository.pullRequests.push(
      samplePullRequest(61, { mergedAt: after(20), updatedAt: after(20) }),
      samplePullRequest(62, { state: 'OPEN', mergedAt: null, updatedAt: after(21) }),
    )
    const near = repository.pullRequests.find(({ number }) => number === 40)
    if (near) near.updatedAt = after(-9)

    const { result, requests } = await asked(async () => pagesOf(await open(), cursor))
    expect(numbersOf(result)).toEqual([61, 60, 40])
    expect(requests.map(({ kind }) => kind)).toEqual(['graphql', 'rest', 'graphql'])
    expect(readRunCursor(result.at(-1)?.cursor ?? '')).toMatchObject({ watermark: '2024-01-03T12:20:00Z', runs: 2 })
  })

  test('in which nothing is new is one conditional request, an empty page and no clone', async () => {
    const { open, asked } = await start(60)
    const first = (await pagesOf(await open())).at(-1)?.cursor ?? null
    const second = (await pagesOf(await open(), first)).at(-1)?.cursor ?? null
    const { result, requests } = await asked(async () => pagesOf(await open({ transport: 'git' }), second))
    expect(result).toMatchObject([{ pullRequests: [], gaps: [] }])
    expect(requests.map(({ kind, status, cost }) => [kind, status, cost])).toEqual([
      ['graphql', 200, 1],
      ['rest', 304, 0],
    ])
    expect(readRunCursor(result[0]?.cursor ?? '')).toMatchObject({ runs: 3, watermark: '2024-01-03T12:00:00Z' })
  })

  test('begins again when GitHub does not know its cursor any more', async () => {
    const { open } = await start(30)
    const [page] = await pagesOf(await open())
    const cursor = readRunCursor(page?.cursor ?? '')
    const broken = writeRunCursor({ ...cursor, run: cursor.run && { ...cursor.run, endCursor: 'nonsense' } })
    expect(new Set(numbersOf(await pagesOf(await open(), broken))).size).toBe(30)
  })

  test('reads everything every twentieth time', async () => {
    const { open } = await start(30)
    const done = (await pagesOf(await open())).at(-1)?.cursor ?? ''
    const twentieth = writeRunCursor({ ...readRunCursor(done), runs: 20 })
    expect(await (await open()).expect(twentieth)).toEqual({ inRun: 30, inAll: 30 })
    expect(numbersOf(await pagesOf(await open(), twentieth))).toHaveLength(30)
    expect(await (await open()).expect(done)).toEqual({ inRun: null, inAll: 30 })
  })

  test('refuses a cursor of another source', async () => {
    const { open } = await start(1)
    const source = await open()
    await expect(source.expect('f'.repeat(40))).rejects.toMatchObject({ code: 'SOURCE_CURSOR_UNKNOWN' })
    expect(() => source.pullRequests({ after: '{"version":2}' })).toThrow()
  })

  test('of a repository without pull requests is one empty page', async () => {
    const { open } = await start(0)
    expect(await pagesOf(await open())).toMatchObject([{ pullRequests: [], gaps: [] }])
  })

  test('gives pages as small as the caller wants', async () => {
    const { open } = await start(5)
    expect((await pagesOf(await open(), null, 2)).map(({ pullRequests }) => pullRequests.length)).toEqual([2, 2, 1])
  })
})
