import type { z } from 'zod'
import type { FieldIssue } from './job-errors.ts'

/** What a schema found, by field: the dotted path below `place`; an unknown key is named itself, the whole is `place`. */
export const fieldIssues = (error: z.ZodError, place: readonly string[] = []): FieldIssue[] =>
  error.issues.flatMap(({ path, message, ...issue }) => {
    const keys = 'keys' in issue ? issue.keys : [null]
    return keys.map((key) => ({ field: [...place, ...path, ...(key === null ? [] : [key])].join('.'), message }))
  })
