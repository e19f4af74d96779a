import { expect, test } from '@jest/globals'
import { chunkStrategies } from '../chunkers/strategies.ts'
import { createHashedEmbedder } from '../embedders/hashed-embedder.ts'
import { assessStrategies, type SampleText } from './assess-strategies.ts'
import type { Passage } from './passage.ts'
import { trainPassageModel } from './train-passage-model.ts'

const topics = ['parser grammar token syntax tree', 'queue worker job retry lease', 'button menu colour theme font']
const sentence = (at: number) => `The ${topics[at % 3]} of number ${at} is told in this sentence.`
const passages = Array.from(
  { length: 60 },
  (_, at): Passage => ({
    id: String(at),
    sourceId: String(at),
    source: 'document',
    title: '',
    headings: [],
    text: sentence(at),
    start: 0,
    facets: { repositoryId: null, author: null, kind: null, language: null, at },
  }),
)
const { bytes } = trainPassageModel(passages, { dimensions: 8 })
const { embed } = createHashedEmbedder()
const prose = Array.from({ length: 40 }, (_, at) => sentence(at)).join(' ')
const texts: SampleText[] = [
  { documentType: 'pdf', text: `# One\n\n${prose}\n\n# Two\n\n${prose}` },
  { documentType: 'source', text: 'function one() {\n  return retry(job)\n}\n'.repeat(30) },
]
const budget = { maxTokens: 64, overlapTokens: 8 }

test('every strategy is told with how it cuts and how the vectors of its chunks lie, by type of document', async () => {
  const reports = await assessStrategies(texts, { bytes, budget, embed })
  expect(reports.map(({ strategy }) => strategy)).toEqual(chunkStrategies)
  for (const report of reports) {
    expect(report).toMatchObject({ texts: 2, coverage: 1, vectors: { rows: report.chunks } })
    expect(report.tokens?.most).toBeLessThanOrEqual(64)
    expect(report.repeated).toBeLessThan(0.3)
    // Chunks of which the model knows no word lie nowhere.
    expect(report.vectors?.cosines.adjacent?.count).toBeGreaterThan(0.8 * report.chunks)
    expect(report.vectors?.cosines.adjacent?.count).toBeLessThanOrEqual(report.chunks - 2)
    expect(report.vectors?.groups.map(({ label }) => label).toSorted()).toEqual(['pdf', 'source'])
  }
  const of = (name: string) => reports.find(({ strategy }) => strategy === name)
  expect(of('recursive')?.placed).toBeGreaterThan(0.5)
  expect(of('fixed')?.placed).toBe(0)
  expect(of('sentence')?.endsWhole).toBeGreaterThan(of('fixed')?.endsWhole ?? 1)
  expect(of('code')?.vectors?.duplicates?.exactShare).toBeGreaterThan(0)
})

test('the same texts give the same report, as plain JSON', async () => {
  const reports = await assessStrategies(texts, { bytes, budget, embed })
  expect(JSON.parse(JSON.stringify(reports))).toEqual(reports)
  expect(await assessStrategies(texts, { bytes, budget, embed })).toEqual(reports)
})

test('texts without a word, and no texts, have nothing to tell', async () => {
  for (const none of [[], [{ documentType: 'text', text: ' \n' }]]) {
    const reports = await assessStrategies(none, { bytes, budget, embed })
    for (const report of reports)
      expect(report).toMatchObject({ chunks: 0, tokens: null, coverage: null, vectors: null })
  }
})
