import type { CountingContext, CountingFilters, UnclearCount } from './counting-question.ts'
import { before, isPlainMoment, momentSource, readMoment } from './moments.ts'
import { fold, placeOf, type Reading, take, unclear } from './reading.ts'

type Bounds = { readonly from?: number; readonly to?: number }
type PeriodForm = {
  readonly pattern: RegExp
  readonly read: (match: RegExpExecArray, now: number) => Bounds | null | 'none' | 'several'
}

const numberWords = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']
const pattern = (source: string) => new RegExp(`(?<![\\w·/-])${source}(?![\\w/-])`, 'i')
const moment = (name: string) => `(?<${name}>${momentSource})`

/** The longer forms first. Both ends of a range belong to it, as in "between March and May". */
const forms: readonly PeriodForm[] = [
  {
    pattern: pattern(
      `(?:between\\s+${moment('a')}\\s+and|from\\s+${moment('b')}\\s+(?:to|until|till|through|up\\s+to))\\s+${moment('c')}`,
    ),
    read: readRange,
  },
  {
    pattern: pattern(
      `(?:in\\s+|over\\s+|during\\s+|within\\s+|for\\s+)?(?:the\\s+)?(?:last|past|previous)\\s+(?<n>\\d{1,4}|${numberWords.join('|')})\\s+(?<unit>hour|day|week|month|quarter|year)s?`,
    ),
    read: ({ groups = {} }, now) => {
      const { n = '', unit = '' } = groups
      const count = /^\d/.test(n) ? Number(n) : numberWords.indexOf(n.toLowerCase()) + 1
      return count > 0 ? { from: before(now, count, unit.toLowerCase()), to: now } : null
    },
  },
  {
    pattern: pattern(`(?<word>since|after|before|until|till|up\\s+to|through)\\s+${moment('a')}`),
    read: readOpenRange,
  },
  {
    pattern: pattern(`from\\s+${moment('a')}\\s+on(?:wards?)?`),
    read: ({ groups = {} }, now) => from(readMoment(groups.a ?? '', now)?.start),
  },
  {
    pattern: pattern(`(?:in|during|on|of|for)\\s+${moment('a')}\\s*(?:and|or|vs)\\s+${moment('b')}`),
    read: () => 'several',
  },
  {
    pattern: pattern(`(?<word>in|during|on|of|for|within|throughout|over|from)\\s+${moment('a')}`),
    read: ({ groups = {} }, now) => inside(groups.a ?? '', now),
  },
  {
    pattern: pattern(moment('a')),
    read: ({ groups = {} }, now) => (isPlainMoment(groups.a ?? '') ? inside(groups.a ?? '', now) : 'none'),
  },
]

function readRange({ groups = {} }: RegExpExecArray, now: number): Bounds | null {
  const last = readMoment(groups.c ?? '', now)
  // "Between November and February" begins in the November before that February.
  const first = last && readMoment(groups.a ?? groups.b ?? '', now, last.start)
  return first && first.start <= last.start ? { from: first.start, to: last.end } : null
}

function readOpenRange({ groups = {} }: RegExpExecArray, now: number): Bounds | null {
  const span = readMoment(groups.a ?? '', now)
  if (!span) return null
  const word = groups.word?.toLowerCase()
  if (word === 'since') return { from: span.start }
  if (word === 'after') return { from: span.end }
  return { to: word === 'before' ? span.start : span.end }
}

const from = (start: number | undefined): Bounds | null => (start === undefined ? null : { from: start })

const inside = (text: string, now: number): Bounds | null => {
  const span = readMoment(text, now)
  return span && { from: span.start, to: span.end }
}

/** Reads the one period of a question, if it has one. */
export const readPeriod = (reading: Reading, context: CountingContext): Reading | UnclearCount => {
  const now = context.now.getTime()
  const found = findPeriod(reading.rest, now)
  if (!found) return reading
  const { place, bounds } = found
  const text = reading.question.slice(place.start, place.end)
  if (!bounds) return unclear('unreadable-period', `“${text}” is no period that there is.`, [text])
  const named = namesakes(text, context)
  if (named.length > 0) {
    const because = `“${text}” may be a month or a name; add a year, or write the full name.`
    return unclear('month-or-name', because, [text], named)
  }
  const after = take(reading, 'period', place)
  const other = findPeriod(after.rest, now)
  if (!other && bounds !== 'several') return { ...after, filters: { ...reading.filters, ...inIso(bounds) } }
  const texts = [text, ...(other ? [reading.question.slice(other.place.start, other.place.end)] : [])]
  return unclear('several-periods', 'The question names more than one period; ask for one.', texts)
}

const inIso = ({ from: start, to: end }: Bounds): CountingFilters => ({
  ...(start === undefined ? {} : { from: new Date(start).toISOString() }),
  ...(end === undefined ? {} : { to: new Date(end).toISOString() }),
})

/** Repositories and people that "in March" or "from April" may mean as well. */
const namesakes = (text: string, { authors, repositories }: CountingContext): string[] => {
  const [, word = '', month = ''] = /^(in|of|for|from|on)\s+(\p{L}+)$/iu.exec(text) ?? []
  if (month === '' || isPlainMoment(month)) return []
  const places = repositories.filter(({ name }) => fold(name).split('/').at(-1) === fold(month))
  const isPerson = /^(?:from|of|for)$/i.test(word)
  const people = authors.filter(
    ({ names }) => isPerson && names.some((name) => fold(name).split(/\s+/).includes(fold(month))),
  )
  return [...places, ...people].map(({ id }) => id)
}

const findPeriod = (rest: string, now: number) => {
  for (const form of forms) {
    const match = form.pattern.exec(rest)
    const bounds = match && form.read(match, now)
    if (match && bounds !== 'none') return { place: placeOf(match), bounds }
  }
  return null
}
