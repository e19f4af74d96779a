import type { SourceCommit } from '../pull-request-source.ts'
import type { HistoryCommit } from './commit-stream.ts'
import { ownText, toAuthor } from './trailers.ts'

/** A commit of the history as a part of a pull request. */
export const toSourceCommit = ({
  sha,
  subject,
  body,
  authorName,
  authorEmail,
  authoredAt,
}: HistoryCommit): SourceCommit => ({
  sha,
  title: subject.slice(0, 500).toWellFormed(),
  body: ownText(body),
  author: toAuthor(authorName, authorEmail),
  authoredAt,
})
