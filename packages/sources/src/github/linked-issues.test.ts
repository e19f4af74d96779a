import { describe, expect, test } from '@jest/globals'
import { linkedIssues } from './linked-issues.ts'

const own = 'octo/hello'
const event = (kind: 'ConnectedEvent' | 'DisconnectedEvent', number: number, nameWithOwner = own) => ({
  __typename: kind,
  subject: { __typename: 'Issue', number, repository: { nameWithOwner } },
})
const inBody = (body: string) => linkedIssues(body, [], own)

describe('linked issues', () => {
  test.each([
    'close',
    'closes',
    'closed',
    'fix',
    'fixes',
    'fixed',
    'resolve',
    'resolves',
    'resolved',
    'FIXES',
    'Fixes:',
  ])('are named behind "%s"', (keyword) => expect(inBody(`It ${keyword} #12.`)).toEqual(['#12']))

  test('are told by number, by repository and number, and by address, each once', () => {
    const body = 'Fixes #1, fixes octo/hello#1, closes Other/place#2 and resolves https://github.com/a/b/issues/3'
    expect(inBody(body)).toEqual(['#1', 'Other/place#2', 'a/b#3'])
  })

  test('are not mentions without a keyword', () => {
    expect(inBody('See #1. Prefixes #2. It fixes the bug of #3.')).toEqual([])
  })

  test.each([
    ['a fence', '```\nfixes #1\n```\nfixes #2', ['#2']],
    ['a fence of tildes', '~~~ts\nfixes #1\n```\nfixes #9\n~~~\nfixes #2', ['#2']],
    ['a fence that never ends', 'fixes #2\n````\nfixes #1\n```\nfixes #3', ['#2']],
    ['a code span', 'write `fixes #1` or ``fixes `#1` `` but fixes #2', ['#2']],
    ['no code span, as it never ends', 'a ` fixes #2', ['#2']],
  ])('are not read in code: %s', (_, body, expected) => expect(inBody(body)).toEqual(expected))

  test('a hostile description takes no longer than it is long', () => {
    const begun = performance.now()
    inBody('` `` ``` '.repeat(10_000) + '`'.repeat(60_000))
    expect(performance.now() - begun).toBeLessThan(1_000)
  })

  test('are also those connected by hand and not disconnected again', () => {
    const timeline = [
      event('ConnectedEvent', 1),
      event('ConnectedEvent', 2, 'other/place'),
      event('ConnectedEvent', 3),
      event('DisconnectedEvent', 3),
      event('DisconnectedEvent', 4),
      event('ConnectedEvent', 4),
      { __typename: 'ConnectedEvent' as const, subject: { __typename: 'PullRequest' } },
    ]
    expect(linkedIssues('fixes #1', timeline, own)).toEqual(['#1', 'other/place#2', '#4'])
  })
})
