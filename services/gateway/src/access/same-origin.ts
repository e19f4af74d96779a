import type { FastifyRequest } from 'fastify'

/**
 * Whether a page of this gateway sent the request. Browsers say so in `Sec-Fetch-Site` (W3C Fetch Metadata) or, the
 * older ones, in `Origin`; a request that says neither comes from no page. Where both are said the first counts: as our
 * pages send no referrer, the origin of their forms is `null`.
 */
export function isSameOrigin({ headers }: FastifyRequest): boolean {
  const { origin, host } = headers
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  return origin === undefined || URL.parse(origin)?.host === host
}

/** As `isSameOrigin`, but a request that does not say where it comes from is refused. */
export const saysSameOrigin = (request: FastifyRequest): boolean =>
  isSameOrigin(request) && (request.headers['sec-fetch-site'] !== undefined || request.headers.origin !== undefined)
