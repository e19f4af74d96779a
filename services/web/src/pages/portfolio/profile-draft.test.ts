import { expect, test } from '@jest/globals'
import { canBeSaved, profileDraftOf, profileInputOf, slugProblem, urlProblem } from './profile-draft.ts'

const stored = {
  name: 'Ada',
  headline: '',
  about: '',
  links: [{ label: 'Home', url: 'https://example.org/' }],
  slug: null,
  version: 2,
  state: 'draft' as const,
  publishedVersion: null,
  publishedAt: null,
  updatedAt: null,
  address: null,
  publishedAchievements: 0,
}

test('an empty slug is saved as none', () => {
  const { name, headline, about, links } = stored
  expect(profileInputOf(profileDraftOf(stored))).toEqual({ name, headline, about, links, slug: null })
})

test.each([
  ['', true],
  ['ada', true],
  ['ada-2', true],
  ['a', false],
  ['-ada', false],
  ['Ada', false],
  ['method', false],
  ['a'.repeat(41), false],
])('%j is an address: %j', (slug, is) => {
  expect(slugProblem(slug) === undefined).toBe(is)
})

test('links lead to https and say where, or nothing is saved', () => {
  expect(['javascript:hit()', 'http://e.org', 'x'].map((url) => urlProblem(url) === undefined)).toEqual([
    false,
    false,
    false,
  ])
  const draft = profileDraftOf(stored)
  expect(canBeSaved(draft)).toBe(true)
  expect(canBeSaved({ ...draft, links: [{ label: ' ', url: 'https://e.org' }] })).toBe(false)
})
