/** Slots for each entry: of fewer, more are taken when another word comes. */
const ROOM = 4

/**
 * Numbers by word in one flat table, with a word's hash in its place: a search asks for some thousand words, and a Map of
 * strings goes to memory several times for each. Of a billion words that are not there, one may pass for another.
 */
export const frequencyTable = (frequencies: ReadonlyMap<string, number>): ((word: string) => number | undefined) => {
  const slots = 2 ** Math.ceil(Math.log2(ROOM * (frequencies.size + 1)))
  const table = new Uint32Array(2 * slots)
  const slotOf = (hash: number): number => {
    let slot = (hash ^ (hash >>> 15)) & (slots - 1)
    while (table[2 * slot] !== 0 && table[2 * slot] !== hash) slot = (slot + 1) & (slots - 1)
    return slot
  }
  for (const [word, frequency] of frequencies) {
    const hash = hashOf(word)
    const slot = slotOf(hash)
    table[2 * slot] = hash
    table[2 * slot + 1] = frequency
  }
  return (word) => {
    const slot = slotOf(hashOf(word))
    return table[2 * slot] === 0 ? undefined : table[2 * slot + 1]
  }
}

/** FNV-1a with a last step of MurmurHash3; never 0, which marks an empty slot. */
const hashOf = (word: string): number => {
  let hash = 0x811c9dc5
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  return (hash ^ (hash >>> 13)) >>> 0 || 1
}
