import { waitFor } from '@assay/testkit'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type Gateway, openGateway } from '../testing/gateway-fixture.ts'

let gateway: Gateway
beforeAll(async () => {
  gateway = await openGateway()
})
afterAll(() => gateway.close())

const get = (url: string, headers: Record<string, string> = {}) => gateway.app.inject({ method: 'GET', url, headers })
const signIn = (key: string, headers: Record<string, string> = {}) =>
  gateway.app.inject({
    method: 'POST',
    url: '/admin/sign-in',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload: `key=${key}`,
  })
const cookieOf = (response: Awaited<ReturnType<typeof get>>) =>
  response.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')

test.each(['/admin', '/admin/queues', '/admin/queues/api/queues', '/admin/queues/static/favicon-32x32.png'])(
  '%s is closed to whoever has not signed in',
  async (url) => {
    expect((await get(url)).statusCode).toBe(401)
    const page = await get(url, { accept: 'text/html' })
    expect([page.statusCode, page.headers.location]).toEqual([302, '/admin/sign-in'])
  },
)

test('an admin key opens the queue board, which shows all workspaces; any other does not', async () => {
  expect((await signIn('nonsense')).statusCode).toBe(401)
  const reader = await signIn(gateway.keys.read)
  expect((await get('/admin/queues/api/queues', { cookie: cookieOf(reader) })).statusCode).toBe(401)
  const session = await signIn(gateway.keys.admin)
  const [cookie] = session.cookies
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/' })
  const board = await get('/admin/queues/api/queues', { cookie: cookieOf(session) })
  expect(board.json().queues.map(({ name }: { name: string }) => name)).toEqual(['collector', 'indexer', 'scorer'])
})

test('a session that was tampered with opens nothing', async () => {
  const cookie = cookieOf(await signIn(gateway.keys.admin))
  expect((await get('/api/v2/session', { cookie })).statusCode).toBe(200)
  expect((await get('/api/v2/session', { cookie: `${cookie}x` })).statusCode).toBe(401)
})

test.each([undefined, 'key=a&key=b', '{"key":5}'])('a form that says %s is refused', async (payload) => {
  const type = payload?.startsWith('{') ? 'application/json' : 'application/x-www-form-urlencoded'
  const response = await gateway.app.inject({
    method: 'POST',
    url: '/admin/sign-in',
    ...(payload ? { payload, headers: { 'content-type': type } } : {}),
  })
  expect(response.statusCode).toBe(401)
})

test('a sign-in link works once, and looking whether it is there does not use it up', async () => {
  const { path } = (await gateway.call('POST', '/sign-in-links')).body
  await gateway.app.inject({ method: 'HEAD', url: path })
  const first = await get(path)
  expect((await get('/api/v2/session', { cookie: cookieOf(first) })).statusCode).toBe(200)
  const second = await get(path)
  expect([second.statusCode, second.cookies]).toEqual([401, []])
})

test('a session may do what its key may, and ends with it', async () => {
  const { id, key } = (await gateway.call('POST', '/keys', { body: { name: 'reader', scopes: ['read'] } })).body
  const cookie = cookieOf(await signIn(key))
  expect((await get('/api/v2/session', { cookie })).json()).toMatchObject({ workspace: 'acme', scopes: ['read'] })
  expect((await get('/api/v2/keys', { cookie })).statusCode).toBe(403)
  await gateway.call('DELETE', `/keys/${id}`)
  await waitFor(async () => (await get('/api/v2/session', { cookie })).statusCode === 401, {
    describe: 'the session to end',
  })
})

test.each([
  [{}, 401],
  [{ 'sec-fetch-site': 'cross-site' }, 401],
  [{ 'sec-fetch-site': 'same-site' }, 401],
  [{ origin: 'https://evil.example' }, 401],
  [{ 'sec-fetch-site': 'same-origin' }, 201],
  [{ origin: 'http://localhost' }, 201],
])('a change in the name of who is signed in, sent with %j, is answered %d', async (headers, status) => {
  const cookie = cookieOf(await signIn(gateway.keys.admin))
  const response = await gateway.app.inject({
    method: 'POST',
    url: '/api/v2/sign-in-links',
    headers: { host: 'localhost', cookie, ...headers },
  })
  expect(response.statusCode).toBe(status)
})

test('whoever guesses keys has to wait', async () => {
  const own = await openGateway()
  try {
    const guess = () =>
      own.app.inject({
        method: 'POST',
        url: '/admin/sign-in',
        payload: 'key=x',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      })
    for (let tries = 0; tries < 11; tries += 1) expect((await guess()).statusCode).toBe(401)
    const refused = await guess()
    expect([refused.statusCode, Number(refused.headers['retry-after']) > 0]).toEqual([429, true])
  } finally {
    await own.close()
  }
})

test('another site can submit nothing in the name of who is signed in', async () => {
  expect((await signIn(gateway.keys.admin, { origin: 'https://evil.example', host: 'localhost' })).statusCode).toBe(403)
  for (const origin of ['null', 'garbage']) {
    expect((await signIn(gateway.keys.admin, { origin })).statusCode).toBe(403)
  }
})

test('a form of our own page signs in, whose origin a browser tells as null', async () => {
  const form = (site: string) => signIn(gateway.keys.read, { origin: 'null', 'sec-fetch-site': site })
  expect((await form('same-origin')).statusCode).toBe(200)
  for (const site of ['cross-site', 'same-site']) expect((await form(site)).statusCode).toBe(403)
})

test('every answer carries the headers that keep a browser safe', async () => {
  for (const url of ['/admin/sign-in', '/api/docs', '/api/v2/jobs', '/nowhere']) {
    const { headers } = await get(url)
    expect(headers).toMatchObject({
      'content-security-policy': expect.stringContaining("script-src 'self'"),
      'x-content-type-options': 'nosniff',
    })
  }
})

test('processes are asked how they are without a key', async () => {
  for (const url of ['/healthz', '/readyz', '/health', '/metrics']) expect((await get(url)).statusCode).toBe(200)
  expect((await get('/health')).json()).toMatchObject({
    status: 'ok',
    version: '0',
    checks: { database: { ok: true } },
  })
})

test('the API is described, and its pages load nothing from elsewhere', async () => {
  const description = (await get('/api/openapi.json')).json()
  expect(description).toMatchObject({ openapi: '3.1.0' })
  const references = new Set(JSON.stringify(description).match(/(?<="\$ref":"#\/components\/schemas\/)[^"]+/g))
  expect(Object.keys(description.components.schemas)).toEqual(expect.arrayContaining([...references]))
  expect((await get('/api/swagger')).headers.location).toBe('/api/docs')
  expect((await get('/api/docs')).body).not.toMatch(/(?:src|href)="https?:/)
})
