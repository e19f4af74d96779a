import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type Gateway, openGateway } from '../testing/gateway-fixture.ts'
import { collectRepository } from '../testing/work-fixture.ts'

let gateway: Gateway
let ids: Record<'ours' | 'page' | 'other' | 'report', string>
beforeAll(async () => {
  gateway = await openGateway()
  const repository = await collectRepository(gateway.db, { name: 'Demo' })
  const ours = (await gateway.submit('acme/demo')).id
  const other = (await gateway.submit('https://example.org/other_100%.git')).id
  const page = (
    await gateway.call('POST', '/jobs', { body: { kind: 'score', payload: { pullRequestIds: [crypto.randomUUID()] } } })
  ).body.id
  const report = (
    await gateway.call('POST', '/jobs', {
      body: {
        kind: 'report',
        payload: { repository: repository.id, from: '2026-01-01T00:00:00Z', to: '2026-02-01T00:00:00Z' },
      },
    })
  ).body.id
  await gateway.db.query('UPDATE jobs SET root_id = $1, parent_id = $1 WHERE id = $2', [ours, page])
  await gateway.db.query(
    `UPDATE jobs SET state = 'failed', finished_at = now(),
            error = '{"code": "SOURCE_GONE", "message": "The host went away", "retryable": false}' WHERE id = $1`,
    [other],
  )
  ids = { ours, page, other, report }
})
afterAll(() => gateway.close())

const found = async (query: Record<string, string>, key = gateway.keys.read) =>
  (await gateway.call('GET', `/jobs?${new URLSearchParams(query)}`, { key })).body.items
    .map(({ id }: { id: string }) => Object.entries(ids).find(([, known]) => known === id)?.[0])
    .toSorted()

test.each([['Demo'], ['demo'], ['https://github.com/acme/demo'], ['git@github.com:acme/demo.git']])(
  'jobs of the repository %s are those that collect it, what these spawned, and reports',
  async (repository) => {
    expect(await found({ repository })).toEqual(['ours', 'page', 'report'])
  },
)

test('a repository is found by its id, and a source before anything was collected from it', async () => {
  const [{ id }] = (await gateway.call('GET', '/repositories')).body.items
  expect(await found({ repository: id, kind: 'report' })).toEqual(['report'])
  expect(await found({ repository: 'https://example.org/other_100%' })).toEqual(['other'])
  expect(await found({ repository: 'unheard-of' })).toEqual([])
})

test('jobs are found by the code of their last error, and by several states', async () => {
  expect(await found({ error: 'SOURCE_GONE' })).toEqual(['other'])
  expect(await found({ error: 'SOURCE' })).toEqual([])
  expect(await found({ state: 'failed,queued', kind: 'collect' })).toEqual(['other', 'ours'])
})

test.each([
  ['a value of the payload', 'ACME/de', ['ours']],
  ['signs that patterns are made of', 'other_100%', ['other']],
  ['signs that only look alike', 'other-100', []],
  ['the message of the error', 'went away', ['other']],
  ['the kind', 'repor', ['report']],
  ['nothing but the name of a field', 'pullRequestIds', []],
  ['quotes and backslashes', '"\\', []],
  ['a regular expression', 'a.*e', []],
])('a text is found as %s', async (_what, q, expected) => {
  expect(await found({ q })).toEqual(expected)
})

test('a job is found by how its id begins', async () => {
  expect(await found({ q: ids.page })).toEqual(['page'])
  expect(await found({ q: ids.page.slice(0, 27).toUpperCase() })).toContain('page')
})

test('a span of time is kept exactly, whatever the clocks that made the ids said', async () => {
  await gateway.db.query(`UPDATE jobs SET created_at = created_at + interval '4 minutes' WHERE id = $1`, [ids.page])
  const from = new Date(Date.now() + 120_000).toISOString()
  expect(await found({ from })).toEqual(['page'])
  expect(await found({ to: from })).toEqual(['other', 'ours', 'report'])
  expect(await found({ from: '1900-01-01T00:00:00Z', to: '1950-01-01T00:00:00Z' })).toEqual([])
})

test('a neighbour finds nothing of ours', async () => {
  for (const query of [{ q: 'acme' }, { repository: 'Demo' }, { error: 'SOURCE_GONE' }] as Record<string, string>[]) {
    expect(await found(query, gateway.keys.neighbour)).toEqual([])
  }
})
