import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from '@jest/globals'
import { samplePullRequest, sampleRepository } from '../../test/github-simulator/index.ts'
import { buildRepository, temporaryFolder } from '../git/testing/build-repository.ts'
import { numbersOf, pagesOf, startWorld } from './testing/start-world.ts'

const folder = temporaryFolder()
afterAll(folder.remove)

test.each([
  ['git', 15],
  ['api', 45],
] as const)('a thousand pull requests by %s take at most %i requests and points', async (transport, most) => {
  const path = join(folder.path, transport)
  mkdirSync(path)
  const git = buildRepository(path)
  await git.commit({ message: 'base', files: { 'README.md': '1\n' } })
  const headSha = await git.commit({ message: 'all', files: { 'README.md': '1\n2\n3\n4\n' } })
  const baseSha = git.git(['rev-parse', 'HEAD^'])
  // Files and commits cost the API nothing by git, so one commit may stand for all of them.
  const repository = sampleRepository(0, {
    gitDirectory: path,
    headSha,
    pullRequests: Array.from({ length: 1_000 }, (_, at) =>
      samplePullRequest(at + 1, { mergeCommitSha: headSha, headSha, baseSha, deletions: 0 }),
    ),
  })
  const { simulator, open } = await startWorld({ folder: folder.path, repositories: [repository] })
  const pages = await pagesOf(await open({ transport }))
  expect(new Set(numbersOf(pages)).size).toBe(1_000)
  expect(pages.flatMap(({ gaps }) => gaps)).toEqual([])
  const requests = simulator.requests.filter(({ kind }) => kind !== 'git').length
  expect({ requests, points: simulator.pointsUsed() }).toEqual({
    requests: transport === 'git' ? 15 : 41,
    points: transport === 'git' ? 15 : 41,
  })
  expect(requests).toBeLessThanOrEqual(most)
  expect(simulator.violations).toEqual([])
  await simulator.close()
})
