import { space } from '../tokens/piece-end.ts'

/** Where the line ends that an offset lies in, before its line break. */
export const lineEnd = (text: string, at: number): number => {
  const lineBreak = text.indexOf('\n', at)
  return lineBreak < 0 ? text.length : lineBreak
}

/** Units of a line that tell what it is; lines may be a megabyte long. */
export const longestHead = 200

const tab = 0x09
export const isSpaceOrTab = (unit: number): boolean => unit === space || unit === tab

/** Tells the given ASCII characters from all others by their code units, without a search. */
export const unitSet = (characters: string): ((unit: number) => boolean) => {
  const isIn = new Uint8Array(0x80)
  for (const character of characters) isIn[character.charCodeAt(0)] = 1
  return (unit) => unit < 0x80 && isIn[unit] === 1
}
