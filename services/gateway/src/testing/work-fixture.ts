import {
  type CollectedPerson,
  type CollectedPullRequest,
  type Database,
  finishCollectionRun,
  startCollection,
  startCollectionRun,
} from '@assay/db'

export const person = (name: string, more: Partial<CollectedPerson> = {}): CollectedPerson => ({
  name,
  login: name.toLowerCase(),
  email: `${name.toLowerCase()}@example.org`,
  ...more,
})

/** A small pull request as a source gives it. */
export const collectedPullRequest = (
  number: number,
  more: Partial<CollectedPullRequest> = {},
): CollectedPullRequest => ({
  number,
  sha: `sha${number}`,
  title: `Change ${number}`,
  body: '',
  author: person('Ada'),
  coAuthors: [],
  mergedAt: '2026-01-01T00:00:00.000Z',
  additions: 1,
  deletions: 1,
  changedFiles: 1,
  files: [],
  patchId: null,
  commitCount: 0,
  commits: [],
  labels: [],
  reviewCount: 0,
  reviews: [],
  linkedIssues: [],
  how: 'squash',
  flags: [],
  ...more,
})

/** A repository whose collection runs, and can be finished. */
export async function collectRepository(
  db: Database,
  {
    workspace = 'acme',
    name = 'demo',
    origin = `https://github.com/acme/${name}`,
  }: { workspace?: string; name?: string; origin?: string } = {},
) {
  const repository = await startCollection(db, {
    workspace,
    name,
    origin,
    sourceKind: 'github',
    visibility: 'public',
    license: 'MIT',
    defaultBranch: 'main',
  })
  const run = { jobId: crypto.randomUUID(), repositoryId: repository.id }
  await startCollectionRun(db, { ...run, whole: true })
  return {
    ...repository,
    run,
    finish: ({ expected, head }: { expected: number; head: string }) =>
      finishCollectionRun(db, run, { expected, head, cursor: head, gaps: [] }),
  }
}
