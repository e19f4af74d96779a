export { classifyKind } from './kind/classify-kind.ts'
export { type Kind, type KindVerdict, kinds } from './kind/kind.ts'
export type { ChangedFile, PullRequestFacts } from './pull-request-facts.ts'
export {
  type ScoreReason,
  type Significance,
  scoreMethod,
  scorePullRequest,
} from './significance/score-pull-request.ts'
