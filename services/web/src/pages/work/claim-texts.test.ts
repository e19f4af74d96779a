import { expect, test } from '@jest/globals'
import { claimedTexts } from './claim-texts.ts'

const pullRequest = {
  title: 'Halve the build time',
  body: 'It was 10 min.',
  commits: [
    { sha: 'a'.repeat(40), title: 'tidy' },
    { sha: 'b'.repeat(40), title: 'cache', body: 'Now 5 min.' },
  ],
}

test('each text has its own claims, numbered over all of them', () => {
  const texts = claimedTexts(pullRequest, [
    { field: 'body', start: 7, end: 13 },
    { field: 'commit', index: 1, start: 11, end: 16 },
  ])
  expect(texts.title.claims).toEqual([])
  expect(texts.body.claims).toMatchObject([{ number: 1, start: 7 }])
  expect(texts.commits[0]?.claims).toEqual([])
  const [claim] = texts.commits[1]?.claims ?? []
  expect(claim?.number).toBe(2)
  expect(texts.commits[1]?.text.slice(claim?.start, claim?.end)).toBe('5 min')
})
