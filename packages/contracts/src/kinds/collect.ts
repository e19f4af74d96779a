import { z } from 'zod'
import { defineJob } from '../jobs/define-job.ts'

export const contract = defineJob({
  kind: 'collect',
  title: 'Collect pull requests',
  description: 'Reads the merged pull requests of a repository and spawns the jobs that index and score them.',
  queue: 'collector',
  priority: 'normal',
  payload: z.strictObject({
    source: z
      .string()
      .trim()
      .min(1, 'Give a path, a git URL or owner/name')
      .max(2_000)
      .describe('A path on this machine, a git URL (https, ssh, git or file), or owner/name on GitHub'),
    number: z
      .int()
      .positive()
      .optional()
      .describe('Only this pull request; for sources that can be asked for one, others read what is new'),
    whole: z
      .boolean()
      .optional()
      .describe('Read everything again from the beginning and compare it with what is stored'),
  }),
  result: z.object({
    repositoryId: z.uuid(),
    repository: z.string(),
    head: z.string().describe('The commit that was read up to'),
    pullRequests: z.int().nonnegative().describe('Pull requests of the repository stored after this run'),
    expected: z.int().nonnegative().describe('Merged pull requests that the source has'),
    changed: z.int().nonnegative().describe('Pull requests that this run added or changed'),
    vanished: z.int().nonnegative().describe('Pull requests that a rewritten history does not have any more'),
    gaps: z.int().nonnegative().describe('Known omissions; GET /repositories/{id}/completeness lists them'),
    completeness: z.enum(['complete', 'partial']),
  }),
  retry: { attempts: 4, baseMs: 2_000, capMs: 60_000 },
  timeoutMs: 3_600_000,
})
