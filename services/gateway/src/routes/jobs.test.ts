import { ownPostgres } from '@assay/testkit'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Gateway, openGateway } from '../testing/gateway-fixture.ts'

let gateway: Gateway
beforeAll(async () => {
  gateway = await openGateway()
})
afterAll(() => gateway.close())

const collect = (source = '/somewhere') => ({ kind: 'collect', payload: { source } })

describe('submitting', () => {
  test('a job is accepted, described and found at its location', async () => {
    const { status, headers, body } = await gateway.call('POST', '/jobs', { body: { ...collect(), priority: 'high' } })
    expect(status).toBe(202)
    expect(body).toMatchObject({
      kind: 'collect',
      queue: 'collector',
      state: 'queued',
      priority: 'high',
      tree: { total: 1 },
    })
    expect(headers.location).toBe(`/api/v2/jobs/${body.id}`)
    const found = await gateway.call('GET', `/jobs/${body.id}`)
    expect(found.body).toMatchObject({ id: body.id, attempts: [], waiting: expect.stringContaining('collector') })
  })

  test('a repeated request with the same key is the same job', async () => {
    const headers = { 'idempotency-key': crypto.randomUUID() }
    const first = await gateway.call('POST', '/jobs', { body: collect(), headers })
    const second = await gateway.call('POST', '/jobs', { body: collect(), headers })
    expect([first.status, second.status]).toEqual([202, 200])
    expect(second.body.id).toBe(first.body.id)
    const other = await gateway.call('POST', '/jobs', { body: collect('/elsewhere'), headers })
    expect([other.status, other.body.code]).toEqual([422, 'IDEMPOTENCY_CONFLICT'])
  })

  test('a repeated request for a delayed job is the same job', async () => {
    const request = { body: { ...collect(), delayMs: 60_000 }, headers: { 'idempotency-key': crypto.randomUUID() } }
    const first = await gateway.call('POST', '/jobs', request)
    const second = await gateway.call('POST', '/jobs', request)
    expect([second.status, second.body.id]).toEqual([200, first.body.id])
  })

  test('a job for later is scheduled', async () => {
    const { body } = await gateway.call('POST', '/jobs', { body: { ...collect(), delayMs: 60_000 } })
    expect(body).toMatchObject({ state: 'scheduled', waiting: expect.stringContaining('scheduled for') })
  })

  test.each([
    [
      'an unknown kind',
      { kind: 'colect' },
      422,
      'kind',
      'collect, convert, embed, index, index-document, remove-clone, report, score, train',
    ],
    ['a missing field', { kind: 'collect', payload: {} }, 422, 'payload.source', 'payload.source'],
    [
      'an unknown field in the payload',
      { kind: 'collect', payload: { source: 'x', sorce: 'y' } },
      422,
      'payload.sorce',
      'sorce',
    ],
    ['an unknown field beside it', { ...collect(), prioriy: 'high' }, 400, 'prioriy', 'prioriy'],
    ['a priority there is not', { ...collect(), priority: 'top' }, 400, 'priority', 'urgent'],
    ['a moment that is none', { ...collect(), runAt: 'tomorrow' }, 400, 'runAt', 'ISO 8601'],
    ['a moment before all time', { ...collect(), runAt: '0000-01-01T00:00:00Z' }, 400, 'runAt', 'year 0'],
    ['a moment and a delay', { ...collect(), runAt: '2999-01-01T00:00:00Z', delayMs: 1 }, 400, 'delayMs', 'not both'],
    ['no kind at all', { payload: {} }, 400, 'kind', 'GET /api/v2/kinds'],
  ])('%s is refused with the field and the remedy, and nothing is stored', async (_what, body, status, field, hint) => {
    const before = await gateway.storedJobs()
    const answer = await gateway.call('POST', '/jobs', { body })
    expect(answer.status).toBe(status)
    expect(answer.headers['content-type']).toContain('application/problem+json')
    const fields = [answer.body.field, ...(answer.body.errors ?? []).map((issue: { field: string }) => issue.field)]
    expect(fields).toContain(field)
    expect(answer.body.detail).toContain(hint)
    expect(await gateway.storedJobs()).toBe(before)
  })

  test.each([
    ['no JSON', '{"kind":', 'application/json', 400, 'INVALID_REQUEST'],
    ['an unknown content type', '<job/>', 'text/xml', 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['a body over the limit', JSON.stringify({ x: 'x'.repeat(1_100_000) }), 'application/json', 413, 'BODY_TOO_LARGE'],
  ])('%s is refused as a problem', async (_what, payload, type, status, code) => {
    const response = await gateway.app.inject({
      method: 'POST',
      url: '/api/v2/jobs',
      headers: { authorization: `Bearer ${gateway.keys.admin}`, 'content-type': type },
      payload,
    })
    expect([response.statusCode, response.json().status, response.json().code]).toEqual([status, status, code])
  })

  test('a batch is accepted whole or not at all', async () => {
    const before = await gateway.storedJobs()
    const bad = await gateway.call('POST', '/jobs/batch', { body: { jobs: [collect(), { kind: 'nope' }] } })
    expect([bad.status, bad.body.field, await gateway.storedJobs()]).toEqual([422, 'jobs.1.kind', before])
    const typo = { kind: 'collect', payload: { source: 'x', sorce: 'y' } }
    const worse = await gateway.call('POST', '/jobs/batch', { body: { jobs: [collect(), collect(), typo] } })
    expect(worse.body.errors).toMatchObject([{ field: 'jobs.2.payload.sorce' }])
    const good = await gateway.call('POST', '/jobs/batch', { body: { jobs: [collect(), collect('/b')] } })
    expect([good.status, good.body.ids.length, await gateway.storedJobs()]).toEqual([202, 2, before + 2])
  })
})

describe('looking', () => {
  test('pages have no gaps and no repeats, also while jobs are added', async () => {
    const own = await openGateway()
    try {
      const expected: string[] = []
      for (let n = 0; n < 25; n += 1) expected.unshift((await own.submit(`/repo-${n}`)).id)
      const seen: string[] = []
      let cursor: string | null = null
      do {
        const { body } = await own.call('GET', `/jobs?limit=10${cursor ? `&cursor=${cursor}` : ''}`)
        seen.push(...body.items.map((job: { id: string }) => job.id))
        cursor = body.nextCursor
        await own.submit('/added meanwhile')
      } while (cursor)
      expect(seen).toEqual(expected)
    } finally {
      await own.close()
    }
  })

  test('filters keep what they say', async () => {
    const { id } = await gateway.submit('/cancelled')
    await gateway.call('POST', `/jobs/${id}/cancel`)
    const { body } = await gateway.call('GET', '/jobs?state=cancelled,failed&kind=collect&roots=true')
    expect(body.items.length).toBeGreaterThan(0)
    expect(body.items.every((job: { state: string }) => job.state === 'cancelled')).toBe(true)
  })

  test.each([
    ['cursor=nonsense', 'cursor'],
    ['limit=0', 'limit'],
    ['state=sleeping', 'state'],
    ['colour=red', 'colour'],
    ['from=0000-01-01T00:00:00Z', 'from'],
    ['kind=%00', 'NUL'],
  ])('?%s is refused by name', async (query, field) => {
    const { status, body } = await gateway.call('GET', `/jobs?${query}`)
    expect(status).toBe(400)
    expect(body.detail).toContain(field)
  })
})

test('a URL that cannot be read is refused as a problem', async () => {
  const response = await gateway.app.inject('/api/v2/jobs/%ZZ')
  expect([response.statusCode, response.headers['content-type']]).toEqual([
    400,
    expect.stringContaining('application/problem+json'),
  ])
})

describe('steering', () => {
  test('a job is cancelled once; the second time says that it has ended', async () => {
    const { id } = await gateway.submit()
    expect((await gateway.call('POST', `/jobs/${id}/cancel`)).body).toEqual({ cancelled: [id] })
    const again = await gateway.call('POST', `/jobs/${id}/cancel`)
    expect([again.status, again.body.code, again.body.state]).toEqual([409, 'WRONG_STATE', 'cancelled'])
  })

  test('only a failed job can run again', async () => {
    const { id } = await gateway.submit()
    expect((await gateway.call('POST', `/jobs/${id}/retry`)).status).toBe(409)
    await gateway.db.query(`UPDATE jobs SET state = 'failed', attempt = 4, fingerprint = 'f' WHERE id = $1`, [id])
    const retried = await gateway.call('POST', `/jobs/${id}/retry`)
    expect([retried.status, retried.body.state, retried.body.attempt]).toEqual([202, 'queued', 0])
  })

  test('dead letters are grouped and run again by their fingerprint', async () => {
    const jobs = await Promise.all(['/a', '/b', '/c'].map((source) => gateway.submit(source)))
    const ids = jobs.map(({ id }) => id)
    await gateway.db.query(
      `UPDATE jobs SET state = 'failed', fingerprint = 'same', finished_at = now(),
              error = '{"code":"X","message":"m","retryable":true}' WHERE id = ANY($1::uuid[])`,
      [ids],
    )
    const { body } = await gateway.call('GET', '/dead-letters')
    expect(body.items).toContainEqual(expect.objectContaining({ fingerprint: 'same', count: 3 }))
    const replayed = await gateway.call('POST', '/dead-letters/replay', { body: { fingerprint: 'same' } })
    expect(replayed.body.replayed.toSorted()).toEqual(ids.toSorted())
  })

  test('those that failed without a fingerprint are replayed together, and no others', async () => {
    const ids: string[] = []
    for (const source of ['/old/1', '/old/2', '/new']) ids.push((await gateway.submit(source)).id)
    await gateway.db.query(
      `UPDATE jobs SET state = 'failed', finished_at = now(), error = '{"code":"X","message":"m","retryable":true}',
              fingerprint = CASE WHEN payload ->> 'source' = '/new' THEN 'other' END WHERE id = ANY($1::uuid[])`,
      [ids],
    )
    const replayed = await gateway.call('POST', '/dead-letters/replay', {
      body: { fingerprint: null, kind: 'collect' },
    })
    expect(replayed.body.replayed.toSorted()).toEqual(ids.slice(0, 2).toSorted())
  })

  test('a brief list tells all but input and result, and what each job is about', async () => {
    const { id } = await gateway.submit('/somewhere/else')
    const [{ payload, result, ...brief }] = (await gateway.call('GET', '/jobs?limit=1')).body.items
    expect([payload, result, brief]).toEqual([
      { source: '/somewhere/else' },
      null,
      expect.objectContaining({ id, subject: '/somewhere/else' }),
    ])
    expect((await gateway.call('GET', '/jobs?limit=1&brief=true')).body.items).toEqual([brief])
  })

  test('a queue is paused and resumed; one that does not exist is named', async () => {
    await gateway.call('POST', '/queues/scorer/pause')
    const paused = async () =>
      (await gateway.call('GET', '/queues')).body.items.find((queue: { name: string }) => queue.name === 'scorer')
        .paused
    expect(await paused()).toBe(true)
    await gateway.call('POST', '/queues/scorer/resume')
    expect(await paused()).toBe(false)
    const unknown = await gateway.call('POST', '/queues/scorr/pause')
    expect([unknown.status, unknown.body.detail]).toEqual([404, expect.stringContaining('known: collector')])
  })

  test('a schedule is made, changed, listed and ended; a bad one is refused with an example', async () => {
    const schedule = { ...collect(), cron: '0 6 * * *', timezone: 'Europe/Berlin' }
    const made = await gateway.call('PUT', '/schedules/daily', { body: schedule })
    expect(made.body).toMatchObject({ name: 'daily', enabled: true, priority: 'normal' })
    const changed = await gateway.call('PUT', '/schedules/daily', { body: { ...schedule, enabled: false } })
    expect([changed.body.id, changed.body.enabled]).toEqual([made.body.id, false])
    const bad = await gateway.call('PUT', '/schedules/daily', { body: { ...schedule, cron: 'daily at six' } })
    expect([bad.status, bad.body.field]).toEqual([422, 'cron'])
    expect((await gateway.call('DELETE', '/schedules/daily')).status).toBe(204)
    expect((await gateway.call('GET', '/schedules')).body.items).toEqual([])
  })
})

test('while the database is away the answer is to try again', async () => {
  const database = await ownPostgres()
  const own = await openGateway({ database })
  try {
    expect((await own.call('GET', '/jobs')).status).toBe(200)
    await database.stop()
    const { status, headers, body } = await own.call('POST', '/jobs', { body: collect() })
    expect([status, headers['retry-after'], body.code]).toEqual([503, '2', 'UNAVAILABLE'])
  } finally {
    await own.close()
  }
})
