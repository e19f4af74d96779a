import { openExtractor } from '@assay/documents'
import { chunkStrategies } from '@assay/retrieval'
import { waitFor } from '@assay/testkit'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type Gateway, openGateway } from '../testing/gateway-fixture.ts'
import { addIndexed, workAsIndexer } from '../testing/indexed-work.ts'
import { collectedPullRequest, collectRepository } from '../testing/work-fixture.ts'

const extractor = openExtractor()
let gateway: Gateway
beforeAll(async () => {
  gateway = await openGateway()
  await workAsIndexer(gateway, extractor)
  const repository = await collectRepository(gateway.db)
  const topics = ['parser grammar token syntax tree', 'queue worker job retry backoff', 'button menu colour theme font']
  await addIndexed(
    gateway,
    repository,
    Array.from({ length: 220 }, (_, at) =>
      collectedPullRequest(at + 1, {
        title: `Change ${at} of ${topics[at % 3]}`,
        body: `${topics[at % 3]} number${at} before ${topics[at % 3]}. It says more of ${topics[at % 3]}.`,
      }),
    ),
  )
})
afterAll(async () => {
  await gateway.close()
  await extractor.close()
})

const models = async () => (await gateway.call('GET', '/models', { key: gateway.keys.read })).body.items
const trainAgain = async () => {
  const { body } = await gateway.call('POST', '/jobs', { body: { kind: 'train', payload: { dimensions: 16 } } })
  await waitFor(async () => (await gateway.call('GET', `/jobs/${body.id}`)).body.state === 'succeeded', {
    timeoutMs: 60_000,
  })
  return body.id as string
}

test('a workspace that has grown gets a model, which is judged, and serves', async () => {
  await waitFor(async () => (await models()).length === 1, { timeoutMs: 60_000 })
  const [model] = await models()
  expect(model).toMatchObject({
    name: 'lsa',
    state: 'serving',
    passages: 220,
    measured: { queries: expect.any(Number) },
  })
  const { body } = await gateway.call('GET', `/models/${model.id}/quality`)
  expect(body.quality).toMatchObject({ cosines: { random: expect.anything() }, hubness: { k: 10 } })
  expect(body.quality.strategies.map(({ strategy }: { strategy: string }) => strategy)).toEqual(chunkStrategies)
  expect(body.quality.strategies[0]).toMatchObject({
    texts: 40,
    coverage: 1,
    vectors: { groups: [{ heading: 'documentType', label: 'pull-request' }] },
  })
  const found = await gateway.call('POST', '/search', { body: { query: 'grammar of the parser' } })
  expect(Object.keys(found.body.items[0].parts)).toContain('meaning')
})

test('a newer model takes over, and the one before can be let back', async () => {
  const [before] = await models()
  const id = await trainAgain()
  expect(await models()).toMatchObject([
    { id, state: 'serving', dimensions: 16 },
    { id: before.id, state: 'retired' },
  ])
  expect((await gateway.call('POST', `/models/${before.id}/serve`)).body).toMatchObject({ state: 'serving' })
  expect((await models()).map(({ state }: { state: string }) => state)).toEqual(['retired', 'serving'])
  expect((await gateway.call('POST', `/models/${crypto.randomUUID()}/serve`)).status).toBe(404)
})
