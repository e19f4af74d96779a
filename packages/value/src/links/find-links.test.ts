import { expect, test } from '@jest/globals'
import { findLinks } from './find-links.ts'

const found = (title: string, body = '', number: number | null = null) =>
  findLinks({ title, body, commitMessages: [], number }).map(({ relation, target }) => [relation, target])

const number = (value: number) => ({ by: 'number', number: value })

test.each([
  ['Revert "Cache the route table"', 'reverts', { by: 'title', title: 'Cache the route table' }],
  ['Revert "Cache the route table (#12)"', 'reverts', number(12)],
  ['revert: cache the route table', 'reverts', { by: 'title', title: 'cache the route table' }],
  ['[Backport 4.x] Cache the route table (#12)', 'backports', number(12)],
  ['Backport #12 to 4.x', 'backports', number(12)],
  ['Cherry-pick #12 into 4.x', 'backports', number(12)],
])('the title %j names an earlier pull request', (title, relation, target) => {
  expect(found(title)).toContainEqual([relation, target])
})

test.each([
  ['This reverts commit 0123abc4567.', 'reverts', { by: 'commit', sha: '0123abc4567' }],
  ['Reverts acme/shop#12', 'reverts', number(12)],
  ['Reverts https://github.com/acme/shop/pull/12', 'reverts', number(12)],
  ['(cherry picked from commit 0123abc4567)', 'picks', { by: 'commit', sha: '0123abc4567' }],
  ['Backport of #12', 'backports', number(12)],
  ['This is a follow-up to #12.', 'follows', number(12)],
  ['Stacked on top of #12', 'stacked-on', number(12)],
  ['Builds on #12', 'stacked-on', number(12)],
  ['Fixes a regression introduced in #12', 'repairs', number(12)],
  ['The page was broken by #12.', 'repairs', number(12)],
  ['Fixes: 0123abc45678 ("Cache the route table")', 'repairs', { by: 'commit', sha: '0123abc45678' }],
])('the description %j names an earlier pull request', (body, relation, target) => {
  expect(found('Handle an empty header', body)).toContainEqual([relation, target])
})

test.each([
  'Fixes #12',
  'See #12 and acme/shop#13',
  'This is not a backport of #12',
  '> Reverts #12',
  '<!-- Backport of #12 -->',
  'We agreed on #12',
  'It depends on #12',
])('%j names no pull request that it belongs to', (body) => {
  expect(found('Handle an empty header', body)).toEqual([])
})

test('its own number is not another one', () => {
  expect(found('Backport #12', '', 12)).toEqual([])
})
