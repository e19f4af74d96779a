import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { cutAtMarks } from './cut-at-marks.ts'

test('marks that overlap cut a text into pieces that tell which they lie in', () => {
  const marks = [
    { start: 1, end: 4, name: 'a' },
    { start: 3, end: 6, name: 'b' },
  ]
  const pieces = cutAtMarks('0123456789', marks).map(({ start, end, within }) => [
    start,
    end,
    within.map(({ name }) => name).join(''),
  ])
  expect(pieces).toEqual([
    [0, 1, ''],
    [1, 3, 'a'],
    [3, 4, 'ab'],
    [4, 6, 'b'],
    [6, 10, ''],
  ])
})

test('whatever the marks are, the pieces are the text', () => {
  const mark = fc.record({ start: fc.integer({ min: -5, max: 30 }), end: fc.integer({ min: -5, max: 30 }) })
  fc.assert(
    fc.property(fc.string({ maxLength: 25 }), fc.array(mark), (text, marks) => {
      expect(
        cutAtMarks(text, marks)
          .map(({ start, end }) => text.slice(start, end))
          .join(''),
      ).toBe(text)
    }),
  )
})
