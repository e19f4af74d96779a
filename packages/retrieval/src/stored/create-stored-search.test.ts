import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { createPassageSearch } from '../search/create-passage-search.ts'
import type { Passage } from '../search/passage.ts'
import { createStoredSearch } from './create-stored-search.ts'
import type { StoredIndex } from './stored-index.ts'
import { buildWordSegment } from './word-segment.ts'

const WORDS = ['parser', 'grammar', 'queue', 'retry', 'cache', 'index', 'token', 'worker', 'anchor', 'zebra']
const anyText = fc.array(fc.constantFrom(...WORDS), { minLength: 2, maxLength: 12 }).map((words) => words.join(' '))
const anyTexts = fc.array(anyText, { minLength: 3, maxLength: 60 })

const passageOf = (text: string, at: number): Passage => ({
  id: String(at + 1),
  sourceId: `source ${at}`,
  source: 'document',
  title: '',
  headings: [],
  text,
  start: 0,
  facets: { repositoryId: null, author: at % 2 === 0 ? 'even' : 'odd', kind: null, language: null, at: 0 },
})

/** An index of one segment, with as many directions as there are words: a passage lies where its words point. */
const holdIndex = (passages: readonly Passage[], { hasMeaning }: { hasMeaning: boolean }): StoredIndex => {
  const segment = buildWordSegment(passages)
  const terms = new Map(segment.terms.map((one) => [one.term, one]))
  const vectors = new Map(passages.map(({ id, text }) => [id, vectorOf(text)]))
  return {
    lengths: {
      ids: Float64Array.from(segment.ids, Number),
      lengths: segment.lengths,
      averageLength: segment.lengths.reduce((sum, length) => sum + length, 0) / segment.lengths.length,
    },
    postingsOf: async (asked) =>
      new Map(
        asked.flatMap((term) => {
          const own = terms.get(term)
          return own ? [[term, [{ ...own, start: 0 }]] as const] : []
        }),
      ),
    termsLike: async () => new Map([...terms.values()].map(({ term, frequency }) => [term, frequency])),
    frequencyOf: (term) => terms.get(term)?.frequency ?? 0,
    passages: async (ids) => passages.filter(({ id }) => ids.includes(id)),
    meaning: hasMeaning
      ? {
          measured: undefined,
          nearest: async (vector, limit) =>
            [...vectors]
              .map(([id, own]) => ({ id, likeness: own.reduce((sum, value, k) => sum + value * (vector[k] ?? 0), 0) }))
              .sort((a, b) => b.likeness - a.likeness)
              .slice(0, limit),
          vectorsOf: async (ids) => new Map([...vectors].filter(([id]) => ids.includes(id))),
        }
      : undefined,
  }
}

const vectorOf = (text: string): Float32Array => {
  const counts = Float32Array.from(WORDS, (word) => text.split(' ').filter((one) => one === word).length)
  const length = Math.hypot(...counts) || 1
  return counts.map((count) => count / length)
}

test('where all passages come into the pool, they are ranked as in memory', async () => {
  await fc.assert(
    fc.asyncProperty(
      anyTexts,
      fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 3 }),
      async (texts, asked) => {
        const passages = texts.map(passageOf)
        const query = asked.join(' ')
        const vectors = new Map(passages.map(({ id, text }) => [id, vectorOf(text)]))
        const model = { measured: undefined, dimensions: WORDS.length, vectors }
        const held = createPassageSearch(passages, { ranker: 'fused', model })
        const stored = createStoredSearch(holdIndex(passages, { hasMeaning: true }))
        const request = { query, vector: vectorOf(query), limit: 20 }
        const expected = held.search(request).results
        const found = (await stored.search(request)).results
        expect(found.map(({ score }) => score.toFixed(4))).toEqual(expected.map(({ score }) => score.toFixed(4)))
      },
    ),
  )
})

test('parts add up to the score, and every page goes on where the one before ended', async () => {
  await fc.assert(
    fc.asyncProperty(anyTexts, fc.boolean(), async (texts, hasMeaning) => {
      const { search } = createStoredSearch(holdIndex(texts.map(passageOf), { hasMeaning }))
      const request = { query: 'parser queue', ...(hasMeaning ? { vector: vectorOf('parser queue') } : {}) }
      const all = await search({ ...request, limit: 100 })
      for (const { score, parts } of all.results)
        expect(Object.values(parts).reduce((sum, part) => sum + part, 0)).toBeCloseTo(score, 9)
      const first = await search({ ...request, limit: 2 })
      const second = await search({ ...request, offset: 2, limit: 100 })
      const ids = [...first.results, ...second.results].map(({ passage }) => passage.id)
      expect(ids).toEqual(all.results.map(({ passage }) => passage.id))
    }),
  )
})

test('what words find beyond the pool comes behind it, and passes the filter, too', async () => {
  const texts = Array.from(
    { length: 900 },
    (_, at) => `parser ${WORDS[at % 10]} number${at} and${at * 7} more${at * 3}`,
  )
  const { search } = createStoredSearch(holdIndex(texts.map(passageOf), { hasMeaning: false }))
  const { results } = await search({ query: 'parser', filter: { author: 'odd' }, limit: 1_000 })
  expect(results).toHaveLength(450)
  expect(results.map(({ score }) => score)).toEqual(results.map(({ score }) => score).toSorted((a, b) => b - a))
})

test('a word that no passage holds is read as one that some do', async () => {
  const { search } = createStoredSearch(
    holdIndex(['parser grammar', 'queue retry'].map(passageOf), { hasMeaning: false }),
  )
  const { corrections, results } = await search({ query: 'gramar', limit: 5 })
  expect(corrections).toEqual([{ written: 'gramar', read: 'grammar' }])
  expect(results.map(({ passage }) => passage.id)).toEqual(['1'])
})
