import type { searchFilterSchema } from '@assay/contracts'
import type { PassageFilter } from '@assay/retrieval'
import type { z } from 'zod'

/** A filter as requests give it, with its moments as numbers. */
export const toPassageFilter = ({
  repository,
  from,
  to,
  ...rest
}: z.output<typeof searchFilterSchema>): PassageFilter => ({
  ...rest,
  repositoryId: repository,
  from: from === undefined ? undefined : Date.parse(from),
  to: to === undefined ? undefined : Date.parse(to),
})
