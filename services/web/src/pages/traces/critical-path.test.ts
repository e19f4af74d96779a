import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { criticalPath } from './critical-path.ts'
import { spanTrees } from './span-tree.ts'
import { sampleSpan } from './testing/sample-span.ts'

const below = (parentSpanId: string) => ({ parentSpanId })
const pathOf = (spans: ReturnType<typeof sampleSpan>[]) =>
  criticalPath(spanTrees(spans)).map(({ spanId, startMs, endMs }) => [spanId, startMs, endMs])

test('a span alone is the path', () => {
  expect(pathOf([sampleSpan('a', [0, 10])])).toEqual([['a', 0, 10]])
})

test('of children at the same time the one that ends last decides', () => {
  expect(
    pathOf([sampleSpan('a', [0, 10]), sampleSpan('short', [1, 5], below('a')), sampleSpan('long', [2, 8], below('a'))]),
  ).toEqual([
    ['a', 0, 1],
    ['short', 1, 2],
    ['long', 2, 8],
    ['a', 8, 10],
  ])
})

test('children one after another are all on it', () => {
  expect(
    pathOf([sampleSpan('a', [0, 10]), sampleSpan('b', [1, 4], below('a')), sampleSpan('c', [5, 9], below('a'))]),
  ).toEqual([
    ['a', 0, 1],
    ['b', 1, 4],
    ['a', 4, 5],
    ['c', 5, 9],
    ['a', 9, 10],
  ])
})

test('what a span caused decides when it goes on after its end', () => {
  expect(
    pathOf([
      sampleSpan('send', [0, 1]),
      sampleSpan('wait', [1, 6], below('send')),
      sampleSpan('process', [6, 20], below('send')),
    ]),
  ).toEqual([
    ['send', 0, 1],
    ['wait', 1, 6],
    ['process', 6, 20],
  ])
})

test('without spans there is no path', () => {
  expect(criticalPath([])).toEqual([])
})

const spans = fc.array(fc.tuple(fc.nat(100), fc.nat(50), fc.nat(30)), { minLength: 1, maxLength: 30 }).map((given) =>
  given.map(([start, length, parent], index) =>
    sampleSpan(`s${index}`, [start, start + length], {
      parentSpanId: parent < index ? `s${parent}` : null,
    }),
  ),
)

test('pieces lie in their spans, one after another, and lead to the last end', () => {
  fc.assert(
    fc.property(spans, (given) => {
      const tops = spanTrees(given)
      const path = criticalPath(tops)
      const known = new Map(given.map((span) => [span.spanId, span]))
      const first = given.reduce(
        (least, { startedAtNs }) => (BigInt(startedAtNs) < least ? BigInt(startedAtNs) : least),
        BigInt(given[0]?.startedAtNs ?? 0),
      )
      let before = Number.NEGATIVE_INFINITY
      for (const { spanId, startMs, endMs } of path) {
        const span = known.get(spanId)
        const start = Number(BigInt(span?.startedAtNs ?? 0) - first) / 1e6
        const end = start + Number(span?.durationNs) / 1e6
        expect(startMs).toBeGreaterThanOrEqual(start)
        expect(endMs).toBeLessThanOrEqual(end)
        expect(startMs).toBeGreaterThanOrEqual(before)
        expect(endMs).toBeGreaterThan(startMs)
        before = endMs
      }
      const longest = Math.max(...tops.map(({ lastMs }) => lastMs))
      if (given.some(({ durationNs }) => durationNs !== '0') && path.length > 0)
        expect(before).toBeLessThanOrEqual(longest)
    }),
  )
})
