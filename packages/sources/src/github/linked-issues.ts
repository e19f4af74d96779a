import { readLinkedIssues } from '../git/trailers.ts'
import type { PartNodes } from './answers.ts'

/**
 * The issues that a pull request closes: those behind a closing keyword of its description, and those that somebody
 * connected by hand and did not disconnect again. `#12` in the same repository, else `owner/name#12`.
 */
export const linkedIssues = (
  body: string,
  timeline: readonly PartNodes['timelineItems'][],
  nameWithOwner: string,
): string[] => {
  const short = (reference: string) => {
    const hash = reference.indexOf('#')
    const isOwn = reference.slice(0, hash).toLowerCase() === nameWithOwner.toLowerCase()
    return isOwn ? reference.slice(hash) : reference
  }
  const connected = new Set<string>()
  for (const event of timeline) {
    if (event.__typename === 'PullRequestReview') continue
    const { number, repository } = event.subject
    if (number === undefined || !repository) continue
    const reference = short(`${repository.nameWithOwner}#${number}`)
    if (event.__typename === 'ConnectedEvent') connected.add(reference)
    else connected.delete(reference)
  }
  return [...new Set([...readLinkedIssues(withoutCode(body)).map(short), ...connected])]
}

/** GitHub reads no keywords in code. A fence that is never closed reaches to the end. */
const withoutCode = (markdown: string): string => {
  let fence = ''
  const lines = markdown.split(/\r?\n/).filter((line) => {
    const [, mark = '', rest = ''] = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line) ?? []
    if (fence === '') {
      if (mark !== '' && !(mark.startsWith('`') && rest.includes('`'))) fence = mark
      return fence === ''
    }
    if (mark.startsWith(fence) && rest.trim() === '') fence = ''
    return false
  })
  return withoutCodeSpans(lines.join('\n'))
}

/** A code span ends at the next run of as many backticks; each run is looked at once, however hostile the text. */
const withoutCodeSpans = (text: string): string => {
  const runs = [...text.matchAll(/`+/g)].map(({ 0: { length }, index }) => ({ length, index }))
  const endOf = new Map<number, number>()
  const seen = new Map<number, number>()
  for (const { length, index } of runs.toReversed()) {
    const end = seen.get(length)
    if (end !== undefined) endOf.set(index, end + length)
    seen.set(length, index)
  }
  let kept = ''
  let from = 0
  for (const { index } of runs) {
    const end = index < from ? undefined : endOf.get(index)
    if (end === undefined) continue
    kept += `${text.slice(from, index)} `
    from = end
  }
  return kept + text.slice(from)
}
