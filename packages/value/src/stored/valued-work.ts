import type { Claim } from '../claims/claim.ts'
import type { Observation } from '../claims/observation.ts'
import { commitMessages } from '../commit-messages.ts'
import type { ValuedWork } from '../counting/value-together.ts'
import type { Effort } from '../effort/estimate-effort.ts'
import type { Link } from '../links/find-links.ts'

/** A pull request with its assessment as it comes back from where it was stored. */
export type StoredWork = {
  readonly id: string
  readonly repositoryId: string
  readonly repository: string
  readonly number: number | null
  readonly sha: string
  readonly title: string
  readonly body: string
  readonly commits: readonly { readonly title: string; readonly body?: string }[]
  readonly mergedAt: Date
  readonly kind: string
  readonly effort: object
  readonly claims: readonly object[]
  readonly links: readonly object[]
  readonly shape: string | null
  readonly patchId: string | null
  readonly observations: readonly Observation[]
  readonly isBeside: boolean
}

/** What is stored was made here, so it is taken for what it was. */
export const toValuedWork = (stored: StoredWork): ValuedWork => ({
  id: stored.id,
  repository: stored.repositoryId,
  number: stored.number,
  sha: stored.sha,
  title: stored.title,
  mergedAt: stored.mergedAt,
  links: stored.links as readonly Link[],
  shape: stored.shape,
  patchId: stored.patchId,
  isBeside: stored.isBeside,
  evidence: {
    title: stored.title,
    body: stored.body,
    commitMessages: commitMessages(stored),
    claims: stored.claims as readonly Claim[],
    effort: effortOf(stored.effort),
    kind: stored.kind,
    repository: stored.repository,
    observations: stored.observations,
  },
})

/** Assessments from before effort was estimated have none. */
const effortOf = (effort: object): Effort =>
  'status' in effort
    ? (effort as Effort)
    : { status: 'unknown', because: 'it was assessed before effort was estimated' }
