import { expect, test } from '@jest/globals'
import { documentSource, pullRequestSource } from './evidence-source.ts'

const commit = { sha: 'abcdef0123456', author: { name: 'Ada', login: null }, authoredAt: '' }
const pullRequest = {
  id: 'p',
  title: 'Faster',
  body: 'Cuts the build by 5 minutes.',
  repository: 'shop',
  number: 7,
  author: 'Ada',
  mergedAt: '2026-01-01T00:00:00Z',
  commits: [
    { ...commit, title: 'Faster', body: 'the build by 5' },
    { ...commit, title: 'Cache', body: 'Saves 3 hours.' },
    { ...commit, title: 'Tidy' },
  ],
  value: null,
}

test('what can be quoted of a pull request are its title, its text, and what commits say beyond that', () => {
  const { texts, line } = pullRequestSource(pullRequest, { visibility: 'private' })
  expect(line).toBe('shop #7 · Ada')
  expect(texts).toMatchObject([
    { field: 'title', from: 0 },
    { field: 'body', from: 0 },
    { field: 'commit', index: 1, from: 7, text: 'Saves 3 hours.' },
  ])
})

test('claims are offered that were done, and only where their words still stand', () => {
  const claim = { field: 'body' as const, modality: 'done', start: 0, end: 4, text: 'Cuts' }
  const { claims } = pullRequestSource(
    {
      ...pullRequest,
      value: {
        claims: [
          claim,
          { ...claim, modality: 'planned' },
          { ...claim, end: 3 },
          { ...claim, field: 'commit', index: 1, start: 7, end: 12, text: 'Saves' },
        ],
      },
    },
    { visibility: 'public' },
  )
  expect(claims.map(({ quote }) => quote)).toEqual([
    { field: 'body', start: 0, end: 4 },
    { field: 'commit', index: 1, start: 7, end: 12 },
  ])
})

test('a document without a title goes by its name', () => {
  const document = { id: 'd', title: null, name: 'plan.md', version: 2, text: null, createdAt: '' }
  expect(documentSource(document)).toMatchObject({ title: 'plan.md', visibility: null, texts: [] })
})
