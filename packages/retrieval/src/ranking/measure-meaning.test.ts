import { expect, test } from '@jest/globals'
import { seededRandom } from '../lsa/seeded-random.ts'
import { measureMeaning } from './measure-meaning.ts'
import { indexTerms } from './search-index.ts'

const options = { dimensions: 8, seed: 1 }

/** Documents about one of eight topics; a topic has many words, so that two documents share few. */
const topical = (documents: number) => {
  const random = seededRandom(2)
  return indexTerms(
    Array.from({ length: documents }, (_, at) => ({
      id: `${at}`,
      terms: Array.from({ length: 20 }, () => `topic${at % 8}word${Math.floor(random() * 60)}`),
      titleLength: 0,
    })),
  )
}

test('nothing is known about a corpus of few or short documents', () => {
  expect(measureMeaning(topical(19), options)).toBeUndefined()
  expect(
    measureMeaning(
      indexTerms(Array.from({ length: 100 }, (_, at) => ({ id: `${at}`, terms: ['short'], titleLength: 1 }))),
      options,
    ),
  ).toBeUndefined()
})

test('how well words and meaning find known items is measured the same every time', () => {
  const measured = measureMeaning(topical(200), options)
  expect(measured).toMatchObject({ queries: 200 })
  expect(measured?.words).toBeGreaterThan(0)
  expect(measured?.meaning).toBeGreaterThan(1 / 200)
  expect(measureMeaning(topical(200), options)).toEqual(measured)
})
