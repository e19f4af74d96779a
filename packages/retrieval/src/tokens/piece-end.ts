import {
  blank,
  classAt,
  codeUnitClasses,
  digit,
  letter,
  mark,
  newline,
  type Units,
  widthAt,
} from './character-classes.ts'

/**
 * Where the piece ends that begins at `at`, when the text ends at `end`: the pattern of cl100k_base as a scanner,
 * `'(?:[sdmt]|ll|ve|re)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s+$|\s*[\r\n]|\s+(?!\S)|\s`.
 * The pattern never looks back, so a piece depends on nothing that stands before it.
 */
export const pieceEnd = (units: Units, at: number, end: number): number => {
  const unit = units[at] ?? 0
  const first = classAt(units, at)
  if (first === letter) return runEnd(units, at, end, letter)
  if (first === digit) return digitsEnd(units, at, end)
  if (first === newline) return blanksEnd(units, at, end)
  if (unit === apostrophe) {
    const length = contractionLength(units, at, end)
    if (length > 0) return at + length
  }
  const second = at + widthAt(units, at)
  const following = second < end ? classAt(units, second) : newline
  if (following === letter) return runEnd(units, second, end, letter)
  if (first === mark) return marksEnd(units, second, end)
  return unit === space && following === mark ? marksEnd(units, second, end) : blanksEnd(units, at, end)
}

export const apostrophe = 0x27
export const space = 0x20

const runEnd = (units: Units, from: number, end: number, kind: number): number => {
  const classes = codeUnitClasses()
  let at = from
  for (;;) {
    while (at < end && classes[units[at] ?? 0] === kind) at += 1
    if (at >= end || classAt(units, at) !== kind) return at
    at += widthAt(units, at)
  }
}

const digitsEnd = (units: Units, from: number, end: number): number => {
  let at = from
  for (let count = 0; count < 3 && at < end && classAt(units, at) === digit; count += 1) at += widthAt(units, at)
  return at
}

const marksEnd = (units: Units, from: number, end: number): number =>
  runEnd(units, runEnd(units, from, end, mark), end, newline)

/** Up to the last line break; without one, up to the last blank, which goes with what follows. */
const blanksEnd = (units: Units, from: number, end: number): number => {
  const classes = codeUnitClasses()
  let at = from
  let behindBreak = -1
  for (; at < end; at += 1) {
    const kind = classes[units[at] ?? 0]
    if (kind === newline) behindBreak = at + 1
    else if (kind !== blank) break
  }
  if (at === end) return end
  if (behindBreak >= 0) return behindBreak
  return at - from > 1 ? at - 1 : at
}

/** `'s 'd 'm 't` and `'ll 've 're`, in either case. */
const contractionLength = (units: Units, at: number, end: number): 0 | 2 | 3 => {
  const first = at + 1 < end ? lowerCase(units[at + 1] ?? 0) : 0
  if (first === 0x73 || first === 0x64 || first === 0x6d || first === 0x74) return 2
  const second = at + 2 < end ? lowerCase(units[at + 2] ?? 0) : 0
  if (first === 0x6c) return second === 0x6c ? 3 : 0
  return (first === 0x76 || first === 0x72) && second === 0x65 ? 3 : 0
}

const lowerCase = (unit: number): number => unit | 0x20
