import {
  type Assessment,
  assessPullRequest,
  type Claim,
  type MonetisedValue,
  type TotalValue,
  type ValueContext,
  type ValuedWork,
  type ValueModels,
  valueTogether,
} from '@assay/value'
import type { PullRequestLine } from './pull-request-line.ts'

/** Assesses lines one by one, as they come; without prices nothing has a value in money. */
export async function* scoreEach(lines: AsyncIterable<PullRequestLine>, models: ValueModels): AsyncGenerator<object> {
  for await (const { id, facts } of lines) {
    const assessment = assessPullRequest(facts, models)
    yield toResult(id, assessment, { status: 'not-valued', because: [withoutPrices(assessment.claims)] })
  }
}

/** Assesses lines that know of each other, and prices them under a context; `tell` gets what they come to together. */
export async function* scoreTogether(
  lines: AsyncIterable<PullRequestLine>,
  models: ValueModels,
  context: ValueContext,
  tell: (total: TotalValue) => void,
): AsyncGenerator<object> {
  const assessed: { line: PullRequestLine; assessment: Assessment }[] = []
  for await (const line of lines) assessed.push({ line, assessment: assessPullRequest(line.facts, models) })
  const works = assessed.map(({ line, assessment }, at) => toWork(line, assessment, at))
  const { values, total } = valueTogether(works, context)
  for (const [at, { line, assessment }] of assessed.entries()) {
    const known = values.get(String(at))
    if (!known) continue
    const history = known.history.events.map((event) => ({ ...event, by: assessed[Number(event.by)]?.line.id }))
    yield { ...toResult(line.id, assessment, known.value), history }
  }
  tell(total)
}

/** Two lines may have one id; their places tell them apart. Without dates, the order of lines is that of merges. */
const toWork = (
  { number, sha, patchId, repository, facts }: PullRequestLine,
  assessment: Assessment,
  at: number,
): ValuedWork => ({
  id: String(at),
  repository: repository ?? '',
  number,
  sha: sha ?? '',
  title: facts.title,
  mergedAt: facts.mergedAt ?? new Date(at),
  links: assessment.links,
  patchId,
  shape: assessment.shape,
  isBeside: false,
  evidence: {
    title: facts.title,
    body: facts.body,
    commitMessages: facts.commitMessages,
    claims: assessment.claims,
    effort: assessment.effort,
    kind: assessment.kind.label,
    repository: repository ?? undefined,
  },
})

const toResult = (
  id: string | number,
  { kind, significance, effort, claims, method }: Assessment,
  value: MonetisedValue | { status: 'not-valued'; because: string[] },
) => ({
  id,
  kind: { label: kind.label, probability: rounded(kind.probability), by: kind.by, evidence: kind.evidence },
  significance: {
    score: rounded(significance.score),
    low: rounded(significance.low),
    high: rounded(significance.high),
    reasons: significance.reasons.map((reason) => ({ ...reason, contribution: rounded(reason.contribution) })),
  },
  effort,
  claims: claims.map(withoutHash),
  value,
  method,
})

/** Money needs a price for what was achieved, and no one has declared any. */
const withoutPrices = (found: readonly Claim[]): string =>
  found.some(({ modality }) => modality === 'done')
    ? 'its claims stay in the units that they are stated in: no prices were declared'
    : 'nothing in its text states a measured effect'

/** Four digits say all there is to say. */
const rounded = (value: number): number => Number(value.toPrecision(4))

/** The hash is for telling later whether a text was changed; here the text is at hand. */
export const withoutHash = ({ hash: _hash, ...claim }: Claim) => claim
