import { expect, test } from '@jest/globals'
import { extractFromLine } from '../claims/extract-claims.ts'
import { changeOf } from './change-of-claim.ts'

const change = (text: string) => {
  const [claim] = extractFromLine(text)
  if (!claim) throw new Error(`no claim in: ${text}`)
  return changeOf(claim)
}
const share = (text: string) => {
  const read = change(text)
  return 'share' in read ? read.share?.map((part) => Number(part.toFixed(3))) : read.because
}

test.each<[string, number | readonly [number, number]]>([
  ['The parser is 2x faster', 0.5],
  ['The parser is 1.5-2 times faster', [0.333, 0.5]],
  ['Reduces peak memory by 40 %', 0.4],
  ['Parsing is 100 % faster', 0.5],
  ['Throughput rises from 1000 req/s to 2000 req/s', 0.5],
  ['Memory usage from 4 GB to 3 GB', 0.25],
  ['Memory usage from 2 GB to 500 MB', 0.75],
  ['Memory usage is reduced by a factor of 4', 0.75],
  ['Cuts cold start from 900 ms to 300 ms', 0.667],
])('%s', (text, part) => {
  expect(share(text)).toEqual(typeof part === 'number' ? [part, part] : part)
})

test.each([
  ['Cuts start-up from 900 ms to 300 ms', 0.6],
  ['Cuts start-up from 1.5 s to 500 ms', 1],
  ['Cuts start-up by 2 min', 120],
  ['Cuts the rollout by 2 days', 2 * 8 * 3_600],
])('%s, in seconds', (text, seconds) => {
  expect(change(text)).toMatchObject({ sign: 1, seconds: [expect.closeTo(seconds, 6), expect.closeTo(seconds, 6)] })
})

test('what is on top has no upper bound', () => {
  expect(change('Peak memory increased by 140 %')).toMatchObject({ sign: -1, share: [1.4, 1.4] })
})

test('a time per operation is no time that anybody waits for', () => {
  expect(change('Reduces parsing by 40 ns/op')).toMatchObject({ seconds: null })
})
