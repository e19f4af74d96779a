import { contract as collect } from '@assay/contracts/kinds/collect'
import { contract as removeClone } from '@assay/contracts/kinds/remove-clone'
import {
  findJob,
  recordCollectedPage,
  replaceChunks,
  storeObservation,
  storePullRequests,
  storeScores,
} from '@assay/db'
import { defineHandler } from '@assay/queue'
import { waitFor } from '@assay/testkit'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { type Gateway, openGateway } from '../testing/gateway-fixture.ts'
import { countNaming, textsOf } from '../testing/rows-of.ts'
import { collectedPullRequest, collectRepository } from '../testing/work-fixture.ts'

let gateway: Gateway
beforeEach(async () => {
  gateway = await openGateway()
})
afterEach(() => gateway.close())

const DEMO = 'https://github.com/acme/demo'

/** A repository with a row in every table that hangs on it. */
async function collected(workspace: string, name: string) {
  const { db } = gateway
  const repository = await collectRepository(db, { workspace, name })
  const pullRequests = [1, 2, 3].map((number) => collectedPullRequest(number))
  const ids = await storePullRequests(db, repository, pullRequests)
  const chunk = { position: 0, start: 0, end: 1, headings: [], text: 'x' }
  const chunks = ids.map((pullRequestId) => ({ pullRequestId, ...chunk }))
  await replaceChunks(db, { workspace, pullRequestIds: ids, chunks })
  const score = {
    kind: 'fix',
    kindProbability: 1,
    kindEvidence: 'title',
    score: 1,
    low: 0,
    high: 2,
    breakdown: [],
    effort: {},
    claims: [],
    links: [],
    shape: null,
  }
  const scores = ids.map((pullRequestId) => ({ pullRequestId, ...score }))
  await storeScores(db, { workspace, method: 'test', scores })
  const seen = {
    claimHash: 'a',
    value: 1,
    unit: null,
    link: null,
    quote: 'seen',
    measuredAt: new Date(0),
    observedBy: 'k',
  }
  for (const pullRequestId of ids) await storeObservation(db, { workspace, pullRequestId }, seen)
  const gap = { connection: 'files', number: 1, sha: null, expected: 2, found: 1, reason: 'too-many', message: 'Many.' }
  await recordCollectedPage(db, repository.run, { collected: pullRequests, changed: 3, gaps: [gap] })
  const naming = async () => ({
    ...(await countNaming(db, 'repository_id', [repository.id])),
    ...(await countNaming(db, 'pull_request_id', ids)),
  })
  return { id: repository.id, naming }
}

const remove = (id: string, key?: string) => gateway.call('DELETE', `/repositories/${id}`, key ? { key } : {})
const submitCollect = async (source: string, more: object = {}) =>
  (await gateway.call('POST', '/jobs', { body: { kind: 'collect', payload: { source }, ...more } })).body.id
const stateOf = async (id: string) => (await findJob(gateway.db, 'acme', id))?.state

test('nothing of a removed repository is left, and nothing of others is touched', async () => {
  const [demo, other, neighbours] = [
    await collected('acme', 'demo'),
    await collected('acme', 'other'),
    await collected('neighbour', 'demo'),
  ]
  const full = {
    achievement_evidence: 0,
    chunks: 3,
    claim_observations: 3,
    collection_gaps: 1,
    collections: 1,
    pull_requests: 3,
    scores: 3,
  }
  for (const repository of [demo, other, neighbours]) expect(await repository.naming()).toEqual(full)

  const { status, body } = await remove(demo.id)
  expect([status, body]).toEqual([200, { pullRequests: 3, job: expect.any(String) }])
  expect(Object.values(await demo.naming())).toEqual(Object.keys(full).map(() => 0))
  expect((await gateway.call('GET', `/repositories/${demo.id}`)).status).toBe(404)
  for (const repository of [other, neighbours]) expect(await repository.naming()).toEqual(full)
  expect(await findJob(gateway.db, 'acme', body.job)).toMatchObject({ kind: 'remove-clone', payload: { origin: DEMO } })
})

test('what vanished from the source is removed and counted too', async () => {
  const demo = await collected('acme', 'demo')
  await gateway.db.query('UPDATE pull_requests SET vanished_at = now() WHERE number = 1')
  expect((await remove(demo.id)).body.pullRequests).toBe(3)
})

test("another workspace's repository is not there, and stays", async () => {
  const demo = await collected('acme', 'demo')
  expect((await remove(demo.id, gateway.keys.neighbour)).status).toBe(404)
  expect((await demo.naming()).pull_requests).toBe(3)
  expect((await remove(demo.id)).status).toBe(200)
  expect((await remove(demo.id)).status).toBe(404)
})

test('of a repository removed twice at once one removal finds it', async () => {
  const demo = await collected('acme', 'demo')
  const answers = await Promise.all([remove(demo.id), remove(demo.id)])
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 404])
  expect(await gateway.db.query("SELECT id FROM jobs WHERE kind = 'remove-clone'")).toHaveLength(1)
})

test('schedules that collect it end, however they name it, and others stay', async () => {
  const demo = await collected('acme', 'demo')
  const put = (name: string, source: string) =>
    gateway.call('PUT', `/schedules/${name}`, { body: { kind: 'collect', payload: { source }, cron: '0 6 * * *' } })
  await put('a', DEMO)
  await put('b', `${DEMO}.git`)
  await put('c', 'Acme/Demo')
  await put('d', 'git@github.com:acme/demo.git')
  await put('e', 'acme/demo2')
  await put('f', 'https://gitlab.com/acme/demo')
  await remove(demo.id)
  const { items } = (await gateway.call('GET', '/schedules')).body
  expect(items.map(({ name }: { name: string }) => name)).toEqual(['e', 'f'])
})

test('jobs that collect it are cancelled, whether they wait or run, and others go on', async () => {
  const demo = await collected('acme', 'demo')
  const later = { delayMs: 3_600_000 }
  const [waiting, elsewhere] = [await submitCollect('acme/demo.git', later), await submitCollect('acme/demo2', later)]
  const untilStopped = defineHandler(
    collect,
    (_payload, { signal }) =>
      new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
  )
  const cloneRemoved = defineHandler(removeClone, async () => ({ result: { removed: true } }))
  await gateway.work([untilStopped, cloneRemoved])
  const running = await submitCollect(DEMO)
  await waitFor(async () => (await stateOf(running)) === 'running', { describe: 'the collection to run' })

  const { job } = (await remove(demo.id)).body
  expect([await stateOf(waiting), await stateOf(elsewhere)]).toEqual(['cancelled', 'scheduled'])
  await waitFor(async () => (await stateOf(running)) === 'cancelled', { describe: 'the running collection to stop' })
  await waitFor(async () => (await stateOf(job)) === 'succeeded', { describe: 'the clone to be removed' })
})

test('a removal that fails in its last step can be asked for again', async () => {
  const demo = await collected('acme', 'demo')
  await gateway.db.query("ALTER TABLE jobs ADD CONSTRAINT no_removal CHECK (kind <> 'remove-clone') NOT VALID")
  expect((await remove(demo.id)).status).toBe(500)
  expect((await demo.naming()).pull_requests).toBe(3)
  await gateway.db.query('ALTER TABLE jobs DROP CONSTRAINT no_removal')
  expect((await remove(demo.id)).status).toBe(200)
  expect((await textsOf(gateway.db, 'acme')).get('repositories')).toEqual([])
})
