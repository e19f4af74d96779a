import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { packPostings, readPostings } from './pack-postings.ts'

test('any postings come back as they were packed', () => {
  const anyPostings = fc
    .uniqueArray(fc.nat(0x3fffffff), { maxLength: 200 })
    .chain((places) =>
      fc.tuple(
        fc.constant(places.toSorted((a, b) => a - b)),
        fc.array(fc.integer({ min: 1, max: 70_000 }), { minLength: places.length, maxLength: places.length }),
      ),
    )
  fc.assert(
    fc.property(anyPostings, ([places, counts]) => {
      const read: [number, number][] = []
      readPostings(
        packPostings({ places: Uint32Array.from(places), counts: Uint32Array.from(counts) }),
        (place, count) => read.push([place, count]),
      )
      expect(read).toEqual(places.map((place, at) => [place, counts[at]]))
    }),
  )
})

test('neighbours with one occurrence take a byte each', () => {
  const places = Uint32Array.from({ length: 100 }, (_, at) => at * 3)
  expect(packPostings({ places, counts: new Uint32Array(100).fill(1) })).toHaveLength(100)
})
