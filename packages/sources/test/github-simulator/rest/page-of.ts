import { createHash } from 'node:crypto'
import { type Answer, jsonAnswer } from '../answer.ts'

const mostPerPage = 100
const usualPerPage = 30

/** docs.github.com, "Using pagination in the REST API": 30 rows, at most 100; more is taken as 100. */
export const perPageOf = (query: URLSearchParams): number => {
  const asked = Number.parseInt(query.get('per_page') ?? '', 10)
  return asked >= 1 ? Math.min(asked, mostPerPage) : usualPerPage
}

/** One page with its Link header, whose addresses name the repository by its number as GitHub's do. */
export const pageOf = <Row>(rows: readonly Row[], address: URL, shape: (row: Row) => unknown): Answer => {
  const perPage = perPageOf(address.searchParams)
  const page = Math.max(1, Number.parseInt(address.searchParams.get('page') ?? '1', 10) || 1)
  const last = Math.max(1, Math.ceil(rows.length / perPage))
  const link = (to: number, relation: string): string => {
    const target = new URL(address)
    target.searchParams.set('page', String(to))
    return `<${target}>; rel="${relation}"`
  }
  const links = [
    ...(page > 1 ? [link(Math.min(page - 1, last), 'prev')] : []),
    ...(page < last ? [link(page + 1, 'next'), link(last, 'last')] : []),
    ...(page > 1 ? [link(1, 'first')] : []),
  ]
  const shown = rows.slice((page - 1) * perPage, page * perPage).map(shape)
  return jsonAnswer(200, shown, links.length > 0 ? { link: links.join(', ') } : {})
}

/**
 * Gives an answer its weak ETag, and 304 to whoever has it already. The tag differs between credentials, as GitHub's
 * does: after an app's token was renewed nothing is a hit.
 */
export const withEtag = (answer: Answer, callerTag: string, ifNoneMatch: string | undefined): Answer => {
  if (answer.status !== 200) return answer
  const etag = `W/"${createHash('sha256').update(`${callerTag}\n${answer.body}`).digest('hex')}"`
  const headers = { ...answer.headers, etag, 'cache-control': 'private, max-age=60, s-maxage=60' }
  const known = ifNoneMatch?.split(',').map((tag) => tag.trim().replace(/^W\//, '')) ?? []
  if (!known.includes(etag.slice(2))) return { ...answer, headers }
  return { status: 304, headers: { etag, 'cache-control': headers['cache-control'] }, body: '' }
}
