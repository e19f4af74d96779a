export const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'] as const
export type Level = (typeof LEVELS)[number]

export type JobPageSearch = { level?: Level }

/** Of a job's page: from which level on lines are shown. */
export function readJobPageSearch({ level }: Record<string, unknown>): JobPageSearch {
  const known = LEVELS.find((name) => name === level)
  return known ? { level: known } : {}
}
