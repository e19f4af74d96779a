import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { createIndexRanker } from '../ranking/create-ranker.ts'
import { repeatTitles } from '../ranking/repeat-titles.ts'
import { indexPassages } from '../search/index-passages.ts'
import { termsOf } from '../terms/analyse.ts'
import { scoreStoredWords } from './score-stored-words.ts'
import { buildWordSegment } from './word-segment.ts'

const words = ['parser', 'grammar', 'queue', 'retry', 'cache', 'index', 'token', 'worker']
/** Common words and rare ones, as in texts: what is left unread depends on it. */
const anyWord = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...words.slice(0, 2)) },
  { weight: 2, arbitrary: fc.constantFrom(...words.slice(2, 5)) },
  { weight: 1, arbitrary: fc.constantFrom(...words.slice(5)) },
)
const anyPassage = fc.record({
  title: fc.array(anyWord, { maxLength: 3 }).map((some) => some.join(' ')),
  text: fc.array(anyWord, { minLength: 1, maxLength: 12 }).map((some) => some.join(' ')),
})
type AnyPassage = { title: string; text: string }

/** The best for a query: from segments that passages are cut into, and from an index of all. */
const findBoth = (given: readonly AnyPassage[], cuts: readonly number[], asked: readonly string[], limit: number) => {
  const passages = given.map((passage, at) => ({ ...passage, id: String(at + 1), headings: [] }))
  const held = createIndexRanker(repeatTitles(indexPassages(passages)), { ranker: 'bm25' })
  const starts = [...new Set([0, ...cuts.filter((cut) => cut < passages.length)])].toSorted((a, b) => a - b)
  const segments = starts.map((start, at) => ({ start, ...buildWordSegment(passages.slice(start, starts[at + 1])) }))
  const lengths = Uint32Array.from(segments.flatMap((segment) => [...segment.lengths]))
  const stored = {
    ids: Float64Array.from(
      segments.flatMap(({ ids }) => ids),
      Number,
    ),
    lengths,
    averageLength: lengths.reduce((sum, length) => sum + length, 0) / lengths.length,
  }
  const query = [...Map.groupBy(termsOf(asked.join(' ')), (term) => term)].map(([term, times]) => {
    const parts = segments.flatMap(({ start, terms }) =>
      terms.filter((one) => one.term === term).map((one) => ({ ...one, start })),
    )
    return [times.length, parts] as const
  })
  return { found: scoreStoredWords(stored, query, limit), expected: held.search(asked.join(' '), { limit }) }
}

const expectSame = ({ found, expected }: ReturnType<typeof findBoth>) => {
  expect(found).toHaveLength(expected.length)
  for (const [at, { score }] of found.entries()) expect(score).toBeCloseTo(expected[at]?.score ?? -1, 4)
}

test('words that are stored in segments score as those that are held in memory do, however they are cut', () => {
  fc.assert(
    fc.property(
      fc.array(anyPassage, { minLength: 1, maxLength: 30 }),
      fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 3 }),
      fc.array(anyWord, { minLength: 1, maxLength: 4 }),
      fc.integer({ min: 1, max: 40 }),
      (given, cuts, asked, limit) => expectSame(findBoth(given, cuts, asked, limit)),
    ),
  )
})

test('so do those of terms that are in blocks, of which some are not read', () => {
  fc.assert(
    fc.property(
      fc.array(anyPassage, { minLength: 300, maxLength: 900, size: 'max' }),
      fc.array(fc.integer({ min: 1, max: 900 }), { maxLength: 2 }),
      fc.array(anyWord, { minLength: 1, maxLength: 5 }),
      fc.integer({ min: 1, max: 20 }),
      (given, cuts, asked, limit) => expectSame(findBoth(given, cuts, asked, limit)),
    ),
    { numRuns: 40 },
  )
})
