import { afterEach, expect, test } from '@jest/globals'
import {
  type EmbeddingsServer,
  startEmbeddingsServer,
  usualAnswer,
  vectorOfText,
} from '../testing/embeddings-server.ts'
import { createHttpEmbedder, type HttpEmbedderOptions } from './http-embedder.ts'

const DIMENSIONS = 8
const servers: EmbeddingsServer[] = []
afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())))

const open = async (
  more: Partial<HttpEmbedderOptions> = {},
  answer?: Parameters<typeof startEmbeddingsServer>[0]['answer'],
) => {
  const server = await startEmbeddingsServer({ dimensions: DIMENSIONS, ...(answer && { answer }) })
  servers.push(server)
  const waits: number[] = []
  const embedder = createHttpEmbedder({
    url: server.url,
    model: 'small',
    key: 'secret',
    dimensions: DIMENSIONS,
    wait: async (ms) => waits.push(ms),
    ...more,
  })
  return { server, embedder, waits }
}
const texts = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ title: '', text: `word${'abcdefgh'[at % 8]} number ${at}` }))

test('texts become vectors of length 1 in their order, and what they cost is told', async () => {
  const { embedder } = await open({ usdPerMillionTokens: 20 })
  const { vectors, tokens, costUsd } = await embedder.embedPassages([
    { title: 'Apples', text: 'and oranges' },
    { title: '', text: 'Bananas' },
  ])
  const expected = vectorOfText('Apples and oranges', DIMENSIONS)
  const length = Math.hypot(...expected)
  expect([...(vectors[0] ?? [])]).toEqual(expected.map((value) => expect.closeTo(value / length, 5)))
  expect(Math.hypot(...(vectors[1] ?? []))).toBeCloseTo(1, 5)
  expect([tokens, costUsd]).toEqual([20, expect.closeTo(0.0004, 9)])
  expect([...(await embedder.embedQuery('Bananas'))]).toEqual([...(vectors[1] ?? [])])
})

test('many texts go in batches, of which few are under way at a time', async () => {
  const second = Promise.withResolvers<void>()
  let asked = 0
  const { embedder, server } = await open({ atOnce: 2 }, async (request) => {
    asked += 1
    if (asked === 2) second.resolve()
    await second.promise
    return usualAnswer(request, DIMENSIONS)
  })
  const { vectors } = await embedder.embedPassages(texts(200))
  expect(vectors).toHaveLength(200)
  expect(server.requests).toHaveLength(7)
  expect(Math.max(...server.requests.map(({ input }) => input.length))).toBe(32)
  expect(server.mostAtOnce()).toBe(2)
  const long = await open()
  await long.embedder.embedPassages(Array.from({ length: 4 }, () => ({ title: '', text: 'some words '.repeat(4_000) })))
  expect(long.server.requests.map(({ input }) => input.length)).toEqual([2, 2])
})

test('busy, broken and vanishing servers are asked again, when they say so', async () => {
  const { embedder, server, waits } = await open()
  server.replyNext({ status: 429, headers: { 'retry-after': '3' }, body: {} }, { status: 503, body: {} }, 'hang up')
  expect((await embedder.embedPassages(texts(1))).vectors).toHaveLength(1)
  expect(waits).toHaveLength(3)
  expect(waits[0]).toBe(3_000)
})

test('a server that stays away is told as such, and one that asks for long parks the job', async () => {
  const { embedder, server } = await open({ timeoutMs: 100 })
  server.replyNext(...Array.from({ length: 4 }, () => ({ status: 500, body: {} })), 'stay silent')
  await expect(embedder.embedPassages(texts(1))).rejects.toMatchObject({
    code: 'EMBEDDINGS_UNAVAILABLE',
    retry: 'later',
  })
  server.replyNext({ status: 429, headers: { 'retry-after': '600' }, body: {} })
  await expect(embedder.embedPassages(texts(1))).rejects.toMatchObject({ code: 'RATE_LIMITED' })
})

test.each([
  ['a wrong key', 401, 'EMBEDDINGS_UNAUTHORISED'],
  ['a wrong request', 400, 'EMBEDDINGS_REFUSED'],
  ['an unknown model', 404, 'EMBEDDINGS_REFUSED'],
  ['another place', 307, 'EMBEDDINGS_REFUSED'],
])('%s is not tried again', async (_what, status, code) => {
  const { embedder, server, waits } = await open()
  server.replyNext({ status, headers: { location: 'http://127.0.0.1:9/' }, body: { error: { message: 'no' } } })
  await expect(embedder.embedPassages(texts(1))).rejects.toMatchObject({ code, retry: 'never' })
  expect([waits, server.requests]).toEqual([[], []])
})

type Data = ReturnType<typeof usualAnswer>
const spoilt = (change: (answer: Data) => unknown) => open({}, (request) => change(usualAnswer(request, DIMENSIONS)))

test.each<[string, (answer: Data) => unknown, RegExp]>([
  [
    'other dimensions',
    ({ data }) => ({ data: data.map((one) => ({ ...one, embedding: [1, 2] })) }),
    /2 dimensions, and 8/,
  ],
  [
    'what is not a number',
    ({ data }) => ({ data: data.map((one) => ({ ...one, embedding: new Array(8).fill(Number.NaN) })) }),
    /not a number/,
  ],
  ['too few vectors', ({ data }) => ({ data: data.slice(1) }), /1 vectors for 2/],
  ['the same vector twice', ({ data }) => ({ data: data.map((one) => ({ ...one, index: 0 })) }), /2 vectors for 2/],
  ['something else', () => 'hello', /not a list of embeddings/],
])('an answer with %s is refused', async (_what, change, message) => {
  const { embedder } = await spoilt(change)
  await expect(embedder.embedPassages(texts(2))).rejects.toMatchObject({
    code: 'EMBEDDINGS_UNUSABLE',
    message: expect.stringMatching(message),
  })
})

test('tokens are counted here where the server does not', async () => {
  const { embedder } = await open({}, (request) => ({ ...usualAnswer(request, DIMENSIONS), usage: null }))
  expect((await embedder.embedPassages([{ title: '', text: 'three small words' }])).tokens).toBe(3)
})

test('dimensions are asked for only of models that can shorten their vectors', async () => {
  const [usual, shortened] = [await open(), await open({ shortened: true })]
  await usual.embedder.embedQuery('a')
  await shortened.embedder.embedQuery('a')
  expect([usual.server.requests[0]?.dimensions, shortened.server.requests[0]?.dimensions]).toEqual([
    undefined,
    DIMENSIONS,
  ])
})

test('versions differ with anything that changes a vector, and not with the key', () => {
  const hashOf = (more: object) =>
    createHttpEmbedder({ url: 'http://a/v1', model: 'm', dimensions: 8, ...more }).version.hash
  const hashes = [{}, { model: 'n' }, { url: 'http://b/v1' }, { dimensions: 16 }, { shortened: true }].map(hashOf)
  expect(new Set(hashes).size).toBe(hashes.length)
  expect(hashOf({ key: 'other', url: 'http://a/v1/' })).toBe(hashes[0])
})

test('what is aborted is not asked any further', async () => {
  const { embedder, server } = await open()
  const stop = new AbortController()
  server.replyNext('stay silent')
  const asked = embedder.embedPassages(texts(1), stop.signal)
  stop.abort(new Error('the job was cancelled'))
  await expect(asked).rejects.toThrow('the job was cancelled')
})

test('addresses that are no web addresses or carry credentials are refused', () => {
  for (const url of ['ftp://a/v1', 'http://user:secret@a/v1'])
    expect(() => createHttpEmbedder({ url, model: 'm', dimensions: 8 })).toThrow(RangeError)
})
