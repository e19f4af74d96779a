type Range = readonly [low: number, high: number]
export type Effort =
  | {
      status: 'estimated'
      hours: number
      likely: Range
      nearlySure: Range
      widenedBecause: string | null
      leftOut: readonly { path: string; why: string }[]
      leftOutFiles: number
    }
  | { status: 'unknown'; because: string }

/** Reads what was stored of the hours of a pull request; older methods stored less. */
export function readEffort(stored: Record<string, unknown>): Effort {
  const { hours, interval50, interval90, widenedBecause, leftOut, leftOutFiles, because } = stored
  const nearlySure = rangeIn(interval90)
  if (typeof hours !== 'number' || !nearlySure)
    return { status: 'unknown', because: typeof because === 'string' ? because : 'it was not estimated' }
  const left = Array.isArray(leftOut) ? leftOut.flatMap(readLeftOut) : []
  return {
    status: 'estimated',
    hours,
    likely: rangeIn(interval50) ?? nearlySure,
    nearlySure,
    widenedBecause: typeof widenedBecause === 'string' ? widenedBecause : null,
    leftOut: left,
    leftOutFiles: typeof leftOutFiles === 'number' ? leftOutFiles : left.length,
  }
}

function rangeIn(value: unknown): Range | null {
  const [low, high]: unknown[] = Array.isArray(value) ? value : []
  return typeof low === 'number' && typeof high === 'number' ? [low, high] : null
}

const readLeftOut = (value: unknown): { path: string; why: string }[] =>
  typeof value === 'object' &&
  value !== null &&
  'path' in value &&
  'why' in value &&
  typeof value.path === 'string' &&
  typeof value.why === 'string'
    ? [{ path: value.path, why: value.why }]
    : []
