import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { inspect } from 'node:util'
import { afterEach, describe, expect, test } from '@jest/globals'
import { z } from 'zod'
import { createGitHubClient } from './github-client.ts'
import { createMemoryRateBudget } from './rate-budget.ts'
import { createTestClock } from './testing/collect-like-a-job.ts'

const secret = 'ghp_verysecret'
const close: (() => void)[] = []
afterEach(() => {
  for (const end of close.splice(0)) end()
})

type Reply = (request: IncomingMessage, response: ServerResponse) => void
const sends =
  (status: number, body: unknown, headers: Record<string, string> = {}): Reply =>
  (_, response) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
const good = sends(200, { data: { answer: 42 } })

/** A server that gives the replies in turn, the last one for ever. */
const start = async (...replies: Reply[]) => {
  let requests = 0
  const seen: IncomingMessage[] = []
  const server = createServer((request, response) => {
    seen.push(request)
    request.resume()
    replies[Math.min(requests, replies.length - 1)]?.(request, response)
    requests += 1
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  close.push(() => server.close().closeAllConnections())
  const { port } = server.address() as AddressInfo
  const clock = createTestClock()
  const budget = createMemoryRateBudget(clock)
  const stop = new AbortController()
  const client = (token = secret, requestTimeoutMs = 10_000) =>
    createGitHubClient({
      repository: 'octo/hello',
      apiUrl: `http://127.0.0.1:${port}/api/v3`,
      auth: { kind: 'token', token },
      budget,
      clock,
      requestTimeoutMs,
      signal: stop.signal,
      userAgent: 'assay-test',
    })
  return { client, clock, stop, seen, requests: () => requests }
}
const question = {
  asked: 'the answer',
  query: 'query { answer }',
  variables: {},
  points: 1,
  schema: z.object({ answer: z.number() }),
}
const failureOf = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  )

describe('the client', () => {
  test('asks GraphQL beside the REST address of a GitHub Enterprise, by token and name', async () => {
    const { client, seen } = await start(good)
    expect(await client().query(question)).toEqual({ kind: 'data', data: { answer: 42 } })
    expect(seen[0]).toMatchObject({
      method: 'POST',
      url: '/api/graphql',
      headers: { authorization: `bearer ${secret}`, 'user-agent': expect.stringContaining('assay-test') },
    })
  })

  test.each<[string, Reply]>([
    ['an error of the server', sends(500, {})],
    ['errors beside data', sends(200, { data: { answer: 42 }, errors: [{ message: 'half' }] })],
    ['a page of HTML', (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>')],
    [
      'a body that is cut off',
      (_, response) => response.writeHead(200, { 'content-type': 'application/json' }).end('{"data":'),
    ],
    ['a missing field', sends(200, { data: {} })],
    ['a connection that ends', (_, response) => response.destroy()],
    [
      'a body that ends early',
      (_, response) => {
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': '999' }).write('{"data":')
        setTimeout(() => response.destroy(), 10)
      },
    ],
  ])('tries again after %s', async (_, reply) => {
    const { client, requests, clock } = await start(reply, reply, good)
    const begun = clock.now()
    expect(await client().query(question)).toEqual({ kind: 'data', data: { answer: 42 } })
    expect(requests()).toBe(3)
    expect(clock.now() - begun).toBeLessThanOrEqual(4_000)
  })

  test('gives up after three tries with an error that may be tried again and gives nothing away', async () => {
    const { client, requests } = await start((_, response) => response.destroy())
    const error = await failureOf(client().query(question))
    expect(error).toMatchObject({ code: 'GITHUB_ANSWER_BROKEN', retry: 'later' })
    expect(requests()).toBe(3)
    expect(inspect(error, { depth: 10 })).not.toContain(secret)
  })

  test('takes an answer that never ends, in its head or its body, for too big', async () => {
    const silent = await start(() => {})
    expect(await silent.client(secret, 300).query(question)).toMatchObject({ kind: 'too-big' })
    const endless = await start((_, response) =>
      response.writeHead(200, { 'content-type': 'application/json' }).write('{'),
    )
    expect(await endless.client(secret, 300).query(question)).toMatchObject({ kind: 'too-big' })
  })

  test('asks nothing more inside the time that GitHub wants it to wait, whoever shares its budget', async () => {
    const { client, requests, clock } = await start(sends(403, {}, { 'retry-after': '60' }), good)
    const resetAt = new Date(clock.now() + 60_000)
    const error = await failureOf(client().query(question))
    expect(error).toMatchObject({ code: 'RATE_LIMITED', resetAt })
    for (const worker of [client(), client()]) {
      await expect(worker.query(question)).rejects.toMatchObject({ code: 'RATE_LIMITED', resetAt })
      await expect(worker.isUnchanged('/x', null)).rejects.toMatchObject({ code: 'RATE_LIMITED' })
    }
    expect(requests()).toBe(1)
    expect(await client('another').query(question)).toMatchObject({ kind: 'data' })
    clock.advanceTo(resetAt.getTime())
    expect(await client().query(question)).toMatchObject({ kind: 'data' })
  })

  test('waits a minute when it is not told how long, and twice as long each time again, also when opened anew', async () => {
    const limited = sends(403, { message: 'You have exceeded a secondary rate limit.' })
    const { client, clock } = await start(limited, limited, limited, good, limited)
    const waits: number[] = []
    for (let time = 0; time < 5; time += 1) {
      const error = await failureOf(client().query(question))
      const resetAt =
        error instanceof Error && 'resetAt' in error && error.resetAt instanceof Date ? error.resetAt : null
      if (resetAt) waits.push(resetAt.getTime() - clock.now())
      clock.advanceTo(resetAt?.getTime() ?? 0)
    }
    expect(waits).toEqual([60_000, 120_000, 240_000, 60_000])
  })

  test('stops before GitHub has to say so, when the last answer left nothing', async () => {
    const reset = Math.floor(Date.UTC(2025, 0, 1) / 1_000) + 600
    const spent = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(reset) }
    const { client, requests } = await start(sends(200, { data: { answer: 42 } }, spent))
    await client().query(question)
    await expect(client().query(question)).rejects.toMatchObject({
      code: 'RATE_LIMITED',
      resetAt: new Date(reset * 1_000),
    })
    expect(requests()).toBe(1)
  })

  test.each([
    [401, { message: 'Bad credentials' }, 'GITHUB_TOKEN_REFUSED'],
    [403, { message: 'Resource not accessible by personal access token' }, 'GITHUB_FORBIDDEN'],
    [404, { message: 'Not Found' }, 'GITHUB_REPOSITORY_NOT_VISIBLE'],
  ])('does not try %i again, and says what to do', async (status, body, code) => {
    const { client, requests } = await start(sends(status, body))
    const error = await failureOf(client().query(question))
    expect(error).toMatchObject({ code, retry: 'never', message: expect.stringMatching(/token/i) })
    expect(requests()).toBe(1)
    expect(inspect(error, { depth: 10 })).not.toContain(secret)
  })

  test('ends at once when its run does', async () => {
    const { client, stop } = await start(() => stop.abort(new Error('the run ended')))
    await expect(client().query(question)).rejects.toThrow('the run ended')
  })

  test('says what an unchanged resource is, and takes an answer that it cannot read for a change', async () => {
    const tagged = await start(sends(200, [], { etag: '"1"' }), sends(304, ''))
    expect(await tagged.client().isUnchanged('/repos/a/b/pulls', null)).toEqual({ unchanged: false, etag: '"1"' })
    expect(await tagged.client().isUnchanged('/repos/a/b/pulls', '"1"')).toEqual({ unchanged: true, etag: '"1"' })
    expect(tagged.seen[1]).toMatchObject({ url: '/api/v3/repos/a/b/pulls', headers: { 'if-none-match': '"1"' } })
    const broken = await start(sends(301, {}))
    expect(await broken.client().isUnchanged('/x', '"1"')).toEqual({ unchanged: false, etag: null })
  })
})
