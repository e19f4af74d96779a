import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { countTokens as countByPeer } from 'gpt-tokenizer/encoding/cl100k_base'
import { anyText } from '../testing/any-text.ts'
import { isBetweenPairs } from './character-classes.ts'
import { countTokens } from './count-tokens.ts'
import { createTokenRuler } from './token-ruler.ts'

const expected = (text: string) => countByPeer(text, { disallowedSpecial: new Set() })
const place = fc.double({ min: 0, max: 1, noNaN: true })

describe('counting tokens', () => {
  test('gives what gpt-tokenizer gives, for any Unicode', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(countTokens(text)).toBe(expected(text))
      }),
      { numRuns: 1_000 },
    )
  })

  test('takes the marks of special tokens for ordinary text', () => {
    expect(countTokens('<|endoftext|>')).toBe(expected('<|endoftext|>'))
  })

  test('measures any part of a text as if it stood alone', () => {
    fc.assert(
      fc.property(anyText, place, place, (text, one, other) => {
        const [start = 0, end = 0] = [one, other].map((at) => Math.round(at * text.length)).sort((a, b) => a - b)
        const ruler = createTokenRuler(text)
        const trimmed = start + text.slice(start, end).trimEnd().length
        fc.pre(isBetweenPairs(ruler.units, start) && isBetweenPairs(ruler.units, trimmed))
        fc.pre(ruler.nextTear(start) >= trimmed)
        expect(ruler.count(start, trimmed)).toBe(expected(text.slice(start, trimmed)))
      }),
      { numRuns: 1_000 },
    )
  })

  test('reaches as far as the budget allows and no further', () => {
    fc.assert(
      fc.property(anyText, place, fc.integer({ min: 1, max: 40 }), (text, at, budget) => {
        const start = Math.floor(at * text.length)
        const ruler = createTokenRuler(text)
        fc.pre(isBetweenPairs(ruler.units, start))
        const end = ruler.reach(start, budget)
        expect(end).toBeGreaterThanOrEqual(start)
        if (/\S$/.test(text.slice(start, end))) expect(ruler.count(start, end)).toBeLessThanOrEqual(budget)
      }),
    )
  })

  test('tears runs that are too long, and only these', () => {
    expect(createTokenRuler('x'.repeat(128)).nextTear(0)).toBe(128)
    expect(createTokenRuler(` ${'x'.repeat(600)}`).nextTear(0)).toBe(129)
    expect(createTokenRuler('word '.repeat(600)).nextTear(0)).toBe(3_000)
  })
})
