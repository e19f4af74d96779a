import { ownWords } from '../own-words.ts'
import type { PullRequestFacts } from '../pull-request-facts.ts'

/**
 * What a pull request is to an earlier one: `reverts` undoes it, `repairs` mends what it broke; the others carry the
 * same change on: picked or backported to another branch, stacked on it, following up on it.
 */
export type Relation = 'reverts' | 'repairs' | 'picks' | 'backports' | 'stacked-on' | 'follows'

/** An earlier pull request as a text names it. */
type LinkTarget =
  | { readonly by: 'number'; readonly number: number }
  | { readonly by: 'commit'; readonly sha: string }
  | { readonly by: 'title'; readonly title: string }

export type Link = { readonly relation: Relation; readonly target: LinkTarget; readonly quote: string }

const NUMBER = String.raw`(?:pr |pull request |pull |!)?(?:[\w.-]+\/[\w.-]+)?#(?<number>\d{1,9})\b|https?:\/\/\S+?\/pull\/(?<pull>\d{1,9})\b`
const COMMIT = String.raw`(?:commit )?(?<sha>[0-9a-f]{7,40})\b`
const ANY = `(?:${NUMBER}|${COMMIT})`
const rule = (relation: Relation, pattern: string): readonly [Relation, RegExp] => [relation, new RegExp(pattern, 'gi')]

const RULES = [
  rule('reverts', String.raw`\b(?:this )?reverts:? ${ANY}`),
  rule('picks', String.raw`\bcherry[ -]picked from ${ANY}`),
  rule('picks', String.raw`\bcherry[ -]pick(?:s|ed|ing)?(?: of)?:? (?:${NUMBER})`),
  rule('backports', String.raw`\b(?:manual )?back-?port(?:s|ed|ing)?(?: of| for)?:? (?:${NUMBER})`),
  rule('follows', String.raw`\bfollow(?:s|ing)?[ -]?up (?:to|of|for|on|from|after)? ?(?:${NUMBER})`),
  rule(
    'stacked-on',
    String.raw`\b(?:stacked on|builds on|based on|on)(?: top of)? (?:${NUMBER})(?<=\b(?:stacked|builds|based|top)\b.{0,80})`,
  ),
  rule(
    'repairs',
    String.raw`\b(?:regression|regressed|breakage|bug|broken|broke|introduced|caused)(?: that was| which was)?(?: introduced| caused)? (?:by|in|from|since|with|of) ${ANY}`,
  ),
  // The trailer of the Linux kernel names the commit that a bug came with.
  rule('repairs', String.raw`(?<=^|\n)fixes: (?<sha>[0-9a-f]{12,40}) \("`),
] as const

const REVERT_TITLE = /^revert(?:\([^)]*\))?(?::\s*|\s+)(?:"(.+)"|“(.+)”|'(.+)'|(?=\S)([^"“']+?))\s*(?:\(#\d+\))?$/i
const LAST_NUMBER = /\s*\(#(\d{1,9})\)$/
const BACKPORT_TITLE = /^\[?(?:(?:manual )?back-?port|cherry-?pick)[^#]*#(\d{1,9})\b/i

/** Earlier pull requests that a pull request's own words name, and what it is to them. */
export const findLinks = ({
  number,
  title,
  body,
  commitMessages,
}: Pick<PullRequestFacts, 'number' | 'title' | 'body' | 'commitMessages'>): Link[] => {
  const found = [...linksOfTitle(title)]
  for (const text of [title, body ?? '', ...(commitMessages ?? [])]) {
    const own = ownWords(text)
    for (const [relation, pattern] of RULES) {
      for (const { 0: quote, groups } of own.matchAll(pattern)) {
        const target = targetOf(groups ?? {})
        if (target !== null && !isDenied(own, quote)) found.push({ relation, target, quote })
      }
    }
  }
  const isOther = ({ target }: Link) => target.by !== 'number' || target.number !== number
  return [...new Map(found.filter(isOther).map((link) => [keyOf(link), link])).values()]
}

const keyOf = ({ relation, target }: Link): string => JSON.stringify([relation, target])

const isDenied = (text: string, quote: string): boolean =>
  /\b(?:not|never|no)(?: an?| the)?\s*$/i.test(text.slice(0, text.indexOf(quote)).slice(-12))

const linksOfTitle = (title: string): Link[] => {
  const backport = BACKPORT_TITLE.exec(title)
  if (backport) return [{ relation: 'backports', target: { by: 'number', number: Number(backport[1]) }, quote: title }]
  const undone = REVERT_TITLE.exec(title)
    ?.slice(1)
    .find((group) => group !== undefined)
  if (undone === undefined) return []
  const numbered = LAST_NUMBER.exec(undone)
  const target: LinkTarget = numbered
    ? { by: 'number', number: Number(numbered[1]) }
    : { by: 'title', title: undone.trim() }
  return [{ relation: 'reverts', target, quote: title }]
}

const targetOf = ({ number, pull, sha }: Record<string, string | undefined>): LinkTarget | null => {
  const written = number ?? pull
  if (written !== undefined) return { by: 'number', number: Number(written) }
  return sha !== undefined && /\d/.test(sha) ? { by: 'commit', sha: sha.toLowerCase() } : null
}
