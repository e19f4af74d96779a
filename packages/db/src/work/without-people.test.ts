import { expect, test } from '@jest/globals'
import type { CollectedPerson, Identities } from './identities.ts'
import { withoutForgotten } from './without-people.ts'

const ada: CollectedPerson = { name: 'Ada Lovelace', login: 'ada', email: 'ada@example.org' }
const grace: CollectedPerson = { name: 'Grace', login: 'grace', email: 'grace@example.org' }
const collected = {
  author: ada,
  coAuthors: [ada, grace],
  commits: [
    { sha: 'c1', title: 'One', author: ada, authoredAt: '2026-01-01T00:00:00Z' },
    { sha: 'c2', title: 'Two', author: grace, authoredAt: '2026-01-01T00:00:00Z' },
  ],
  reviews: [
    { reviewer: 'ada', state: 'approved', submittedAt: null },
    { reviewer: 'grace', state: 'approved', submittedAt: null },
  ],
  body: [
    'Adds a thing.',
    '',
    'Co-authored-by: Ada Lovelace',
    'REVIEWED-BY:\tada lovelace  ',
    'Signed-off-by: A. Lovelace <1234+ada@users.noreply.github.com>',
    'Tested-by: A. L. <Ada@Example.org>\r',
    'Co-authored-by: Adam Lovelace',
    'Acked-by: Grace',
    'Close-by: a word and no person',
  ].join('\n'),
  title: 'Add a thing',
}

/** Identities of which one thing is forgotten. */
const forgotten = (kind: keyof CollectedPerson, value: string): Identities => {
  const isMeant = (text: string | null) => text?.trim().toLowerCase() === value
  return {
    isAnyoneForgotten: true,
    person: (given) =>
      isMeant(given[kind])
        ? { name: 'Forgotten author', login: null, emailHash: null }
        : { ...given, emailHash: given.email },
    reviewer: (name) => (kind !== 'email' && isMeant(name) ? 'Forgotten author' : name),
    hash: ({ value: text }) => text,
  }
}

test.each([
  ['email', 'ada@example.org'],
  ['login', 'ada'],
  ['name', 'ada lovelace'],
] as const)('by %s a person leaves every place of a pull request, and others stay', (kind, value) => {
  const { author, coAuthors, commits, reviews, body, title } = withoutForgotten(collected, forgotten(kind, value))
  expect([author.name, title]).toEqual(['Forgotten author', 'Add a thing'])
  expect(coAuthors).toEqual([grace])
  expect(commits.map((commit) => commit.author.name)).toEqual(['Forgotten author', 'Grace'])
  expect(reviews.map(({ reviewer }) => reviewer)).toEqual(['Forgotten author', 'grace'])
  expect(body.split('\n')).toEqual(
    expect.arrayContaining([
      'Adds a thing.',
      'Co-authored-by: Adam Lovelace',
      'Acked-by: Grace',
      'Close-by: a word and no person',
    ]),
  )
  expect(body).not.toMatch(/Co-authored-by: Ada Lovelace|REVIEWED-BY/)
})

test('lines that give only an address of the person go too', () => {
  expect(withoutForgotten(collected, forgotten('email', 'ada@example.org')).body).not.toContain('Tested-by')
  expect(withoutForgotten(collected, forgotten('login', 'ada')).body).not.toContain('Signed-off-by')
})

test('nothing is touched when nobody is forgotten, or nobody here', () => {
  expect(withoutForgotten(collected, { ...forgotten('name', 'x'), isAnyoneForgotten: false })).toBe(collected)
  expect(withoutForgotten(collected, forgotten('name', 'somebody else'))).toEqual(collected)
})
