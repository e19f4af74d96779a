/** Terms that follow each other, that make one mark of a text. */
const SHINGLE = 3
const HASHES = 32

/**
 * Marks of a text: the smallest of its shingles' hashes under several hash functions (Broder, "On the resemblance and
 * containment of documents", 1997). Two texts share about the part of their marks that they share of their shingles.
 */
export const marksOf = (terms: readonly string[]): Uint32Array => {
  const marks = new Uint32Array(HASHES).fill(0xffffffff)
  for (let at = 0; at + SHINGLE <= Math.max(terms.length, SHINGLE); at += 1) {
    const base = hashOf(terms.slice(at, at + SHINGLE).join(' '))
    for (let number = 0; number < HASHES; number += 1) {
      const hash = mixed(base + Math.imul(number, 0x9e3779b9))
      if (hash < (marks[number] ?? 0)) marks[number] = hash
    }
  }
  return marks
}

/** From this part on, two passages say the same. */
const ALIKE = 0.8

export const areAlike = (a: Uint32Array, b: Uint32Array): boolean => {
  let shared = 0
  for (let at = 0; at < HASHES; at += 1) if (a[at] === b[at]) shared += 1
  return shared / HASHES >= ALIKE
}

/** FNV-1a. */
const hashOf = (text: string): number => {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash
}

/** The last steps of MurmurHash3. */
const mixed = (hash: number): number => {
  let mix = hash | 0
  mix = Math.imul(mix ^ (mix >>> 16), 0x85ebca6b)
  mix = Math.imul(mix ^ (mix >>> 13), 0xc2b2ae35)
  return (mix ^ (mix >>> 16)) >>> 0
}
