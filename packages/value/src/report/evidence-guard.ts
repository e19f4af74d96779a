import type { Amount } from '../claims/amount.ts'
import type { Effect, Quantity } from '../claims/claim.ts'
import { extractFromLine } from '../claims/extract-claims.ts'
import { lex } from '../claims/lex.ts'
import { baseFactor } from '../claims/units.ts'

/** What the figures of a report rest on. */
export type Evidence = {
  /** Words of pull requests that state what was achieved. */
  readonly quotes: readonly string[]
  /** Changes that were measured; of levels no effect is known. */
  readonly measured: readonly (Quantity & { readonly effect: Effect | null })[]
  /** Numbers of things, exact. */
  readonly counts: readonly number[]
  /** Estimates in a unit, such as hours or money; they may be given with fewer digits. */
  readonly estimates: readonly { readonly value: number; readonly unit: string }[]
}

const SPELLED_NUMBERS =
  /^(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|dozens?|hundreds?|thousands?|millions?|billions?)$/i
/** The commas of 12,000. */
const THOUSANDS = /(?<=\d),(?=\d{3}(?!\d))/g
const DATE = /\b\d{4}-\d{2}(?:-\d{2})?\b/g

/**
 * Why a sentence must not stand in a report: a number in it has no evidence, by value and unit. Null if all have. Numbers
 * in words are refused, as nothing tells "a hundred" from a figure of speech.
 */
export const withoutEvidence = (sentence: string, evidence: Evidence): string | null => {
  const text = sentence.replace(DATE, ' ').replace(THOUSANDS, '')
  const spelled = text.split(/[^\p{L}]+/u).find((word) => SPELLED_NUMBERS.test(word))
  if (spelled !== undefined) return `write “${spelled}” in digits, so that it can be checked`
  const known = [
    ...evidence.quotes.flatMap((quote) => amountsIn(quote)),
    ...evidence.measured.flatMap((measured) => amountsIn(wordsOf(measured))),
    ...evidence.estimates.map(({ value, unit }) => ({ value: Math.abs(value), unit, isEstimate: true })),
    ...evidence.counts.map((value) => ({ value, unit: null, isEstimate: false })),
  ]
  const unknown = amountsIn(text).find((stated) => !known.some((one) => isSame(stated, one)))
  if (unknown) return `nothing that was collected says ${unknown.value}${unknown.unit ? ` ${unknown.unit}` : ''}`
  return unstatedChange(text, evidence)
}

/** "Halves the build time" holds a number, too. */
const unstatedChange = (text: string, { quotes, measured }: Evidence): string | null => {
  const stated = [
    ...quotes.flatMap((quote) => extractFromLine(quote)),
    ...measured.flatMap((one) => amountsIn(wordsOf(one)).map((amount) => ({ ...amount, effect: one.effect }))),
  ]
  const missing = extractFromLine(text).find(
    ({ value, unit, effect }) =>
      value !== null &&
      !stated.some((claim) => `${claim.value}${claim.unit}${claim.effect}` === `${value}${unit}${effect}`),
  )
  return missing ? `nobody states “${missing.text}”` : null
}

const wordsOf = ({ value, unit }: Quantity): string => `${Math.abs(value)} ${unit ?? ''}`

type Figure = { readonly value: number; readonly unit: string | null; readonly isEstimate: boolean }

const amountsIn = (text: string): Figure[] =>
  lex(text).flatMap(({ amount }, at, tokens) => {
    const before = tokens[at - 1]?.written ?? ''
    const currency = /^[A-Z]{3}$/.test(before) ? before : null
    return amount ? valuesOf(amount).map((value) => figure(value, amount.unit ?? currency)) : []
  })

const valuesOf = ({ value }: Amount): readonly number[] => (typeof value === 'number' ? [value] : value)

const figure = (value: number, unit: string | null): Figure => ({ value, unit, isEstimate: false })

const isSame = (stated: Figure, known: Figure): boolean => {
  const [a, b] = [stated, known].map(({ value, unit }) => value * baseFactor(unit))
  if (a === undefined || b === undefined || baseOf(stated.unit) !== baseOf(known.unit)) return false
  if (Math.abs(a - b) <= 1e-9 * Math.abs(b)) return true
  // Fewer digits of an estimate are the same estimate.
  return known.isEstimate && [2, 3].some((digits) => Number(known.value.toPrecision(digits)) === stated.value)
}

/** Units that convert into each other share a base. */
const baseOf = (unit: string | null): string | null => {
  if (unit === null) return null
  if (/^(?:ns|us|ms|s|min|h|day|week)$/.test(unit)) return 'time'
  return /^[kmgt]i?b$|^bytes?$/i.test(unit) ? 'size' : unit.toLowerCase()
}
