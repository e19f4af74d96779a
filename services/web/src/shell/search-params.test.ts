import { expect, test } from '@jest/globals'
import { choiceIn, textIn, textsIn } from './search-params.ts'

test('a text stays one when it looks like a number', () => {
  expect(textIn({ q: 42 }, 'q')).toBe('42')
})

test.each([{ q: '' }, {}, { q: null }, { q: ['a'] }, { q: { a: 1 } }])('%j has no text', (search) => {
  expect(textIn(search, 'q')).toBeUndefined()
})

test('a word that is no choice is left out', () => {
  expect([choiceIn({ by: 'size' }, 'by', ['size']), choiceIn({ by: 'magic' }, 'by', ['size'])]).toEqual([
    'size',
    undefined,
  ])
})

test('one text is a list of one, and nothing twice', () => {
  expect(textsIn({ author: 'Ada' }, 'author')).toEqual(['Ada'])
  expect(textsIn({ author: ['Ada', 7, 'Ada', null] }, 'author')).toEqual(['Ada', '7'])
  expect(textsIn({}, 'author')).toEqual([])
})
