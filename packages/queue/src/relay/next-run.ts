import { defineError } from '@assay/contracts'
import { Cron } from 'croner'

export const InvalidSchedule = defineError('INVALID_SCHEDULE', {
  status: 422,
  retry: 'never',
  message: (cron: string, timezone: string, reason: string) =>
    `"${cron}" in time zone "${timezone}" is no usable schedule: ${reason}. Example: "0 6 * * *" in "Europe/Berlin" runs daily at six.`,
  details: () => ({ field: 'cron' }),
})

/**
 * The first time after `after` that a cron expression matches in an IANA time zone.
 * @throws InvalidSchedule for an expression or zone that cannot be read, or that never matches.
 */
export function nextRun(cron: string, timezone: string, after: Date): Date {
  let next: Date | null
  try {
    const schedule = new Cron(cron, { timezone, paused: true, mode: '5-part' })
    if (schedule.getPattern() === undefined) throw new Error('a single date does not recur')
    next = schedule.nextRun(after)
  } catch (error) {
    throw InvalidSchedule(cron, timezone, error instanceof Error ? error.message : String(error))
  }
  if (!next) throw InvalidSchedule(cron, timezone, 'it never comes')
  return next
}

/** The next `count` times, `first` being the one that is due; fewer if it comes no more. */
export function nextRuns(cron: string, timezone: string, first: Date, count: number): Date[] {
  const following = new Cron(cron, { timezone, paused: true, mode: '5-part' }).nextRuns(count - 1, first)
  return [first, ...following]
}
