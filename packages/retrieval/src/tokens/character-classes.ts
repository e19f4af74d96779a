import { openScratch, type Scratch } from './scratch.ts'

/** What the tokenizer's pattern tells apart. Whatever is none of the others is a `mark`, lone surrogates too. */
export const mark = 0
export const letter = 1
export const digit = 2
export const blank = 3
export const newline = 4
/** Not told by the unit alone: the first half of a surrogate pair has the class of its code point. NUL is here, too. */
export const special = 5

/** The UTF-16 code units of a text: reading these is several times as fast as `charCodeAt`. */
export type Units = Uint16Array

/** Units behind the end of each text, so that several can be read at once anywhere in it. */
const padding = 16

/** To read two units at once, as 32 bits with the first one lowest, from any byte that one of them begins at. */
export const twosOf = (units: Units): DataView => new DataView(units.buffer, units.byteOffset)

export const unitsOf = (text: string, scratch: Scratch = openScratch()): Units => {
  const { buffer } = scratch.numbers((text.length + padding + 1) >> 1)
  Buffer.from(buffer).write(text, 'utf16le')
  return new Uint16Array(buffer, 0, text.length)
}

let table: Uint8Array | undefined

/** One class for each code unit. Made once, at the first use. */
export const codeUnitClasses = (): Uint8Array => {
  table ??= Uint8Array.from({ length: 65_536 }, (_, unit) =>
    unit === 0 || isHigh(unit) ? special : classOf(String.fromCharCode(unit)),
  )
  return table
}

const classOf = (character: string): number => {
  if (/\p{L}/u.test(character)) return letter
  if (/\p{N}/u.test(character)) return digit
  if (/[\r\n]/.test(character)) return newline
  return /\s/.test(character) ? blank : mark
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff

const isPairAt = (units: Units, at: number): boolean => {
  const second = units[at + 1] ?? 0
  return isHigh(units[at] ?? 0) && second >= 0xdc00 && second <= 0xdfff
}

/** The class of the code point at an offset. */
export const classAt = (units: Units, at: number): number => {
  const unit = units[at] ?? 0
  const found = codeUnitClasses()[unit] ?? mark
  if (found !== special) return found
  return isPairAt(units, at) ? classOf(String.fromCharCode(unit, units[at + 1] ?? 0)) : mark
}

/** How many code units the code point at an offset has. */
export const widthAt = (units: Units, at: number): 1 | 2 => (isPairAt(units, at) ? 2 : 1)

/** Whether the text can be cut here without tearing a surrogate pair. */
export const isBetweenPairs = (units: Units, at: number): boolean => at <= 0 || !isPairAt(units, at - 1)

export const isBlankUnit = (unit: number): boolean => {
  const found = codeUnitClasses()[unit]
  return found === blank || found === newline
}

/** The first character at or behind `at` that is not blank, or `end`. */
export const skipBlanks = (units: Units, at: number, end: number): number => {
  let here = at
  while (here < end && isBlankUnit(units[here] ?? 0)) here += 1
  return here
}

/** Behind the last character before `at` that is not blank, or `start`. */
export const trimBlanks = (units: Units, start: number, at: number): number => {
  let here = at
  while (here > start && isBlankUnit(units[here - 1] ?? 0)) here -= 1
  return here
}
