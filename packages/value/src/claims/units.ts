export type Dimension = 'percent' | 'points' | 'ratio' | 'time' | 'size' | 'rate' | 'money' | 'count' | 'plain'

export type Unit = { readonly dimension: Dimension; readonly name: string; readonly length: number }

const TIME_NAMES: readonly (readonly [RegExp, string])[] = [
  [/^(?:ns|nsecs?|nanos?|nanoseconds?)$/i, 'ns'],
  [/^(?:[uµ]s|[uµ]secs?|micros?|microseconds?)$/i, 'us'],
  [/^(?:ms|msecs?|millis|milliseconds?)$/i, 'ms'],
  [/^(?:s|secs?|seconds?)$/i, 's'],
  [/^(?:m|mins?|minutes?)$/i, 'min'],
  [/^(?:h|hrs?|hours?)$/i, 'h'],
  [/^days?$/i, 'day'],
  [/^weeks?$/i, 'week'],
]

const TIME =
  /[ -]?(ns|nsecs?|nanoseconds?|[uµ]s|[uµ]secs?|microseconds?|ms|msecs?|millis|milliseconds?|s|secs?|seconds?|mins?|minutes?|h|hrs?|hours?|days?|weeks?)(?!\w|-bit)/iy
// A lone m is a metre, a million or a name unless it hangs on its number.
const ATTACHED_MINUTES = /(m)(?!\w)/y
const SIZE =
  /[ -]?((?:[kmgt]i?b|[kmgt]i?bytes?|bytes?|kilobytes?|megabytes?|gigabytes?|terabytes?|[kmg]ibibytes?)|B)(?!\w|\/s\b)/iy
const PER_OPERATION =
  /\s?((ns|[uµ]s|ms|s|[KMG]i?B|B|bytes|allocs?|allocations)\/(?:op|ops|iter|iteration|call|request|req|element|entry|key))\b/iy
const RATE =
  /\s?((?:[a-z]{1,14})\s?\/\s?(?:s|sec|secs|second|seconds|min|minute|h|hour)|rps|qps|tps|fps|iops|[kmg]?bps|(?:[a-z]{2,14})\s+per\s+(?:second|sec|minute|hour))(?!\w)/iy
const POINTS = /\s?(?:pp|ppt|p\.p\.|percentage[ -]points?|%[ -]?points?|points?)(?!\w)/iy
const PERCENT = /[\s-]?(?:%|per[ -]?cents?(?!\w))/iy
const RATIO = /\s?(?:x|×)(?![\w×]|\s*\d)|[ -]?(?:times|fold)(?!\w)/iy
const COUNT =
  /\s(allocs?|allocations?|instructions?|requests?|queries|query|round[ -]?trips?|syscalls?|system calls?|(?:api|rpc|network|http|db|database|function) calls?|calls?|cycles|copies|re-?renders?|renders|fetches|lookups?|errors?|failures?|flakes)(?!\w)/iy

function at(pattern: RegExp, text: string, index: number): RegExpExecArray | null {
  pattern.lastIndex = index
  return pattern.exec(text)
}

/** The unit that follows a number ending at `index`, if one does. */
export function unitAt(text: string, index: number): Unit | null {
  const points = at(POINTS, text, index)
  if (points) return { dimension: 'points', name: 'points', length: points[0].length }
  const percent = at(PERCENT, text, index)
  if (percent) return { dimension: 'percent', name: '%', length: percent[0].length }
  const perOperation = at(PER_OPERATION, text, index)
  if (perOperation) {
    const [whole, name = '', base = ''] = perOperation
    return { dimension: /^alloc/i.test(base) ? 'count' : dimensionOf(base), name, length: whole.length }
  }
  const rate = at(RATE, text, index)
  if (rate) return { dimension: 'rate', name: (rate[1] ?? '').replace(/\s+/g, ' '), length: rate[0].length }
  const ratio = at(RATIO, text, index)
  if (ratio) return { dimension: 'ratio', name: 'x', length: ratio[0].length }
  const time = at(TIME, text, index) ?? at(ATTACHED_MINUTES, text, index)
  if (time) return { dimension: 'time', name: timeName(time[1] ?? ''), length: time[0].length }
  const size = at(SIZE, text, index)
  // A small b counts bits or is a name; bytes are a capital B.
  if (size && size[1] !== 'b') return { dimension: 'size', name: sizeName(size[1] ?? ''), length: size[0].length }
  const count = at(COUNT, text, index)
  return count ? { dimension: 'count', name: (count[1] ?? '').toLowerCase(), length: count[0].length } : null
}

const timeName = (written: string): string => TIME_NAMES.find(([pattern]) => pattern.test(written))?.[1] ?? written
const sizeName = (written: string): string => (/^byte$/i.test(written) ? 'bytes' : written)
const dimensionOf = (base: string): Dimension => (TIME_NAMES.some(([pattern]) => pattern.test(base)) ? 'time' : 'size')

const SECONDS: Record<string, number> = {
  ns: 1e-9,
  us: 1e-6,
  ms: 1e-3,
  s: 1,
  min: 60,
  h: 3600,
  day: 86_400,
  week: 604_800,
}

/** How many seconds or bytes one of the unit is; 1 where there is nothing to convert. */
export function baseFactor(unit: string | null): number {
  if (unit === null) return 1
  const name = unit.split('/')[0] ?? unit
  const seconds = SECONDS[timeName(name)]
  if (seconds !== undefined) return seconds
  const size = name.match(/^(k|m|g|t|kilo|mega|giga|tera)(i?)b(?:ytes?)?$/i)
  if (!size) return 1
  const power = 'kmgt'.indexOf((size[1] ?? 'k').charAt(0).toLowerCase()) + 1
  return (size[2] ? 1024 : 1000) ** power
}
