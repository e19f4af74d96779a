import { expect, test } from '@jest/globals'
import { createPassageSearch } from './create-passage-search.ts'
import type { Passage } from './passage.ts'
import { trainPassageModel } from './train-passage-model.ts'

const topics = [
  'parser grammar token syntax tree lexer rule compile',
  'queue worker job retry backoff lease priority delay',
  'button menu colour theme layout font margin icon',
].map((words) => words.split(' '))

/** Passages of three topics, the words of each in ever other order. */
const passages: Passage[] = Array.from({ length: 90 }, (_, at) => {
  const words = topics[at % topics.length] ?? []
  const text = words.map((_word, place) => words[(place * (1 + (at % 7)) + at) % words.length]).join(' ')
  return {
    id: String(at),
    sourceId: String(at >> 1),
    source: at % 2 ? 'document' : 'pull-request',
    title: '',
    headings: [],
    text: `${text} note${at} again ${text}`,
    start: (at % 2) * 100,
    facets: { repositoryId: null, author: null, kind: null, language: null, at },
  }
})
const documentTypes = new Map([['0', 'pdf']])
const model = trainPassageModel(passages, { dimensions: 8, documentTypes })

test('a model tells what it was trained on, how well it finds, and how its vectors lie', () => {
  expect(model).toMatchObject({ dimensions: 8, passages: 90, hash: expect.stringMatching(/^[0-9a-f]{64}$/) })
  expect(model.measured?.queries).toBeGreaterThan(0)
  expect(model.quality).toMatchObject({ dimensions: { agree: true }, soundness: { zeroRows: 0, unusable: [] } })
  const labels = (of: string) =>
    model.quality.groups.flatMap(({ heading, label }) => (heading === of ? [label] : [])).toSorted()
  expect(labels('source')).toEqual(['document', 'pull-request'])
  expect(labels('documentType')).toEqual(['document', 'pdf', 'pull-request'])
})

test('the same passages give the same bytes', () => {
  expect(trainPassageModel(passages.toReversed(), { dimensions: 8 }).hash).toBe(model.hash)
})

test('a stored model finds what the trained one finds', () => {
  const search = (options: Parameters<typeof createPassageSearch>[1]) =>
    createPassageSearch(passages, { ranker: 'lsa', ...options })
      .search({ query: 'retry of a job', limit: 10 })
      .results.map(({ passage: { id } }) => passages.find((passage) => passage.id === id)?.text.includes('queue'))
  expect(search({ model: { bytes: model.bytes, measured: model.measured } })).toEqual(Array(10).fill(true))
})
