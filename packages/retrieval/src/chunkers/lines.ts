import type { Units } from '../tokens/character-classes.ts'

const lineFeed = 0x0a

/** Calls back for each line: where it begins, and where it ends before its line break. */
export const forEachLine = (units: Units, see: (start: number, end: number) => void): void => {
  for (let start = 0; start < units.length; ) {
    let end = start
    while (end < units.length && units[end] !== lineFeed) end += 1
    see(start, end)
    start = end + 1
  }
}

/** Tells the given ASCII characters from all others by their code units, without a search. */
export const unitSet = (characters: string): ((unit: number) => boolean) => {
  const isIn = new Uint8Array(0x80)
  for (const character of characters) isIn[character.charCodeAt(0)] = 1
  return (unit) => unit < 0x80 && isIn[unit] === 1
}
