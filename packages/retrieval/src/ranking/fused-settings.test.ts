import { expect, test } from '@jest/globals'
import { bm25For, feedbackShareFor, meaningShareFor } from './fused-settings.ts'

const corpusOf = (...lengths: number[]) => Uint32Array.from(lengths)

test('length costs less only where documents are short and of the same length', () => {
  expect(bm25For(corpusOf(20, 20, 20)).b).toBe(0.5)
  expect(bm25For(corpusOf(100, 100, 100)).b).toBe(0.75)
  expect(bm25For(corpusOf(1, 1, 60)).b).toBe(0.75)
  expect([bm25For(corpusOf()).b, bm25For(corpusOf(0, 0)).b]).toEqual([0.75, 0.75])
})

test('the more meaning finds, the more it counts, within bounds', () => {
  expect([undefined, 0, 0.77, 0.8, 5].map(meaningShareFor)).toEqual([0.2, 0.1, 0.2, expect.closeTo(0.26), 0.4])
})

test('feedback counts as far as the best results stand out', () => {
  expect([0, 0.1, 1].map(feedbackShareFor)).toEqual([0, expect.closeTo(0.286), 1])
})
