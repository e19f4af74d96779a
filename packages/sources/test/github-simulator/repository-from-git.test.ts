import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { buildRepository, temporaryFolder } from '../../src/git/testing/build-repository.ts'
import { repositoryFromGit } from './index.ts'
import { startSample, token } from './testing.ts'

const run = promisify(execFile)
const folder = temporaryFolder()
const history = { gitDirectory: folder.path, owner: 'octo', name: 'real', seed: 1 }

beforeAll(async () => {
  const repository = buildRepository(folder.path)
  await repository.commit({ message: 'Begin', files: { 'a.txt': 'a\n' } })
  await repository.commit({ message: 'Add b (#2)\n\nFixes #1.', files: { 'b.txt': 'b\n' }, author: 'Grace' })
  await repository.merge('Merge pull request #3 from grace/c\n\nAdd c', [
    { message: 'Write c', files: { 'c.txt': 'c\n' }, author: 'Grace' },
  ])
})
afterAll(() => folder.remove())

test('takes from the history what it has, and the same invention for the same seed', async () => {
  const repository = await repositoryFromGit(history)
  const merged = repository.pullRequests.filter(({ state }) => state === 'MERGED')
  expect(merged).toMatchObject([
    { number: 2, title: expect.stringContaining('Add b'), additions: 1, files: [{ path: 'b.txt' }], mergeParents: 1 },
    { number: 3, additions: 1, files: [{ path: 'c.txt' }], commits: [{ title: 'Write c' }], mergeParents: 2 },
  ])
  expect(await repositoryFromGit(history)).toEqual(repository)
})

describe('git', () => {
  const fetchHead = async (visibility: 'PUBLIC' | 'PRIVATE', password: string | null, move = false) => {
    const repository = { ...(await repositoryFromGit(history)), visibility }
    await using sample = await startSample({ repositories: [repository] })
    if (move) sample.simulator.move('octo/real', 'octo/moved')
    const address = `${sample.simulator.url}/octo/real.git`
    const basic = Buffer.from(`x-access-token:${password}`).toString('base64')
    const header = password === null ? [] : ['-c', `http.extraHeader=Authorization: Basic ${basic}`]
    const { stdout } = await run('git', [...header, 'ls-remote', address, 'refs/pull/*/head'], {
      env: { PATH: process.env.PATH, GIT_TERMINAL_PROMPT: '0', GIT_CONFIG_GLOBAL: '/dev/null' },
    })
    return { heads: stdout, wanted: repository.pullRequests.find(({ number }) => number === 3)?.headSha }
  }

  test('serves the head of a pull request, also under the old name', async () => {
    for (const move of [false, true]) {
      const { heads, wanted } = await fetchHead('PUBLIC', null, move)
      expect(heads).toContain(`${wanted}\trefs/pull/3/head`)
    }
  })

  test('serves a private repository to its token alone', async () => {
    expect((await fetchHead('PRIVATE', token)).heads).toContain('refs/pull/3/head')
    await expect(fetchHead('PRIVATE', null)).rejects.toThrow()
    await expect(fetchHead('PRIVATE', 'wrong')).rejects.toThrow()
  })
})
