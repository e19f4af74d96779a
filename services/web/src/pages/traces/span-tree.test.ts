import { expect, test } from '@jest/globals'
import { idsAbove, openNodes, type SpanNode, spanTrees } from './span-tree.ts'
import { sampleSpan } from './testing/sample-span.ts'

const below = (parentSpanId: string) => ({ parentSpanId })
const outline = (nodes: readonly SpanNode[]) => nodes.map(({ span, depth }) => `${'-'.repeat(depth)}${span.spanId}`)
const spans = [
  sampleSpan('b', [2, 5], below('a')),
  sampleSpan('a', [0, 4]),
  sampleSpan('c', [3, 9], below('b')),
  sampleSpan('d', [1, 2], below('a')),
]

test('spans stand below what caused them, by their start', () => {
  expect(outline(openNodes(spanTrees(spans), new Set()))).toEqual(['a', '-d', '-b', '--c'])
})

test('times count from the first span, and the last end is that of all below', () => {
  const [top] = spanTrees(spans)
  expect(top).toMatchObject({ startMs: 0, endMs: 4, lastMs: 9 })
})

test('a closed span hides what is below it', () => {
  expect(outline(openNodes(spanTrees(spans), new Set(['b'])))).toEqual(['a', '-d', '-b'])
})

test('a span whose parent is not there is at the top, and so is one of a circle', () => {
  expect(outline(spanTrees([sampleSpan('a', [0, 1], below('gone'))]))).toEqual(['a'])
  const circle = [sampleSpan('a', [0, 1], below('b')), sampleSpan('b', [0, 1], below('a'))]
  expect(openNodes(spanTrees(circle), new Set())).toHaveLength(2)
})

test('failed spans and waits have bars of their own', () => {
  const bars = spanTrees([
    sampleSpan('a', [0, 1], { status: 'error' }),
    sampleSpan('b', [1, 2], { name: 'wait collector' }),
    sampleSpan('c', [2, 3]),
  ]).map(({ bar }) => bar)
  expect(bars).toEqual(['failed', 'wait', 'work'])
})

test('the spans above one are those to be opened', () => {
  expect(idsAbove(spanTrees(spans), 'c')).toEqual(['b', 'a'])
  expect(idsAbove(spanTrees(spans), 'gone')).toEqual([])
})

test('a chain that is deeper than the stack is no trouble', () => {
  const chain = Array.from({ length: 20_000 }, (_, index) =>
    sampleSpan(`s${index}`, [index, index + 1], index === 0 ? {} : below(`s${index - 1}`)),
  )
  const [top] = spanTrees(chain)
  expect(top?.lastMs).toBe(20_000)
})
