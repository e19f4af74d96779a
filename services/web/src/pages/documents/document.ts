import type { paths } from '@assay/client'

/** A document as the API tells it whole. */
export type Document = paths['/api/v2/documents/{id}']['get']['responses'][200]['content']['application/json']
