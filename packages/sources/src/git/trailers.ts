import type { SourceAuthor, SourceReview } from '../pull-request-source.ts'

export type Trailers = {
  readonly coAuthors: readonly SourceAuthor[]
  readonly reviews: readonly SourceReview[]
  readonly labels: readonly string[]
  readonly linkedIssues: readonly string[]
}

const trailerLine = /^([A-Za-z][A-Za-z-]*):[ \t]+(\S.*)$/
const personValue = /^(.*?)\s*<([^<>]*)>\s*$/

/**
 * What the lines of the form `Key: value` in a message say (git-interpret-trailers(1)): who wrote and reviewed it, its
 * labels, and the issues it closes. Such lines stand at the end, but squashed messages carry them in the middle too.
 */
export const readTrailers = (message: string): Trailers => {
  const coAuthors: SourceAuthor[] = []
  const reviews: SourceReview[] = []
  const labels: string[] = []
  for (const line of message.split('\n')) {
    const [, key = '', value = ''] = trailerLine.exec(line) ?? []
    switch (key.toLowerCase()) {
      case 'co-authored-by':
        coAuthors.push(readPerson(value))
        break
      case 'reviewed-by':
      case 'acked-by':
      case 'approved-by':
        reviews.push({ reviewer: readPerson(value).name, state: 'approved', submittedAt: null })
        break
      case 'label':
      case 'labels':
      case 'changelog':
        labels.push(...value.split(/[,;]/).map((label) => label.trim()))
        break
    }
  }
  return {
    coAuthors,
    reviews: distinct(reviews, ({ reviewer }) => reviewer),
    labels: distinct(labels, String).filter((label) => label !== ''),
    linkedIssues: readLinkedIssues(message),
  }
}

const readPerson = (value: string): SourceAuthor => {
  const [, name = value, email = ''] = personValue.exec(value) ?? []
  return toAuthor(name.trim() || email, email)
}

/** GitHub's private addresses carry the account's name: `1234+ada@users.noreply.github.com`. */
export const toAuthor = (name: string, email: string): SourceAuthor => ({
  name,
  email: email.trim() || null,
  login: /^(?:\d+\+)?([^@+]+)@users\.noreply\.github\.com$/i.exec(email.trim())?.[1] ?? null,
})

const closing =
  /\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):?[ \t]+(?:https?:\/\/[^/\s]+\/([\w.-]+\/[\w.-]+)\/issues\/|([\w.-]+\/[\w.-]+)?#)([1-9]\d{0,8})\b/gi

/** Issues named behind a closing keyword (docs.github.com, "Linking a pull request to an issue"). */
export const readLinkedIssues = (text: string): string[] =>
  distinct(
    [...text.matchAll(closing)].map(([, fromUrl, fromShort, number]) => `${fromUrl ?? fromShort ?? ''}#${number}`),
    String,
  )

/** Leaves the names of people in a message and takes their addresses out. */
export const withoutAddresses = (message: string): string =>
  message.replaceAll(/^([A-Za-z][A-Za-z-]*-by:[^\n<]*?)[ \t]*<[^<>\n]*@[^<>\n]*>/gm, '$1')

/** Characters kept of a commit's text; what somebody claims stands at its beginning. */
const TEXT_KEPT = 2_000

/** The text of a commit's message below its title, without the lines in which people stand. */
export const ownText = (body: string): string =>
  body
    .slice(0, 4 * TEXT_KEPT)
    .replaceAll(/^[A-Za-z][A-Za-z-]*-by:.*$|<[^<>\n]*@[^<>\n]*>/gm, '')
    .trim()
    .slice(0, TEXT_KEPT)
    .toWellFormed()

const distinct = <T>(values: readonly T[], by: (value: T) => string): T[] => [
  ...new Map(values.map((value) => [by(value), value])).values(),
]
