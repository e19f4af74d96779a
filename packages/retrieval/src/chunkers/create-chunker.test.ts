import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { countTokens as countByPeer } from 'gpt-tokenizer/encoding/cl100k_base'
import { createHashedEmbedder } from '../embedders/hashed-embedder.ts'
import { anyText } from '../testing/any-text.ts'
import { type ChunkerOptions, createChunker } from './create-chunker.ts'
import type { TokenBudget } from './pack-chunks.ts'

const { embed } = createHashedEmbedder()
const kinds = ['tokens', 'sentence', 'markdown', 'code', 'diff', 'semantic'] as const
const chunkerOf = (kind: ChunkerOptions['kind'], budget: TokenBudget) =>
  createChunker(kind === 'semantic' ? { ...budget, kind, embed } : { ...budget, kind })

const tokens = (text: string) => countByPeer(text, { disallowedSpecial: new Set() })
const isOneCodePoint = (text: string) => [...text].length === 1
const budgets = fc
  .oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 400 }))
  .chain((maxTokens) => fc.record({ maxTokens: fc.constant(maxTokens), overlapTokens: fc.nat({ max: maxTokens - 1 }) }))

describe.each(kinds)('the %s chunker, for any Unicode and any budget,', (kind) => {
  const holds = (check: (text: string, budget: TokenBudget) => Promise<void>, numRuns = 100) =>
    fc.assert(fc.asyncProperty(anyText, budgets, check), { numRuns })
  const chunk = (text: string, budget: TokenBudget) => chunkerOf(kind, budget).chunk(text)

  test('gives exact slices, in order, that begin and end with what is not blank', () =>
    holds(async (text, budget) => {
      const chunks = await chunk(text, budget)
      for (const [index, one] of chunks.entries()) {
        const before = chunks[index - 1]
        expect(one.index).toBe(index)
        expect(one.text).toBe(text.slice(one.start, one.end))
        expect(one.text.trim()).toBe(one.text)
        expect(one.start).toBeGreaterThan(before?.start ?? -1)
        expect(one.end).toBeGreaterThan(before?.end ?? 0)
      }
    }))

  test('covers every character that is not blank', () =>
    holds(async (text, budget) => {
      let behind = 0
      for (const { start, end } of await chunk(text, budget)) {
        expect(text.slice(behind, start).trim()).toBe('')
        behind = end
      }
      expect(text.slice(behind).trim()).toBe('')
    }))

  test('keeps the budget, save for a single code point that exceeds it alone', () =>
    holds(async (text, budget) => {
      for (const one of await chunk(text, budget)) {
        expect(one.tokens).toBe(tokens(one.text))
        if (!isOneCodePoint(one.text)) expect(one.tokens).toBeLessThanOrEqual(budget.maxTokens)
      }
    }))

  test('repeats no more than the overlap', () =>
    holds(async (text, budget) => {
      const chunks = await chunk(text, budget)
      for (const [index, { end }] of chunks.entries()) {
        const repeated = text.slice(chunks[index + 1]?.start ?? end, end)
        expect(tokens(repeated)).toBeLessThanOrEqual(budget.overlapTokens)
      }
    }))

  test('tears no surrogate pair', () =>
    holds(async (text, budget) => {
      const whole = text.toWellFormed()
      for (const one of await chunk(whole, budget)) expect(one.text.isWellFormed()).toBe(true)
    }))

  test('gives a chunk back as it is', () =>
    holds(async (text, budget) => {
      for (const { text: own, tokens: size } of await chunk(text, budget)) {
        const again = await chunk(own, budget)
        expect(again).toMatchObject([{ index: 0, start: 0, end: own.length, text: own, tokens: size }])
      }
    }, 50))

  test('gives the same chunks every time', () =>
    holds(async (text, budget) => {
      expect(await chunk(text, budget)).toEqual(await chunk(text, budget))
    }, 25))

  test('tears no grapheme that fits into a chunk', () => {
    const families = fc.string({
      unit: fc.constantFrom('👨‍👩‍👧‍👦', '🇩🇪', 'e\u0301', '각', 'नि', 'a', ' ', '\r\n'),
      maxLength: 60,
    })
    const wide = fc.integer({ min: 40, max: 60 }).map((maxTokens) => ({ maxTokens, overlapTokens: maxTokens >> 2 }))
    return fc.assert(
      fc.asyncProperty(families, wide, async (text, budget) => {
        const borders = new Set(
          [...new Intl.Segmenter('und').segment(text)].map(({ index }) => index).concat(text.length),
        )
        for (const { start, end } of await chunk(text, budget)) {
          expect(borders.has(start)).toBe(true)
          expect(borders.has(end)).toBe(true)
        }
      }),
    )
  })
})
