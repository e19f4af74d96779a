import type { Claim } from './claims/claim.ts'
import { extractClaims } from './claims/extract-claims.ts'
import { EFFORT_VERSION, type Effort, estimateEffort } from './effort/estimate-effort.ts'
import { estimateKind } from './kind/estimate-kind.ts'
import type { KindEstimate } from './kind/kind.ts'
import { findLinks, type Link } from './links/find-links.ts'
import { patchShape } from './links/patch-shape.ts'
import type { ValueModels } from './models.ts'
import type { PullRequestFacts } from './pull-request-facts.ts'
import { estimateSignificance, type Significance } from './significance/estimate-significance.ts'

/** What is known of the worth of one pull request. The parts measure different things and are never added up. */
export type Assessment = {
  readonly kind: KindEstimate
  readonly significance: Significance
  readonly effort: Effort
  /** The quantities that its text states, whatever became of them: `modality` tells which ones count. */
  readonly claims: readonly Claim[]
  /** Earlier pull requests that it undoes, repairs or carries on. */
  readonly links: readonly Link[]
  /** The same for one change on several branches. */
  readonly shape: string | null
  /** Names and versions of what made it: assessments of different ones do not compare. */
  readonly method: string
}

/** Changes when the rules that read claims do. */
const CLAIMS_VERSION = 'claims@1.1.0'

/** The method of assessments made with these models. */
export const methodOf = ({ kind, significance }: ValueModels): string =>
  [kind.version, significance.version, EFFORT_VERSION, CLAIMS_VERSION].join(' ')

/** Assesses one pull request by itself; the same facts and models give the same assessment. */
export const assessPullRequest = (facts: PullRequestFacts, models: ValueModels): Assessment => {
  const kind = estimateKind(facts, models.kind)
  return {
    kind,
    significance: estimateSignificance(facts, kind, models.significance),
    effort: estimateEffort(facts),
    claims: extractClaims(facts),
    links: findLinks(facts),
    shape: patchShape(facts),
    method: methodOf(models),
  }
}
