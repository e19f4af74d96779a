import { expect, test } from '@jest/globals'
import { commitMessages } from './commit-messages.ts'

test('what the pull request says itself is not read twice, and all else stays in its place', () => {
  const commits = [
    { title: 'Cache the modules', body: 'Cuts the build.' },
    { title: 'Cache more', body: 'Cuts it by 5 minutes.' },
    { title: 'Sort' },
  ]
  expect(commitMessages({ title: 'Cache the modules', body: 'Cuts the build.', commits })).toEqual([
    `${' '.repeat(17)}\n\n${' '.repeat(15)}`,
    'Cache more\n\nCuts it by 5 minutes.',
    'Sort',
  ])
})
