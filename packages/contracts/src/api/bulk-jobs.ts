import { z } from 'zod'
import { jobStates } from '../jobs/states.ts'
import { jobFilterShape } from './jobs.ts'

/** The list's filters as they stand in its URL, or as JSON would rather have them. */
const filter = z.strictObject({
  ...jobFilterShape,
  state: z.union([jobFilterShape.state, z.array(z.enum(jobStates))]).optional(),
  roots: z.union([z.boolean(), jobFilterShape.roots]).optional(),
})

const dryRun = z.boolean().default(false).describe('Tell what would happen and change nothing')

export const bulkJobsSchema = z.union([
  z.strictObject({ ids: z.array(z.uuid()).min(1).max(1_000), dryRun }),
  z.strictObject({
    filter: filter.describe('As in GET /jobs; an empty one means every job'),
    limit: z.int().min(1).max(10_000).default(1_000).describe('The newest so many'),
    dryRun,
  }),
])

export const bulkOutcomeSchema = z.object({
  matched: z.int(),
  changed: z.int().describe('Of those that matched'),
  skipped: z.array(z.object({ id: z.uuid(), reason: z.string() })),
})
export type BulkOutcome = z.output<typeof bulkOutcomeSchema>
