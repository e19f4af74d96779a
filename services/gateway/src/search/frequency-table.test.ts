import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { frequencyTable } from './frequency-table.ts'

test('every word has the number that it was given, and others have none', () => {
  const anyEntries = fc.uniqueArray(fc.tuple(fc.string({ minLength: 1 }), fc.integer({ min: 1, max: 1_000_000 })), {
    selector: ([word]) => word,
    maxLength: 300,
  })
  fc.assert(
    fc.property(anyEntries, fc.array(fc.string({ minLength: 1 })), (entries, others) => {
      const frequencies = new Map(entries)
      const frequencyOf = frequencyTable(frequencies)
      for (const word of [...frequencies.keys(), ...others]) expect(frequencyOf(word)).toBe(frequencies.get(word))
    }),
  )
})
