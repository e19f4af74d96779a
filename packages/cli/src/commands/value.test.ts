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

const assay = async (
  command: 'score' | 'claims',
  lines: readonly (object | string)[],
  more: readonly string[] = [],
) => {
  const [input, output] = [join(folder, 'in.jsonl'), join(folder, 'out.jsonl')]
  writeFileSync(input, lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join(''))
  const child = spawnProcess(program, { HOME: folder }, [
    'value',
    command,
    '--input',
    input,
    '--output',
    output,
    ...more,
  ])
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

const faster = { id: 1, repo: 'octo/hello', title: 'Cache the modules', body: 'Cuts the CI build by 5 minutes' }
const declared = (context: object) => {
  writeFileSync(join(folder, 'context.json'), JSON.stringify(context))
  return ['--context', join(folder, 'context.json')]
}

test('under a context, what is claimed has a value in money, and what is reverted has none', async () => {
  const printing = spawnProcess(program, { HOME: folder }, ['value', 'context'])
  await printing.ended
  const more = declared(JSON.parse(printing.lines.join('')))
  const { code, results, printed } = await assay(
    'score',
    [faster, { ...faster, id: 2, title: 'Cache the routes' }, { ...faster, id: 3, title: 'Parse 2x faster', body: '' }],
    more,
  )
  expect(code).toBe(0)
  expect(results).toMatchObject([
    { value: { status: 'valued', recurring: { p50: expect.any(Number) }, parts: [{ mechanism: 'time' }] } },
    { value: { status: 'valued' } },
    { value: { status: 'not-valued', because: [expect.stringContaining('no item of the context')] } },
  ])
  expect(printed).toContain('2 of 3 have a value in money')
  expect(printed).toContain('1 effects told more than once')

  const undone = await assay(
    'score',
    [faster, { id: 4, repo: 'octo/hello', title: 'Revert "Cache the modules"' }],
    more,
  )
  expect(undone.results?.[0]).toMatchObject({
    value: { recurring: { p10: 0, p50: 0, p90: 0 } },
    history: [{ event: 'reverted', by: 4 }],
  })
})

test('lines of one patch-id are one change, and count once', async () => {
  const item = {
    name: 'ci',
    match: { words: ['ci build'] },
    people: { kind: 'fixed', value: 10 },
    runs: { count: { kind: 'fixed', value: 50 }, per: 'month', counted: 'per-person' },
  }
  const context = declared({ currency: 'USD', rates: { engineer: { kind: 'fixed', value: 90 } }, items: [item] })
  const line = (minutes: number) => ({
    id: minutes,
    title: `Change ${minutes}`,
    body: `Cuts the CI build by ${minutes} minutes`,
    merged_at: `2026-0${minutes}-01T00:00:00Z`,
  })
  const alike = [line(5), line(9)].map((given) => ({ ...given, patch_id: 'f00d' }))
  expect((await assay('score', alike, context)).printed).toContain('1 effects told more than once')
  expect((await assay('score', [line(5), line(9)], context)).printed).not.toContain('more than once')
})

test('a context that cannot be used is told by field, and nothing is written', async () => {
  const { code, results, printed } = await assay(
    'score',
    [faster],
    declared({ currency: 'USD', items: [{ name: 'ci' }] }),
  )
  expect([code, results]).toEqual([1, null])
  expect(printed).toContain('items[0].match')
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
