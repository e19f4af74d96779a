import { openExtractor } from '@assay/documents'
import { waitFor } from '@assay/testkit'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type Gateway, openGateway } from '../testing/gateway-fixture.ts'
import { addIndexed, workAsIndexer } from '../testing/indexed-work.ts'
import { collectedPullRequest, collectRepository, person } from '../testing/work-fixture.ts'

const extractor = openExtractor()
let gateway: Gateway
let repository: Awaited<ReturnType<typeof collectRepository>>
beforeAll(async () => {
  gateway = await openGateway()
  const { db } = gateway
  await workAsIndexer(gateway, extractor)
  repository = await collectRepository(db, { name: 'shop' })
  await addIndexed(gateway, repository, [
    collectedPullRequest(1, { title: 'Cache compiled grammars', body: 'The parser compiles each grammar once.' }),
    collectedPullRequest(2, { title: 'Speed up the parser', body: 'No grammar twice.', author: person('Grace') }),
    collectedPullRequest(3, { title: 'Retry failed jobs', body: 'With exponential backoff\r\nand jitter.' }),
  ])
})
afterAll(async () => {
  await gateway.close()
  await extractor.close()
})

const search = (body: object, key = gateway.keys.read) => gateway.call('POST', '/search', { body, key })
const numbers = async (query: string, more: object = {}) =>
  (await search({ query, ...more })).body.items.map(({ source }: { source: { number: number } }) => source.number)

test('the index of a workspace is built before anybody asks, and tells how far it is', async () => {
  const state = async () => (await gateway.call('GET', '/search/state', { key: gateway.keys.read })).body
  expect(await state()).toEqual({ state: 'absent' })
  const warm = gateway.search.warmUp()
  await waitFor(async () => (await state()).state === 'building')
  await warm
  expect(await state()).toMatchObject({ state: 'ready', where: 'memory', passages: 3, stale: false })
})

test('passages are found with their source, the words that were found, and why', async () => {
  const { status, body } = await search({ query: 'exponential backoff' })
  expect(status).toBe(200)
  expect(body).toMatchObject({ passages: 3, stale: false, nextCursor: null })
  const [{ title, source, passage, highlights, score, parts }] = body.items
  expect([title, source]).toMatchObject(['Retry failed jobs', { kind: 'pull-request', repository: 'shop', number: 3 }])
  expect(highlights.map(({ start, end }: { start: number; end: number }) => passage.text.slice(start, end))).toEqual([
    'exponential backoff',
  ])
  expect(Object.values<number>(parts).reduce((sum, part) => sum + part, 0)).toBeCloseTo(score, 6)
})

test('filters, pages and slips of the pen', async () => {
  expect((await numbers('grammar')).toSorted()).toEqual([1, 2])
  expect(await numbers('grammar', { filter: { author: 'Grace' } })).toEqual([2])
  expect(await numbers('grammar', { filter: { source: 'document' } })).toEqual([])
  const first = (await search({ query: 'grammar', limit: 1 })).body
  const second = (await search({ query: 'grammar', limit: 1, cursor: first.nextCursor })).body
  expect([...first.items, ...second.items].map(({ source }) => source.number).toSorted()).toEqual([1, 2])
  expect(second.nextCursor).toBeNull()
  expect((await search({ query: 'exponentail' })).body.corrections).toMatchObject([{ written: 'exponentail' }])
})

test('pull requests like one are those that tell of much the same, without itself', async () => {
  const [{ source }] = (await search({ query: 'Cache compiled grammars' })).body.items
  const similar = (id: string, key = gateway.keys.read) => gateway.call('GET', `/pull-requests/${id}/similar`, { key })
  const { status, body } = await similar(source.id)
  expect([status, body.items[0]]).toMatchObject([
    200,
    { kind: 'pull-request', number: 2, title: 'Speed up the parser', author: 'Grace', score: expect.any(Number) },
  ])
  expect(body.items.map(({ number }: { number: number }) => number)).not.toContain(1)
  expect((await similar(source.id, gateway.keys.neighbour)).status).toBe(404)
})

test('bad requests are told by field', async () => {
  const { status, body } = await search({ query: '  ', limit: 500 })
  expect(status).toBe(400)
  expect(body.errors.map(({ field }: { field: string }) => field)).toEqual(['query', 'limit'])
})

test('nobody finds what is in another workspace', async () => {
  expect((await search({ query: 'grammar' }, gateway.keys.neighbour)).body).toMatchObject({ items: [], passages: 0 })
})

test('documents are found beside pull requests, under their headings, once they are converted', async () => {
  const form = new FormData()
  form.append('file', new Blob(['# Handbook\n\n## Periscopes\n\nRaise the periscope slowly.\n']), 'handbook.md')
  const encoded = new Response(form)
  const { body } = await gateway.call('POST', '/documents', {
    body: Buffer.from(await encoded.arrayBuffer()),
    headers: { 'content-type': encoded.headers.get('content-type') ?? '' },
  })
  await waitFor(async () => (await search({ query: 'periscope' })).body.items.length === 1, { timeoutMs: 60_000 })
  expect((await search({ query: 'periscope', filter: { source: 'document' } })).body.items).toMatchObject([
    {
      source: { kind: 'document', id: body.items[0].document.id, name: 'handbook.md', version: 1, format: 'markdown' },
      passage: { headings: ['Handbook'] },
    },
  ])
  await gateway.call('DELETE', `/documents/${body.items[0].document.id}`)
  expect((await search({ query: 'periscope' })).body.items).toEqual([])
})

test('what is new is found soon, and what is gone is not shown at all', async () => {
  await addIndexed(gateway, repository, [
    collectedPullRequest(4, { title: 'Weigh anchors', body: 'A submarine feature.' }),
  ])
  await waitFor(async () => (await numbers('submarine')).length === 1, { timeoutMs: 60_000 })
  await gateway.call('DELETE', `/repositories/${repository.id}`)
  expect(await numbers('submarine')).toEqual([])
})
