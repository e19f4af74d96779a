import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { followList } from './follow-list.ts'

const row = (id: string, state = 'queued') => ({ id, state })
const page = <T>(items: T[], nextCursor: string | null = null) => ({ items, nextCursor })

test('known rows change in place and new ones are only counted', () => {
  const { rows, fresh, left } = followList({
    shown: [row('5'), row('4')],
    isWhole: true,
    newest: page([row('6'), row('5', 'running'), row('4')]),
    again: [],
  })
  expect([rows, fresh, left.size]).toEqual([[row('5', 'running'), row('4')], 1, 0])
})

test('a row that does not match any more keeps its place and is marked', () => {
  const { rows, left } = followList({ shown: [row('5'), row('4')], isWhole: true, newest: page([row('4')]), again: [] })
  expect([rows.map(({ id }) => id), [...left]]).toEqual([['5', '4'], ['5']])
})

test('what lies beyond the newest page is neither new nor gone', () => {
  const { fresh, left } = followList({
    shown: [row('9'), row('8'), row('2')],
    isWhole: false,
    newest: page([row('9'), row('8'), row('7')], 'more'),
    again: [],
  })
  expect([fresh, left.size]).toEqual([1, 0])
})

test('an older page that is asked for again renews its rows', () => {
  const { rows } = followList({
    shown: [row('9'), row('2')],
    isWhole: false,
    newest: page([row('9')], 'more'),
    again: [page([row('2', 'failed')])],
  })
  expect(rows).toEqual([row('9'), row('2', 'failed')])
})

test('the shown rows are the same in number and order whatever is answered', () => {
  const ids = fc.uniqueArray(fc.integer({ min: 10, max: 99 }).map(String)).map((all) => all.toSorted().reverse())
  fc.assert(
    fc.property(ids, ids, fc.boolean(), (shownIds, newestIds, isWhole) => {
      const { rows } = followList({
        shown: shownIds.map((id) => row(id)),
        isWhole,
        newest: page(newestIds.map((id) => row(id, 'running'))),
        again: [],
      })
      expect(rows.map(({ id }) => id)).toEqual(shownIds)
    }),
  )
})
