import { expect, test } from '@jest/globals'
import { observationDraftOf, toObservation } from './observation-draft.ts'

const now = new Date('2026-11-21T10:20:30.400Z')
const draft = observationDraftOf({ after: { value: 4, unit: 'min' }, unit: '%' }, now)

test('a measurement begins with the unit of the level that was claimed, at this minute', () => {
  expect(draft).toMatchObject({ unit: 'min', measuredAt: '2026-11-21T10:20:00.000Z' })
  expect(observationDraftOf({ after: null, unit: '%' }, now).unit).toBe('%')
  expect(observationDraftOf({ after: null, unit: null }, now).unit).toBe('')
})

test('what is missing is said, one thing after the other', () => {
  expect(toObservation('h', draft)).toEqual({ missing: expect.stringContaining('number') })
  expect(toObservation('h', { ...draft, value: 'four' })).toEqual({ missing: expect.stringContaining('number') })
  expect(toObservation('h', { ...draft, value: '4', measuredAt: '' })).toEqual({
    missing: expect.stringContaining('when'),
  })
  expect(toObservation('h', { ...draft, value: '4', quote: ' ' })).toEqual({ missing: expect.stringContaining('link') })
})

test('what was filled in is sent, and nothing else', () => {
  expect(toObservation('h', { ...draft, value: '4.2', unit: ' ', quote: ' 4.2 on the dashboard ' })).toEqual({
    claim: 'h',
    value: 4.2,
    unit: null,
    measuredAt: draft.measuredAt,
    quote: '4.2 on the dashboard',
  })
})
