import { ownText, readTrailers, toAuthor } from '../git/trailers.ts'
import { commitsKept, filesKept, type SourceAuthor, type SourceFlag } from '../pull-request-source.ts'
import type { PartNodes } from './answers.ts'
import { type Details, firstLine, mergeMethodOf } from './details.ts'
import type { ReadPullRequest } from './parts.ts'
import { partGap } from './to-pull-request.ts'

/** Files and commits as the API lists them: without the old path of a rename, and binary files as files without lines. */
export const apiDetails = ({ row, parts }: ReadPullRequest): Details => {
  const { mergeCommit } = row
  const commits = parts.commits.nodes.slice(0, commitsKept)
  const files = parts.files.nodes.slice(0, filesKept)
  const flags: SourceFlag[] = []
  if ((parts.commits.total ?? 0) > commits.length && !parts.commits.failure) flags.push('commits-truncated')
  if ((parts.files.total ?? 0) > files.length && files.length === filesKept) flags.push('files-truncated')
  const trailers = [...commits.map(({ commit }) => commit.message), mergeCommit?.message ?? '']
  const how = mergeCommit
    ? mergeMethodOf({
        number: row.number,
        subject: firstLine(mergeCommit.message ?? ''),
        parents: mergeCommit.parents?.totalCount ?? 0,
        ownSubjects: commits.map(({ commit }) => firstLine(commit.message)),
        isWhole: null,
      })
    : 'unknown'
  const squash = mergeCommit?.author && mergeCommit.parents?.totalCount === 1 ? toPerson(mergeCommit.author) : null
  return {
    files,
    patchId: null,
    commits: commits.map(({ commit }) => ({
      sha: commit.oid,
      title: firstLine(commit.message).slice(0, 500).toWellFormed(),
      body: ownText(commit.message.slice(firstLine(commit.message).length)),
      author: toPerson(commit.author),
      authoredAt: commit.authoredDate,
    })),
    commitCount: parts.commits.total ?? commits.length,
    how,
    people: [
      ...(squash ? [squash] : []),
      ...commits.map(({ commit }) => toPerson(commit.author)).toReversed(),
      ...trailers.flatMap((message) => readTrailers(message).coAuthors),
    ],
    squashedFrom: how === 'squash' ? squash : null,
    flags,
    gaps: [
      ...(flags.includes('files-truncated') ? [] : partGap('files', row, parts.files)),
      ...(flags.includes('commits-truncated') ? [] : partGap('commits', row, parts.commits)),
    ],
  }
}

const toPerson = (author: PartNodes['commits']['commit']['author']): SourceAuthor => {
  const person = toAuthor(author?.name ?? '', author?.email ?? '')
  return { ...person, login: author?.user?.login ?? person.login }
}
