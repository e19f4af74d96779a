/**
 * Seconds in a unit of time as claims give it. A day and a week are those of work, 8 and 40 hours: nobody is kept from
 * other things round the clock.
 */
const SECONDS: Readonly<Record<string, number>> = {
  ns: 1e-9,
  us: 1e-6,
  ms: 1e-3,
  s: 1,
  min: 60,
  h: 3_600,
  day: 8 * 3_600,
  week: 40 * 3_600,
}

/** Null for what is no time, and for times per operation: what a benchmark repeats is not what people wait for. */
export const secondsIn = (unit: string | null): number | null => (unit === null ? null : (SECONDS[unit] ?? null))

const WEEKS: Readonly<Record<string, number>> = { day: 1 / 7, week: 1 }
/** Weeks of the calendar, as deadlines are told in. */
export const weeksIn = (unit: string | null): number | null => (unit === null ? null : (WEEKS[unit] ?? null))

const TIMES_A_YEAR = { hour: 8_766, day: 365.25, week: 52.18, month: 12, year: 1 } as const
export type CalendarPeriod = keyof typeof TIMES_A_YEAR
/** How often a period comes in a year of the calendar. */
export const timesAYear = (period: CalendarPeriod): number => TIMES_A_YEAR[period]

const isCalendarPeriod = (word: string): word is CalendarPeriod => Object.hasOwn(TIMES_A_YEAR, word)

/** "per week", "/month", "each release": the calendar's period, or the word for what is done again and again. */
export const periodOf = (written: string | null): { calendar: CalendarPeriod } | { event: string } | null => {
  const word = written?.match(/[a-z]+$/i)?.[0].toLowerCase()
  if (word === undefined) return null
  return isCalendarPeriod(word) ? { calendar: word } : { event: word }
}
