/** A source of numbers that are spread evenly over [0, 1). */
export type Random = () => number

/** FNV-1a (Fowler, Noll, Vo): spreads the characters of a name over 32 bits. */
const hashOf = (text: string): number => {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

/** One step of SplitMix32, which Blackman and Vigna advise for filling the state of a larger generator. */
const splitMix = (state: number): number => {
  let mixed = state | 0
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
  return (mixed ^ (mixed >>> 15)) >>> 0
}

const rotateLeft = (word: number, by: number): number => (word << by) | (word >>> (32 - by))

/**
 * xoshiro128** (Blackman and Vigna, "Scrambled linear pseudorandom number generators", 2018), begun from a name: the
 * same name gives the same numbers on every machine.
 */
export const randomFrom = (name: string): Random => {
  const begin = hashOf(name)
  const next = [1, 2, 3, 4].map((step) => splitMix(begin + Math.imul(step, 0x9e3779b9)))
  let [a = 1, b = 2, c = 3, d = 4] = next
  return () => {
    const word = Math.imul(rotateLeft(Math.imul(b, 5), 7), 9) >>> 0
    const shifted = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = rotateLeft(d, 11)
    return word / 4_294_967_296
  }
}
