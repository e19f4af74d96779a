import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { spawnProcess } from '@assay/testkit'
import { afterEach, beforeEach, expect, test } from '@jest/globals'

const program = join(import.meta.dirname, '../testing/assay.ts')

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'assay-value-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const assay = async (command: 'score' | 'claims', lines: readonly (object | string)[]) => {
  const [input, output] = [join(folder, 'in.jsonl'), join(folder, 'out.jsonl')]
  writeFileSync(input, lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join(''))
  const child = spawnProcess(program, { HOME: folder }, ['value', command, '--input', input, '--output', output])
  const code = await child.ended
  const results = existsSync(output)
    ? readFileSync(output, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line))
    : null
  return { code, results, printed: child.lines.join('\n'), unfinished: existsSync(`${output}.partial`) }
}

test('every pull request is assessed, in order, whatever of it is known', async () => {
  const { code, results, unfinished } = await assay('score', [
    {
      id: 'a',
      repo: 'octo/hello',
      title: 'perf: parse headers 2x faster',
      body: 'From 900 ms to 300 ms.',
      author: 'ada',
      additions: 40,
      deletions: 10,
      files: ['lib/parse.js', { path: 'test/parse.test.js', additions: 20, deletions: 0 }],
      labels: [],
      merged_at: '2026-01-02T03:04:05Z',
    },
    { id: 2, title: 'Tidy up', body: null, files: null, author: null, type_prefix: 'chore' },
    {
      number: 3,
      sha: 'abc',
      title: 'Bump left-pad',
      author: 'a bot',
      files: [{ path: 'package-lock.json', additions: null }],
    },
  ])
  expect([code, unfinished]).toEqual([0, false])
  expect(results).toMatchObject([
    {
      id: 'a',
      kind: { label: 'perf', probability: 0.97 },
      significance: { score: expect.any(Number), low: expect.any(Number), high: expect.any(Number) },
      claims: [
        { field: 'title', text: '2x faster', value: 2, unit: 'x', effect: 'improvement', modality: 'done' },
        { field: 'body', start: 0, baseline: { value: 900, unit: 'ms' }, after: { value: 300, unit: 'ms' } },
      ],
      effort: { status: 'estimated', interval90: [expect.any(Number), expect.any(Number)] },
      value: { status: 'not-valued' },
      method: expect.stringContaining('significance@'),
    },
    { id: 2, kind: { label: 'chore' }, effort: { status: 'unknown' }, claims: [] },
    { id: 3, kind: { label: 'deps' } },
  ])
})

test('lines that cannot be read are named and left out', async () => {
  const { code, results, printed } = await assay('score', [
    { id: 1, title: 'One' },
    'not json',
    { id: 3 },
    { title: 'Nobody' },
    { id: 5, title: 'Five', additions: -1 },
    { id: 6, title: 'Six', merged_at: 'tomorrow' },
    '',
    { id: 8, title: 'Eight' },
  ])
  expect(code).toBe(3)
  expect(results?.map(({ id }) => id)).toEqual([1, 8])
  for (const fault of ['line 2: it is not JSON', 'line 3: title', 'line 4: id is missing', 'line 5: additions']) {
    expect(printed).toContain(fault)
  }
  expect(printed).toContain('line 6: merged_at is no date')
})

test('claims are found in single texts', async () => {
  const { code, results } = await assay('claims', [
    { id: 'a', text: 'Reduces latency by 20-30 %' },
    { id: 'b', text: 'Bump left-pad to 1.2.3' },
  ])
  expect(code).toBe(0)
  expect(results).toMatchObject([
    { id: 'a', claims: [{ field: 'text', start: 0, end: 26, value: [20, 30], unit: '%' }] },
    { id: 'b', claims: [] },
  ])
})

test('an input that is not there is said, and nothing is written', async () => {
  const output = join(folder, 'out.jsonl')
  const child = spawnProcess(program, { HOME: folder }, [
    ...['value', 'score', '--input', join(folder, 'none.jsonl'), '--output', output],
  ])
  expect(await child.ended).toBe(1)
  expect(child.lines.join('\n')).toContain('INPUT_NOT_READABLE')
  expect([existsSync(output), existsSync(`${output}.partial`)]).toEqual([false, false])
})
