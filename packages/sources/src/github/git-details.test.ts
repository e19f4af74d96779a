import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import { type SimulatedPullRequest, samplePullRequest, sampleRepository } from '../../test/github-simulator/index.ts'
import { buildRepository, temporaryFolder } from '../git/testing/build-repository.ts'
import type { PullRequestPage } from '../pull-request-source.ts'
import { pagesOf, startWorld, token } from './testing/start-world.ts'

const folder = temporaryFolder()
afterAll(folder.remove)
const path = join(folder.path, 'repository')
let git: ReturnType<typeof buildRepository>
const sha: Record<string, string> = {}
const close: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const end of close.splice(0)) await end()
})

/** Branches as people leave them behind: every way to merge one, from one base. */
beforeAll(async () => {
  mkdirSync(path)
  git = buildRepository(path)
  sha.base = await git.commit({ message: 'base', files: { 'a.txt': '1\n2\n3\n', 'old.txt': 'x\ny\nz\n' } })
  git.git(['checkout', '--quiet', '-b', 'topic'])
  await git.commit({
    message: 'first\n\nCo-authored-by: Barbara <barbara@example.org>',
    files: { 'a.txt': '1\n2\n3\n4\n' },
    author: 'Grace',
  })
  await git.rename('old.txt', 'new.txt')
  sha.topic = await git.commit({ message: 'second', files: { 'b.txt': 'b\n' }, author: 'Linus' })
  git.git(['checkout', '--quiet', 'main'])
  git.git(['merge', '--quiet', '--squash', 'topic'])
  sha.squash = await git.commit({ message: 'Both (#1)', author: 'Grace' })
  git.git(['reset', '--quiet', '--hard', sha.base])
  git.git(['cherry-pick', 'topic~1', 'topic'])
  sha.rebased = git.git(['rev-parse', 'HEAD'])
  git.git(['reset', '--quiet', '--hard', sha.base])
  git.git(['merge', '--quiet', '--no-ff', '-m', 'Merge pull request #3 from x/topic', 'topic'])
  sha.merge = git.git(['rev-parse', 'HEAD'])
  git.git(['branch', 'squashed', sha.squash])
  git.git(['branch', 'rebased', sha.rebased])
})

const size = { additions: 2, deletions: 0, changedFiles: 3 }
const collect = async (...changes: Partial<SimulatedPullRequest>[]) => {
  const pullRequests = changes.map((change, at) =>
    samplePullRequest(at + 1, { ...size, headSha: sha.topic ?? '', baseSha: sha.base ?? '', ...change }),
  )
  const repository = sampleRepository(0, { gitDirectory: path, headSha: sha.merge ?? '', pullRequests })
  const { simulator, open } = await startWorld({ folder: folder.path, repositories: [repository] })
  close.push(simulator.close)
  const pages = await pagesOf(await open({ transport: 'git' }))
  expect(simulator.violations).toEqual([])
  return pages
}
const rowOf = ([page]: PullRequestPage[]) => page?.pullRequests[0]
const files = [
  { path: 'a.txt', additions: 1, deletions: 0 },
  { path: 'b.txt', additions: 1, deletions: 0 },
  { path: 'new.txt', previousPath: 'old.txt', additions: 0, deletions: 0 },
]

test.each([
  ['squash', 'squash', 'Grace@Example.org'],
  // Two people wrote it and neither address names the account, so whose it is stays open.
  ['rebased', 'rebase', null],
  ['merge', 'merge', null],
] as const)(
  'a pull request that came by %s has all its files, its own commits and its people',
  async (commit, how, email) => {
    const author = { login: how === 'squash' ? 'Grace' : 'Linus', databaseId: 1 }
    const pages = await collect({ mergeCommitSha: sha[commit] ?? '', author })
    expect(pages.flatMap(({ gaps }) => gaps)).toEqual([])
    const row = rowOf(pages)
    expect(row).toMatchObject({ how, files, ...size, commitCount: 2, flags: [] })
    expect(row?.commits.map(({ title, author: { name } }) => [title, name])).toEqual([
      ['first', 'Grace'],
      ['second', 'Linus'],
    ])
    expect(row?.coAuthors.map(({ name }) => name)).toContain('Barbara')
    expect(row?.author.email).toBe(email)
  },
)

test('a branch that was pushed to the base as it is has its own commits', async () => {
  const pages = await collect({ mergeCommitSha: sha.topic ?? '' })
  expect(rowOf(pages)).toMatchObject({ how: 'rebase', files, commitCount: 2 })
})

test('lines that git counts in another way than GitHub are kept and told', async () => {
  const pages = await collect({ mergeCommitSha: sha.merge ?? '', additions: 7 })
  expect(rowOf(pages)).toMatchObject({ files, additions: 7 })
  expect(pages[0]?.gaps).toMatchObject([{ connection: 'files', number: 1, reason: 'disagrees', expected: 3, found: 3 }])
})

test('commits that are gone everywhere are flagged and told, and cost no other pull request anything', async () => {
  const gone = 'e'.repeat(40)
  const pages = await collect({ mergeCommitSha: gone, headSha: gone }, { mergeCommitSha: sha.squash ?? '' })
  const rows = pages.flatMap(({ pullRequests }) => pullRequests)
  expect(rows.find(({ number }) => number === 1)).toMatchObject({
    flags: ['size-unknown'],
    files: [],
    commits: [],
    how: 'unknown',
  })
  expect(rows.find(({ number }) => number === 2)).toMatchObject({ files, flags: [] })
  expect(pages[0]?.gaps).toMatchObject([
    { connection: 'files', number: 1, reason: 'object-missing' },
    { connection: 'commits', number: 1, reason: 'object-missing' },
  ])
})

test('a merge commit that GitHub does not name leaves the branch to be read', async () => {
  const pages = await collect({ mergeCommitSha: null })
  expect(rowOf(pages)).toMatchObject({ sha: sha.topic, how: 'unknown', files, commitCount: 2 })
})

test('heads that came after the first clone are fetched by their number', async () => {
  const first = samplePullRequest(1, {
    ...size,
    headSha: sha.topic ?? '',
    baseSha: sha.base ?? '',
    mergeCommitSha: sha.merge ?? '',
  })
  const repository = sampleRepository(0, { gitDirectory: path, headSha: sha.merge ?? '', pullRequests: [first] })
  const { simulator, open } = await startWorld({ folder: folder.path, repositories: [repository] })
  close.push(simulator.close)
  const cursor = (await pagesOf(await open({ transport: 'git' }))).at(-1)?.cursor ?? null

  git.git(['checkout', '--quiet', '-b', 'late', sha.base ?? ''])
  const late = await git.commit({ message: 'late', files: { 'late.txt': 'l\n' } })
  git.git(['checkout', '--quiet', 'main'])
  const served = simulator.repository('octo/hello')
  git.git(['branch', '-D', 'late'])
  served.pullRequests.push(
    samplePullRequest(2, {
      headSha: late,
      baseSha: sha.base ?? '',
      mergeCommitSha: late,
      additions: 1,
      deletions: 0,
      changedFiles: 1,
    }),
  )
  const next = await pagesOf(await open({ transport: 'git' }), cursor)
  expect(next.flatMap(({ gaps }) => gaps)).toEqual([])
  expect(next[0]?.pullRequests[0]).toMatchObject({ number: 2, files: [{ path: 'late.txt' }], commitCount: 1 })
})

test('a branch that took the place of another does not keep the clone from being updated', async () => {
  const first = samplePullRequest(1, {
    ...size,
    headSha: sha.topic ?? '',
    baseSha: sha.base ?? '',
    mergeCommitSha: sha.merge ?? '',
  })
  const repository = sampleRepository(0, { gitDirectory: path, headSha: sha.merge ?? '', pullRequests: [first] })
  git.git(['branch', 'feature', sha.base ?? ''])
  const { simulator, open } = await startWorld({ folder: folder.path, repositories: [repository] })
  close.push(simulator.close)
  const before = await pagesOf(await open({ transport: 'git' }))
  git.git(['branch', '-D', 'feature'])
  git.git(['branch', 'feature/one', sha.base ?? ''])
  simulator.repository('octo/hello').headSha = git.git(['rev-parse', 'main'])
  simulator.repository('octo/hello').pullRequests.push(samplePullRequest(7, { state: 'OPEN', mergedAt: null }))
  const after = await pagesOf(await open({ transport: 'git' }))
  expect(after[0]?.pullRequests).toEqual(before[0]?.pullRequests)
})

test('a clone that is refused leaves files and commits to the API', async () => {
  const repository = sampleRepository(3)
  const { simulator, open } = await startWorld({ folder: folder.path, repositories: [repository] })
  close.push(simulator.close)
  const pages = await pagesOf(await open({ transport: 'git' }))
  expect(pages.flatMap(({ gaps }) => gaps)).toEqual([])
  expect(rowOf(pages)).toMatchObject({ number: 3, files: [{ path: 'README.md' }], commitCount: 1 })
})

test('a clone that fails tells no secret', async () => {
  const { simulator, open } = await startWorld({ folder: folder.path, repositories: [sampleRepository(3)] })
  close.push(simulator.close)
  simulator.setFaults(({ kind }) => (kind === 'git' ? 'unavailable' : null))
  const error = await open({ transport: 'git' })
    .then((source) => pagesOf(source))
    .catch((failure: unknown) => failure)
  expect(error).toMatchObject({ code: 'SOURCE_FETCH_FAILED', retry: 'later' })
  const told = inspect(error, { depth: 10 })
  expect(told).not.toContain(token)
  expect(told).not.toContain(Buffer.from(`x-access-token:${token}`).toString('base64'))
})
