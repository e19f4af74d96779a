import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { createRanker, rankerNames } from './create-ranker.ts'
import { buildIndex } from './index-builder.ts'
import type { SearchDocument } from './search-index.ts'

const library: SearchDocument[] = [
  { id: 'stars', title: 'Birth of stars', text: 'Clouds of gas collapse into stars and light the galaxy around them.' },
  { id: 'planets', text: 'Planets form from the dust and gas that is left around young stars of a galaxy.' },
  { id: 'comets', text: 'Comets are dust and ice; planets pull them towards the sun of their galaxy.' },
  { id: 'bread', title: 'Bread', text: 'Flour, water and yeast make dough; an oven makes it bread.' },
  { id: 'cake', text: 'Cake needs flour, sugar, eggs and butter, and an oven that is not too hot.' },
  { id: 'empty', text: '' },
]

/** Straight from the formula. */
const bm25 = (query: string[], documents: string[][]) => {
  const average = documents.reduce((sum, terms) => sum + terms.length, 0) / documents.length
  return documents.map((terms) =>
    query.reduce((score, term) => {
      const having = documents.filter((other) => other.includes(term)).length
      const count = terms.filter((other) => other === term).length
      if (count === 0) return score
      const idf = Math.log(1 + (documents.length - having + 0.5) / (having + 0.5))
      return score + (idf * count * 2.2) / (count + 1.2 * (0.25 + (0.75 * terms.length) / average))
    }, 0),
  )
}

const word = fc.constantFrom('xa', 'xb', 'xc', 'xd', 'xe')
const corpus = fc.array(fc.array(word, { maxLength: 12 }), { minLength: 1, maxLength: 8 })

test('BM25 is what its formula says', () => {
  fc.assert(
    fc.property(corpus, fc.array(word, { maxLength: 4 }), (documents, query) => {
      const ranker = createRanker(
        documents.map((terms, at) => ({ id: `${at}`, text: terms.join(' ') })),
        { ranker: 'bm25' },
      )
      const expected = bm25(query, documents)
      const found = new Map(ranker.search(query.join(' ')).map(({ id, score }) => [id, score]))
      for (const [at, score] of expected.entries()) expect(found.get(`${at}`) ?? 0).toBeCloseTo(score, 5)
    }),
  )
})

describe.each(rankerNames)('the ranker %s', (name) => {
  test('puts documents about the question first', () => {
    const ranker = createRanker(library, { ranker: name })
    expect(ranker.search('bake bread in an oven', { limit: 1 }).map(({ id }) => id)).toEqual(['bread'])
    expect(ranker.search('stars in the galaxy', { limit: 1 }).map(({ id }) => id)).toEqual(['stars'])
  })

  test('finds nothing for nothing', () => {
    expect(createRanker(library, { ranker: name }).search('the of and')).toEqual([])
    expect(createRanker(library, { ranker: name }).search('unheard')).toEqual([])
    expect(createRanker([], { ranker: name }).search('stars')).toEqual([])
  })

  test('gives the same for the same documents in any order, best first, each once, with parts that add up', () => {
    fc.assert(
      fc.property(
        corpus,
        fc.array(word, { maxLength: 4 }),
        fc.integer({ min: 0, max: 10 }),
        (documents, query, limit) => {
          const all = documents.map((terms, at) => ({ id: `${at}`, text: terms.join(' ') }))
          const results = createRanker(all, { ranker: name }).search(query.join(' '), { limit })
          expect(createRanker(all.toReversed(), { ranker: name }).search(query.join(' '), { limit })).toEqual(results)
          expect(results.length).toBeLessThanOrEqual(limit)
          expect(new Set(results.map(({ id }) => id)).size).toBe(results.length)
          for (const [at, { score, parts }] of results.entries()) {
            expect(score).toBeGreaterThan(0)
            expect(score).toBeLessThanOrEqual(results[at - 1]?.score ?? Number.POSITIVE_INFINITY)
            expect(Object.values(parts).reduce((sum, part) => sum + part, 0)).toBeCloseTo(score, 9)
          }
        },
      ),
      { numRuns: 50 },
    )
  })
})

test('a document is found by a word that stands only beside its own words elsewhere', () => {
  const found = createRanker(library, { ranker: 'lsa', dimensions: 2 }).search('dough')
  expect(
    found
      .slice(0, 2)
      .map(({ id }) => id)
      .sort(),
  ).toEqual(['bread', 'cake'])
})

test('an id can be used once', () => {
  expect(() => buildIndex([...library, { id: 'stars', text: 'again' }])).toThrow('ids are unique')
})
