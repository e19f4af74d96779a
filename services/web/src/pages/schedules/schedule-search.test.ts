import { expect, test } from '@jest/globals'
import { readScheduleSearch } from './schedule-search.ts'

test('an address edits one schedule or adds one, and nothing else', () => {
  expect(readScheduleSearch({ edit: 'nightly', add: true })).toEqual({ edit: 'nightly' })
  expect(readScheduleSearch({ edit: 7 })).toEqual({ edit: '7' })
  expect(readScheduleSearch({ add: 'yes' })).toEqual({})
  expect(readScheduleSearch({ add: true })).toEqual({ add: true })
})
