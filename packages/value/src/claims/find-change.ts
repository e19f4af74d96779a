import type { Amount } from './amount.ts'
import { type ChangeWord, changeWord, type Sense } from './change-words.ts'
import type { Token } from './lex.ts'
import { isBreak, isJoint, metricIn } from './sentence.ts'

/** The word that says what happened to an amount, and where it stands. */
export type Found = { readonly word: ChangeWord; readonly at: number }

const HEDGE =
  /^(?:~|<|>|=|\*|\(|\\|\+|-|,|about|around|roughly|approximately|approx|nearly|almost|some|circa|like|just|only|under|over|up|to|a|an|additional|extra|another|consistent|further|at|least|more|than|of|likely|is|was|between|on|average|us|you|users|everyone|its|my|our|maybe|perhaps|even|whopping|solid|full|good|huge|small|slight|off|away|factor)$/

/** How far behind or before an amount its word of change may stand, in tokens. */
const AHEAD = 5
const BACK = 14

/** Things are removed whole; "avoids 3x the call" counts calls. */
const OUTRIGHT = /^(?:avoid|remov|eliminat|drop$|strip|add)/

/** The word of change that belongs to the amount at a token, if one does. */
export const findChange = (tokens: readonly Token[], at: number, amount: Amount): Found | null =>
  wordAhead(tokens, at, amount) ?? wordBefore(tokens, at, amount)

/** "twice as fast": the plain adjective compares. */
const AS_FAST: ReadonlyMap<string, Sense> = new Map([
  ['fast', 'good'],
  ['quick', 'good'],
  ['cheap', 'good'],
  ['efficient', 'good'],
  ['slow', 'bad'],
  ['large', 'up'],
  ['big', 'up'],
])

/** "30 % faster", "2x speed improvement", "12 MB reduction", "540x less B/op". */
const wordAhead = (tokens: readonly Token[], at: number, amount: Amount): Found | null => {
  const compared = tokens[at + 1]?.text === 'as' ? AS_FAST.get(tokens[at + 2]?.text ?? '') : undefined
  if (compared) return { word: { sense: compared, as: 'adjective', direct: false }, at: at + 2 }
  const behind = behindBrackets(tokens, at)
  for (let i = behind; i <= behind - 1 + AHEAD && i < tokens.length; i += 1) {
    const token = tokens[i]
    if (!token || token.kind === 'amount' || token.kind === 'arrow' || (isBreak(token) && token.text !== '.'))
      return null
    const adjective = changeWord(token.text, 'adjective')
    if (adjective && i <= behind + 1) return isCompared(tokens, i, amount) ? { word: adjective, at: i } : null
    const noun = changeWord(token.text, 'noun')
    if (noun && amount.dimension !== 'count') return isFiniteVerb(tokens, i) ? null : { word: noun, at: i }
    const participle =
      i === at + 1 && isShare(amount) && /ed$/.test(token.text) ? changeWord(token.text, 'verb') : undefined
    if (participle) return { word: participle, at: i }
    // Words between the amount and its noun name what changed; a preposition begins another thought.
    if (isJoint(token) && !/^(?:\*|\)|-|"|is|of|in|or)$/.test(token.text)) return null
    if (/^(?:of|in)$/.test(token.text) && i > at + 1) return null
  }
  return null
}

/** "6x (0.2 s vs 0.03 s) faster": where the words go on behind an aside. */
const behindBrackets = (tokens: readonly Token[], at: number): number => {
  if (tokens[at + 1]?.text !== '(') return at + 1
  const close = tokens.slice(at + 2, at + 10).findIndex(({ text }) => text === ')')
  return close < 0 || changeWord(tokens[at + close + 3]?.text ?? '', 'adjective') === undefined
    ? at + 1
    : at + close + 3
}

/** "a 2 MB document drops 56 %": what looks like a noun is the verb of the next amount. */
const isFiniteVerb = (tokens: readonly Token[], at: number): boolean => {
  if (changeWord(tokens[at]?.text ?? '', 'verb') === undefined) return false
  let next = at + 1
  while (next < at + 4 && isHedge(tokens, next)) next += 1
  if (tokens[next]?.text === 'by') next += 1
  while (next < at + 5 && isHedge(tokens, next)) next += 1
  return tokens[next]?.kind === 'amount'
}

/** "3 times more tests" counts things; "3 times more memory" measures one. */
const isCompared = (tokens: readonly Token[], at: number, amount: Amount): boolean => {
  const text = tokens[at]?.text ?? ''
  if (!/^(?:more|less|fewer|higher|lower)$/.test(text)) return isShare(amount) || text !== 'better'
  if (tokens[at - 1]?.text === 'or' && !isShare(amount)) return false
  if (tokens[at + 1]?.text === 'than') return false
  if (amount.dimension === 'time' || amount.dimension === 'size') return true
  if (amount.dimension === 'count') return false
  const isLast = tokens[at + 1] === undefined || tokens[at + 1]?.kind === 'mark'
  return metricIn(tokens, isLast ? 0 : at - 5, at + 4) !== null
}

/** "reduces X by 30 %", "saves 5 MB", "speedup of 2x", "improvement: 13 %", "faster (2 %)". */
const wordBefore = (tokens: readonly Token[], at: number, amount: Amount): Found | null => {
  let start = at - 1
  while (start >= 0 && isHedge(tokens, start)) start -= 1
  const near = tokens[start]
  if (!near) return null
  const inHalf = near.text === 'in' && /half|third|quarter/.test(tokens[at]?.text ?? '')
  const linked = inHalf || tokens.slice(start, at).some(({ text }) => text === 'by')
  for (let i = start; i >= 0 && i > at - BACK; i -= 1) {
    const token = tokens[i]
    if (!token || (i < start && (isBreak(token) || token.kind === 'arrow'))) return null
    const verb = changeWord(token.text, 'verb')
    if (verb) {
      if (linked) return { word: verb, at: i }
      if (/^add(?:s|ed|ing)$/.test(token.text) && i === start && metricIn(tokens, at + 1, at + 5) !== null)
        return { word: verb, at: i }
      if ((amount.dimension === 'ratio' || /^add/.test(token.text)) && OUTRIGHT.test(token.text) && !linked) return null
      if (verb.direct && i === start) return { word: verb, at: i }
      if (isJudgement(verb) && isShare(amount) && start - i <= 6) return { word: verb, at: i }
      if (/^(?:cost|los)/.test(token.text) && !isShare(amount)) return null
      if (i === start && amount.dimension !== 'time') return { word: verb, at: i }
      if (isToLevel(tokens, at, start) && verb.sense === 'down') return { word: verb, at: i }
      if (isShareOfObject(tokens, i, start, at, amount)) return { word: verb, at: i }
      return null
    }
    const noun = changeWord(token.text, 'noun')
    if (noun && !linked && tokens[at - 1]?.text === 'to' && tokens[at - 2]?.text !== 'up') return null
    if (noun && amount.dimension !== 'count' && (linked || start - i <= reachOf(tokens, at)))
      return { word: noun, at: i }
    const adjective = changeWord(token.text, 'adjective')
    if (adjective && isShare(amount) && (linked || (start - i <= 3 && !isCounted(tokens, i))))
      return { word: adjective, at: i }
    if (!linked && isJoint(token) && !/^(?:of|in|for|to|,|:|\(|is|was|been|be|are)$/.test(token.text)) return null
    if (token.amount && token.amount.dimension === 'plain' && linked) continue
    if (token.kind === 'amount' && !(linked && tokens.slice(i, start).some(({ text }) => text === 'and'))) return null
  }
  return null
}

/** "cuts parser heap 28 %": the object stands between, with nothing to join them. */
const isShareOfObject = (tokens: readonly Token[], verbAt: number, start: number, at: number, amount: Amount) =>
  isShare(amount) &&
  start - verbAt <= 6 &&
  tokens[at + 1]?.text !== 'of' &&
  !OUTRIGHT.test(tokens[verbAt]?.text ?? '') &&
  !tokens.slice(start + 1, at).some(({ text }) => text === 'to') &&
  !tokens.slice(verbAt + 1, at).some(({ text }) => /^(?:,|:|to|for)$/.test(text))

/** "6 % faster, documents 5 %": the adjective has its amount already. */
const isCounted = (tokens: readonly Token[], at: number): boolean =>
  tokens[at - 1]?.kind === 'amount' || (tokens[at - 2]?.kind === 'amount' && isHedge(tokens, at - 1))

/** "a reduction in peak heap size of 19 %" puts its noun far away. */
const reachOf = (tokens: readonly Token[], at: number): number =>
  // An aside gives the figure of the whole phrase: "an improvement in the best cases (up to 40 %)".
  tokens.slice(Math.max(0, at - 3), at).some(({ text }) => text === '(') ||
  tokens.slice(Math.max(0, at - 3), at).some(({ text }) => text === 'of')
    ? 7
    : 3

/** "more than 5 MB" hedges an amount; "smaller than 5 MB" compares with one, and so does "more than" without a change. */
const isHedge = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at]
  if (!token || token.kind === 'amount') return false
  if (changeWord(token.text, 'adjective')) return tokens[at + 1]?.text === 'than'
  return HEDGE.test(token.text) && (changeWord(token.text) === undefined || token.text === 'up')
}

const isJudgement = ({ sense }: ChangeWord) => sense === 'good' || sense === 'bad'
const isShare = ({ dimension }: Amount) => dimension === 'percent' || dimension === 'ratio'

const isToLevel = (tokens: readonly Token[], at: number, start: number): boolean =>
  tokens[start]?.text !== 'back' &&
  tokens.slice(start, at).some(({ text }) => text === 'to') &&
  !tokens.slice(start, at).some(({ text }) => text === 'up')
