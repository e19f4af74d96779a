import type { PullRequestFacts } from '../pull-request-facts.ts'

/** A small fix in two files; change what matters to the test. */
export const sampleFacts = (changes: Partial<PullRequestFacts> = {}): PullRequestFacts => ({
  title: 'Handle an empty header',
  body: 'The parser threw on an empty value.',
  additions: 24,
  deletions: 6,
  files: [
    { path: 'lib/header.js', additions: 14, deletions: 6 },
    { path: 'test/header.test.js', additions: 10, deletions: 0 },
  ],
  ...changes,
})
