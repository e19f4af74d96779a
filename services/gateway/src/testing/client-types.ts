import { join } from 'node:path'
import openapiTypes, { astToString, type OpenAPI3 } from 'openapi-typescript'

/** What `npm run client` writes. */
export const CLIENT_TYPES = join(import.meta.dirname, '../../../../packages/client/src/schema.ts')

const HEADER = '// Written by "npm run client" from the OpenAPI document of the gateway.\n\n'

/** The API's OpenAPI document as TypeScript types. */
export const clientTypes = async (document: OpenAPI3): Promise<string> =>
  HEADER + astToString(await openapiTypes(document, { defaultNonNullable: false }))
