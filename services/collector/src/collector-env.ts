import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { queueEnv } from '@assay/runtime'
import { z } from 'zod'
import { gitHubEnv } from './github/access.ts'

export const collectorEnv = queueEnv.extend(gitHubEnv.shape).extend({
  /** Where clones of remote repositories are kept between runs. */
  ASSAY_CLONES: z.string().default(join(tmpdir(), 'assay-clones')),
  /** Lets a job name a path on this machine. For a single user's own machine; never where others may submit. */
  ASSAY_ALLOW_LOCAL_SOURCES: z.stringbool().default(false),
  /** Lets a job name an address inside a private network, such as a company's own git server. */
  ASSAY_ALLOW_PRIVATE_SOURCES: z.stringbool().default(false),
})
