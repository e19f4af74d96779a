import { waitFor } from '@assay/testkit'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Gateway, type Method, openGateway } from '../testing/gateway-fixture.ts'

let gateway: Gateway
beforeAll(async () => {
  gateway = await openGateway()
})
afterAll(() => gateway.close())

const SOME_ID = '01890000-0000-7000-8000-000000000000'
const NEEDS: Record<string, 'read' | 'submit' | 'admin'> = {
  'POST /jobs': 'submit',
  'POST /jobs/batch': 'submit',
  'POST /jobs/cancel': 'submit',
  'POST /jobs/retry': 'submit',
  'POST /jobs/{id}/cancel': 'submit',
  'POST /jobs/{id}/retry': 'submit',
  'POST /dead-letters/replay': 'submit',
  'PUT /schedules/{name}': 'submit',
  'DELETE /schedules/{name}': 'submit',
  'POST /schedules/{name}/run': 'submit',
  'POST /documents': 'submit',
  'POST /documents/{id}/release': 'submit',
  'DELETE /documents/{id}': 'admin',
  'PUT /document-gate': 'admin',
  'POST /queues/{name}/pause': 'admin',
  'POST /queues/{name}/resume': 'admin',
  'DELETE /repositories/{id}': 'admin',
  'POST /authors/forget': 'admin',
  'POST /authors/aliases': 'admin',
  'DELETE /authors/aliases': 'admin',
  'POST /pull-requests/{id}/observations': 'submit',
  'DELETE /pull-requests/{id}/observations/{observation}': 'submit',
  'POST /achievements': 'submit',
  'PUT /achievements/{id}': 'submit',
  'PUT /achievements/order': 'submit',
  'DELETE /achievements/{id}': 'admin',
  'POST /achievements/{id}/publish': 'admin',
  'POST /achievements/{id}/unpublish': 'admin',
  'PUT /portfolio': 'submit',
  'POST /portfolio/publish': 'admin',
  'POST /portfolio/unpublish': 'admin',
  'GET /keys': 'admin',
  'PUT /value/context': 'admin',
  'POST /reports': 'submit',
  'POST /models/{id}/serve': 'admin',
  'POST /keys': 'admin',
  'DELETE /keys/{id}': 'admin',
  'POST /sign-in-links': 'admin',
}

async function routes() {
  const { paths } = (await gateway.app.inject('/api/openapi.json')).json()
  return Object.entries<object>(paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => ({
      method: method.toUpperCase() as Method,
      path: path.replace('/api/v2', ''),
      url: path
        .replace('/api/v2', '')
        .replace('{id}', SOME_ID)
        .replace('{name}', 'x')
        .replace('{observation}', SOME_ID)
        .replace('{traceId}', 'a'.repeat(32)),
    })),
  )
}

test('every route refuses whoever shows no key or a wrong one', async () => {
  for (const { method, url } of await routes()) {
    for (const key of [null, 'nonsense', `${gateway.keys.admin.slice(0, -1)}x`]) {
      const { status, headers } = await gateway.call(method, url, { key })
      expect([method, url, status, headers['www-authenticate']]).toEqual([method, url, 401, 'Bearer realm="assay"'])
    }
  }
})

test('every route needs exactly its scope', async () => {
  for (const { method, path, url } of await routes()) {
    const needed = NEEDS[`${method} ${path}`] ?? 'read'
    for (const scope of ['read', 'submit', 'admin'] as const) {
      if (scope === 'admin' && path.endsWith('/events')) continue
      const { status } = await gateway.call(method, url, { key: gateway.keys[scope] })
      const mayPass = scope === needed || scope === 'admin'
      expect([method, path, scope, status === 403]).toEqual([method, path, scope, !mayPass])
    }
  }
})

test("another workspace's jobs, keys and schedules are not there", async () => {
  const { id } = await gateway.submit()
  const key = gateway.keys.neighbour
  for (const path of [`/jobs/${id}`, `/jobs/${id}/tree`, `/jobs/${id}/events`]) {
    expect([path, (await gateway.call('GET', path, { key })).status]).toEqual([path, 404])
  }
  for (const action of ['cancel', 'retry']) {
    expect((await gateway.call('POST', `/jobs/${id}/${action}`, { key })).status).toBe(404)
  }
  expect((await gateway.call('GET', '/jobs', { key })).body.items).toEqual([])
  await gateway.call('PUT', '/schedules/ours', {
    body: { kind: 'collect', payload: { source: '/x' }, cron: '0 6 * * *', enabled: false },
  })
  expect((await gateway.call('GET', '/schedules', { key })).body.items).toEqual([])
  expect((await gateway.call('DELETE', '/schedules/ours', { key })).status).toBe(404)
  for (const { id: keyId } of (await gateway.call('GET', '/keys')).body.items) {
    expect((await gateway.call('DELETE', `/keys/${keyId}`, { key })).status).toBe(404)
  }
  expect((await gateway.call('GET', `/jobs/${id}`)).body.state).toBe('queued')
})

describe('keys', () => {
  test('a key works from when it is made until it is revoked, within seconds', async () => {
    const made = await gateway.call('POST', '/keys', { body: { name: 'ci', scopes: ['read'] } })
    const { id, key } = made.body
    expect((await gateway.call('GET', '/jobs', { key })).status).toBe(200)
    await gateway.call('DELETE', `/keys/${id}`)
    await waitFor(async () => (await gateway.call('GET', '/jobs', { key })).status === 401, {
      timeoutMs: 5_000,
      describe: 'the key to be refused',
    })
  })

  test('what is stored of a key opens nothing', async () => {
    const rows = JSON.stringify(await gateway.db.query('SELECT * FROM api_keys'))
    for (const key of Object.values(gateway.keys)) expect(rows).not.toContain(key.slice(-43))
    const listed = JSON.stringify((await gateway.call('GET', '/keys')).body)
    expect(listed).not.toMatch(/hash/i)
  })
})

test('who asks too often is told when to come back', async () => {
  const own = await openGateway({ requestsPerMinute: 3 })
  try {
    // Another way of writing the header is no other caller.
    for (const scheme of ['Bearer ', 'bearer ', 'BEARER  ']) {
      const headers = { authorization: `${scheme}${own.keys.read}` }
      expect((await own.call('GET', '/kinds', { key: null, headers })).status).toBe(200)
    }
    const padded = { authorization: `Bearer ${own.keys.read} more` }
    expect((await own.call('GET', '/kinds', { key: null, headers: padded })).status).toBe(401)
    const { status, headers, body } = await own.call('GET', '/kinds', { key: own.keys.read })
    expect([status, body.code]).toEqual([429, 'TOO_MANY_REQUESTS'])
    expect(Number(headers['retry-after'])).toBeGreaterThan(0)
  } finally {
    await own.close()
  }
})
