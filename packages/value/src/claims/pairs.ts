import type { Amount } from './amount.ts'
import { changeWord } from './change-words.ts'
import type { Token } from './lex.ts'

/** Two amounts of one thing, before and after a change; `first` and `last` bound the words that say so. */
export type Pair = {
  readonly baseline: number
  readonly after: number
  readonly first: number
  readonly last: number
  readonly link: string
}

const FILLER =
  /^(?:~|<|>|=|\*|about|around|roughly|approximately|approx|nearly|almost|some|circa|like|just|only|under|over|a|an|the|mere|down|currently|up|least|at|more|less|than|taking|using|being|having|us)$/
const MAX_GAP = 8

/** Pairs of neighbouring amounts joined as before and after: "from A to B", "A -> B", "B instead of A". */
export function pairsOf(tokens: readonly Token[]): Pair[] {
  const amounts = tokens.flatMap((token, index) => (token.amount && token.amount.dimension !== 'ratio' ? [index] : []))
  const pairs: Pair[] = []
  for (let i = 0; i + 1 < amounts.length; i++) {
    const [a, b] = [amounts[i] ?? 0, amounts[i + 1] ?? 0]
    if (b - a > MAX_GAP + 1 || !comparable(tokens[a]?.amount, tokens[b]?.amount)) continue
    const pair = joined(tokens, a, b)
    if (pair === null) continue
    pairs.push(pair)
    i++
  }
  return pairs
}

function comparable(a: Amount | undefined, b: Amount | undefined): boolean {
  if (!a || !b) return false
  if (a.dimension === b.dimension) return true
  // "in 6 seconds instead of 30", "from 30 to 5 seconds": one unit serves both.
  return (a.dimension === 'plain') !== (b.dimension === 'plain') && a.dimension !== 'percent'
}

function joined(tokens: readonly Token[], a: number, b: number): Pair | null {
  const between = withoutAside(tokens.slice(a + 1, b)).filter((token) => !FILLER.test(token.text))
  const words = between.map((token) => token.text).join(' ')
  const before = leftOf(tokens, a)
  const word = tokens[before]?.text ?? ''
  const forward = (first: number, link: string): Pair => ({ baseline: a, after: b, first, last: b, link })
  const backward = (link: string): Pair => ({ baseline: b, after: a, first: a, last: b, link })

  if (between.length === 1 && between[0]?.kind === 'arrow') return forward(a, 'arrow')
  if (/(?:^|\s)to$/.test(words) && word === 'from') return forward(before, 'from')
  if (/(?:^|\s)to$/.test(words) && word === 'of' && tokens[before - 1]?.text === 'instead') return null
  if (words === 'to' && changeWord(word)) return forward(before, 'from')
  if (/^(?:[\w-]+ ){0,2}from$/.test(words) && (word === 'to' || words === 'from' || /^(?:, |\( )?from$/.test(words))) {
    return tokens.slice(a + 1, b).some((token) => token.text === 'down' || token.text === 'up') ||
      word === 'to' ||
      changeWord(word)
      ? backward('from')
      : null
  }
  if (/^[,(]? ?(?:down|improved|reduced|decreased) from$/.test(words) || /^[,(] from$/.test(words)) {
    // "By 5 min, from 12 min to 7 min": the first is the difference, and the other two are the pair.
    return tokens[b + 1]?.text === 'to' && tokens[b + 2]?.amount ? null : backward('from')
  }
  if (
    /^(?:[,(] )?(?:instead of|rather than|compared (?:to|with)|in place of|as opposed to)(?: the)?(?: previous| old| original| former)?$/.test(
      words,
    )
  )
    return backward('instead')
  if (
    /^[,(] (?:was|were|previously|formerly|originally|before|it was|used to be|previously was|was previously)(?: :)?$/.test(
      words,
    )
  )
    return backward('was')
  if (
    /^(?:\)? ?)?(?:before(?: this)?(?: change| pr| patch)? (?:[,;/] |and |vs )+|[,;] (?:and )?(?:it )?(?:is )?now (?:takes |at |: )?|before , |[,;/] (?:and )?(?:it )?(?:now )?(?:takes|took|after :?) |[,;] now it (?:takes|is|runs in) )$/.test(
      `${words} `,
    ) ||
    (/\bnow\b/.test(words) && /^(?:took|was|were|before|previously)$/.test(word))
  )
    return forward(a, 'was')
  if (
    /^[.;,(] (?:previously|before|earlier|formerly)(?: this)? (?:it |that )?(?:took|was|needed|ran in|used)$/.test(
      words,
    )
  )
    return backward('was')
  if (/^(?:[.,;/] )?(?:after|now)(?: :| it takes)?$/.test(words) && isBefore(tokens, before)) return forward(a, 'was')
  if (/^(?:vs|versus|vs\.?|vs \.)$/.test(words))
    return tokens[b + 1]?.text === 'before' ? backward('was') : forward(a, 'versus')
  return null
}

/** "192 MB/s (with the reader) to 652 MB/s": what stands in brackets does not join. */
const withoutAside = (tokens: readonly Token[]): readonly Token[] => {
  const [open, close] = [tokens.findIndex(({ text }) => text === '('), tokens.findIndex(({ text }) => text === ')')]
  return open < 0 || close < open ? tokens : [...tokens.slice(0, open), ...tokens.slice(close + 1)]
}

const isBefore = (tokens: readonly Token[], at: number): boolean =>
  tokens.slice(Math.max(0, at - 1), at + 1).some(({ text }) => /^(?:before|was|previously|old|main|base)$/.test(text))

/** The place of the first word left of an amount that is no filler. */
function leftOf(tokens: readonly Token[], index: number): number {
  let i = index - 1
  while (i >= 0 && FILLER.test(tokens[i]?.text ?? '')) i--
  return i
}
