import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { changePiece, draftOf, emptyDraft, inputOf, moved, withoutPiece, withPiece } from './achievement-draft.ts'

test('a draft holds what somebody wrote, not what was computed of it', () => {
  const stored = {
    title: 'Faster',
    story: 'It was slow.',
    value: 7,
    evidence: [
      {
        kind: 'document' as const,
        id: 'a',
        quote: { field: 'text', start: 1, end: 3, text: 'ab' },
        note: '',
        name: 'x',
      },
      { kind: 'pull-request' as const, id: 'b', quote: null, note: 'mine', isQuoteGone: true },
    ],
  }
  expect(inputOf(draftOf(stored))).toEqual({
    title: 'Faster',
    story: 'It was slow.',
    evidence: [
      { kind: 'document', id: 'a', quote: { field: 'text', start: 1, end: 3 }, note: '' },
      { kind: 'pull-request', id: 'b', quote: null, note: 'mine' },
    ],
  })
})

test('evidence stands once, is changed by its id, and goes', () => {
  const one = withPiece(emptyDraft, { kind: 'document', id: 'a' })
  expect(withPiece(one, { kind: 'document', id: 'a' })).toBe(one)
  expect(changePiece(one, 'a', { note: 'so' }).evidence).toEqual([
    { kind: 'document', id: 'a', quote: null, note: 'so' },
  ])
  expect(withoutPiece(one, 'a')).toEqual(emptyDraft)
})

test('moving changes the place of one by one, loses nothing, and is undone by moving back', () => {
  const items = fc.uniqueArray(fc.nat(), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(items, fc.nat(7), fc.constantFrom<1 | -1>(1, -1), (numbers, at, by) => {
      const all = numbers.map((number) => ({ id: String(number) }))
      const id = all[at % all.length]?.id ?? ''
      const after = moved(all, id, by)
      expect(after.toSorted((a, b) => a.id.localeCompare(b.id))).toEqual(
        all.toSorted((a, b) => a.id.localeCompare(b.id)),
      )
      const place = (list: typeof all) => list.findIndex((item) => item.id === id)
      expect(place(after)).toBe(Math.min(all.length - 1, Math.max(0, place(all) + by)))
    }),
  )
})
