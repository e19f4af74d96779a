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

const mergeSubject = /^Merge pull request #([1-9]\d{0,8}) (?:from|in) (\S+)/
/** `Auto merge of #12 - user:branch, r=reviewer`, and homu's older `auto merge of #12 : user/branch, r=reviewer`. */
const borsSubject = /^Auto merge of #([1-9]\d{0,8}) [-:] (\S+?),? /i
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

/** `Merge pull request #N from x/y` and bors' `Auto merge of #N - x:y, r=z`: the title is the body's first line. */
const readMerge = ({ subject, body }: CommitMessage): PullRequestReference | undefined => {
  const bors = borsSubject.exec(`${subject} `)
  const match = bors ?? mergeSubject.exec(subject)
  if (!match?.[1]) return undefined
  const { first, rest } = splitFirstLine(body)
  const title = first || (match[2] ?? subject)
  return {
    number: Number(match[1]),
    title,
    body: rest,
    how: bors ? 'bors' : 'merge',
    flags: [...(first ? [] : (['untitled'] as const)), ...revertFlag(title)],
  }
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
