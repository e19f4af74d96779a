import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { BLOCK, BLOCK_FIELDS, FIELDS_OF_BLOCK, packPostings, unpackPostings } from './pack-postings.ts'

const anyPostings = fc.uniqueArray(fc.nat(100_000), { maxLength: 500 }).chain((places) =>
  fc.record({
    places: fc.constant(Uint32Array.from(places).sort()),
    counts: fc
      .array(fc.integer({ min: 1, max: 70_000 }), { minLength: places.length, maxLength: places.length })
      .map((counts) => Uint32Array.from(counts)),
  }),
)
const lengths = Uint32Array.from({ length: 100_001 }, (_, place) => (place * 7_919) % 1_000)
const room = (size: number) => ({ places: new Uint32Array(size), counts: new Uint32Array(size) })

test('any postings come back as they were packed', () => {
  fc.assert(
    fc.property(anyPostings, (postings) => {
      const { bytes } = packPostings(postings, lengths)
      const read = room(postings.places.length)
      expect(unpackPostings(bytes, { from: 0, to: bytes.length, before: 0 }, read)).toBe(postings.places.length)
      expect(read).toEqual(postings)
    }),
  )
})

test('a block can be read by itself, and tells what is in it at most', () => {
  fc.assert(
    fc.property(anyPostings, (postings) => {
      const { bytes, blocks } = packPostings(postings, lengths)
      const count = blocks.length / FIELDS_OF_BLOCK
      expect(count).toBe(postings.places.length > BLOCK ? Math.ceil(postings.places.length / BLOCK) : 0)
      for (let block = 0; block < count; block += 1) {
        const at = block * FIELDS_OF_BLOCK
        const { from, before, highestCount, leastLength } = BLOCK_FIELDS
        const read = room(BLOCK)
        const to = block + 1 < count ? blocks[at + FIELDS_OF_BLOCK + from] : bytes.length
        const size = unpackPostings(
          bytes,
          { from: blocks[at + from] ?? 0, to: to ?? 0, before: blocks[at + before] ?? 0 },
          read,
        )
        const places = postings.places.subarray(block * BLOCK, (block + 1) * BLOCK)
        const counts = postings.counts.subarray(block * BLOCK, (block + 1) * BLOCK)
        expect(read.places.subarray(0, size)).toEqual(places)
        expect(blocks[at + highestCount]).toBe(Math.max(...counts))
        expect(blocks[at + leastLength]).toBe(Math.min(...Array.from(places, (place) => lengths[place] ?? 0)))
      }
    }),
  )
})

test('neighbours with one occurrence take a byte each', () => {
  const places = Uint32Array.from({ length: 100 }, (_, at) => at * 3)
  expect(packPostings({ places, counts: new Uint32Array(100).fill(1) }, lengths).bytes).toHaveLength(100)
})
