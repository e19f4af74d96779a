import type { PullRequestPage } from '../pull-request-source.ts'
import { GitHubAnswerBroken } from '../source-errors.ts'
import type { GitHubClient } from './github-client.ts'
import type { ReadPullRequest } from './parts.ts'
import type { ReadRows } from './read-rows.ts'
import { beginRun, endRun, isFullRun, knownBefore, type Run, type RunCursor, writeRunCursor } from './run-cursor.ts'

/** How often GitHub may refuse its own cursor within one reading before it counts as an error. */
const BEGINNINGS = 3

/**
 * One run through the list by change, from where an earlier one was cut off or from the newest change on, until what an
 * earlier run has read. When nothing changed it is one conditional request and one empty page.
 */
export async function* readRun({
  client,
  nameWithOwner,
  cursor,
  readRows,
}: {
  readonly client: GitHubClient
  readonly nameWithOwner: string
  readonly cursor: RunCursor
  /** Opens the clone when there is one; not called when nothing changed. */
  readonly readRows: () => Promise<ReadRows>
}): AsyncGenerator<PullRequestPage> {
  const begun = cursor.run ?? (await begin(client, nameWithOwner, cursor))
  if (begun === null) {
    yield { pullRequests: [], gaps: [], cursor: writeRunCursor({ ...cursor, runs: cursor.runs + 1 }) }
    return
  }
  const { reader, complete } = await readRows()
  let run = begun
  let beginnings = 0
  for (;;) {
    const page = await reader.next(run.endCursor)
    if (page === 'cursor-refused') {
      beginnings += 1
      if (beginnings >= BEGINNINGS) throw GitHubAnswerBroken('the list of pull requests', 'it refuses its own cursor')
      // The tag stays: it is older than what is read now, so it can only cause a run too many.
      run = beginRun(run.isFull, run.etag)
      continue
    }
    const isNew = isNewerThan(knownBefore(cursor, run.isFull))
    const fresh = page.pullRequests.filter(isNew)
    const isLast = page.endCursor === null || fresh.length < page.pullRequests.length
    run = {
      ...run,
      newest: run.newest ?? page.pullRequests[0]?.row.updatedAt ?? null,
      endCursor: page.endCursor,
      given: run.given + fresh.length,
    }
    const next = isLast ? endRun(cursor, run) : { ...cursor, run }
    yield { ...(await complete(fresh)), cursor: writeRunCursor(next) }
    if (isLast) return
  }
}

const isNewerThan =
  (known: number) =>
  ({ row }: ReadPullRequest) =>
    Date.parse(row.updatedAt) >= known

/** @returns null when nothing changed since the last run. */
const begin = async (client: GitHubClient, nameWithOwner: string, cursor: RunCursor): Promise<Run | null> => {
  const isFull = isFullRun(cursor)
  // A first run reads everything anyway; the tag is worth its request only from the second on.
  if (cursor.watermark === null) return beginRun(isFull, null)
  const path = `/repos/${nameWithOwner.split('/').map(encodeURIComponent).join('/')}/pulls`
  const query = 'state=closed&sort=updated&direction=desc&per_page=1'
  const { unchanged, etag } = await client.isUnchanged(`${path}?${query}`, isFull ? null : cursor.etag)
  return unchanged ? null : beginRun(isFull, etag)
}
