export {
  type FaultName,
  type FaultPlan,
  type FaultRequest,
  faultNames,
  type RequestKind,
  seededFaults,
} from './faults.ts'
export { type RepositoryFromGitOptions, repositoryFromGit } from './repository-from-git.ts'
export { samplePullRequest, sampleRepository } from './sample-repository.ts'
export { startGitHubSimulator } from './simulator.ts'
export type {
  GitHubSimulator,
  Limits,
  RecordedRequest,
  SimulatedCommit,
  SimulatedFile,
  SimulatedIssue,
  SimulatedPullRequest,
  SimulatedRepository,
  SimulatedReview,
  SimulatorOptions,
} from './types.ts'
