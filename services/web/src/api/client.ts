import { createAssayClient } from '@assay/client'

/** The API of the gateway that served this page; the browser's session says who asks. */
export const api = createAssayClient({ baseUrl: '' })
