import { execFileSync } from 'node:child_process'
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { listAttempts, listRepositories } from '@assay/db'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { type Collector, openCollector } from '../testing/collector-fixture.ts'

let folder: string
let house: Collector
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'assay-collect-'))
  house = await openCollector(folder)
})
afterEach(async () => {
  await house.close()
  rmSync(folder, { recursive: true, force: true })
})

const asAda = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org']

/** A repository whose history has one squashed pull request per number. */
function repositoryWith(name: string, numbers: number[]): { path: string; merge(number: number): void } {
  const path = join(folder, name)
  execFileSync('git', ['init', '--quiet', '--initial-branch=main', path])
  const merge = (number: number) =>
    execFileSync(
      'git',
      [...asAda, 'commit', '--quiet', '--allow-empty', '--message', `Change ${number} (#${number})`],
      { cwd: path },
    )
  numbers.forEach(merge)
  return { path, merge }
}

const upTo = (n: number) => Array.from({ length: n }, (_, at) => at + 1)

test('every merged pull request is stored, and each page has a job to index it and one to score it', async () => {
  const { path } = repositoryWith('demo', upTo(230))
  await house.start()
  const job = await house.collect(path)
  expect(job).toMatchObject({
    state: 'succeeded',
    result: { repository: 'demo', pullRequests: 230, changed: 230, completeness: 'complete' },
  })
  expect(await house.numbers()).toEqual(upTo(230))
  const children = await house.children(job.id)
  expect(children.map(({ kind }) => kind).toSorted()).toEqual(['index', 'index', 'index', 'score', 'score', 'score'])
  const ids = children.filter(({ kind }) => kind === 'score').flatMap(({ payload }) => payload.pullRequestIds)
  expect(new Set(ids).size).toBe(230)
  const [repository] = await listRepositories(house.db, 'acme', { before: null, limit: 1 })
  expect(repository).toMatchObject({ pullRequestCount: 230, completeness: 'complete' })
})

test('collecting again reads only what is new', async () => {
  const { path, merge } = repositoryWith('demo', upTo(3))
  await house.start()
  await house.collect(path)
  expect((await house.collect(path)).result).toMatchObject({ pullRequests: 3, expected: 3, changed: 0, gaps: 0 })
  merge(4)
  const third = await house.collect(path)
  expect(third.result).toMatchObject({ pullRequests: 4, changed: 1 })
  expect(await house.children(third.id)).toHaveLength(2)
})

test('a history that was rewritten is read again from its beginning', async () => {
  const { path, merge } = repositoryWith('demo', upTo(3))
  await house.start()
  await house.collect(path)
  execFileSync('git', ['reset', '--quiet', '--hard', 'HEAD~1'], { cwd: path })
  merge(5)
  expect((await house.collect(path)).result).toMatchObject({
    pullRequests: 3,
    changed: 1,
    vanished: 1,
    completeness: 'complete',
  })
  expect(await house.numbers()).toEqual([1, 2, 5])
  expect(await house.runs()).toMatchObject([{ rewritten: true, whole: true }, { rewritten: false }])
})

test('what had vanished comes back when the history does', async () => {
  const { path, merge } = repositoryWith('demo', upTo(3))
  const three = execFileSync('git', ['rev-parse', 'HEAD'], { cwd: path, encoding: 'utf8' }).trim()
  await house.start()
  await house.collect(path)
  execFileSync('git', ['reset', '--quiet', '--hard', 'HEAD~1'], { cwd: path })
  merge(5)
  await house.collect(path)
  execFileSync('git', ['reset', '--quiet', '--hard', three], { cwd: path })
  expect((await house.collect(path)).result).toMatchObject({ pullRequests: 3, vanished: 1 })
  expect(await house.numbers()).toEqual([1, 2, 3])
})

test('a clone that lacks objects is collected as partial, with what is missing, until it has them again', async () => {
  const { path } = repositoryWith('demo', [1])
  writeFileSync(join(path, 'a'), 'content')
  execFileSync('git', ['add', 'a'], { cwd: path })
  execFileSync('git', [...asAda, 'commit', '--quiet', '--message', 'Change 2 (#2)'], { cwd: path })
  const blob = execFileSync('git', ['rev-parse', 'HEAD:a'], { cwd: path, encoding: 'utf8' }).trim()
  const object = join(path, '.git/objects', blob.slice(0, 2), blob.slice(2))
  renameSync(object, join(folder, 'kept'))
  await house.start()
  expect((await house.collect(path)).result).toMatchObject({ pullRequests: 2, completeness: 'partial', gaps: 1 })
  expect(await house.gaps()).toMatchObject([{ connection: 'files', number: 2, reason: 'object-missing' }])

  renameSync(join(folder, 'kept'), object)
  expect((await house.collect(path)).result).toMatchObject({ completeness: 'partial' })
  expect((await house.collect(path, { whole: true })).result).toMatchObject({
    changed: 1,
    completeness: 'complete',
    gaps: 0,
  })
})

test('a repository without pull requests gives its commits, and pull requests once it has some', async () => {
  const { path, merge } = repositoryWith('demo', [])
  for (const title of ['Begin', 'Go on']) {
    execFileSync('git', [...asAda, 'commit', '--quiet', '--allow-empty', '--message', title], { cwd: path })
  }
  await house.start()
  expect((await house.collect(path)).result).toMatchObject({ pullRequests: 2, completeness: 'complete' })
  expect((await house.collect(path)).result).toMatchObject({ pullRequests: 2, changed: 0 })
  merge(1)
  expect((await house.collect(path)).result).toMatchObject({ pullRequests: 1, vanished: 2, completeness: 'complete' })
})

test.each([
  ['a path that is not there', () => join(folder, 'nowhere')],
  ['a folder that is no repository', () => folder],
])('%s fails once, with the reason', async (_what, source) => {
  await house.start()
  const job = await house.collect(source())
  expect(job.state).toBe('failed')
  expect(job.error).toMatchObject({ code: expect.stringMatching(/^SOURCE_/), retryable: false })
  expect(await listAttempts(house.db, job)).toHaveLength(1)
  expect(await house.numbers()).toEqual([])
})

test('a path of this machine is refused where others may submit', async () => {
  const { path } = repositoryWith('secret', [1])
  await house.start({ allowLocal: false })
  const job = await house.collect(path)
  expect(job).toMatchObject({ state: 'failed', error: { code: 'SOURCE_LOCAL_PATH_REFUSED' } })
})
