import type { MergeMethod, SourceFlag } from '../pull-request-source.ts'

export type CommitMessage = {
  readonly subject: string
  /** Everything behind the subject. */
  readonly body: string
  readonly parentCount: number
}

export type PullRequestReference = {
  readonly number: number
  readonly title: string
  readonly body: string
  readonly how: MergeMethod
  readonly flags: readonly SourceFlag[]
}

/** Merge subjects of one form each: the number, and the branch or the title if it stands there. */
const mergeSubjects: readonly { readonly form: RegExp; readonly how: MergeMethod }[] = [
  // GitHub: `Merge pull request #12 from user/branch`, Bitbucket Server: `… #12 in project/repository from branch`.
  { form: /^Merge pull request #(?<number>[1-9]\d{0,8}) (?:from|in) (?<branch>\S+)/, how: 'merge' },
  // Gitea and Forgejo: `Merge pull request 'title' (#12) from branch into main`.
  { form: /^Merge pull request '(?<title>.+)' \(#(?<number>[1-9]\d{0,8})\) from (?<branch>\S+)/, how: 'merge' },
  // Bitbucket: `Merged in branch (pull request #12)`.
  { form: /^Merged in (?<branch>\S+) \(pull request #(?<number>[1-9]\d{0,8})\)$/, how: 'merge' },
  // Azure DevOps: `Merged PR 12: title`.
  { form: /^Merged PR (?<number>[1-9]\d{0,8}): (?<title>.+)$/, how: 'merge' },
  // bors: `Auto merge of #12 - user:branch, r=reviewer`; homu before it: `auto merge of #12 : user/branch, r=reviewer`.
  { form: /^Auto merge of #(?<number>[1-9]\d{0,8}) [-:] (?<branch>\S+?),?(?: |$)/i, how: 'bors' },
  // bors-ng: `Merge #12`, with `12: title r=reviewer a=author` in the body.
  { form: /^Merge #(?<number>[1-9]\d{0,8})$/, how: 'bors' },
]
/** GitLab names the merge request at the end of the body. */
const mergeRequest = /^See merge request (?:[\w.-]+\/)*[\w.-]*!([1-9]\d{0,8})$/m
const parenthesised = /\((?:#|gh-)([1-9]\d{0,8})\)/gi
const revertWords = /^(?:revert|reapply)\b/i

/** What may follow a number without making it a mere mention: CI marks, thanks, and issues that the change closes. */
const closes = '(?:fix(?:e[sd])?|close[sd]?|resolve[sd]?|refs?|see)'
const tailAfterNumber = new RegExp(
  String.raw`^(?:\s*(?:\[[^\]]*\]|\(h/t [^)]*\)|[,;:]|\(?${closes}:? #\d+(?:,? (?:and )?#\d+)*\)?))+\s*$`,
  'i',
)

/**
 * Finds the pull request that a first-parent commit brought in, from its message alone.
 * A number quoted inside a revert (`Revert "x (#12)"`) or mentioned in passing is not that pull request.
 */
export const readPullRequestReference = (message: CommitMessage): PullRequestReference | undefined =>
  readMerge(message) ?? readNumberInTitle(message)

/** A subject that is about the merge itself: the title is in it, or is the first line of the body. */
const readMerge = ({ subject, body, parentCount }: CommitMessage): PullRequestReference | undefined => {
  const merge = findMergeSubject(subject) ?? findMergeRequest(subject, body, parentCount)
  if (!merge) return undefined
  const { first, rest } = splitFirstLine(merge.body ?? body)
  const inBody = merge.title === undefined
  const said = merge.title ?? first.replace(new RegExp(`^${merge.number}: (.+?)(?: [ra]=\\S+)*$`), '$1')
  return {
    number: merge.number,
    title: said || (merge.branch ?? subject),
    body: inBody ? rest : (merge.body ?? body).trim(),
    how: merge.how,
    flags: [...(said ? [] : (['untitled'] as const)), ...revertFlag(said)],
  }
}

type Merge = {
  number: number
  how: MergeMethod
  title?: string | undefined
  branch?: string | undefined
  body?: string
}

const findMergeSubject = (subject: string): Merge | undefined => {
  for (const { form, how } of mergeSubjects) {
    const groups = form.exec(subject)?.groups
    if (groups?.number) return { number: Number(groups.number), how, title: groups.title, branch: groups.branch }
  }
  return undefined
}

const findMergeRequest = (subject: string, body: string, parentCount: number): Merge | undefined => {
  const number = mergeRequest.exec(body)?.[1]
  if (number === undefined) return undefined
  const about = { number: Number(number), body: body.replace(mergeRequest, '').trim() }
  const isMerge = parentCount > 1 && /^Merge branch '/.test(subject)
  return isMerge ? { ...about, how: 'merge' } : { ...about, how: 'squash', title: subject }
}

/** `title (#N)`: the last number that is outside quotation marks, with nothing but marks behind it. */
const readNumberInTitle = ({ subject, body, parentCount }: CommitMessage): PullRequestReference | undefined => {
  const matches = [...subject.matchAll(parenthesised)]
  const last = matches.findLast((match) => isPullRequestNumber(subject, match))
  if (!last?.[1]) return undefined
  const before = subject.slice(0, last.index).trim()
  const after = subject.slice(last.index + last[0].length)
  const atEnd = after.trim() === ''
  const title = atEnd ? before : `${before}${after}`.trim()
  return {
    number: Number(last[1]),
    title: title || subject,
    body: body.trim(),
    how: parentCount > 1 ? 'merge-queue' : 'squash',
    flags: [
      ...(atEnd ? [] : (['number-not-at-end'] as const)),
      ...(matches.length > 1 ? (['several-numbers'] as const) : []),
      ...revertFlag(title),
    ],
  }
}

const isPullRequestNumber = (subject: string, match: RegExpExecArray): boolean => {
  const before = subject.slice(0, match.index)
  const after = subject.slice(match.index + match[0].length)
  if (after.trim() !== '' && !tailAfterNumber.test(after)) return false
  // An open quotation mark means that the number belongs to the quoted title, cut off or not.
  const insideQuotes = (before.split('"').length - 1) % 2 === 1
  return !(insideQuotes && (revertWords.test(subject) || after.includes('"')))
}

const revertFlag = (title: string): readonly SourceFlag[] => (/^revert\b/i.test(title) ? ['revert'] : [])

const splitFirstLine = (body: string): { first: string; rest: string } => {
  const text = body.trim()
  const end = text.indexOf('\n')
  return end < 0 ? { first: text, rest: '' } : { first: text.slice(0, end).trimEnd(), rest: text.slice(end + 1).trim() }
}
