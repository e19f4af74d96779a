import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { analyse, termsOf } from './analyse.ts'

test('words are folded, stemmed and without those that tell nothing', () => {
  expect(termsOf('The Parsers are parsing: what was PARSED?')).toEqual(['parser', 'pars', 'pars'])
})

test('words of other scripts stay whole, and scripts without spaces are cut into words', () => {
  expect(termsOf('Überprüfung')).toEqual(['überprüfung'])
  expect(termsOf('検索エンジン').length).toBeGreaterThan(1)
})

test('every term has the place of its word in any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      let last = 0
      for (const { term, start, end } of analyse(text)) {
        expect(start).toBeGreaterThanOrEqual(last)
        expect(termsOf(text.slice(start, end))).toContain(term)
        last = end
      }
      expect(last).toBeLessThanOrEqual(text.length)
    }),
  )
})
