import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { sign } from '@octokit/webhooks-methods'
import { gatewayEnv } from '../gateway-env.ts'
import { type Gateway, openGateway } from '../testing/gateway-fixture.ts'
import { type Delivery, deliverTo, HELLO_WORLD, leavesIn, merged, SECRET } from '../testing/webhook-fixture.ts'
import { collectRepository } from '../testing/work-fixture.ts'

let gateway: Gateway
beforeAll(async () => {
  gateway = await openGateway({ webhookSecret: SECRET })
  await collectRepository(gateway.db, { origin: HELLO_WORLD })
})
afterAll(() => gateway.close())

const deliver = (payload: object | string, delivery?: Delivery) => deliverTo(gateway, payload, delivery)
const leaves = (work: () => Promise<unknown>) => leavesIn(gateway, work)

test('a body with any one bit changed is refused', async () => {
  const body = JSON.stringify(merged())
  const signature = await sign(SECRET, body)
  const left = await leaves(async () => {
    for (let at = 0; at < 60; at += 1) {
      const sent = Buffer.from(body)
      const place = Math.floor((at / 60) * sent.length)
      sent[place] = (sent[place] ?? 0) ^ (1 << (at % 8))
      const { status, body: problem } = await deliver(body, { sent, signature, address: `10.0.0.${at}` })
      expect([at, status, problem.code]).toEqual([at, 401, 'INVALID_SIGNATURE'])
    }
  })
  expect(left).toEqual({ jobs: 0, deliveries: 0 })
})

test('the same payload written otherwise is refused: bytes are signed, and not what they mean', async () => {
  const payload = merged()
  const body = JSON.stringify(payload)
  const signature = await sign(SECRET, body)
  const rewritten = [
    JSON.stringify(payload, null, 2),
    `${body}\n`,
    `\uFEFF${body}`,
    body.replace('Codertocat', '\\u0043odertocat'),
    Buffer.from(body, 'utf16le'),
  ]
  for (const sent of rewritten) expect((await deliver(payload, { sent, signature })).status).toBe(401)
})

test('bytes that decoding would repair are refused, although the text is the signed one', async () => {
  const body = JSON.stringify({ ...merged(), note: '\uFFFD' })
  const bytes = Buffer.from(body)
  const at = bytes.indexOf(Buffer.from('\uFFFD'))
  const sent = Buffer.concat([bytes.subarray(0, at), Buffer.from([0xff]), bytes.subarray(at + 3)])
  expect(sent.toString()).toBe(body)
  expect((await deliver(body, { sent })).status).toBe(401)
  expect((await deliver(body)).status).toBe(202)
})

test.each<[string, Delivery]>([
  ['another secret', { secret: 'a secret that GitHub does not know' }],
  ['no signature', { signature: null }],
  ['an empty signature', { signature: '' }],
  ['a signature of the older kind', { signature: `sha1=${'a'.repeat(40)}` }],
  ['a shortened signature', { signature: `sha256=${'a'.repeat(63)}` }],
])('%s is refused and nothing is stored', async (_what, delivery) => {
  const left = await leaves(async () => {
    const { status, body, headers } = await deliver(merged(), { ...delivery, address: '10.1.0.1' })
    expect([status, body.code, headers['content-type']]).toEqual([
      401,
      'INVALID_SIGNATURE',
      expect.stringContaining('application/problem+json'),
    ])
  })
  expect(left).toEqual({ jobs: 0, deliveries: 0 })
})

test('an empty body is refused', async () => {
  expect((await deliver('x', { sent: '' })).status).toBe(401)
})

test('without a secret in the settings no webhook is taken, and the answer tells which to set', async () => {
  const own = await openGateway()
  try {
    const { status, body } = await deliverTo(own, merged())
    expect([status, body.code]).toEqual([503, 'WEBHOOKS_NOT_CONFIGURED'])
    expect(body.detail).toContain('GITHUB_WEBHOOK_SECRET')
  } finally {
    await own.close()
  }
})

test('a form is refused with what to set at GitHub', async () => {
  const body = `payload=${encodeURIComponent(JSON.stringify(merged()))}`
  const answer = await deliver(body, { contentType: 'application/x-www-form-urlencoded' })
  expect([answer.status, answer.body.code]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE'])
  expect(answer.body.detail).toContain('application/json')
})

test.each<[string, string | object, Delivery, string]>([
  ['without its id', merged(), { id: null }, 'X-GitHub-Delivery'],
  ['with an id of odd signs', merged(), { id: 'a b' }, 'X-GitHub-Delivery'],
  ['that is no JSON', '{', {}, 'body'],
  ['without a pull request', { action: 'closed', repository: { html_url: HELLO_WORLD } }, {}, 'pull_request'],
])('a signed delivery %s is refused by the field at fault', async (_what, payload, delivery, field) => {
  const { status, body } = await deliver(payload, delivery)
  expect([status, body.errors]).toMatchObject([400, [{ field }]])
})

test('a delivery as large as GitHub sends them is read, a larger one is not', async () => {
  const filled = (bytes: number) => {
    const rest = JSON.stringify({ ...merged(), filling: '' }).length
    return JSON.stringify({ ...merged(), filling: 'x'.repeat(bytes - rest) })
  }
  const limit = 25 * 1024 * 1024
  expect((await deliver(filled(limit))).status).toBe(202)
  expect(await deliver(filled(limit + 1))).toMatchObject({ status: 413, body: { code: 'BODY_TOO_LARGE' } })
})

test('who fails too often is told to wait, and GitHub behind the same proxy is still heard', async () => {
  const address = '10.2.0.1'
  const wrong = { signature: `sha256=${'0'.repeat(64)}`, address }
  for (let at = 0; at < 30; at += 1) expect((await deliver(merged(), wrong)).status).toBe(401)
  const { status, body, headers } = await deliver(merged(), wrong)
  expect([status, body.code]).toEqual([429, 'TOO_MANY_REQUESTS'])
  expect(Number(headers['retry-after'])).toBeGreaterThan(0)

  expect((await deliver(merged(), { address })).status).toBe(202)
  expect((await deliver(merged(), { ...wrong, address: '10.2.0.2' })).status).toBe(401)
  const long = JSON.stringify({ ...merged(), filling: 'x'.repeat(300_000) })
  expect((await deliver(long, { address })).status).toBe(429)
})

test('other routes read bodies as before', async () => {
  const answer = await gateway.call('POST', '/jobs', { body: { kind: 'collect', payload: { source: '/x' } } })
  expect(answer.status).toBe(202)
})

test('a secret that can be guessed is refused at the start', () => {
  const { GITHUB_WEBHOOK_SECRET } = gatewayEnv.shape
  expect(GITHUB_WEBHOOK_SECRET.safeParse('fifteen letters').success).toBe(false)
  expect(GITHUB_WEBHOOK_SECRET.safeParse('sixteen letters!').success).toBe(true)
  expect(GITHUB_WEBHOOK_SECRET.safeParse(undefined).success).toBe(true)
})
