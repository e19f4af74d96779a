import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { openGitSource } from './open-git-source.ts'
import { buildRepository, temporaryFolder } from './testing/build-repository.ts'
import { readSource } from './testing/read-source.ts'

const folder = temporaryFolder()
afterAll(folder.remove)
let made = 0
const newRepository = async () => {
  const path = join(folder.path, `r${++made}`)
  await mkdir(path)
  return buildRepository(path)
}
type Repository = Awaited<ReturnType<typeof newRepository>>

const open = (location: string) =>
  openGitSource({
    location,
    cacheDirectory: join(folder.path, 'cache'),
    allowLocal: true,
    environment: process.env,
  })
const read = async (location: string, after: string | null = null) => readSource(await open(location), after)
const numbers = async (location: string) => (await read(location)).pullRequests.map(({ number }) => number)

const removeBlob = async (repository: Repository, object: string) => {
  const blob = repository.git(['rev-parse', object])
  await repository.remove(join('.git', 'objects', blob.slice(0, 2), blob.slice(2)))
}

describe('a merge', () => {
  test('brings the commits of its branch, whose authors share the work', async () => {
    const repository = await newRepository()
    await repository.commit({ message: 'root (#1)' })
    await repository.commit({ message: 'nobody asks about this' })
    repository.git(['checkout', '--quiet', '-b', 'work'])
    await repository.commit({ message: 'begin', files: { a: '1\n' }, author: 'Linus' })
    await repository.commit({
      message: 'help\n\nCo-authored-by: Barbara <7+barbara@users.noreply.github.com>',
      author: 'Grace',
    })
    await repository.commit({ message: 'end', files: { b: '1\n' }, author: 'Linus' })
    repository.git(['checkout', '--quiet', 'main'])
    await repository.commit({ message: 'meanwhile (#2)' })
    repository.git(['merge', '--quiet', '--no-ff', '-m', 'Merge pull request #3 from x/work\n\nWork', 'work'])
    await repository.commit({ message: 'after (#4)' })

    const { pullRequests } = await read(repository.path)
    const [, squashed, merged, after] = pullRequests
    expect(merged).toMatchObject({
      number: 3,
      author: { name: 'Linus' },
      commitCount: 3,
      commits: [
        { title: 'begin', author: { name: 'Linus' } },
        { title: 'help', author: { name: 'Grace' } },
        { title: 'end' },
      ],
      coAuthors: [{ name: 'Grace' }, { name: 'Barbara', login: 'barbara' }],
    })
    expect(squashed).toMatchObject({ number: 2, commitCount: 1, commits: [{ title: 'meanwhile (#2)' }] })
    expect(after).toMatchObject({ number: 4, commitCount: 1 })
  })

  test('brings the same commits when it is read behind a cursor', async () => {
    const repository = await newRepository()
    const first = await repository.commit({ message: 'root (#1)' })
    await repository.merge('Merge pull request #2 from x/y\n\nWork', [{ message: 'work', author: 'Linus' }])
    expect((await read(repository.path, first)).pullRequests).toMatchObject([
      { number: 2, commitCount: 1, commits: [{ title: 'work', author: { name: 'Linus' } }] },
    ])
  })
})

describe('the message of a pull request', () => {
  test('says who wrote and reviewed it, its labels and the issues it closes, and loses addresses', async () => {
    const repository = await newRepository()
    const body = [
      'Fixes #7, resolves other/project#8 and closes https://github.com/a/b/issues/9. See #10.',
      '',
      'Labels: bug, area/api',
      'Co-authored-by: Grace <grace@example.org>',
      'Reviewed-by: Barbara <barbara@example.org>',
      'Signed-off-by: Ada <ada@example.org>',
    ].join('\n')
    await repository.commit({ message: `work (#1)\n\n${body}` })
    const { pullRequests } = await read(repository.path)
    expect(pullRequests).toMatchObject([
      {
        coAuthors: [{ name: 'Grace', email: 'grace@example.org' }],
        reviews: [{ reviewer: 'Barbara', state: 'approved' }],
        labels: ['bug', 'area/api'],
        linkedIssues: ['#7', 'other/project#8', 'a/b#9'],
      },
    ])
    expect(pullRequests[0]?.body).toContain('Reviewed-by: Barbara\n')
    expect(pullRequests[0]?.body).not.toContain('@example.org')
  })
})

describe('a number', () => {
  test('that no message names is found by the head of the pull request, in a mirror and from a remote', async () => {
    const repository = await newRepository()
    await repository.commit({ message: 'root' })
    await repository.merge('Merge branch next', [{ message: 'untitled work' }])
    const merged = repository.git(['rev-parse', 'HEAD^2'])
    const forwarded = await repository.commit({ message: 'Bump' })
    await repository.commit({ message: 'named (#9)' })
    for (const [number, sha] of [
      [4, merged],
      [5, forwarded],
      [9, repository.git(['rev-parse', 'HEAD'])],
    ] as const)
      repository.git(['update-ref', `refs/pull/${number}/head`, sha])

    for (const location of [repository.path, `file://${repository.path}`]) {
      expect((await read(location)).pullRequests).toMatchObject([
        { number: 4, how: 'merge', title: 'Merge branch next', flags: ['number-from-ref'] },
        { number: 5, how: 'rebase', flags: ['number-from-ref'] },
        { number: 9, flags: [] },
      ])
    }
  })

  test('that a mirror of all pull requests does not have belongs to another repository', async () => {
    const repository = await newRepository()
    for (let number = 1; number <= 12; number += 1) {
      const sha = await repository.commit({ message: `change (#${number})` })
      repository.git(['update-ref', `refs/pull/${number}/head`, sha])
    }
    await repository.commit({ message: 'picked from a fork (#4711)' })
    expect(await numbers(repository.path)).toEqual(Array.from({ length: 12 }, (_, at) => at + 1))
  })

  test('is not repeated, and is not the one that a revert quotes', async () => {
    const repository = await newRepository()
    for (const message of ['one (#1)', 'Revert "one (#1)"', 'one again (#1)', 'Revert "one (#1)" (#2)'])
      await repository.commit({ message })
    expect(await numbers(repository.path)).toEqual([1, 2])
  })
})

describe('a fork that counts anew', () => {
  test('has only the pull requests since it began to', async () => {
    const repository = await newRepository()
    for (let at = 0; at < 14; at += 1) await repository.commit({ message: `old (#${9_000 + at})` })
    for (let at = 1; at <= 14; at += 1) await repository.commit({ message: `new (#${at * 2})` })
    expect(await numbers(repository.path)).toEqual(Array.from({ length: 14 }, (_, at) => (at + 1) * 2))
  })
})

describe('a repository without pull requests', () => {
  test('gives its first-parent commits as change units', async () => {
    const repository = await newRepository()
    const first = await repository.commit({ message: 'begin\n\nWhy', files: { a: '1\n' } })
    await repository.merge('Merge branch work', [{ message: 'work', files: { b: '2\n' } }])
    const source = await open(repository.path)
    const { pullRequests, cursor } = await readSource(source)
    expect(pullRequests).toMatchObject([
      { number: null, sha: first, title: 'begin', body: 'Why', how: 'commit', flags: ['change-unit'], additions: 1 },
      { number: null, title: 'Merge branch work', commitCount: 1, additions: 1 },
    ])
    expect(await source.expect(null)).toEqual({ inRun: 2, inAll: 2 })
    expect((await source.inventory?.())?.changeUnits).toEqual(pullRequests.map(({ sha }) => sha))

    await repository.commit({ message: 'more' })
    expect((await read(repository.path, cursor)).pullRequests).toMatchObject([{ title: 'more' }])
    await repository.commit({ message: 'the first pull request (#1)' })
    await expect(read(repository.path, cursor)).rejects.toMatchObject({ code: 'SOURCE_CURSOR_UNKNOWN' })
  })
})

describe('a clone that lacks objects', () => {
  test('gives every pull request, and says of which it could not read the diff and why', async () => {
    const repository = await newRepository()
    for (let number = 1; number <= 6; number += 1)
      await repository.commit({ message: `change (#${number})`, files: { a: `${number}\n`, [`f${number}`]: 'x\n' } })
    await removeBlob(repository, 'HEAD~3:a')

    const { pullRequests, gaps } = await read(repository.path)
    expect(pullRequests.map(({ number, additions, changedFiles }) => [number, additions, changedFiles])).toEqual([
      [1, 2, 2],
      [2, 2, 2],
      [3, 0, 2],
      [4, 0, 2],
      [5, 2, 2],
      [6, 2, 2],
    ])
    expect(pullRequests.filter(({ flags }) => flags.includes('size-unknown')).map(({ number }) => number)).toEqual([
      3, 4,
    ])
    expect(gaps).toMatchObject([
      { connection: 'files', number: 3, reason: 'object-missing', message: expect.stringContaining('unable to read') },
      { connection: 'files', number: 4, reason: 'object-missing' },
    ])
  })

  test('is an error when the commits themselves are gone', async () => {
    const repository = await newRepository()
    await repository.commit({ message: 'one (#1)' })
    await repository.commit({ message: 'two (#2)' })
    await repository.commit({ message: 'three (#3)' })
    await removeBlob(repository, 'HEAD~1')
    await expect(read(repository.path)).rejects.toMatchObject({ code: 'SOURCE_HISTORY_UNREADABLE', retry: 'later' })
  })
})

test('the licence is read from its text', async () => {
  const repository = await newRepository()
  await repository.commit({
    message: 'begin',
    files: { 'LICENSE.md': 'Apache License\n   Version 2.0, January 2004\n', src: 'x' },
  })
  expect((await open(repository.path)).describe().license).toBe('Apache-2.0')
})
