/** Places of a segment in rising order, with a count for each. */
export type Postings = { readonly places: Uint32Array; readonly counts: Uint32Array }

type PackedPostings = {
  readonly bytes: Uint8Array
  /** Of every so many postings: what a reader that jumps needs to know; none where there are no more than that. */
  readonly blocks: Uint32Array
}

/** Postings of a block. */
export const BLOCK = 128

/** The numbers that are kept of a block, in this order. */
export const BLOCK_FIELDS = {
  /** Where its bytes begin. */
  from: 0,
  /** The place from which its first one is counted. */
  before: 1,
  /** No count in it is higher, and no passage of it shorter. */
  highestCount: 2,
  leastLength: 3,
} as const
export const FIELDS_OF_BLOCK = 4

/**
 * Each place as its distance from the one before, shifted by one bit that tells whether a count other than 1 follows;
 * both in groups of seven bits, the lowest first (as in variable-byte codes: Williams & Zobel, Computer Journal 42(3), 1999).
 * @param lengths of the passages at all places.
 */
export const packPostings = ({ places, counts }: Postings, lengths: Uint32Array): PackedPostings => {
  // A number of 32 bits takes five bytes at most.
  const bytes = new Uint8Array(10 * places.length)
  const blocks = new Uint32Array(places.length > BLOCK ? FIELDS_OF_BLOCK * Math.ceil(places.length / BLOCK) : 0)
  let end = 0
  let before = 0
  for (let at = 0; at < places.length; at += 1) {
    const place = places[at] as number
    const count = counts[at] as number
    if (blocks.length > 0) {
      const block = FIELDS_OF_BLOCK * Math.floor(at / BLOCK)
      if (at % BLOCK === 0) blocks.set([end, before, 0, 0xffffffff], block)
      const highest = block + BLOCK_FIELDS.highestCount
      const least = block + BLOCK_FIELDS.leastLength
      blocks[highest] = Math.max(blocks[highest] as number, count)
      blocks[least] = Math.min(blocks[least] as number, lengths[place] as number)
    }
    end = writeNumber(bytes, end, (place - before) * 2 + (count === 1 ? 0 : 1))
    if (count !== 1) end = writeNumber(bytes, end, count)
    before = place
  }
  return { bytes: bytes.slice(0, end), blocks }
}

const writeNumber = (bytes: Uint8Array, from: number, value: number): number => {
  let rest = value
  let at = from
  while (rest >= 128) {
    bytes[at] = (rest & 127) | 128
    rest >>>= 7
    at += 1
  }
  bytes[at] = rest
  return at + 1
}

/** The postings in bytes from `from` up to `to`, counted from the place `before`. @returns how many there are. */
export const unpackPostings = (
  bytes: Uint8Array,
  { from, to, before }: { readonly from: number; readonly to: number; readonly before: number },
  { places, counts }: Postings,
): number => {
  let at = from
  let place = before
  let read = 0
  while (at < to) {
    let byte = bytes[at++] as number
    let value = byte & 127
    for (let shift = 7; byte > 127; shift += 7) {
      byte = bytes[at++] as number
      value |= (byte & 127) << shift
    }
    place += value >>> 1
    let count = 1
    if ((value & 1) === 1) {
      byte = bytes[at++] as number
      count = byte & 127
      for (let shift = 7; byte > 127; shift += 7) {
        byte = bytes[at++] as number
        count |= (byte & 127) << shift
      }
    }
    places[read] = place
    counts[read] = count
    read += 1
  }
  return read
}
