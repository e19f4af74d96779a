import { expect, test } from '@jest/globals'
import { buildIndex } from './index-builder.ts'
import { repeatTitles } from './repeat-titles.ts'
import { documentLength, documentSequence } from './search-index.ts'

test('titles come twice, and everything is counted anew', () => {
  const plain = buildIndex([
    { id: 'a', title: 'Bread', text: 'flour bread' },
    { id: 'b', text: 'flour' },
  ])
  const repeated = repeatTitles(plain)
  const wordsOf = (document: number) => Array.from(documentSequence(repeated, document), (term) => repeated.terms[term])
  expect([wordsOf(0), wordsOf(1)]).toEqual([['bread', 'bread', 'flour', 'bread'], ['flour']])
  expect([documentLength(repeated, 0), repeated.averageLength]).toEqual([4, 2.5])
  expect(Math.max(...repeated.postingCounts)).toBe(3)
})

test('without titles nothing changes', () => {
  const plain = buildIndex([{ id: 'a', text: 'flour' }])
  expect(repeatTitles(plain)).toBe(plain)
})
