import { createHash } from 'node:crypto'
import type { EvidenceValue, EvidenceView } from '@assay/contracts'
import {
  type Database,
  type DocumentTarget,
  findContext,
  findDocumentTargets,
  findPullRequestTargets,
  loadAssessedWork,
  type NewEvidence,
  type PullRequestTarget,
} from '@assay/db'
import { type Achievement, assessEvidence, commitMessages, type SummedUp, toContext } from '@assay/value'

type Place = Pick<NonNullable<NewEvidence['quote']>, 'field' | 'index' | 'start' | 'end'>

/** What evidence of several achievements is and comes to, by the name of each. */
export type ReadEvidence = {
  evidenceOf(key: string): EvidenceView[]
  valueOf(key: string): EvidenceValue
  readonly whole: EvidenceValue
  /** Paths of the files that a pull request changed. */
  filesOf(pullRequestId: string): string[]
}

/** Reads evidence as it stands now, and computes what it comes to under the newest prices. */
export const readEvidence = async (
  db: Database,
  workspace: string,
  given: ReadonlyMap<string, readonly NewEvidence[]>,
): Promise<ReadEvidence> => {
  const idsOf = (kind: NewEvidence['kind'], evidence: readonly NewEvidence[]) =>
    new Set(evidence.filter((piece) => piece.kind === kind).map(({ id }) => id))
  const all = [...given.values()].flat()
  const ids = [...idsOf('pull-request', all)]
  const [pullRequests, documents, works, stored] = await Promise.all([
    findPullRequestTargets(db, workspace, ids),
    findDocumentTargets(db, workspace, [...idsOf('document', all)]),
    loadAssessedWork(db, workspace, { ids }),
    findContext(db, workspace),
  ])
  const groups = new Map([...given].map(([key, evidence]) => [key, idsOf('pull-request', evidence)]))
  const assessed = assessEvidence(works, groups, toContext(stored))
  const pullRequestOf = new Map(pullRequests.map((target) => [target.id, target]))
  const documentOf = new Map(documents.map((target) => [target.id, target]))

  const view = (piece: NewEvidence): EvidenceView[] => {
    const document = documentOf.get(piece.id)
    if (document) return [viewDocumentEvidence(piece, document)]
    const target = pullRequestOf.get(piece.id)
    return target ? [viewPullRequest(piece, target, assessed.items.get(piece.id))] : []
  }
  return {
    evidenceOf: (key) => (given.get(key) ?? []).flatMap(view),
    valueOf: (key) => toValue(assessed.groups.get(key)),
    whole: toValue(assessed.whole),
    filesOf: (id) => (pullRequestOf.get(id)?.files ?? []).map(({ path }) => path),
  }
}

const toValue = (sum: SummedUp | undefined): EvidenceValue => {
  if (!sum) throw new Error('Evidence was read without its sum')
  const { pullRequests, announced, effort, value } = sum
  return { pullRequests, announced, effort, money: value }
}

const viewPullRequest = (
  { id, quote, note }: NewEvidence,
  target: PullRequestTarget,
  assessed: Achievement | undefined,
): EvidenceView => {
  const { repository, visibility, number, sha, title, author, mergedAt } = target
  return {
    kind: 'pull-request',
    ...{ id, note, repository, visibility, number, sha, title, author },
    ...viewQuote(quote, (place) => wordsOfPullRequest(target, place)),
    url: addressOf(target),
    mergedAt: mergedAt.toISOString(),
    changeKind: assessed?.kind ?? null,
    significance: assessed?.significance ?? null,
    claims: assessed?.quotes ?? [],
    money: assessed?.value ?? null,
    history: assessed?.history ?? [],
  }
}

const viewDocumentEvidence = (
  { id, quote, note }: NewEvidence,
  { text, createdAt, name, version, title, format, pages }: DocumentTarget,
): EvidenceView => ({
  kind: 'document',
  ...{ id, note, name, version, title, format, pages },
  ...viewQuote(quote, (place) => wordsOfDocument(text, place)),
  addedAt: createdAt.toISOString(),
})

/** Words are shown only while they are those that were chosen. */
const viewQuote = (quote: NewEvidence['quote'], wordsAt: (place: Place) => string | null) => {
  if (!quote) return { quote: null, isQuoteGone: false }
  const { hash, ...place } = quote
  const text = wordsAt(place)
  return text !== null && hashOf(text) === hash
    ? { quote: { ...place, text }, isQuoteGone: false }
    : { quote: null, isQuoteGone: true }
}

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

/** The words at a place of a pull request; null if there is no such place. */
export const wordsOfPullRequest = (target: PullRequestTarget, place: Place): string | null => {
  const sources = {
    title: target.title,
    body: target.body,
    commit: commitMessages(target)[place.index ?? 0],
    text: null,
  }
  return wordsIn(sources[place.field] ?? null, place)
}

/** The words at a place of a document; null if there is no such place. */
export const wordsOfDocument = (text: string | null, place: Place): string | null =>
  place.field === 'text' ? wordsIn(text, place) : null

const wordsIn = (source: string | null, { start, end }: Place): string | null => {
  if (source === null || start >= end || end > source.length) return null
  const words = source.slice(start, end)
  // A place inside a letter is none.
  return words.isWellFormed() && words.trim() !== '' ? words : null
}

/** Where a pull request can be seen by everybody. */
const addressOf = ({ origin, visibility, number, sha }: PullRequestTarget): string | null => {
  if (visibility !== 'public' || !/^https:\/\/github\.com\/[\w.-]+\/[\w.-]+$/.test(origin)) return null
  return number === null ? `${origin}/commit/${sha}` : `${origin}/pull/${number}`
}
