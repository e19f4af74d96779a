import { type EvidenceInput, type FieldIssue, InvalidRequest } from '@assay/contracts'
import { type Database, findDocumentTargets, findPullRequestTargets, type NewEvidence } from '@assay/db'
import { hashOf, wordsOfDocument, wordsOfPullRequest } from './read-evidence.ts'

/** UTF-16 units. */
const LONGEST_QUOTE = 2_000

/**
 * Evidence as it is kept: quotes by the hash of their words. @throws InvalidRequest naming each piece that is not there,
 * stands twice, or quotes what its source does not say.
 */
export const checkEvidence = async (
  db: Database,
  workspace: string,
  given: readonly EvidenceInput[],
): Promise<NewEvidence[]> => {
  const idsOf = (kind: EvidenceInput['kind']) => given.filter((piece) => piece.kind === kind).map(({ id }) => id)
  const [pullRequests, documents] = await Promise.all([
    findPullRequestTargets(db, workspace, idsOf('pull-request')),
    findDocumentTargets(db, workspace, idsOf('document')),
  ])
  const pullRequestOf = new Map(pullRequests.map((target) => [target.id, target]))
  const documentOf = new Map(documents.map((target) => [target.id, target]))

  const issues: FieldIssue[] = []
  const checked = given.map(({ kind, id, quote, note }, at): NewEvidence => {
    const refuse = (field: string, message: string) => issues.push({ field: `evidence.${at}${field}`, message })
    const pullRequest = kind === 'pull-request' ? pullRequestOf.get(id) : undefined
    const document = kind === 'document' ? documentOf.get(id) : undefined
    if (!pullRequest && !document) refuse('.id', `there is no such ${kind.replace('-', ' ')}`)
    if (given.findIndex((piece) => piece.id === id) < at) refuse('.id', 'it stands here twice; once is enough')
    if (!quote) return { kind, id, note, quote: null }
    const words = pullRequest ? wordsOfPullRequest(pullRequest, quote) : wordsOfDocument(document?.text ?? null, quote)
    if (words === null) refuse('.quote', `lies outside the ${quote.field}, or inside a letter`)
    else if (words.length > LONGEST_QUOTE) refuse('.quote', `is longer than ${LONGEST_QUOTE} UTF-16 units`)
    return { kind, id, note, quote: { ...quote, hash: hashOf(words ?? '') } }
  })
  if (issues.length > 0) throw InvalidRequest(issues)
  return checked
}
