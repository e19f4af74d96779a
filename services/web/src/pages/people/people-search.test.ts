import { expect, test } from '@jest/globals'
import { readPeopleSearch } from './people-search.ts'

test('one name or several are people, up to as many as can be told apart', () => {
  expect(readPeopleSearch({ author: 'Ada' })).toEqual({ author: ['Ada'] })
  expect(readPeopleSearch({ author: ['a', 'b', 'c', 'd', 'e'] })).toEqual({ author: ['a', 'b', 'c', 'd'] })
})

test('what makes no sense is left out', () => {
  expect(readPeopleSearch({ author: [], from: 'spring', to: '2026-03-31', measure: 'rank' })).toEqual({
    to: '2026-03-31',
  })
})
