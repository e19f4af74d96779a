import {
  blank,
  codeUnitClasses,
  digit,
  isBlankUnit,
  letter,
  mark,
  newline,
  special,
  type Units,
} from './character-classes.ts'
import { apostrophe, pieceEnd, space } from './piece-end.ts'

/** The classes that a cut depends on: those of the code units, and two characters that the pattern names. */
const aSpace = 6
const anApostrophe = 7
const bitsOfClass = 3
const oneClass = (1 << bitsOfClass) - 1

/** Between two units: nothing, a cut, or something that takes a closer look. */
const joined = 0
const cut = 1
const unclear = 2

const isBlankClass = (kind: number): boolean => kind === aSpace || kind === blank
const isMarkClass = (kind: number): boolean => kind === mark || kind === anApostrophe

/** Whether a piece begins at `own`, from the class of its unit, of two before and of one behind. */
const ruleOf = (first: number, before: number, own: number, behind: number): number => {
  if ([first, before, own, behind].includes(special)) return unclear
  if (own === newline) return isBlankClass(before) ? unclear : Number(before === letter || before === digit)
  if (isBlankClass(own)) return isBlankClass(before) && (isBlankClass(behind) || behind === newline) ? joined : cut
  if (own === digit) {
    if (before !== digit) return cut
    return first === digit && behind === digit ? unclear : joined
  }
  if (own !== letter) return isMarkClass(before) || before === aSpace ? joined : cut
  if (!isMarkClass(before)) return before === digit || before === newline ? cut : joined
  if (isMarkClass(first) || first === aSpace) return cut
  return before === anApostrophe ? unclear : joined
}

const classIn = (context: number, place: number): number => (context >> (place * bitsOfClass)) & oneClass
const ruleIn = (context: number): number =>
  ruleOf(classIn(context, 3), classIn(context, 2), classIn(context, 1), classIn(context, 0))

/** Of two units in a row, of which five classes are known: the rule of the first, and that of the second above it. */
const rulesOfTwo = (context: number): number => {
  const first = ruleIn(context >> bitsOfClass)
  const second = ruleIn(context & ((1 << (4 * bitsOfClass)) - 1))
  return first === unclear || second === unclear ? unclearTwo : first | (second << 1)
}
const unclearTwo = 4
const fiveClasses = (1 << (5 * bitsOfClass)) - 1
const twoAscii = 0x3fff
const beyondAscii = 0xff80ff80

type Tables = { readonly classes: Uint8Array; readonly ofTwo: Uint8Array; readonly rules: Uint8Array }
let tables: Tables | undefined

/** Made once, at the first use: the classes of each unit and of each two of ASCII, and the rules. */
const cutTables = (): Tables => {
  if (tables) return tables
  const classes = Uint8Array.from(codeUnitClasses())
  classes[space] = aSpace
  classes[apostrophe] = anApostrophe
  const ofTwo = Uint8Array.from({ length: twoAscii + 1 }, (_, two) => classesOfTwo(classes, two & 0x7f, two >> 7))
  const rules = Uint8Array.from({ length: fiveClasses + 1 }, (_, context) => rulesOfTwo(context))
  tables = { classes, ofTwo, rules }
  return tables
}

const classesOfTwo = (classes: Uint8Array, first: number, second: number): number =>
  ((classes[first] ?? 0) << bitsOfClass) | (classes[second] ?? 0)

/** What is longer is torn. */
export const longestPiece = 128
/** Units in which any piece ends that is not torn. */
export const pieceWindow = longestPiece + 4

/**
 * Writes where the pieces of `[from, to)` begin, `from` first, and returns how many of them are whole: where the last of
 * these ends is written, too, and may lie behind `to`. No jump in the loop depends on what a character is, for half of
 * these would be foreseen wrongly, and that costs more than all else; what takes a closer look is rare.
 */
export const cutPieces = (units: Units, twos: DataView, from: number, to: number, cuts: Int32Array): number => {
  const end = units.length
  let count = 1
  /** So many cuts are sure; those behind may lie in blanks that a line break follows. */
  let sure = 1
  cuts[0] = from
  let at = from
  for (;;) {
    count = scan(units, twos, at, to, cuts, count)
    at = cuts[count] ?? to
    while (count > sure && isInBlanks(units, cuts[count - 1] ?? 0)) count -= 1
    if (at + 1 >= to && to < end && count > 1) return count - 1
    const start = cuts[count - 1] ?? from
    const behind = pieceEnd(units, start, Math.min(end, start + pieceWindow))
    cuts[count] = behind
    count += 1
    sure = count
    at = behind
    if (at >= to || behind - start > longestPiece) return count - 1
  }
}

/** Adds cuts to `before` others, up to `to` or to what is unclear; how far it came is written behind the last. */
const scan = (units: Units, twos: DataView, from: number, to: number, cuts: Int32Array, before: number): number => {
  const { classes, ofTwo, rules } = cutTables()
  let count = before
  let context = (newline << (2 * bitsOfClass)) | classesOfTwo(classes, units[from] ?? 0, units[from + 1] ?? 0)
  let at = from + 2
  for (; at + 1 < to; at += 2) {
    const two = twos.getInt32(2 * at, true)
    const kinds =
      (two & beyondAscii) === 0
        ? (ofTwo[(two | (two >>> 9)) & twoAscii] ?? 0)
        : classesOfTwo(classes, two & 0xffff, two >>> 16)
    context = ((context << (2 * bitsOfClass)) | kinds) & fiveClasses
    const rule = rules[context] ?? unclearTwo
    if (rule === unclearTwo) break
    cuts[count] = at - 1
    count += rule & 1
    cuts[count] = at
    count += rule >> 1
  }
  cuts[count] = at
  return count
}

const isInBlanks = (units: Units, at: number): boolean => isBlankUnit(units[at] ?? 0) && isBlankUnit(units[at - 1] ?? 0)
