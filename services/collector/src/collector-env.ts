import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'

export const collectorEnv = z.object({
  /** Where clones of remote repositories are kept between runs. */
  ASSAY_CLONES: z.string().default(join(tmpdir(), 'assay-clones')),
  /** Lets a job name a path on this machine. For a single user's own machine; never where others may submit. */
  ASSAY_ALLOW_LOCAL_SOURCES: z.stringbool().default(false),
  GITHUB_TOKEN: z.string().optional(),
})
