import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { weighPostings } from './bm25.ts'
import { createSimilarity } from './document-similarity.ts'
import { buildIndex } from './index-builder.ts'

const COLUMNS = 6
const SHARE = 0.5
const word = fc.constantFrom('parser', 'cache', 'grammar', 'queue', 'driver', 'pool', 'colour')
const document = fc.record({
  text: fc.array(word, { maxLength: 12 }).map((words) => words.join(' ')),
  vector: fc.array(fc.float({ min: -1, max: 1, noNaN: true }), { minLength: COLUMNS, maxLength: COLUMNS }),
})

test('documents are as alike as their words and vectors are, whichever of them are asked for and how often', () => {
  fc.assert(
    fc.property(
      fc.array(document, { minLength: 2, maxLength: 12 }),
      fc.infiniteStream(fc.nat()),
      (documents, stream) => {
        const index = buildIndex(documents.map(({ text }, at) => ({ id: String.fromCharCode(97 + at), text })))
        const weights = weighPostings(index)
        const values = Float32Array.from(documents.flatMap(({ vector }) => vector))
        const meaning = { rows: documents.length, columns: COLUMNS, values }
        const similarityOf = createSimilarity(index, weights, meaning, SHARE)
        const weightOf = (at: number, term: number) => {
          for (let next = index.documentStarts[at] ?? 0; next < (index.documentStarts[at + 1] ?? 0); next += 1)
            if (index.documentTerms[next] === term) return weights.documents[next] ?? 0
          return 0
        }
        const alike = (a: number, b: number) => {
          const words = index.terms.reduce((sum, _, term) => sum + weightOf(a, term) * weightOf(b, term), 0)
          const vectors = Array.from({ length: COLUMNS }, (_, k) => k).reduce(
            (sum, k) => sum + (values[a * COLUMNS + k] ?? 0) * (values[b * COLUMNS + k] ?? 0),
            0,
          )
          return SHARE * Math.max(0, vectors) + (1 - SHARE) * words
        }
        for (let time = 0; time < 2; time += 1) {
          const few = documents.map((_, at) => at).filter(() => (stream.next().value ?? 0) % 2 === 0)
          const expected = few.flatMap((a) => few.map((b) => (a === b ? 0 : alike(Math.max(a, b), Math.min(a, b)))))
          expect([...similarityOf(few)]).toEqual(expected)
        }
      },
    ),
  )
})
