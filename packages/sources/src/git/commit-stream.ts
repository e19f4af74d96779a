import { randomUUID } from 'node:crypto'
import { createTally, type FileChanges } from './file-changes.ts'
import { splitAtNul } from './split-at-nul.ts'

/** Its changes are empty unless they were asked for. */
export type HistoryCommit = {
  readonly sha: string
  readonly parents: readonly string[]
  readonly authorName: string
  readonly authorEmail: string
  readonly authoredAt: string
  readonly committedAt: string
  readonly subject: string
  readonly body: string
} & FileChanges

const fields = ['%H', '%P', '%an', '%ae', '%aI', '%cI', '%s', '%b'] as const

export type CommitFormat = { readonly argument: string; readonly marker: string }

/** A header that a hostile commit or file name cannot forge: it opens with a marker made for this one run. */
export const createCommitFormat = (): CommitFormat => {
  const marker = randomUUID()
  return { marker, argument: `--format=${marker}%x00${fields.join('%x00')}%x00` }
}

/**
 * Parses `git log -z --numstat` with the format above. Each commit is its marker, its fields and an empty part,
 * then `additions TAB deletions TAB path`; a rename leaves the path empty and adds two parts, old path and new path.
 * `--name-only` gives bare paths, which count as files without lines; without either the file part is absent.
 */
export async function* parseCommits(
  stdout: AsyncIterable<Buffer>,
  { marker }: CommitFormat,
): AsyncGenerator<HistoryCommit> {
  const parts = splitAtNul(stdout)
  const next = async () => (await parts.next()).value
  let part = await next()
  while (part !== undefined) {
    if (part !== marker) throw new Error('git log printed something other than a commit')
    const header: string[] = []
    for (let field = 0; field < fields.length; field += 1) header.push((await next()) ?? '')
    await next()
    const tally = createTally()
    part = await next()
    while (part !== undefined && part !== marker) {
      const stat = /^\n?(?:(\d+|-)\t(\d+|-)\t)?/.exec(part)
      const path = part.slice(stat?.[0].length ?? 0)
      const renamed = path === '' ? { previousPath: (await next()) ?? '', path: (await next()) ?? '' } : { path }
      tally.add(stat?.[1] ?? '0', stat?.[2] ?? '0', renamed)
      part = await next()
    }
    yield { ...readHeader(header), ...tally.totals() }
  }
}

const readHeader = (header: readonly string[]) => {
  const [sha = '', parents = '', authorName = '', authorEmail = '', authoredAt = '', committedAt = ''] = header
  const [subject = '', body = ''] = header.slice(6)
  return {
    sha,
    parents: parents === '' ? [] : parents.split(' '),
    authorName,
    authorEmail,
    authoredAt,
    committedAt,
    subject,
    body: body.replaceAll('\r\n', '\n').trimEnd(),
  }
}
