import { describe, expect, test } from '@jest/globals'
import { classifyAnswer, type RawAnswer } from './classify-answer.ts'

const now = Date.UTC(2025, 0, 1)
const json = { 'content-type': 'application/json; charset=utf-8' }
const answer = (status: number, body: unknown, headers: Record<string, string> = {}): RawAnswer => ({
  kind: 'answer',
  status,
  headers: new Headers({ ...json, ...headers }),
  body: typeof body === 'string' ? body : JSON.stringify(body),
})
const graphql = (raw: RawAnswer) => classifyAnswer(raw, 'graphql', now)
const error = (type: string | undefined, message: string, path?: (string | number)[]) => ({
  data: { repository: null },
  errors: [{ type, message, path }],
})
const inSeconds = (seconds: number) => new Date(now + seconds * 1_000)
const resetIn = (seconds: number) => ({
  'x-ratelimit-remaining': '0',
  'x-ratelimit-reset': String((now + seconds * 1_000) / 1_000),
})

describe('an answer is', () => {
  test('data when it is whole', () => {
    expect(graphql(answer(200, { data: { a: 1 } }))).toEqual({ kind: 'ok', body: { a: 1 } })
  })

  test.each([
    ['Retry-After in seconds', 403, {}, { 'retry-after': '30' }, inSeconds(30), 'all'],
    ['Retry-After as a date', 429, {}, { 'retry-after': inSeconds(90).toUTCString() }, inSeconds(90), 'all'],
    ['an hour that is used up', 403, {}, resetIn(1_200), inSeconds(1_200), 'graphql'],
    ['a reset that is over already', 429, {}, resetIn(-5), inSeconds(1), 'graphql'],
    [
      'a secondary limit without a header',
      403,
      { message: 'You have exceeded a secondary rate limit.' },
      {},
      null,
      'all',
    ],
    ['429 without a word', 429, '', {}, null, 'all'],
    [
      'RATE_LIMITED in 200',
      200,
      error('RATE_LIMITED', 'API rate limit exceeded'),
      resetIn(60),
      inSeconds(60),
      'graphql',
    ],
    ['RATE_LIMITED without a reset', 200, error('RATE_LIMITED', 'exceeded'), {}, null, 'graphql'],
    ['a secondary limit in 200', 200, error(undefined, 'You have exceeded a secondary rate limit'), {}, null, 'all'],
  ])('a limit: %s', (_, status, body, headers: Record<string, string>, until, resource) => {
    expect(graphql(answer(status, body, headers))).toEqual({ kind: 'limited', until, resource })
  })

  test.each([
    ['502', answer(502, '<html>')],
    ['504', answer(504, '')],
    ['a timeout', { kind: 'timeout' } as const],
    ['its limits', answer(200, error('RESOURCE_LIMITS_EXCEEDED', 'Resource limits for this query exceeded.'))],
    [
      'its words',
      answer(200, {
        message: "We couldn't respond to your request in time.",
      }),
    ],
    [
      'one node that failed',
      answer(200, error(undefined, 'Something went wrong', ['repository', 'pullRequests', 'nodes', 3])),
    ],
  ])('too big by %s', (_, raw) => expect(graphql(raw)).toMatchObject({ kind: 'too-big' }))

  test('too big where only a part may not be seen, so that the rest still comes', () => {
    const path = ['repository', 'pullRequests', 'nodes', 3, 'timelineItems', 'nodes', 0, 'subject']
    expect(graphql(answer(200, error('FORBIDDEN', 'no', path)))).toMatchObject({ kind: 'too-big', permission: true })
  })

  test('a timeout of REST is just broken, as it cannot be asked for less', () => {
    expect(classifyAnswer({ kind: 'timeout' }, 'rest', now)).toMatchObject({ kind: 'broken' })
  })

  test.each([
    ['500', answer(500, { message: 'oops' })],
    ['503', answer(503, '')],
    ['a redirect', answer(301, '')],
    ['a page of HTML', answer(200, '<html></html>', { 'content-type': 'text/html' })],
    ['JSON that is cut off', answer(200, '{"data": {"repos')],
    ['no body', answer(200, '')],
    ['a list', answer(200, [])],
    ['errors beside data', answer(200, { data: { a: 1 }, errors: [{ message: 'a part is missing' }] })],
    ['an empty list of errors', answer(200, { data: { a: 1 }, errors: [] })],
    ['no data', answer(200, { data: null })],
    ['a lost connection', { kind: 'network', reason: 'reset' } as const],
  ])('broken by %s', (_, raw) => expect(graphql(raw)).toMatchObject({ kind: 'broken' }))

  test('a refused token, whatever the limits say', () => {
    expect(graphql(answer(401, { message: 'Bad credentials' }, resetIn(60)))).toEqual({ kind: 'unauthorised' })
    const locked = { message: 'Maximum number of login attempts exceeded. Please try again later.' }
    expect(graphql(answer(403, locked))).toEqual({ kind: 'unauthorised' })
  })

  test('forbidden without being a limit', () => {
    expect(graphql(answer(403, { message: 'Resource not accessible' }))).toMatchObject({ kind: 'forbidden' })
    expect(graphql(answer(403, {}, { 'x-github-sso': 'required' }))).toMatchObject({
      kind: 'forbidden',
      reason: 'its organization asks for single sign-on',
    })
    expect(graphql(answer(200, error('FORBIDDEN', 'organization SAML enforcement', ['repository'])))).toMatchObject({
      kind: 'forbidden',
      reason: 'its organization asks for single sign-on',
    })
  })

  test('not found, with the place where', () => {
    const missing = error('NOT_FOUND', 'Could not resolve to a Repository', ['repository'])
    expect(graphql(answer(200, missing))).toEqual({ kind: 'not-found', path: ['repository'] })
    expect(graphql(answer(404, { message: 'Not Found' }))).toEqual({ kind: 'not-found', path: [] })
  })

  test('a refusal of its own cursor', () => {
    const refused = error('INVALID_CURSOR_ARGUMENTS', '`x` does not appear to be a valid cursor.', [
      'repository',
      'pullRequests',
    ])
    expect(graphql(answer(200, refused))).toEqual({ kind: 'cursor-refused' })
  })

  test('unchanged', () => {
    expect(classifyAnswer(answer(304, ''), 'rest', now)).toEqual({ kind: 'unchanged' })
  })
})
