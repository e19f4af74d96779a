import type { Amount } from './amount.ts'

const ONES: Record<string, number> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  hundred: 100,
  twenty: 20,
  fifty: 50,
}
const NUMBER_WORD = Object.keys(ONES).join('|')

type Phrase = { readonly pattern: RegExp; readonly read: (match: RegExpExecArray) => Amount }

const ratio = (value: number): Amount => ({ value, unit: 'x', dimension: 'ratio', sign: null })
const percent = (value: number): Amount => ({ value, unit: '%', dimension: 'percent', sign: null })

// Amounts spelled out. A fraction counts only where it measures a change: "by half", not "half of the files".
const PHRASES: readonly Phrase[] = [
  { pattern: /(?:an? |one )?order of magnitude\b/iy, read: () => ratio(10) },
  {
    pattern: /(two|three|four|2|3|4) orders of magnitude\b/iy,
    read: ([, n = '']) => ratio(10 ** (ONES[n.toLowerCase()] ?? Number(n))),
  },
  { pattern: /twice(?= (?:as|the))/iy, read: () => ratio(2) },
  {
    pattern: /(?:one |only )?half(?= (?:as|(?:of )?the (?:time|memory|size|cpu|number|amount|allocations)))/iy,
    read: () => percent(50),
  },
  {
    pattern:
      /(?<=\b(?:by|in) (?:(?:about|around|roughly|almost|nearly|over) )?)(?:an? |one )?(half|third|quarter)\b(?! of the (?!time))/iy,
    read: ([, part = '']) => percent(FRACTIONS[part.toLowerCase()] ?? 0),
  },
  {
    pattern: /(?<=\b(?:by|in) (?:(?:about|around|roughly|almost|nearly|over) )?)two[ -]thirds\b/iy,
    read: () => percent(66.7),
  },
  {
    pattern: new RegExp(`(${NUMBER_WORD})[ -]?(?:fold|times)(?!\\w)`, 'iy'),
    read: ([, n = '']) => ratio(ONES[n.toLowerCase()] ?? 1),
  },
  {
    pattern: new RegExp(`(${NUMBER_WORD})[ -](seconds?|minutes?|hours?|milliseconds?|bytes)(?!\\w)`, 'iy'),
    read: ([, n = '', unit = '']) => ({
      value: ONES[n.toLowerCase()] ?? 1,
      unit: SPELLED_UNITS[unit.toLowerCase().replace(/s$/, '')] ?? 'bytes',
      dimension: unit.toLowerCase() === 'bytes' ? 'size' : 'time',
      sign: null,
    }),
  },
  {
    pattern: new RegExp(
      `(${NUMBER_WORD}) ((?:allocation|syscall|system call|instruction|round[ -]?trip|quer(?:y|ie)|request|fetche?|lookup)s?)(?!\\w)`,
      'iy',
    ),
    read: ([, n = '', unit = '']) => ({
      value: ONES[n.toLowerCase()] ?? 1,
      unit: unit.toLowerCase(),
      dimension: 'count',
      sign: null,
    }),
  },
  {
    pattern: new RegExp(`(${NUMBER_WORD}) per ?cent\\b`, 'iy'),
    read: ([, n = '']) => percent(ONES[n.toLowerCase()] ?? 0),
  },
]
/** Whether a text may hold an amount at all: most sentences do not, and need not be read closer. */
export const MAY_HAVE_AMOUNT =
  /\p{Nd}|hal[fv]|doubl|tripl|quadrupl|third|twice|magnitude|fold|quarter|times|\b(?:one|two|three|four|five|ten)\b/iu

const FRACTIONS: Record<string, number> = { half: 50, third: 33.3, quarter: 25 }
const SPELLED_UNITS: Record<string, string> = { second: 's', minute: 'min', hour: 'h', millisecond: 'ms' }
const FIRST_LETTERS = /[aothfsen234q]/i

/** An amount written in words that starts at `index`: "an order of magnitude", "twice as", "three-fold", "by a third". */
export function numberPhraseAt(text: string, index: number): { readonly end: number; readonly amount: Amount } | null {
  if (!FIRST_LETTERS.test(text.charAt(index)) || /[\w-]/.test(text.charAt(index - 1))) return null
  for (const { pattern, read } of PHRASES) {
    pattern.lastIndex = index
    const match = pattern.exec(text)
    if (match) return { end: index + match[0].length, amount: read(match) }
  }
  return null
}
