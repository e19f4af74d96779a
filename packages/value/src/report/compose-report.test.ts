import { expect, test } from '@jest/globals'
import { sampleContext } from '../money/testing/sample-context.ts'
import type { ReportedWork } from '../roll-up/reported-work.ts'
import { sampleReportedWork } from '../testing/sample-reported-work.ts'
import { composeReport } from './compose-report.ts'
import { type ReportFormat, renderReport } from './render-report.ts'
import type { ReportRequest } from './report.ts'

const madeAt = new Date('2026-04-02T03:04:05Z')
const compose = (works: readonly ReportedWork[], request: Partial<ReportRequest> = {}, context = sampleContext()) =>
  composeReport(
    {
      title: 'Ada, spring',
      repository: null,
      authors: ['Ada'],
      from: new Date('2026-01-01T00:00:00Z'),
      to: new Date('2026-04-01T00:00:00Z'),
      sentences: [],
      ...request,
    },
    works,
    { context, method: 'test@1', nearMisses: [], madeAt },
  )

const pdfOf = async (report: ReturnType<typeof compose>) => (await renderReport(report, 'pdf')).content
const faster = { title: 'Cache the modules', body: 'Cuts the CI build by 5 minutes', score: 60 }

test('a report tells counts, headlines, quotes to the letter and what became of them', () => {
  const report = compose([
    sampleReportedWork(1, faster),
    sampleReportedWork(2, { title: 'Parse 2x faster', score: 20, day: 40 }),
    sampleReportedWork(3, { title: 'Revert "Parse 2x faster"', day: 50, kind: 'chore', score: 1 }),
  ])
  expect(report.sentences).toEqual(
    expect.arrayContaining([
      '3 pull requests were merged: 1 chore, 2 perf.',
      '1 of 3 have a value in money; the others are unknown, not 0.',
      '1 was reverted or repaired later.',
    ]),
  )
  expect(report.refused).toEqual([])
  expect(report.headlines.map(({ number }) => number)).toEqual([1, 3])
  expect(report.stated).toMatchObject([
    { number: 1, quotes: [{ text: 'Cuts the CI build by 5 minutes', field: 'body' }] },
  ])
  expect(report.undone).toMatchObject([{ number: 2, history: [{ event: 'reverted' }] }])
  expect(report.byMonth.map(({ key, pullRequests }) => [key, pullRequests])).toEqual([
    ['2026-01', 1],
    ['2026-02', 2],
  ])
})

test('the reader’s own sentences stand in it if their numbers have evidence', () => {
  const good = 'The build is 5 minutes shorter.'
  const report = compose([sampleReportedWork(1, faster)], { sentences: [good, 'Saved 40 % of all costs.'] })
  expect(report.sentences[0]).toBe(good)
  expect(report.refused).toEqual([{ sentence: 'Saved 40 % of all costs.', why: expect.stringContaining('40 %') }])
})

const measured = (value: number, work = sampleReportedWork(1, faster)): ReportedWork => ({
  ...work,
  observations: work.claims.flatMap((claim) =>
    'hash' in claim ? [{ claimHash: String(claim.hash), value, unit: 'min', measuredAt: new Date('2026-03-01') }] : [],
  ),
})

test('what was measured of a claim stands with its quote, counts, and is evidence for sentences in its place', async () => {
  const sentences = ['The build is 5 minutes shorter.', 'The build is 2 minutes shorter.']
  const report = compose([measured(2)], { sentences })
  const counted = (one: typeof report) => one.whole.value?.recurring?.p50 ?? 0
  expect(counted(report)).toBeLessThan(counted(compose([measured(5)])))
  expect(report.stated[0]?.quotes).toMatchObject([{ measured: { value: 2, unit: 'min', confirms: false } }])
  expect(report.sentences[0]).toBe(sentences[1])
  expect(report.refused.map(({ sentence }) => sentence)).toEqual([sentences[0]])
  const words = 'measured 2026-03-01: 2 min, which does not bear it out'
  for (const format of ['markdown', 'html'] as const) {
    expect(String((await renderReport(report, format)).content)).toContain(words)
  }
  const [bare, told] = await Promise.all([compose([sampleReportedWork(1, faster)]), report].map(pdfOf))
  expect(told).not.toEqual(bare)
})

test('what went the other way is told as a loss', () => {
  expect(compose([measured(-2)]).whole.value?.recurring?.p50).toBeLessThan(0)
  expect(compose([measured(5)]).stated[0]?.quotes).toMatchObject([{ measured: { confirms: true } }])
})

test('a text that was edited after it was read is not quoted', () => {
  const work = { ...sampleReportedWork(1, faster), body: 'Now it says something else altogether' }
  expect(compose([work]).stated).toEqual([])
})

test('without prices nothing is told in money', () => {
  const report = composeReport(
    { title: 'All', repository: null, authors: null, from: madeAt, to: madeAt, sentences: [] },
    [sampleReportedWork(1, faster)],
    { context: null, method: 'test@1', nearMisses: [], madeAt },
  )
  expect(report).toMatchObject({ contextVersion: null, whole: { value: null }, stated: [{ value: null }] })
  expect(report.sentences).toContain('No prices were declared, so nothing is told in money.')
})

test('a report of nothing says so', () => {
  expect(compose([]).sentences).toEqual(['No pull request was merged that this report asks for.'])
})

const HOSTILE = '<script>alert(1)</script> [x](javascript:alert(1)) | `code` & "quotes" ![i](http://x/y.png)'
const hostile = compose([sampleReportedWork(1, { ...faster, title: HOSTILE, author: '<b>Ada</b>' })])
const rendered = async (format: ReportFormat) => String((await renderReport(hostile, format)).content)

test('words of pull requests are only words, in a page and in Markdown', async () => {
  const page = await rendered('html')
  expect(page).not.toMatch(/<script|<img|<b>/)
  expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  const markdown = await rendered('markdown')
  expect(markdown).toContain('\\<script\\>alert(1)\\</script\\> \\[x\\](javascript:alert(1)) \\| \\`code\\`')
})

test('a PDF is one, says what it is, and comes out the same each time', async () => {
  const [first, second] = [await renderReport(hostile, 'pdf'), await renderReport(hostile, 'pdf')]
  expect(first.content.slice(0, 5).toString()).toBe('%PDF-')
  expect(first).toEqual(second)
})

test('data comes back as it was', async () => {
  expect(JSON.parse(await rendered('json'))).toEqual(JSON.parse(JSON.stringify(hostile)))
})
