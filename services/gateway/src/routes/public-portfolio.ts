import { createHash } from 'node:crypto'
import { isPortfolioSlug, NotFound, TooManyRequests } from '@assay/contracts'
import { type Database, findPublishedWorkspace } from '@assay/db'
import type { SiteFile } from '@assay/portfolio'
import rateLimit from '@fastify/rate-limit'
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import type { PublishedSites } from '../portfolio/published-sites.ts'

type PublicPortfolioDeps = { db: Database; sites: PublishedSites; requestsPerMinute: number }

const POLICY =
  "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'; connect-src 'none'"

/** Published portfolios, for everybody. What is not published is not there. */
export const publicPortfolioRoutes: FastifyPluginAsync<PublicPortfolioDeps> = async (
  app,
  { db, sites, requestsPerMinute },
) => {
  await app.register(rateLimit, {
    max: requestsPerMinute,
    timeWindow: '1 minute',
    errorResponseBuilder: (_request, { ttl }) => TooManyRequests(Math.ceil(ttl / 1_000)),
  })

  const serve = async (request: FastifyRequest, reply: FastifyReply) => {
    const { pathname } = new URL(request.url, 'http://any')
    const { slug, path } = placeOf(pathname)
    const workspace = await findPublishedWorkspace(db, slug)
    const site = workspace === undefined ? null : await sites.siteOf(workspace)
    if (!site) throw NotFound('portfolio')
    // Without its slash at the end, relative addresses would lead elsewhere.
    if (path === null) return reply.redirect(`${pathname}/`, 308)
    const file = site.get(path === '' ? 'index.html' : path) ?? site.get(`${path}.html`)
    if (!file) throw NotFound('page')
    return send(file, request, reply)
  }
  for (const url of ['/portfolio', '/portfolio/*']) {
    app.route({ method: ['GET', 'HEAD'], url, schema: { hide: true }, handler: serve })
  }
}

/** Whose site, and which file of it; the path is null where the slash behind the site is missing. */
const placeOf = (pathname: string): { slug: string | null; path: string | null } => {
  if (pathname === '/portfolio') return { slug: null, path: null }
  const path = pathname.slice('/portfolio/'.length)
  const [first = '', ...rest] = path.split('/')
  if (!isPortfolioSlug(first)) return { slug: null, path }
  return { slug: first, path: rest.length === 0 ? null : rest.join('/') }
}

const send = ({ mediaType, content }: SiteFile, request: FastifyRequest, reply: FastifyReply) => {
  const tag = `"${createHash('sha256').update(content).digest('base64url')}"`
  reply
    .header('content-security-policy', POLICY)
    .header('referrer-policy', 'no-referrer')
    // May be kept, but has to be asked about: what is taken back is gone at once.
    .header('cache-control', 'public, no-cache')
    .header('etag', tag)
  if (request.headers['if-none-match']?.split(/,\s*/).some((known) => known.replace(/^W\//, '') === tag)) {
    return reply.code(304).send()
  }
  return reply.type(mediaType).send(content)
}
