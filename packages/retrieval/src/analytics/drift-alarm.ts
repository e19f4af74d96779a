import type { DriftReading } from './drift-detector.ts'

export type DriftAlarm = {
  readonly state: 'quiet' | 'watching' | 'alarm'
  /** Windows above a threshold, one after another, up to the last. */
  readonly inARow: number
}

/** One window above is chance or a busy day; this many are drift. */
const windowsNeeded = 3

/**
 * What to say after the readings so far, oldest first. Windows that were too small to judge neither count nor break a
 * row: no data is not good data.
 */
export const driftAlarm = (readings: readonly DriftReading[]): DriftAlarm => {
  let inARow = 0
  for (const reading of readings) if (reading.state === 'measured') inARow = reading.isAbove ? inARow + 1 : 0
  return { state: inARow >= windowsNeeded ? 'alarm' : inARow > 0 ? 'watching' : 'quiet', inARow }
}
