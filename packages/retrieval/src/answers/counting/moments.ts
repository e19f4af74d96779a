/** From `start` to before `end`, in milliseconds since 1970, UTC. */
export type Span = { readonly start: number; readonly end: number }

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const month =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const day = '\\d{1,2}(?:st|nd|rd|th)?'
const century = '(?:19|20)\\d{2}'
const year = `${century}(?![\\d-])`

const forms = {
  isoDay: `${century}-\\d{1,2}-\\d{1,2}`,
  isoMonth: `${century}-\\d{1,2}(?![\\d-])`,
  yearQuarter: `${century}[ -]?q[1-4]`,
  quarter: `q[1-4](?:\\s+(?:of\\s+)?${year})?`,
  ordinalQuarter: `(?:the\\s+)?(?:first|second|third|fourth|last)\\s+quarter\\s+(?:of\\s+)?${year}`,
  dayMonth: `(?:the\\s+)?${day}\\s+(?:of\\s+)?${month}\\b(?:[.,]?\\s+${year})?`,
  monthDay: `${month}\\s+${day}(?!\\d)(?:,?\\s+${year})?`,
  lastMonth: `(?:last|this)\\s+${month}`,
  monthYear: `(?:the\\s+month\\s+of\\s+)?${month}\\b(?:[.,]?\\s+(?:of\\s+)?${year})?`,
  unit: '(?:the\\s+)?(?:last|past|previous|this|current)\\s+(?:week|month|quarter|year)',
  today: '(?:today|yesterday)',
  year: `(?:the\\s+year\\s+)?${year}`,
} as const

/** A regular expression source for a day, week, month, quarter or year in English or ISO 8601. */
export const momentSource = `(?:${Object.values(forms).join('|')})\\b`

/** Whether these words are a time wherever they stand; "May" and "March" are only behind "in" and its like. */
export const isPlainMoment = (text: string): boolean => !new RegExp(`^${month}$`, 'i').test(text)

const ordinals = [/first/, /second/, /third/, /fourth|last/]
const dayMs = 86_400_000

/**
 * What a moment means: without a year, the last such month, day or quarter that began by `by`. Weeks begin on Monday
 * (ISO 8601). Null where there is no such day.
 */
export const readMoment = (text: string, now: number, by: number = now): Span | null => {
  const words = text.toLowerCase().replaceAll(/\s+/g, ' ')
  const form = Object.entries(forms).find(([, source]) => new RegExp(`^${source}$`).test(words))?.[0]
  const numbers = (words.match(/\d+/g) ?? []).map(Number)
  const [first = 0, second = 0, third = 0] = numbers
  const named = monthNames.indexOf(/\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/.exec(words)?.[1] ?? '')
  switch (form) {
    case 'isoDay':
      return dayOf(first, second - 1, third)
    case 'isoMonth':
      return second >= 1 && second <= 12 ? monthsFrom(first, second - 1) : null
    case 'yearQuarter':
      return monthsFrom(first, (second - 1) * 3, 3)
    case 'quarter':
      return inYear(numbers[1], by, (y) => monthsFrom(y, (first - 1) * 3, 3))
    case 'ordinalQuarter':
      return monthsFrom(
        first,
        Math.max(
          0,
          ordinals.findIndex((word) => word.test(words)),
        ) * 3,
        3,
      )
    case 'dayMonth':
    case 'monthDay':
      return inYear(numbers[1], by, (y) => dayOf(y, named, first))
    case 'monthYear':
      return inYear(numbers[0], by, (y) => monthsFrom(y, named))
    case 'lastMonth':
      return words.startsWith('this')
        ? monthsFrom(new Date(now).getUTCFullYear(), named)
        : inYear(undefined, unitOf('month', now, 0).start - 1, (y) => monthsFrom(y, named))
    case 'unit':
      return unitOf(words.split(' ').at(-1) ?? '', now, /this|current/.test(words) ? 0 : -1)
    case 'today':
      return unitOf('day', now, words === 'today' ? 0 : -1)
    case 'year':
      return monthsFrom(first, 0, 12)
    default:
      return null
  }
}

const monthsFrom = (y: number, m: number, count = 1): Span => ({ start: Date.UTC(y, m), end: Date.UTC(y, m + count) })

const dayOf = (y: number, m: number, d: number): Span | null => {
  const start = Date.UTC(y, m, d)
  const isReal = m >= 0 && m < 12 && d >= 1 && new Date(start).getUTCMonth() === m && new Date(start).getUTCDate() === d
  return isReal ? { start, end: start + dayMs } : null
}

/** Eight years hold at least one 29 February. */
const yearsBack = 8

const inYear = (written: number | undefined, by: number, spanIn: (y: number) => Span | null): Span | null => {
  if (written !== undefined) return spanIn(written)
  const latest = new Date(by).getUTCFullYear()
  const spans = Array.from({ length: yearsBack + 1 }, (_, back) => spanIn(latest - back))
  return spans.find((span) => span !== null && span.start <= by) ?? null
}

/** The calendar unit around `now`, or that many units before or after it. */
const unitOf = (unit: string, now: number, offset: number): Span => {
  const date = new Date(now)
  const y = date.getUTCFullYear()
  const m = date.getUTCMonth()
  const today = Date.UTC(y, m, date.getUTCDate())
  if (unit === 'month') return monthsFrom(y, m + offset)
  if (unit === 'quarter') return monthsFrom(y, (Math.floor(m / 3) + offset) * 3, 3)
  if (unit === 'year') return monthsFrom(y + offset, 0, 12)
  const days = unit === 'week' ? 7 : 1
  const start = today + (offset * days - (unit === 'week' ? (date.getUTCDay() + 6) % 7 : 0)) * dayMs
  return { start, end: start + days * dayMs }
}

/** `now` less so many units; the 31st less a month is the last day of the shorter month. */
export const before = (now: number, count: number, unit: string): number => {
  const fixed: Readonly<Record<string, number>> = { hour: dayMs / 24, day: dayMs, week: 7 * dayMs }
  const length = fixed[unit]
  if (length !== undefined) return now - count * length
  const months = count * (unit === 'year' ? 12 : unit === 'quarter' ? 3 : 1)
  const date = new Date(now)
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - months + 1, 0))
  lastDay.setUTCDate(Math.min(date.getUTCDate(), lastDay.getUTCDate()))
  return lastDay.getTime() + (now % dayMs)
}
