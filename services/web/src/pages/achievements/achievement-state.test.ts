import { expect, test } from '@jest/globals'
import type { Achievement } from './achievement-queries.ts'
import { stateOf, warningsOf } from './achievement-state.ts'

test('changes wait while the public sees an older version', () => {
  expect([
    stateOf({ version: 3, publishedVersion: null }),
    stateOf({ version: 3, publishedVersion: 3 }),
    stateOf({ version: 3, publishedVersion: 2 }),
  ]).toEqual(['draft', 'published', 'changes wait'])
})

test('whatever is not public by itself is named before it is published, each repository once', () => {
  const pullRequest = (repository: string, visibility: string) => ({ kind: 'pull-request', repository, visibility })
  const evidence = [
    pullRequest('open', 'public'),
    pullRequest('vault', 'private'),
    pullRequest('vault', 'private'),
    pullRequest('found', 'unknown'),
    { kind: 'document', name: 'plan.md', quote: { text: 'x' } },
  ] as Achievement['evidence']
  expect(warningsOf({ evidence })).toEqual([
    'Titles, authors and claims of pull requests of vault (private).',
    'Titles, authors and claims of pull requests of found (not known to be public).',
    'The name of the document “plan.md” and the words you quote.',
  ])
})
