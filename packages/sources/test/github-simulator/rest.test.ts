import { generateKeyPairSync, sign } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import { z } from 'zod'
import { samplePullRequest, sampleRepository } from './index.ts'
import { get, startSample } from './testing.ts'

const user = z.object({
  login: z.string(),
  id: z.int(),
  node_id: z.string(),
  type: z.enum(['User', 'Bot', 'Organization']),
})
const listed = z.object({
  id: z.int(),
  node_id: z.string(),
  number: z.int(),
  state: z.enum(['open', 'closed']),
  title: z.string(),
  body: z.string().nullable(),
  user: user.nullable(),
  labels: z.array(z.object({ name: z.string() })),
  created_at: z.iso.datetime(),
  updated_at: z.iso.datetime(),
  closed_at: z.iso.datetime().nullable(),
  merged_at: z.iso.datetime().nullable(),
  merge_commit_sha: z.string().nullable(),
  head: z.object({ sha: z.string() }),
  base: z.object({ ref: z.string(), sha: z.string(), repo: z.object({ full_name: z.string() }) }),
})
const full = listed.extend({
  merged: z.boolean(),
  commits: z.int(),
  additions: z.int(),
  deletions: z.int(),
  changed_files: z.int(),
})
const repository = z.object({
  id: z.int(),
  full_name: z.string(),
  private: z.boolean(),
  visibility: z.enum(['public', 'private', 'internal']),
  default_branch: z.string(),
  license: z.object({ spdx_id: z.string() }).nullable(),
  owner: user,
})
const file = z.object({
  sha: z.string(),
  filename: z.string(),
  status: z.enum(['added', 'removed', 'modified', 'renamed']),
  additions: z.int(),
  deletions: z.int(),
  changes: z.int(),
  previous_filename: z.string().optional(),
})
const commit = z.object({
  sha: z.string(),
  commit: z.object({
    message: z.string(),
    author: z.object({ name: z.string(), email: z.string(), date: z.iso.datetime() }),
  }),
  author: user.nullable(),
})
const review = z.object({
  id: z.int(),
  user: user.nullable(),
  body: z.string(),
  state: z.string(),
  submitted_at: z.iso.datetime(),
})

const reviewed = samplePullRequest(1, {
  author: null,
  body: '',
  labels: ['bug'],
  reviews: [{ id: 'PRR_1', reviewer: null, state: 'APPROVED', submittedAt: '2024-01-02T00:00:00Z', body: '' }],
  files: [{ path: 'b', previousPath: 'a', additions: 0, deletions: 0, changeType: 'RENAMED' }],
})

test.each([
  ['', repository],
  ['/pulls?state=closed', z.array(listed)],
  ['/pulls/1', full],
  ['/pulls/1/files', z.array(file).length(1)],
  ['/pulls/1/commits', z.array(commit).length(1)],
  ['/pulls/1/reviews', z.array(review).length(1)],
])('/repos/octo/hello%s has the documented shape', async (path, shape) => {
  await using sample = await startSample({ repositories: [sampleRepository(0, { pullRequests: [reviewed] })] })
  const response = await get(sample.simulator, `/repos/octo/hello${path}`)
  expect(shape.safeParse(await response.json()).error).toBeUndefined()
})

test('leads through all pages by Link, newest first', async () => {
  await using sample = await startSample()
  const numbers: number[] = []
  let path: string | undefined = '/repos/octo/hello/pulls?state=closed&sort=updated&direction=desc&per_page=7'
  while (path !== undefined) {
    const response: Response = await get(sample.simulator, path)
    numbers.push(
      ...z
        .array(listed)
        .parse(await response.json())
        .map(({ number }) => number),
    )
    path = /<[^>]*\/api\/v3([^>]*)>; rel="next"/.exec(response.headers.get('link') ?? '')?.[1]
  }
  expect(numbers).toEqual(Array.from({ length: 30 }, (_, index) => 30 - index))
})

test('what is not changed is 304 and costs nothing; another token never has it', async () => {
  await using sample = await startSample({ tokens: { a: { repositories: 'all' }, b: { repositories: 'all' } } })
  const ask = async (token: string, etag = '') => {
    const response = await get(sample.simulator, '/repos/octo/hello/pulls/1', {
      token,
      headers: { 'if-none-match': etag },
    })
    return {
      status: response.status,
      etag: response.headers.get('etag') ?? '',
      used: response.headers.get('x-ratelimit-used'),
    }
  }
  const { etag } = await ask('a')
  expect(await ask('a', etag)).toEqual({ status: 304, etag, used: '1' })
  expect(await ask('b', etag)).toMatchObject({ status: 200 })

  sample.simulator.repository('octo/hello').pullRequests[0] = samplePullRequest(1, { title: 'Other' })
  expect(await ask('a', etag)).toMatchObject({ status: 200, used: '2' })
})

describe('who may see what', () => {
  const hidden = {
    repositories: [sampleRepository(1, { visibility: 'PRIVATE' as const })],
    tokens: { mine: { repositories: ['octo/hello'] }, other: { repositories: [] } },
  }

  test.each([
    ['its own token', 'mine', 200],
    ['another token', 'other', 404],
    ['no token', null, 404],
    ['a token nobody has', 'wrong', 401],
  ])('a private repository with %s', async (_what, token, status) => {
    await using sample = await startSample(hidden)
    expect((await get(sample.simulator, '/repos/octo/hello', { token })).status).toBe(status)
  })

  test('a public repository without a token', async () => {
    await using sample = await startSample()
    const response = await get(sample.simulator, '/repos/octo/hello', { token: null })
    expect([response.status, response.headers.get('x-ratelimit-limit')]).toEqual([200, '60'])
  })
})

test('a moved repository answers 301 to its number, a removed one 404', async () => {
  await using sample = await startSample()
  sample.simulator.move('octo/hello', 'acme/world')
  const moved = await get(sample.simulator, '/repos/octo/hello/pulls/1', { redirect: 'manual' })
  expect([moved.status, moved.headers.get('location')]).toEqual([
    301,
    `${sample.simulator.url}/api/v3/repositories/4711/pulls/1`,
  ])
  expect((await get(sample.simulator, '/repos/octo/hello/pulls/1')).status).toBe(200)
  sample.simulator.remove('acme/world')
  expect((await get(sample.simulator, '/repos/octo/hello')).status).toBe(404)
})

test('a write is a violation', async () => {
  await using sample = await startSample()
  await get(sample.simulator, '/repos/octo/hello', { method: 'DELETE' })
  expect(sample.simulator.violations).toEqual([expect.stringContaining('a write')])
})

describe('an app', () => {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const app = { id: 12, installationId: 34, publicKeyPem: publicKey.export({ type: 'spki', format: 'pem' }).toString() }
  const jwt = (nowMs: number, claims: object = {}) => {
    const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const now = Math.floor(nowMs / 1_000)
    const text = `${encode({ alg: 'RS256' })}.${encode({ iat: now - 30, exp: now + 570, iss: 12, ...claims })}`
    return `${text}.${sign('RSA-SHA256', Buffer.from(text), privateKey).toString('base64url')}`
  }
  const path = '/app/installations/34/access_tokens'

  test('gets a token that ends after an hour', async () => {
    await using sample = await startSample({ app, repositories: [sampleRepository(1, { visibility: 'PRIVATE' })] })
    const response = await get(sample.simulator, path, { token: jwt(sample.now()), method: 'POST' })
    const { token } = z.object({ token: z.string(), expires_at: z.iso.datetime() }).parse(await response.json())
    const read = async () => (await get(sample.simulator, '/repos/octo/hello', { token })).status
    expect([response.status, await read()]).toEqual([201, 200])
    sample.pass(3_600_000)
    expect(await read()).toBe(401)
  })

  test.each([
    ['of another app', { iss: 13 }],
    ['that has expired', { exp: 1 }],
    ['that lasts too long', { exp: 9_999_999_999 }],
  ])('gets none for a JSON web token %s', async (_what, claims) => {
    await using sample = await startSample({ app })
    const response = await get(sample.simulator, path, { token: jwt(sample.now(), claims), method: 'POST' })
    expect(response.status).toBe(401)
  })
})
