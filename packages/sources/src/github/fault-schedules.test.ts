import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type SimulatedRepository, seededFaults, startGitHubSimulator } from '../../test/github-simulator/index.ts'
import { temporaryFolder } from '../git/testing/build-repository.ts'
import { openGitHubSource } from './open-github-source.ts'
import type { Transport } from './queries.ts'
import { createMemoryRateBudget } from './rate-budget.ts'
import { collectLikeAJob, createTestClock, summaryOf } from './testing/collect-like-a-job.ts'
import { expectedOf, simulatedHistory } from './testing/simulated-history.ts'

const schedules = Number(process.env.ASSAY_FAULT_SCHEDULES ?? 60)
const first = Number(process.env.ASSAY_FAULT_SCHEDULE ?? 1)

/** Most of the time they wait for servers that hang. */
const AT_ONCE = 3

const folder = temporaryFolder()
afterAll(folder.remove)
let fromGit: SimulatedRepository
let fromApi: SimulatedRepository
beforeAll(async () => {
  fromGit = await simulatedHistory(folder.path, 40)
  // Lists longer than a page exist in the API only, so only the API can be asked for them.
  fromApi = await simulatedHistory(folder.path, 41, { withLongLists: true })
  // The simulator's first answer is slow: it reads GitHub's schema.
  await run(1, 0)
})

/** One collection under the faults of one seed; what is not as it should be. */
const run = async (seed: number, rate = 0.3) => {
  const transport: Transport = seed % 4 === 0 ? 'git' : 'api'
  const repository = transport === 'git' ? fromGit : fromApi
  const clock = createTestClock()
  const cacheDirectory = mkdtempSync(join(folder.path, 'cache-'))
  const budget = createMemoryRateBudget(clock)
  const simulator = await startGitHubSimulator({
    repositories: [repository],
    tokens: { secret: { repositories: 'all' } },
    now: clock.now,
    faults: seededFaults(seed, { rate }),
  })
  const open = () =>
    openGitHubSource({
      owner: 'octo',
      name: 'hello',
      auth: { kind: 'token', token: 'secret' },
      apiUrl: `${simulator.url}/api/v3`,
      gitUrl: simulator.url,
      transport,
      cacheDirectory,
      budget,
      clock,
      // A hang costs this much. An answer slower than this would be refused unseen, and what it said not kept to.
      requestTimeoutMs: 600,
      environment: process.env,
    })
  try {
    const collected = await collectLikeAJob(open, clock)
    return {
      gaps: collected.gaps,
      violations: [...simulator.violations],
      rows: summaryOf(collected),
      transport,
      repository,
    }
  } finally {
    await simulator.close()
    rmSync(cacheDirectory, { recursive: true, force: true })
  }
}

test(
  `whatever goes wrong on the way, all of it is collected in the end (${schedules} schedules)`,
  async () => {
    const seeds = Array.from({ length: schedules }, (_, at) => first + at).values()
    const work = async () => {
      for (const seed of seeds) {
        const { gaps, violations, rows, transport, repository } = await run(seed)
        const whole = { seed, gaps: [], violations: [], rows: expectedOf(repository, transport) }
        expect({ seed, gaps, violations, rows }).toEqual(whole)
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, work))
  },
  60_000 + schedules * 10_000,
)
