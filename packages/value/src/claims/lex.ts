import type { Amount } from './amount.ts'
import { numberPhraseAt } from './number-phrases.ts'
import { unitAt } from './units.ts'

export type Token = {
  readonly kind: 'word' | 'name' | 'amount' | 'arrow' | 'mark'
  readonly start: number
  readonly end: number
  readonly text: string
  /** The text before it was put in lower case. */
  readonly written: string
  readonly amount?: Amount
}

const SPACE = /\s+/y
const CODE = /`+[^`\n]*`+/y
const WORD = /[\p{L}_@#][\p{L}\p{N}_]*(?:['./@:-]+[\p{L}\p{N}_]+)*\+*/uy
const ARROW = /-{1,2}>|=>|→|~>/y
const NUMBER = /(?:[$€£]\s?)?(?:\d+(?:\.\d+)?|\.\d+)/y
const SCALE = /(?:\s?(?:million|billion|thousand|mln|bn)(?!\w)|[kM](?![\w/]))/y
const BILLION = /B(?!\w)/y
const COMPOUND_TIME =
  /(?:(\d+)\s?h(?:rs?|ours?)?\s?)?(\d+)\s?m(?:in(?:ute)?s?)?\s?(?:and\s)?(\d+(?:\.\d+)?)\s?(?:s(?:ec(?:ond)?s?)?)?(?![\w.])|(\d+)\s?h\s?(\d+)\s?m(?:in)?(?!\w)/y
// What a number hangs in when it is part of a date, version, address, clock time or name.
const REST_OF_NAME = /[\p{L}\p{N}_]*(?:[.:/,-]?\d[\p{L}\p{N}_]*)*/uy
const NAME_AHEAD = /\.\d|:\d|\/\d|-\d+-\d|-?\p{L}/uy
const RANGE = /\s?(?:-|–|—|\.{2,3}|~|\b(?:to|or|and)\b)\s?~?\s?(?=\d)/y
const CURRENCY: Record<string, string> = { $: 'USD', '€': 'EUR', '£': 'GBP' }
const SCALES: Record<string, number> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  million: 1e6,
  mln: 1e6,
  b: 1e9,
  bn: 1e9,
  billion: 1e9,
}

/** Words, names, marks and amounts of one stretch of text, with offsets into that text. */
export function lex(text: string): Token[] {
  const tokens: Token[] = []
  let index = 0
  const match = (pattern: RegExp, from = index): RegExpExecArray | null => {
    pattern.lastIndex = from
    return pattern.exec(text)
  }
  const push = (kind: Token['kind'], end: number, amount?: Amount) => {
    const slice = text.slice(index, end)
    tokens.push({ kind, start: index, end, text: slice.toLowerCase(), written: slice, ...(amount && { amount }) })
    index = end
  }
  while (index < text.length) {
    const space = match(SPACE)
    if (space) {
      index += space[0].length
      continue
    }
    const code = match(CODE)
    if (code) {
      push('name', index + code[0].length)
      continue
    }
    const read = amountAt(text, index, tokens)
    if (read) {
      push(read.amount ? 'amount' : 'name', read.end, read.amount)
      continue
    }
    const arrow = match(ARROW)
    if (arrow) {
      push('arrow', index + arrow[0].length)
      continue
    }
    const word = match(WORD)
    if (word) push(/[\d_@#]/.test(word[0]) ? 'name' : 'word', index + word[0].length)
    else
      push(
        'mark',
        index +
          ((text.codePointAt(index) ?? 0 > 0xffff) ? String.fromCodePoint(text.codePointAt(index) ?? 32).length : 1),
      )
  }
  return tokens
}

type Read = { readonly end: number; readonly amount?: Amount }

function amountAt(text: string, index: number, before: readonly Token[]): Read | null {
  const phrase = numberPhraseAt(text, index)
  if (phrase) return phrase
  const signed = /[+-]/.test(text.charAt(index)) && /^[\s([|:~]?$/.test(text.charAt(index - 1))
  const sign = signed ? (text.charAt(index) as '+' | '-') : null
  let start = index + (sign ? 1 : 0)
  if (sign) while (text.charAt(start) === '~' || text.charAt(start) === ' ') start++
  if (!/[\d.$€£]/.test(text.charAt(start))) return null
  if (
    !sign &&
    /[\p{L}\d_./:#@-]/u.test(text.charAt(index - 1)) &&
    !/(?:^|[\s(])[./:-]$/.test(text.slice(Math.max(0, index - 2), index))
  )
    return nameAt(text, start)
  const compound = compoundTimeAt(text, start)
  if (compound) return compound
  const first = numberAt(text, start)
  if (!first) return null
  const unit = first.money ? null : unitAt(text, first.end)
  const firstEnd = first.end + (unit?.length ?? 0)
  const range = rangeAt(text, firstEnd, before, unit !== null)
  if (range) {
    const { second, unit: shared, end } = range
    if (unit === null || unit.dimension === shared?.dimension)
      return {
        end,
        amount: {
          value: [first.value, second],
          unit: shared?.name ?? first.money,
          dimension: shared?.dimension ?? 'plain',
          sign,
        },
      }
  }
  if (unit) {
    // "1980s" and "0s" are words about years and zeros.
    if (unit.name === 's' && /^\d{4}s$/.test(text.slice(start, firstEnd))) return nameAt(text, start)
    return { end: firstEnd, amount: { value: first.value, unit: unit.name, dimension: unit.dimension, sign } }
  }
  if (first.money)
    return { end: first.end, amount: { value: first.value, unit: first.money, dimension: 'money', sign } }
  NAME_AHEAD.lastIndex = first.end
  if (NAME_AHEAD.test(text)) return nameAt(text, start)
  return { end: first.end, amount: { value: first.value, unit: null, dimension: 'plain', sign } }
}

function numberAt(text: string, start: number): { value: number; end: number; money: string | null } | null {
  NUMBER.lastIndex = start
  const number = NUMBER.exec(text)?.[0]
  if (number === undefined) return null
  const money = CURRENCY[number.charAt(0)] ?? null
  const value = Number(number.replace(/^[^\d.]+/, ''))
  const end = start + number.length
  SCALE.lastIndex = end
  BILLION.lastIndex = end
  const scale = SCALE.exec(text)?.[0] ?? (money ? BILLION.exec(text)?.[0] : undefined)
  if (scale === undefined) return { value, end, money }
  return { value: round(value * (SCALES[scale.trim().toLowerCase()] ?? 1)), end: end + scale.length, money }
}

// "2% to 10%" is a range, "from 2% to 10%" a change; a range runs upwards.
function rangeAt(text: string, end: number, before: readonly Token[], firstHasUnit: boolean) {
  RANGE.lastIndex = end
  const joint = RANGE.exec(text)?.[0]
  if (joint === undefined) return null
  const spelled = /[a-z]/.test(joint)
  if (spelled && before.slice(-5).some((token) => token.text === 'from' || token.text === 'down')) return null
  if (joint.trim() === 'and' && !before.slice(-3).some((token) => token.text === 'between')) return null
  if (joint.trim() === 'or' && firstHasUnit) return null
  const second = numberAt(text, end + joint.length)
  const first = numberAt(text, previousNumberStart(text, end))
  if (!second || (first && second.value <= first.value)) return null
  const unit = unitAt(text, second.end)
  if (!unit && !second.money) return null
  return { second: second.value, unit, end: second.end + (unit?.length ?? 0) }
}

function previousNumberStart(text: string, end: number): number {
  const digits = text.slice(Math.max(0, end - 24), end).match(/\d+(?:\.\d+)?[^\d]*$/)
  return digits ? end - digits[0].length : end
}

function compoundTimeAt(text: string, start: number): Read | null {
  COMPOUND_TIME.lastIndex = start
  const found = COMPOUND_TIME.exec(text)
  if (!found) return null
  const [whole, h, m, s, hours, minutes] = found
  const seconds = Number(h ?? hours ?? 0) * 3600 + Number(m ?? minutes ?? 0) * 60 + Number(s ?? 0)
  return { end: start + whole.length, amount: { value: round(seconds), unit: 's', dimension: 'time', sign: null } }
}

function nameAt(text: string, start: number): Read {
  REST_OF_NAME.lastIndex = start
  return { end: start + Math.max(1, REST_OF_NAME.exec(text)?.[0].length ?? 1) }
}

const round = (value: number): number => Number(value.toPrecision(12))
