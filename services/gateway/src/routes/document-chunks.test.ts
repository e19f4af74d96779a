import { MAX_CUT_CHARACTERS } from '@assay/contracts'
import { receiveDocument, storeConversion } from '@assay/db'
import { chunkStrategies } from '@assay/retrieval'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type Gateway, openGateway } from '../testing/gateway-fixture.ts'

let gateway: Gateway
beforeAll(async () => {
  gateway = await openGateway()
})
afterAll(() => gateway.close())

/** A document with this text, or one that could not be read. */
const addDocument = async (name: string, text: string | null): Promise<string> => {
  const given = { workspace: 'acme', name, contentHash: name, mediaType: 'text/plain', sizeBytes: 1 }
  return gateway.db.transaction(async (tx) => {
    async function* parts() {
      yield Buffer.from(name)
    }
    const { id } = await receiveDocument(tx, { ...given, parts: parts() })
    const conversion = {
      ...{ status: 'converted' as const, format: 'text', title: null, language: 'en', text, pages: 1, metadata: {} },
      ...{ map: [], blocks: [], ocr: null, losses: [], quality: null, score: null, gate: null, rejection: null },
    }
    await storeConversion(tx, { workspace: 'acme', id, conversion })
    return id
  })
}
const PARAGRAPH = 'The cache was slow. It was measured twice, by Ada and by Grace. Then it was replaced.'
const TEXT = `# One\n\n${`${PARAGRAPH}\n\n`.repeat(30)}# Two\n\n${`${PARAGRAPH}\n\n`.repeat(30)}`.trim()

const chunksOf = (id: string, query = '', key = gateway.keys.read) =>
  gateway.call('GET', `/documents/${id}/chunks${query}`, { key })

test.each(chunkStrategies)('a document is cut as %s with exact offsets that cover it', async (strategy) => {
  const id = await addDocument(`${strategy}.md`, TEXT)
  const { status, body } = await chunksOf(id, `?strategy=${strategy}&maxTokens=64&overlapTokens=0`)
  expect(status).toBe(200)
  expect(body).toMatchObject({ strategy, characters: TEXT.length, isWhole: true, shape: { coverage: 1, repeated: 0 } })
  let behind = 0
  for (const { start, end, tokens } of body.items) {
    expect(TEXT.slice(behind, start).trim()).toBe('')
    expect(TEXT.slice(start, end).trim()).toBe(TEXT.slice(start, end))
    expect(tokens).toBeLessThanOrEqual(64)
    behind = end
  }
  expect(behind).toBe(TEXT.length)
})

test('of a long text the beginning is cut, and never half a character', async () => {
  const id = await addDocument('long.md', `${'x'.repeat(MAX_CUT_CHARACTERS - 1)}😀 and more`)
  const { body } = await chunksOf(id, '?strategy=fixed&maxTokens=8192')
  expect(body).toMatchObject({ characters: MAX_CUT_CHARACTERS - 1, isWhole: false })
  expect(body.items.at(-1).end).toBe(MAX_CUT_CHARACTERS - 1)
})

test('a document that could not be read has no chunks', async () => {
  const { body } = await chunksOf(await addDocument('broken.pdf', null))
  expect(body).toMatchObject({ strategy: 'recursive', characters: 0, items: [], shape: { chunks: 0, coverage: null } })
})

test('unknown strategies, impossible budgets and documents of others are refused', async () => {
  const id = await addDocument('mine.md', TEXT)
  expect((await chunksOf(id, '?strategy=magic')).status).toBe(400)
  expect((await chunksOf(id, '?maxTokens=20&overlapTokens=20')).status).toBe(400)
  expect((await chunksOf(id, '', gateway.keys.neighbour)).status).toBe(404)
})
