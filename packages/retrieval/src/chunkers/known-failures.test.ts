import { describe, expect, test } from '@jest/globals'
import { createHashedEmbedder } from '../embedders/hashed-embedder.ts'
import { createChunker } from './create-chunker.ts'

const { embed } = createHashedEmbedder()
const kinds = ['tokens', 'sentence', 'markdown', 'code', 'diff', 'semantic'] as const
const sentence = 'The relay adds every row that was committed and not yet enqueued. '
const chunkerOf = (kind: (typeof kinds)[number], maxTokens: number, overlapTokens: number) =>
  createChunker(kind === 'semantic' ? { kind, embed, maxTokens, overlapTokens } : { kind, maxTokens, overlapTokens })

describe.each(kinds)('what other chunkers get wrong, the %s chunker gets right:', (kind) => {
  test('it ends where an overlap reaches the end of a text longer than a chunk', async () => {
    const chunks = await chunkerOf(kind, 128, 32).chunk(sentence.repeat(100))
    expect(chunks.length).toBeGreaterThan(10)
    expect(chunks.at(-1)?.end).toBe(sentence.length * 100 - 1)
  })

  test('a last sentence without a full stop is kept', async () => {
    const chunks = await chunkerOf(kind, 32, 8).chunk(`${sentence.repeat(9)}The last one has no end`)
    expect(chunks.at(-1)?.text).toMatch(/has no end$/)
  })

  test('a text of one sentence is one chunk', async () => {
    expect(await chunkerOf(kind, 128, 16).chunk('One sentence.')).toEqual([
      { index: 0, start: 0, end: 13, text: 'One sentence.', tokens: 3, path: [] },
    ])
  })

  test('offsets are right where the same text comes again and again', async () => {
    const text = `${sentence.repeat(40)}\n\n${sentence.repeat(40)}`
    const chunks = await chunkerOf(kind, 64, 16).chunk(text)
    for (const one of chunks) expect(text.slice(one.start, one.end)).toBe(one.text)
    for (const [index, one] of chunks.entries()) expect(one.start).toBeGreaterThan(chunks[index - 1]?.start ?? -1)
  })

  test('a single paragraph of 3,000 tokens becomes chunks within the budget', async () => {
    const chunks = await chunkerOf(kind, 128, 0).chunk(sentence.repeat(230))
    expect(chunks.length).toBeGreaterThan(20)
    for (const { tokens } of chunks) expect(tokens).toBeLessThanOrEqual(128)
  })

  test('a blank text has no chunks', async () => {
    expect(await chunkerOf(kind, 8, 0).chunk(' \n\t\u00a0'.repeat(500))).toEqual([])
    expect(await chunkerOf(kind, 8, 0).chunk('')).toEqual([])
  })

  test('a megabyte without a blank ends in chunks, soon', async () => {
    for (const unit of ['a', '=', '字', '\u0301', '\ud83d', '👨‍👩‍👧‍👦']) {
      const text = unit.repeat(1_000_000 / unit.length)
      const started = performance.now()
      const chunks = await chunkerOf(kind, 256, 32).chunk(text)
      expect(chunks.at(-1)?.end).toBe(text.length)
      expect(performance.now() - started).toBeLessThan(10_000)
    }
  })
})

test('a budget that makes no sense is refused', () => {
  expect(() => createChunker({ kind: 'tokens', maxTokens: 0, overlapTokens: 0 })).toThrow(RangeError)
  expect(() => createChunker({ kind: 'tokens', maxTokens: 10, overlapTokens: 10 })).toThrow(RangeError)
  expect(() => createChunker({ kind: 'tokens', maxTokens: Number.NaN, overlapTokens: 0 })).toThrow(RangeError)
})

test('a grapheme that exceeds the budget is cut between code points, and a code point that does is a chunk', async () => {
  const cut = async (text: string, maxTokens: number) =>
    (await createChunker({ kind: 'tokens', maxTokens, overlapTokens: 0 }).chunk(text)).map((one) => one.text)
  expect((await cut('👨‍👩‍👧‍👦', 8)).join('')).toBe('👨‍👩‍👧‍👦')
  expect(await cut('𝟗𝟗', 1)).toEqual(['𝟗', '𝟗'])
})
