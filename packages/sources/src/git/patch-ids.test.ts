import { spawnSync } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, expect, test } from '@jest/globals'
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

const read = async (location: string) => {
  const cacheDirectory = join(folder.path, 'cache')
  const source = await openGitSource({ location, cacheDirectory, allowLocal: true, environment: process.env })
  return (await readSource(source)).pullRequests
}

/** What a person would get by hand. */
const byHand = (path: string, sha: string): string | null => {
  const show = spawnSync('git', ['-C', path, 'show', '--first-parent', '-m', '--full-index', sha])
  const { stdout } = spawnSync('git', ['-C', path, 'patch-id', '--stable'], { input: show.stdout, encoding: 'utf8' })
  return stdout.split(' ')[0] || null
}

const lines = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => `line ${from + at}\n`).join('')
const patchIdsOf = async (path: string) =>
  new Map((await read(path)).map(({ number, patchId }): [number | null, string | null] => [number, patchId]))

test('every pull request has the patch-id that git gives its whole change', async () => {
  const repository = await newRepository()
  const binary = Uint8Array.from({ length: 300 }, (_, at) => at % 256)
  await repository.commit({ message: 'root (#1)', files: { 'a.txt': lines(0, 40), 'b.bin': binary, empty: '' } })
  await repository.commit({ message: 'squash (#2)', files: { 'a.txt': `${lines(0, 9)}new\n${lines(11, 40)}` } })
  await repository.merge('Merge pull request #3 from x/y\n\nMerged', [
    {
      message: 'work',
      files: { 'a.txt': `${lines(0, 30)}@@ -1 +1 @@\n-- a\ndiff --git a/x b/x`, 'c d\té.txt': 'c\n' },
    },
  ])
  await repository.rename('a.txt', 'moved.txt')
  await repository.commit({
    message: 'move and change (#4)',
    files: { 'b.bin': binary.toReversed(), 'new.txt': '\n\n' },
  })
  repository.git(['update-index', '--chmod=+x', 'new.txt'])
  repository.git(['commit', '--quiet', '-m', 'make it run (#5)'])
  repository.git(['reset', '--quiet', '--hard'])
  await repository.commit({ message: 'nothing (#6)' })
  await repository.remove('moved.txt')
  await repository.commit({ message: 'delete (#7)', files: { 'c d\té.txt': 'no newline' } })

  const found = await read(repository.path)
  expect(found.map(({ number, patchId }) => [number, patchId])).toEqual(
    found.map(({ number, sha }) => [number, byHand(repository.path, sha)]),
  )
  expect(found.map(({ patchId }) => patchId === null)).toEqual([false, false, false, false, false, true, false])
  const numstat = (sha: string) =>
    spawnSync('git', ['-C', repository.path, 'diff', '--shortstat', '--find-renames', `${sha}~1`, sha], {
      encoding: 'utf8',
    }).stdout
  for (const { sha, additions, deletions, changedFiles } of found.slice(1)) {
    const [files = 0, added = 0, deleted = 0] = [/(\d+) file/, /(\d+) insertion/, /(\d+) deletion/].map((pattern) =>
      Number(pattern.exec(numstat(sha))?.[1] ?? 0),
    )
    expect([changedFiles, additions, deletions]).toEqual([files, added, deleted])
  }
})

test('a change that is picked under another title, elsewhere in the file and with other spaces has one patch-id', async () => {
  const repository = await newRepository()
  const before = lines(0, 20)
  await repository.commit({ message: 'root (#1)', files: { 'a.txt': before } })
  await repository.commit({ message: 'Cache it (#2)', files: { 'a.txt': before.replace('line 9\n', 'cached\n') } })
  await repository.commit({ message: 'Take it out (#3)', files: { 'a.txt': before } })
  await repository.commit({ message: 'Begin with more (#4)', files: { 'a.txt': `more\nand more\n${before}` } })
  repository.git(['cherry-pick', '--no-commit', 'HEAD~2'])
  await repository.commit({ message: 'Quite another title (#5)' })
  await repository.commit({ message: 'Take it out (#6)', files: { 'a.txt': `more\nand more\n${before}` } })
  const spaced = before.replace('line 9\n', '  ca ched\n')
  await repository.commit({ message: 'With spaces (#7)', files: { 'a.txt': `more\nand more\n${spaced}` } })

  const ids = await patchIdsOf(repository.path)
  expect(ids.get(5)).toBe(ids.get(2))
  expect(ids.get(7)).toBe(ids.get(2))
  expect(new Set(ids.values()).size).toBe(4)
})

test('a backport between other lines is another patch to git', async () => {
  const repository = await newRepository()
  const before = lines(0, 20)
  await repository.commit({ message: 'root (#1)', files: { 'a.txt': before } })
  await repository.commit({ message: 'Cache it (#2)', files: { 'a.txt': before.replace('line 9\n', 'cached\n') } })
  const other = before.replace('line 8\n', 'else\n')
  await repository.commit({ message: 'Another branch (#3)', files: { 'a.txt': other } })
  await repository.commit({ message: '[4.x] Cache it (#4)', files: { 'a.txt': other.replace('line 9\n', 'cached\n') } })

  const ids = await patchIdsOf(repository.path)
  expect(ids.get(4)).not.toBe(ids.get(2))
})

test('a patch of more than a megabyte has no patch-id, and is counted all the same', async () => {
  const repository = await newRepository()
  await repository.commit({ message: 'vendored (#1)', files: { 'a.txt': lines(0, 150_000) } })
  expect(await read(repository.path)).toMatchObject([{ patchId: null, additions: 150_000, changedFiles: 1 }])
})
