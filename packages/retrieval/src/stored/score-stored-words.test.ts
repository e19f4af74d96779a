import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { createIndexRanker } from '../ranking/create-ranker.ts'
import { repeatTitles } from '../ranking/repeat-titles.ts'
import { indexPassages } from '../search/index-passages.ts'
import { termsOf } from '../terms/analyse.ts'
import { scoreStoredWords } from './score-stored-words.ts'
import { buildWordSegment } from './word-segment.ts'

const words = ['parser', 'grammar', 'queue', 'retry', 'cache', 'index', 'token', 'worker']
const anyPassage = fc.record({
  title: fc.array(fc.constantFrom(...words), { maxLength: 3 }).map((some) => some.join(' ')),
  text: fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 12 }).map((some) => some.join(' ')),
})

test('words that are stored in segments score as those that are held in memory do, however they are cut', () => {
  fc.assert(
    fc.property(
      fc.array(anyPassage, { minLength: 1, maxLength: 30 }),
      fc.integer({ min: 1, max: 30 }),
      fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 4 }),
      (given, cut, asked) => {
        const passages = given.map((passage, at) => ({ ...passage, id: String(at + 1), headings: [] }))
        const held = createIndexRanker(repeatTitles(indexPassages(passages)), { ranker: 'bm25' })
        const segments = [passages.slice(0, cut), passages.slice(cut)]
          .filter((part) => part.length > 0)
          .map(buildWordSegment)
        const lengths = segments.flatMap((segment) => [...segment.lengths])
        const stored = {
          ids: Float64Array.from(
            segments.flatMap(({ ids }) => ids),
            Number,
          ),
          lengths: Uint32Array.from(lengths),
          averageLength: lengths.reduce((sum, length) => sum + length, 0) / lengths.length,
        }
        const query = Map.groupBy(termsOf(asked.join(' ')), (term) => term)
        const found = scoreStoredWords(
          stored,
          [...query].map(([term, times]) => [
            times.length,
            segments.flatMap(({ terms }, number) =>
              terms.filter((one) => one.term === term).map((one) => ({ ...one, start: number === 0 ? 0 : cut })),
            ),
          ]),
          100,
        )
        const expected = held.search(asked.join(' '), { limit: 100 })
        const byId = new Map(expected.map(({ id, score }) => [id, score]))
        expect(found).toHaveLength(expected.length)
        for (const { id, score } of found) expect(score).toBeCloseTo(byId.get(id) ?? -1, 4)
      },
    ),
  )
})
