import { defineJob } from '@assay/contracts'
import { z } from 'zod'

/** Does what its handler in the test does; retries at once, so that tests need not wait. */
export const work = defineJob({
  kind: 'work',
  title: 'Work',
  description: 'A job whose handler stands in the test.',
  queue: 'toys',
  priority: 'normal',
  payload: z.strictObject({ name: z.string().default('') }),
  result: z.object({ by: z.string() }),
  retry: { attempts: 3, baseMs: 1, capMs: 5 },
  timeoutMs: 20_000,
})

export const hasty = defineJob({
  ...work,
  kind: 'hasty',
  title: 'Hasty',
  timeoutMs: 50,
  retry: { ...work.retry, attempts: 1 },
})
