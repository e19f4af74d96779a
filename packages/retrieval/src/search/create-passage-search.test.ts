import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { editsBetween } from './correct-words.ts'
import { createPassageSearch } from './create-passage-search.ts'
import type { Facets, Passage } from './passage.ts'
import { highlightsIn } from './search-page.ts'

type Changes = Partial<Omit<Passage, 'facets'>> & { facets?: Partial<Facets> }

const passage = (id: string, text: string, { facets = {}, ...more }: Changes = {}): Passage => ({
  id,
  sourceId: `source of ${id}`,
  source: 'pull-request',
  title: '',
  headings: [],
  text,
  start: 0,
  facets: { repositoryId: null, author: null, kind: null, language: null, at: 0, ...facets },
  ...more,
})

const corpus = [
  passage('a', 'The parser keeps a cache of compiled grammars between files', { facets: { author: 'Ada', at: 10 } }),
  passage('b', 'Grammars are compiled once and cached by the parser', { facets: { author: 'Grace', at: 20 } }),
  passage('c', 'Upgrade the database driver and its connection pool', { source: 'document', headings: ['Operations'] }),
  passage('d', 'A pool of connections serves the queries of the console', { start: 100 }),
  passage('e', 'Colours of buttons and menus in the dark theme'),
]
const { search } = createPassageSearch(corpus, { ranker: 'feedback' })
const idsOf = (query: string, more: object = {}) =>
  search({ query, limit: 10, ...more }).results.map(({ passage: { id } }) => id)

test('passages that hold the words are found, and only those', () => {
  expect(idsOf('compiled grammars').toSorted()).toEqual(['a', 'b'])
  expect(idsOf('submarine')).toEqual([])
  expect(idsOf('the of and')).toEqual([])
})

test('headings and titles are searched too', () => {
  expect(idsOf('operations')).toEqual(['c'])
})

test('filters narrow results down', () => {
  expect(idsOf('grammars', { filter: { author: 'Grace' } })).toEqual(['b'])
  expect(idsOf('grammars', { filter: { from: 10, to: 20 } })).toEqual(['a'])
  expect(idsOf('pool', { filter: { source: 'document' } })).toEqual(['c'])
})

test('the words that were found stand where it says', () => {
  const { results, terms } = search({ query: 'serve connections', limit: 1 })
  const found = corpus.find(({ id }) => id === results[0]?.passage.id)
  expect(
    found && highlightsIn(found, new Set(terms)).map(({ start, end }) => found.text.slice(start - 100, end - 100)),
  ).toEqual(['connections serves'])
})

test('the parts of a score add up to it', () => {
  for (const { score, parts } of createPassageSearch(corpus).search({ query: 'compiled parser', limit: 5 }).results) {
    expect(Object.values(parts).reduce((sum, part) => sum + part, 0)).toBeCloseTo(score, 9)
  }
})

test('words that no text holds are read as the nearest term that one does', () => {
  const page = search({ query: 'gramars compield', limit: 5 })
  expect(page.corrections).toEqual([
    { written: 'gramars', read: 'grammar' },
    { written: 'compield', read: 'compil' },
  ])
  expect(page.results.map(({ passage: { id } }) => id).toSorted()).toEqual(['a', 'b'])
})

test('a common word that is two slips away is likelier than a rare one that is one away', () => {
  const texts = [...Array.from({ length: 40 }, () => 'garbage collection of old files'), 'collectors of stamps']
  const corrected = createPassageSearch(texts.map((text, at) => passage(String(at), text))).search({
    query: 'colectors collecton',
    limit: 1,
  })
  expect(corrected.corrections.map(({ read }) => read)).toEqual(['collector', 'collect'])
})

test('a source is one result, and sources that say the same are one, too', () => {
  const twice = [
    passage('1', 'retry failed jobs with exponential backoff and jitter', { sourceId: 'x' }),
    passage('2', 'failed jobs wait before they are tried again', { sourceId: 'x' }),
    passage('3', 'retry failed jobs with exponential backoff and jitter', { sourceId: 'y' }),
    passage('4', 'jobs that failed are shown in red', { sourceId: 'z' }),
  ]
  const { results } = createPassageSearch(twice, { ranker: 'bm25' }).search({ query: 'failed jobs backoff', limit: 5 })
  expect(results.map(({ passage: { id }, alike, further }) => ({ id, alike, further }))).toEqual([
    { id: '1', alike: ['3'], further: ['2'] },
    { id: '4', alike: [], further: [] },
  ])
})

test('pages follow each other without gaps or repetitions', () => {
  const many = Array.from({ length: 30 }, (_, at) =>
    passage(String(at), `queue number${at} of worker${at} waits at${at}`),
  )
  const paged = createPassageSearch(many, { ranker: 'bm25' })
  const all = paged.search({ query: 'queue', limit: 30 })
  const pages = [0, 10, 20].map((offset) => paged.search({ query: 'queue', limit: 10, offset }))
  expect(pages.flatMap(({ results }) => results)).toEqual(all.results)
  expect(pages.map(({ hasMore }) => hasMore)).toEqual([true, true, false])
})

test('it is told in how many passages each word stands', () => {
  expect(search({ query: 'pools of submarine drivers', limit: 1 }).frequencies).toEqual({
    pool: 2,
    submarin: 0,
    driver: 1,
  })
})

test('edits count letters added, left out, changed and swapped', () => {
  expect(editsBetween('parser', 'parsre', 2)).toBe(1)
  expect(editsBetween('parser', 'parse', 2)).toBe(1)
  expect(editsBetween('parser', 'purses', 2)).toBe(2)
  expect(editsBetween('parser', 'lexer', 1)).toBeNull()
  const word = fc.string({ maxLength: 8 })
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(editsBetween(a, b, 20)).toBe(editsBetween(b, a, 20))
      expect(editsBetween(a, a, 0)).toBe(0)
    }),
  )
})
