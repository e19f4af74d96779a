/** Places of a segment in rising order, with a count for each. */
export type Postings = { readonly places: Uint32Array; readonly counts: Uint32Array }

/**
 * Each place as its distance from the one before, shifted by one bit that tells whether a count other than 1 follows;
 * both in groups of seven bits, the lowest first (as in variable-byte codes: Williams & Zobel, Computer Journal 42(3), 1999).
 */
export const packPostings = ({ places, counts }: Postings): Uint8Array => {
  const bytes: number[] = []
  let last = 0
  for (const [at, place] of places.entries()) {
    const count = counts[at] ?? 1
    pushNumber(bytes, (place - last) * 2 + (count === 1 ? 0 : 1))
    if (count !== 1) pushNumber(bytes, count)
    last = place
  }
  return Uint8Array.from(bytes)
}

const pushNumber = (bytes: number[], value: number): void => {
  let rest = value
  while (rest >= 128) {
    bytes.push((rest % 128) + 128)
    rest = Math.floor(rest / 128)
  }
  bytes.push(rest)
}

/** Hands over every place with its count; nothing is kept. */
export const readPostings = (bytes: Uint8Array, take: (place: number, count: number) => void): void => {
  let at = 0
  // Whole numbers of 32 bits: twice the places of a segment, and counts, are far below.
  const readNumber = (): number => {
    let byte = bytes[at] as number
    at += 1
    let value = byte & 127
    for (let shift = 7; byte > 127; shift += 7) {
      byte = bytes[at] as number
      at += 1
      value |= (byte & 127) << shift
    }
    return value >>> 0
  }
  let place = 0
  while (at < bytes.length) {
    const value = readNumber()
    place += value >>> 1
    take(place, (value & 1) === 0 ? 1 : readNumber())
  }
}
