import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { placeOfSelection, type SourceText, wordsAt } from './quote-place.ts'

const body = (text: string): SourceText => ({ name: 'Description', field: 'body', from: 0, text })

test('what is selected in a text area is found in the text as it is stored, whatever ends its lines', () => {
  const line = fc.string({ unit: fc.constantFrom('a', 'b', ' ', 'é', '字'), maxLength: 6 })
  const text = fc.array(fc.tuple(line, fc.constantFrom('\n', '\r\n', '\r'))).map((lines) => lines.flat().join(''))
  fc.assert(
    fc.property(text, fc.nat(60), fc.nat(60), (stored, one, other) => {
      const shown = stored.replaceAll(/\r\n?/g, '\n')
      const [start, end] = [Math.min(one, other, shown.length), Math.min(Math.max(one, other), shown.length)]
      const place = placeOfSelection(body(stored), start, end)
      const words = place ? wordsAt([body(stored)], place) : null
      expect(words?.replaceAll(/\r\n?/g, '\n') ?? '').toBe(shown.slice(start, end).trim())
    }),
  )
})

test('half a letter is no place, and places of a commit count what stands before its text', () => {
  expect(placeOfSelection(body('a😀'), 0, 2)).toBeNull()
  const commit: SourceText = { name: 'Commit', field: 'commit', index: 3, from: 10, text: 'Halves it.' }
  const place = placeOfSelection(commit, 0, 6)
  expect(place).toEqual({ field: 'commit', index: 3, start: 10, end: 16 })
  expect(place && wordsAt([body('else'), commit], place)).toBe('Halves')
  expect(wordsAt([commit], { field: 'commit', index: 3, start: 2, end: 6 })).toBeNull()
})
