import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { termsOf } from '../terms/analyse.ts'
import { buildIndex, createIndexBuilder } from './index-builder.ts'
import { indexTerms, type SearchDocument } from './search-index.ts'

const word = fc.constantFrom('parser', 'cache', 'grammar', 'queue', 'driver', 'the', 'pool', 'colour')
const texts = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '))
const collections = fc.uniqueArray(fc.record({ id: fc.string({ maxLength: 3 }), title: texts, text: texts }), {
  selector: ({ id }) => id,
  maxLength: 12,
})

/** The same from terms that are all at hand. */
const atOnce = (documents: readonly (SearchDocument & { title: string })[]) =>
  indexTerms(
    documents.map(({ id, title, text }) => ({
      id,
      terms: [...termsOf(title), ...termsOf(text)],
      titleLength: termsOf(title).length,
    })),
  )

test('documents that come one by one give the index that they give at once', () => {
  fc.assert(fc.property(collections, (documents) => expect(buildIndex(documents)).toEqual(atOnce(documents))))
})

test('more can be added to what was finished', () => {
  fc.assert(
    fc.property(collections, fc.nat(), (documents, at) => {
      const builder = createIndexBuilder()
      const some = documents.slice(0, at % (documents.length + 1))
      for (const document of some) builder.add(document)
      expect(builder.finish()).toEqual(atOnce(some))
      for (const document of documents.slice(some.length)) builder.add(document)
      expect(builder.finish()).toEqual(atOnce(documents))
    }),
  )
})

test('an id comes once', () => {
  const builder = createIndexBuilder()
  builder.add({ id: 'a', text: 'parser' })
  expect(() => builder.add({ id: 'a', text: 'cache' })).toThrow(RangeError)
})
