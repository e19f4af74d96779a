import { expect, test } from '@jest/globals'
import { splitForDrawing } from './split-for-drawing.ts'

const text = 'one\ntwo\nthree\nfour'

test('the parts end with lines and are the text', () => {
  const parts = splitForDrawing(text, [], 5)
  expect(parts.map((part) => part.text)).toEqual(['one\ntwo\n', 'three\n', 'four'])
})

test('a mark over the end of a part is in both, at the same characters', () => {
  const [first, second] = splitForDrawing(text, [{ start: 4, end: 10 }], 5)
  expect(first?.text.slice(4, 8)).toBe('two\n')
  expect(first?.marks).toEqual([{ start: 4, end: 10 }])
  expect(second?.marks).toEqual([{ start: -4, end: 2 }])
})
