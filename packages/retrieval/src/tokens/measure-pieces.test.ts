import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { anyText } from '../testing/any-text.ts'
import { unitsOf } from './character-classes.ts'
import { countTokens } from './count-tokens.ts'
import { measurePieces } from './measure-pieces.ts'
import { openScratch } from './scratch.ts'

/** The pattern of cl100k_base, as it is published. */
const pattern =
  /'(?:[sdmt]|ll|ve|re)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s+$|\s*[\r\n]|\s+(?!\S)|\s/giu

const measure = (text: string) => {
  const { count, starts, sums, tears } = measurePieces(text, unitsOf(text), openScratch())
  return { starts: [...starts.subarray(0, count)], sums: [...sums.subarray(0, count + 1)], tears: [...tears] }
}
/** Longer than what is cut at once, so that places between two such parts are met, too. */
const longText = fc.array(anyText, { minLength: 40, maxLength: 400 }).map((texts) => texts.join(''))

test('the pieces are those of the pattern, in texts of any length', () => {
  fc.assert(
    fc.property(fc.oneof(anyText, longText), (text) => {
      const { starts, tears } = measure(text.toWellFormed())
      fc.pre(tears.length === 0)
      expect(starts).toEqual([...text.toWellFormed().matchAll(pattern)].map(({ index }) => index))
    }),
    { numRuns: 500 },
  )
})

test('the sums are the tokens of the pieces before', () => {
  fc.assert(
    fc.property(longText, (text) => {
      const { starts, sums } = measure(text)
      const ends = [...starts.slice(1), text.length]
      for (const [index, start] of starts.entries()) {
        const tokens = countTokens(text.slice(start, ends[index]))
        expect((sums[index + 1] ?? 0) - (sums[index] ?? 0)).toBe(tokens)
      }
    }),
    { numRuns: 20 },
  )
})

test('a run of blanks as long as a window is torn at the same place, wherever it stands', () => {
  for (const words of [0, 1, 790, 815, 818, 819, 820]) {
    const before = `${'word '.repeat(words)}x`
    expect(measure(`${before}\n${' '.repeat(131)}x`).tears).toEqual([before.length + 129])
  }
})

test('memory that was given back holds nothing of the text before', () => {
  const scratch = openScratch()
  const first = measurePieces('one two three', unitsOf('one two three', scratch), scratch)
  const sums = [...first.sums.subarray(0, first.count + 1)]
  scratch.release()
  const again = openScratch()
  const { count, sums: own } = measurePieces('one two three', unitsOf('one two three', again), again)
  expect([...own.subarray(0, count + 1)]).toEqual(sums)
})
