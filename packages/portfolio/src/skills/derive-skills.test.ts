import { expect, test } from '@jest/globals'
import { sampleAchievement, samplePullRequest } from '../testing/sample-portfolio.ts'
import { deriveSkills } from './derive-skills.ts'
import { areasOf, languageOf } from './file-skills.ts'

test.each([
  ['src/a.ts', 'TypeScript'],
  ['lib/a.PY', 'Python'],
  ['node_modules/a/index.js', null],
  ['dist/a.js', null],
  ['src/build/a.go', 'Go'],
  ['jquery.min.js', null],
  ['pnpm-lock.yaml', null],
  ['a.constructor', null],
  ['Makefile', null],
])('%s is written in %s', (path, language) => expect(languageOf(path)).toBe(language))

test.each([
  ['src/a.test.ts', ['Automated tests']],
  ['docs/a.md', ['Documentation']],
  ['.github/workflows/ci.yml', ['Build and delivery']],
  ['db/migrations/0001.sql', ['Database migrations']],
  ['src/contest.ts', []],
])('%s lies in %j', (path, areas) => expect(areasOf(path)).toEqual(areas))

test('a pull request counts once for a skill, however many files and achievements show it', () => {
  const piece = samplePullRequest(1, { changeKind: 'fix' })
  const shown = { evidence: [piece], files: { [piece.id]: ['a.ts', 'b.ts', 'c.go'] } }
  const groups = deriveSkills([sampleAchievement(1, shown), sampleAchievement(2, shown)])
  expect(
    groups.map(({ title, skills }) => [title, skills.map(({ name, pullRequests }) => [name, pullRequests])]),
  ).toEqual([
    [
      'Languages',
      [
        ['Go', 1],
        ['TypeScript', 1],
      ],
    ],
    ['Kinds of work', [['Corrections', 1]]],
  ])
  expect(groups[0]?.skills[0]?.achievements).toHaveLength(2)
})
