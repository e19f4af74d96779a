import { chownSync, existsSync, readdirSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import type { PullRequestSource } from '../pull-request-source.ts'
import { openGitSource } from './open-git-source.ts'
import { buildRepository, temporaryFolder } from './testing/build-repository.ts'
import { readSource } from './testing/read-source.ts'

const folder = temporaryFolder()
afterAll(folder.remove)
let made = 0
const newPath = () => join(folder.path, `r${++made}`)
const newRepository = async () => {
  const path = newPath()
  await mkdir(path)
  return buildRepository(path)
}

const cacheDirectory = join(folder.path, 'cache')
const open = (location: string, more: { signal?: AbortSignal } = {}) =>
  openGitSource({ location, cacheDirectory, allowLocal: true, environment: process.env, ...more })

const readAll = async (source: PullRequestSource, after: string | null = null) =>
  (await readSource(source, after)).pullRequests
const collect = async (location: string) => readAll(await open(location))

describe('a git source', () => {
  test('finds every way a pull request is merged, oldest first, and nothing else', async () => {
    const repository = await newRepository()
    await repository.commit({ message: 'root (#1)', files: { 'a.txt': '1\n2\n' } })
    await repository.commit({ message: 'no pull request' })
    await repository.commit({ message: 'squash (#2)\n\nWhy.\n', files: { 'a.txt': '1\n' }, author: 'Grace' })
    await repository.merge('Merge pull request #3 from x/y\n\nThe title\n\nThe body', [
      { message: 'work', files: { 'b.txt': 'b\n' }, author: 'Linus' },
    ])
    await repository.merge('Auto merge of #4 - x:y, r=z\n\nBors title', [
      { message: 'work', files: { 'c.txt': 'c\n' } },
    ])
    await repository.merge('queued (#5)', [{ message: 'work (#99)', files: { 'd.txt': 'd\n' } }])
    await repository.commit({ message: 'Revert "squash (#2)"', files: { 'a.txt': '1\n2\n' } })
    const head = await repository.commit({ message: 'again (#2)' })

    const source = await open(repository.path)
    expect(source.describe()).toEqual({
      kind: 'git',
      visibility: 'unknown',
      license: null,
      name: repository.path.split('/').at(-1),
      defaultBranch: 'main',
      head,
      origin: repository.path,
      shallow: false,
    })
    const found = await readAll(source)
    expect(
      found.map(({ number, title, how, additions, deletions, author }) => [
        number,
        title,
        how,
        additions,
        deletions,
        author.name,
      ]),
    ).toEqual([
      [1, 'root', 'squash', 2, 0, 'Ada'],
      [2, 'squash', 'squash', 0, 1, 'Grace'],
      [3, 'The title', 'merge', 1, 0, 'Linus'],
      [4, 'Bors title', 'bors', 1, 0, 'Ada'],
      [5, 'queued', 'merge-queue', 1, 0, 'Ada'],
    ])
    expect(found[1]).toMatchObject({
      body: 'Why.',
      mergedAt: '2024-05-01T10:03:00+02:00',
      files: [{ path: 'a.txt', additions: 0, deletions: 1 }],
      author: { name: 'Grace', email: 'Grace@Example.org', login: null },
    })
    expect(await source.expect(null)).toEqual({ inRun: 5, inAll: 5 })
  })

  test('reads hostile file names, binary files, renames, empty commits and an octopus as they are', async () => {
    const repository = await newRepository()
    const names = ['new\nline', 'tab\there', 'quote".txt', "it's", 'ünï/漢字 😀', '-dash', '1\t1\tfake']
    await repository.commit({ message: 'names (#1)', files: Object.fromEntries(names.map((name) => [name, 'x\n'])) })
    await repository.commit({ message: 'binary (#2)', files: { 'p.bin': new Uint8Array([0, 1, 2]) } })
    await repository.rename('-dash', 'renamed to')
    await repository.commit({ message: 'rename (#3)' })
    await repository.commit({ message: 'empty (#4)' })
    await repository.merge('octopus (#5)', [
      { message: 'one', files: { one: '1\n' } },
      { message: 'two', files: { two: '2\n' } },
    ])

    const [named, binary, renamed, empty, octopus] = await collect(repository.path)
    expect(named?.files.map(({ path }) => path).toSorted()).toEqual(names.toSorted())
    expect(binary).toMatchObject({
      changedFiles: 1,
      additions: 0,
      files: [{ path: 'p.bin', additions: 0, deletions: 0, binary: true }],
    })
    expect(renamed?.files).toEqual([{ path: 'renamed to', previousPath: '-dash', additions: 0, deletions: 0 }])
    expect(empty).toMatchObject({ changedFiles: 0, files: [] })
    expect(octopus).toMatchObject({ changedFiles: 2, additions: 2, how: 'merge-queue' })
  })

  test('goes on behind a cursor without repeating or missing anything', async () => {
    const repository = await newRepository()
    for (let number = 1; number <= 5; number += 1) await repository.commit({ message: `change (#${number})` })
    const source = await open(repository.path)
    const pages: [(number | null)[], string][] = []
    for await (const page of source.pullRequests({ after: null, pageSize: 2 }))
      pages.push([page.pullRequests.map(({ number }) => number), page.cursor])
    expect(pages.map(([numbers]) => numbers)).toEqual([[1, 2], [3, 4], [5]])

    const cursor = pages[0]?.[1] ?? ''
    await repository.commit({ message: 'once more (#1)' })
    await repository.commit({ message: 'new (#6)' })
    expect((await readAll(source, cursor)).map(({ number }) => number)).toEqual([3, 4, 5])
    const later = await open(repository.path)
    expect((await readAll(later, cursor)).map(({ number }) => number)).toEqual([3, 4, 5, 6])
    expect(await later.expect(cursor)).toEqual({ inRun: 4, inAll: 6 })
    for (const unknown of ['0'.repeat(40), '--output=x', 'HEAD']) {
      await expect(readAll(later, unknown)).rejects.toMatchObject({ code: 'SOURCE_CURSOR_UNKNOWN' })
    }
  })

  test('reads a work tree, its .git folder, a linked work tree and a bare clone alike', async () => {
    const repository = await newRepository()
    await repository.commit({ message: 'change (#1)' })
    const bare = newPath()
    const linked = newPath()
    repository.git(['clone', '--quiet', '--bare', '.', bare])
    repository.git(['worktree', 'add', '--quiet', linked])
    for (const location of [repository.path, join(repository.path, '.git'), bare, linked]) {
      expect((await collect(location)).map(({ number }) => number)).toEqual([1])
    }
  })

  test('clones an address into the cache once and fetches only what is new after that', async () => {
    const repository = await newRepository()
    await repository.commit({ message: 'one (#1)', files: { a: 'a\n' } })
    const url = `file://${repository.path}`
    expect((await collect(url)).map(({ number, additions }) => [number, additions])).toEqual([[1, 1]])
    const cached = readdirSync(cacheDirectory)
    await repository.commit({ message: 'two (#2)' })
    expect((await collect(url)).map(({ number }) => number)).toEqual([1, 2])
    expect(readdirSync(cacheDirectory)).toEqual(cached)
  })

  test('marks a shallow clone and claims no size for the commit at its edge', async () => {
    const repository = await newRepository()
    await repository.commit({ message: 'one (#1)', files: { a: 'a\n' } })
    await repository.commit({ message: 'two (#2)', files: { b: 'b\n' } })
    const clone = newPath()
    repository.git(['clone', '--quiet', '--depth=1', `file://${repository.path}`, clone])
    const source = await open(clone)
    expect(source.describe().shallow).toBe(true)
    const { pullRequests, gaps } = await readSource(source)
    expect(pullRequests).toMatchObject([{ number: 2, additions: 0, files: [], flags: ['shallow-boundary'] }])
    expect(gaps).toMatchObject([
      { connection: 'files', number: 2, reason: 'shallow-clone' },
      { connection: 'pull-requests', number: null, reason: 'shallow-clone' },
    ])
  })

  test('runs nothing that the repository asks for', async () => {
    const repository = await newRepository()
    const canary = join(folder.path, 'canary')
    const script = `sh -c 'touch ${canary}'`
    await repository.commit({ message: 'one (#1)', files: { a: 'a\n', '.gitattributes': '* diff=evil\n' } })
    await repository.commit({ message: 'two (#2)', files: { a: 'b\n' } })
    for (const key of [
      'diff.evil.textconv',
      'diff.evil.command',
      'diff.external',
      'gpg.program',
      'core.pager',
      'core.fsmonitor',
      'core.sshCommand',
      'alias.log',
    ]) {
      repository.git(['config', key, key === 'alias.log' ? `!touch ${canary}` : script])
    }
    repository.git(['config', 'log.showSignature', 'true'])
    repository.git(['config', 'log.showRoot', 'false'])
    expect((await collect(repository.path)).map(({ changedFiles }) => changedFiles)).toEqual([2, 1])
    expect(existsSync(canary)).toBe(false)
  })

  test('ignores grafts and replaced objects', async () => {
    const repository = await newRepository()
    await repository.commit({ message: 'one (#1)' })
    const second = await repository.commit({ message: 'two (#2)' })
    const third = await repository.commit({ message: 'three (#3)' })
    repository.write('.git/info/grafts', `${third}\n`)
    repository.git(['replace', '--force', second, third])
    expect((await collect(repository.path)).map(({ number }) => number)).toEqual([1, 2, 3])
  })

  test('reads a repository that belongs to another user', async () => {
    const repository = await newRepository()
    await repository.commit({ message: 'one (#1)' })
    if (process.getuid?.() === 0)
      for (const path of [repository.path, join(repository.path, '.git')]) chownSync(path, 12_345, 12_345)
    expect(await collect(repository.path)).toHaveLength(1)
  })

  test('names what is wrong with a place that cannot be read', async () => {
    const unborn = await newRepository()
    const refused = (location: string) => expect(open(location)).rejects
    await refused(unborn.path).toMatchObject({ code: 'SOURCE_EMPTY', message: expect.stringContaining("'main'") })
    await refused(`file://${unborn.path}`).toMatchObject({ code: 'SOURCE_EMPTY' })
    await refused(join(folder.path, 'missing')).toMatchObject({ code: 'SOURCE_NOT_FOUND' })
    await refused(folder.path).toMatchObject({ code: 'SOURCE_NOT_A_REPOSITORY' })
    await refused(`file://${folder.path}/missing`).toMatchObject({ code: 'SOURCE_FETCH_FAILED' })
    for (const location of ['', '-u', '--upload-pack=x', 'ext::sh -c touch% x', 'a\nb']) {
      await refused(location).toMatchObject({ code: 'SOURCE_LOCATION_INVALID', retry: 'never' })
    }
    await refused('https://127.0.0.1/x.git').toMatchObject({ code: 'SOURCE_ADDRESS_REFUSED' })
    for (const location of [unborn.path, `file://${unborn.path}`]) {
      await expect(openGitSource({ location, cacheDirectory, allowLocal: false })).rejects.toMatchObject({
        code: 'SOURCE_LOCAL_PATH_REFUSED',
      })
    }
  })

  test('stops when it is told to, by a signal or by close', async () => {
    const repository = await newRepository()
    for (let number = 1; number <= 3; number += 1) await repository.commit({ message: `change (#${number})` })
    const controller = new AbortController()
    const source = await open(repository.path, { signal: controller.signal })
    const reading = source.pullRequests({ after: null, pageSize: 1 })[Symbol.asyncIterator]()
    expect((await reading.next()).value?.pullRequests).toHaveLength(1)
    controller.abort(new Error('enough'))
    await expect(readAll(source)).rejects.toThrow('enough')

    const closed = await open(repository.path)
    await closed.close()
    await expect(readAll(closed)).rejects.toThrow('closed')
  })
})
