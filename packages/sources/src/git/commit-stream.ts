import { randomUUID } from 'node:crypto'
import type { SourceFile } from '../pull-request-source.ts'
import { splitAtNul } from './split-at-nul.ts'

export type HistoryCommit = {
  readonly sha: string
  readonly parents: readonly string[]
  readonly authorName: string
  readonly authorEmail: string
  readonly committedAt: string
  readonly subject: string
  readonly body: string
  readonly additions: number
  readonly deletions: number
  readonly changedFiles: number
  /** At most `filesKept`; the totals count all. */
  readonly files: readonly SourceFile[]
}

const fields = ['%H', '%P', '%an', '%ae', '%cI', '%s', '%b'] as const

/** As many as GitHub lists for one pull request. */
export const filesKept = 3_000

export type CommitFormat = { readonly argument: string; readonly marker: string }

/** A header that a hostile commit or file name cannot forge: it opens with a marker made for this one run. */
export const createCommitFormat = (): CommitFormat => {
  const marker = randomUUID()
  return { marker, argument: `--format=${marker}%x00${fields.join('%x00')}%x00` }
}

/**
 * Parses `git log -z --numstat` with the format above. Each commit is its marker, its fields and an empty part,
 * then `additions TAB deletions TAB path`; a rename leaves the path empty and adds two parts, old path and new path.
 * Without `--numstat` the file part is simply absent.
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
      const stat = /^\n?(\d+|-)\t(\d+|-)\t/.exec(part)
      if (!stat) throw new Error('git log printed an unreadable file line')
      const path = part.slice(stat[0].length)
      const renamed = path === '' ? { previousPath: (await next()) ?? '', path: (await next()) ?? '' } : { path }
      tally.add(stat[1] ?? '-', stat[2] ?? '-', renamed)
      part = await next()
    }
    yield { ...readHeader(header), ...tally.totals() }
  }
}

const readHeader = (header: readonly string[]) => {
  const [sha = '', parents = '', authorName = '', authorEmail = '', committedAt = '', subject = '', body = ''] = header
  return {
    sha,
    parents: parents === '' ? [] : parents.split(' '),
    authorName,
    authorEmail,
    committedAt,
    subject,
    body: body.replaceAll('\r\n', '\n').trimEnd(),
  }
}

const createTally = () => {
  const files: SourceFile[] = []
  let additions = 0
  let deletions = 0
  let changedFiles = 0
  return {
    add: (added: string, deleted: string, paths: Pick<SourceFile, 'path' | 'previousPath'>) => {
      const binary = added === '-'
      const file = { ...paths, additions: binary ? 0 : Number(added), deletions: binary ? 0 : Number(deleted) }
      additions += file.additions
      deletions += file.deletions
      changedFiles += 1
      if (files.length < filesKept) files.push(binary ? { ...file, binary } : file)
    },
    totals: () => ({ additions, deletions, changedFiles, files }),
  }
}
