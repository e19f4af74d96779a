import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { spawnProcess } from '@assay/testkit'
import { afterEach, beforeEach, expect, test } from '@jest/globals'

const program = join(import.meta.dirname, '../testing/assay.ts')

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'assay-retrieval-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const documents = [
  { id: 'a', title: 'Stars', text: 'Clouds of gas collapse into stars.' },
  { id: 'b', title: null, text: 'Flour, water and yeast make dough.' },
  { id: 3, text: 'Planets form around young stars.' },
]
const queries = [
  { id: 1, text: 'young stars' },
  { id: '2', text: 'how to make dough' },
  { id: '3', text: 'nobody judged this' },
]
const judgments = '1\t3\t2\n1\ta\t1\n1\tb\t-1\n2\tb\t1\n'

const linesOf = (records: readonly unknown[]) => records.map((record) => JSON.stringify(record)).join('\n')

const evaluate = async (
  parts: { docs?: string; queries?: string; qrels?: string } = {},
  ...options: readonly string[]
) => {
  const paths = { docs: 'docs.jsonl.gz', queries: 'queries.jsonl', qrels: 'qrels.tsv' }
  writeFileSync(join(folder, paths.docs), gzipSync(parts.docs ?? linesOf(documents)))
  writeFileSync(join(folder, paths.queries), parts.queries ?? linesOf(queries))
  writeFileSync(join(folder, paths.qrels), parts.qrels ?? judgments)
  const files = Object.entries(paths).flatMap(([name, path]) => [`--${name}`, join(folder, path)])
  const child = spawnProcess(program, { HOME: folder }, ['retrieval', 'evaluate', ...files, ...options])
  const code = await child.ended
  return { code, printed: child.lines.join('\n'), json: child.lines.filter((line) => line.startsWith('{')) }
}

const perfect = { mean: 1, low: 1, high: 1 }

test.each(['bm25', 'feedback', 'lsa', 'fused'])('%s is judged, and the figures are one object', async (ranker) => {
  const { code, json } = await evaluate({}, '--ranker', ranker, '--json')
  expect(code).toBe(0)
  expect(json.map((line) => JSON.parse(line))).toEqual([
    {
      'ndcg@10': perfect,
      map: perfect,
      'recall@100': perfect,
      latencyMs: { p50: expect.any(Number), p99: expect.any(Number) },
    },
  ])
})

test('a table tells what was judged', async () => {
  const { code, printed } = await evaluate({}, '--strategy', 'markdown')
  expect(code).toBe(0)
  expect(printed).toContain('fused, markdown, 2 queries')
  expect(printed).toMatch(/nDCG@10 +1\.000 +1\.000 to 1\.000/)
})

test.each([
  [{ docs: `${linesOf(documents)}\nnot json` }, "docs.jsonl.gz', line 4: it is not JSON", '{"id": "1", "title"'],
  [{ docs: '{"id": "a"}' }, "docs.jsonl.gz', line 1: text:", '{"id": "1", "title"'],
  [{ docs: linesOf([documents[0], documents[0]]) }, 'line 2: the id "a" was there before', 'once'],
  [{ queries: '{"text": "x"}' }, "queries.jsonl', line 1: id:", '{"id": "1", "text"'],
  [{ qrels: 'query-id\tcorpus-id\tscore' }, "qrels.tsv', line 1: it is", 'no heading'],
  [{ qrels: '1 0 a 1' }, "qrels.tsv', line 1: it is", 'tabs'],
  [{ qrels: '1\ta\t0' }, 'NOTHING_TO_JUDGE', 'grade above 0'],
])('a line that cannot be read is named with its remedy: %j', async (parts, place, remedy) => {
  const { code, printed } = await evaluate(parts, '--json')
  expect(code).toBe(1)
  expect(printed).toContain(place)
  expect(printed).toContain(remedy)
})

test('files that are missing or not packed are said', async () => {
  const { code, printed } = await evaluate({}, '--docs', join(folder, 'none.jsonl.gz'))
  expect([code, printed.includes('INPUT_NOT_READABLE')]).toEqual([1, true])
  writeFileSync(join(folder, 'plain.gz'), 'plain')
  const plain = await evaluate({}, '--docs', join(folder, 'plain.gz'))
  expect([plain.code, plain.printed.includes('INPUT_NOT_READABLE')]).toEqual([1, true])
})
