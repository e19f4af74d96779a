import { openExtractor } from '@assay/documents'
import { createHttpEmbedder } from '@assay/retrieval'
import { waitFor } from '@assay/testkit'
import { afterEach, expect, test } from '@jest/globals'
import { startEmbeddingsServer } from '../../../../packages/retrieval/src/testing/embeddings-server.ts'
import { type Gateway, openGateway } from '../testing/gateway-fixture.ts'
import { addIndexed, workAsIndexer } from '../testing/indexed-work.ts'
import { collectedPullRequest, collectRepository } from '../testing/work-fixture.ts'

const DIMENSIONS = 16
const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

const open = async (largeFrom: number) => {
  const server = await startEmbeddingsServer({ dimensions: DIMENSIONS })
  const embedder = createHttpEmbedder({
    url: server.url,
    model: 'small',
    key: 'secret',
    dimensions: DIMENSIONS,
    usdPerMillionTokens: 100,
    wait: async () => undefined,
  })
  const gateway = await openGateway({ embedder, largeFrom })
  const extractor = openExtractor()
  closing.push(server.close, extractor.close, gateway.close)
  await workAsIndexer(gateway, extractor, { askedEmbedder: embedder, largeFrom })
  const repository = await collectRepository(gateway.db)
  await addIndexed(gateway, repository, [
    collectedPullRequest(1, { title: 'Retry failed jobs', body: 'With exponential backoff and jitter.' }),
    collectedPullRequest(2, { title: 'Cache compiled grammars', body: 'The parser compiles each grammar once.' }),
    collectedPullRequest(3, { title: 'Zebras', body: 'Zigzag zones zoom.' }),
  ])
  await waitFor(async () => (await models(gateway))[0]?.state === 'serving', { timeoutMs: 60_000 })
  return { gateway, server, repository }
}

const models = async (gateway: Gateway) => (await gateway.call('GET', '/models')).body.items
const search = async (gateway: Gateway, query: string, more: object = {}) =>
  (await gateway.call('POST', '/search', { body: { query, ...more } })).body
const numbers = ({ items }: { items: { source: { number: number } }[] }) => items.map(({ source }) => source.number)

test('passages are embedded by the model that is configured, which then serves, and tells what it cost', async () => {
  const { gateway } = await open(1_000)
  expect(await models(gateway)).toMatchObject([
    { name: 'small', state: 'serving', dimensions: DIMENSIONS, normalisation: 'unit', passages: 3, tokens: 30 },
  ])
  expect((await models(gateway))[0].costUsd).toBeCloseTo(0.003, 9)
  // No passage holds the word; by meaning, which is its letter here, one is near.
  await waitFor(async () => numbers(await search(gateway, 'zulu'))[0] === 3, { timeoutMs: 60_000 })
  expect((await search(gateway, 'backoff')).items[0].parts.meaning).toBeGreaterThan(0)
})

test('a query is not embedded by a model other than the one that serves, and words do while it is away', async () => {
  const { gateway, server } = await open(1_000)
  await waitFor(async () => numbers(await search(gateway, 'zulu'))[0] === 3, { timeoutMs: 60_000 })
  await server.close()
  expect(numbers(await search(gateway, 'exponential backoff'))[0]).toBe(1)
})

test('a large workspace is searched in the database, by words, meaning, filters and pages, and follows changes', async () => {
  const { gateway, repository } = await open(2)
  const state = async () => (await gateway.call('GET', '/search/state')).body
  const inDatabase = async () => {
    await search(gateway, 'backoff')
    return (await state()).where === 'database'
  }
  if ((await gateway.db.query(`SELECT FROM pg_available_extensions WHERE name = 'vector'`)).length === 0) return
  await waitFor(inDatabase, { timeoutMs: 60_000 })
  const found = await search(gateway, 'exponential backof')
  expect(numbers(found)[0]).toBe(1)
  expect(found).toMatchObject({ passages: 3, corrections: [{ written: 'backof', read: 'backoff' }] })
  expect(numbers(await search(gateway, 'zulu'))[0]).toBe(3)
  expect(numbers(await search(gateway, 'grammar', { filter: { author: 'Nobody' } }))).toEqual([])
  const first = await search(gateway, 'grammar jobs', { limit: 1 })
  const second = await search(gateway, 'grammar jobs', { limit: 1, cursor: first.nextCursor })
  expect([...numbers(first), ...numbers(second)].toSorted()).toEqual([1, 2])
  const [{ id }] = await models(gateway)
  const { quality } = (await gateway.call('GET', `/models/${id}/quality`)).body
  expect(quality.indexRecall).toMatchObject({ k: 10, recall: { mean: expect.any(Number) } })
  await addIndexed(gateway, repository, [collectedPullRequest(4, { title: 'Weigh anchors', body: 'A submarine.' })])
  await waitFor(async () => numbers(await search(gateway, 'submarine')).includes(4), { timeoutMs: 60_000 })
})

test('words of what is removed do not stay in the database', async () => {
  const { gateway, repository } = await open(2)
  if ((await gateway.db.query(`SELECT FROM pg_available_extensions WHERE name = 'vector'`)).length === 0) return
  const holdsWord = async () => (await gateway.db.query(`SELECT FROM word_postings WHERE term = 'zebra'`)).length > 0
  await waitFor(holdsWord, { timeoutMs: 60_000 })
  await gateway.call('DELETE', `/repositories/${repository.id}`)
  await waitFor(async () => !(await holdsWord()), { timeoutMs: 60_000 })
})
