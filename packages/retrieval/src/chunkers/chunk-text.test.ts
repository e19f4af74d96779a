import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { chunkText } from './chunk-text.ts'

const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.string({ unit: fc.constantFrom('a', 'bc', ' ', '\n', '\n\n', '. ', '😀', '\ud83d', '\t'), maxLength: 400 }),
)
const sizes = fc
  .integer({ min: 3, max: 60 })
  .chain((maxCharacters) =>
    fc.record({ maxCharacters: fc.constant(maxCharacters), overlap: fc.nat({ max: Math.floor(maxCharacters / 2) }) }),
  )

describe('chunking', () => {
  test('gives offsets that are exact, sizes that hold, and indexes without gaps', () => {
    fc.assert(
      fc.property(texts, sizes, (text, options) => {
        for (const [index, chunk] of chunkText(text, options).entries()) {
          expect(chunk.index).toBe(index)
          expect(chunk.text).toBe(text.slice(chunk.start, chunk.end))
          expect(chunk.text.length).toBeLessThanOrEqual(options.maxCharacters)
          expect(chunk.text.trim()).not.toBe('')
        }
      }),
    )
  })

  test('covers every character that is not white space', () => {
    fc.assert(
      fc.property(texts, sizes, (text, options) => {
        const covered = new Set<number>()
        for (const { start, end } of chunkText(text, options)) for (let at = start; at < end; at += 1) covered.add(at)
        for (let at = 0; at < text.length; at += 1) expect(covered.has(at) || text.charAt(at).trim() === '').toBe(true)
      }),
    )
  })

  test('moves forward with every chunk and overlaps by no more than it was told', () => {
    fc.assert(
      fc.property(texts, sizes, (text, options) => {
        const chunks = chunkText(text, options)
        for (const [index, chunk] of chunks.entries()) {
          const before = chunks[index - 1]
          if (!before) continue
          expect(chunk.start).toBeGreaterThan(before.start)
          expect(chunk.end).toBeGreaterThan(before.end)
          expect(before.end - chunk.start).toBeLessThanOrEqual(options.overlap)
        }
      }),
    )
  })

  test('never cuts a surrogate pair in two', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), sizes, (text, options) => {
        for (const chunk of chunkText(text, options)) expect(chunk.text.isWellFormed()).toBe(true)
      }),
    )
  })

  test('prefers the end of a paragraph to that of a line, a sentence and a word', () => {
    const firstOf = (text: string) => chunkText(text, { maxCharacters: 24, overlap: 0 })[0]?.text
    expect(firstOf('alpha beta gamma.\n\nd e. f\ng h i j k')).toBe('alpha beta gamma.\n\n')
    expect(firstOf('alpha beta gamma\nd e. f g h i j k')).toBe('alpha beta gamma\n')
    expect(firstOf('alpha beta gamma. d e f g h i j k')).toBe('alpha beta gamma. ')
    expect(firstOf('alpha beta gamma delta epsilon')).toBe('alpha beta gamma delta ')
    expect(firstOf('x'.repeat(30))).toBe('x'.repeat(24))
  })

  test('keeps a short text whole and makes nothing of blank text', () => {
    expect(chunkText('One sentence.', { maxTokens: 100, overlap: 10 })).toEqual([
      { index: 0, start: 0, end: 13, text: 'One sentence.' },
    ])
    expect(chunkText('', { maxTokens: 100, overlap: 10 })).toEqual([])
    expect(chunkText(' \n'.repeat(1_000), { maxTokens: 100, overlap: 10 })).toEqual([])
  })

  test('refuses sizes that make no sense', () => {
    expect(() => chunkText('a', { maxCharacters: 2, overlap: 0 })).toThrow(RangeError)
    expect(() => chunkText('a', { maxCharacters: 10, overlap: 6 })).toThrow(RangeError)
    expect(() => chunkText('a', { maxTokens: Number.NaN, overlap: 0 })).toThrow(RangeError)
  })

  test('takes time in proportion to the text', () => {
    const started = performance.now()
    expect(chunkText('word '.repeat(400_000), { maxTokens: 200, overlap: 40 }).length).toBeGreaterThan(2_000)
    expect(performance.now() - started).toBeLessThan(3_000)
  })
})
