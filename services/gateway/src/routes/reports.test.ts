import { join } from 'node:path'
import { loadHandlers } from '@assay/queue'
import { waitFor } from '@assay/testkit'
import { loadModels } from '@assay/value'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { storeAssessed } from '../testing/assessed-work.ts'
import { type Gateway, openGateway } from '../testing/gateway-fixture.ts'
import { collectedPullRequest, collectRepository, person } from '../testing/work-fixture.ts'

const SCORER = join(import.meta.dirname, '../../../scorer/src/handlers')

let gateway: Gateway
let repositoryId: string
beforeAll(async () => {
  gateway = await openGateway()
  const { db } = gateway
  const repository = await collectRepository(db, { name: 'shop' })
  repositoryId = repository.id
  const at = (day: number) => ({ mergedAt: new Date(Date.UTC(2026, 0, day)).toISOString() })
  await storeAssessed(db, repository, [
    collectedPullRequest(1, { title: 'Cache the modules', body: 'Cuts the CI build by 5 minutes', ...at(1) }),
    collectedPullRequest(2, { title: 'Parse 2x faster', author: person('Grace'), ...at(2) }),
    collectedPullRequest(3, { title: 'Tidy up', author: person('ada', { login: null }), ...at(40) }),
    collectedPullRequest(4, { title: 'Revert "Parse 2x faster"', author: person('Grace'), ...at(300) }),
  ])
  await gateway.work(await loadHandlers(SCORER, { db, models: await loadModels() }))
})
afterAll(() => gateway.close())

const prices = {
  currency: 'EUR',
  rates: { engineer: { kind: 'fixed', value: 90 } },
  items: [
    {
      name: 'ci',
      match: { words: ['ci build'] },
      people: { kind: 'fixed', value: 10 },
      runs: { count: { kind: 'fixed', value: 50 }, per: 'month', counted: 'per-person' },
    },
  ],
}
const year = { from: '2026-01-01T00:00:00Z', to: '2026-06-01T00:00:00Z' }
const order = (body: object, key = gateway.keys.submit) => gateway.call('POST', '/reports', { body, key })
const read = (id: string, format = 'json', key = gateway.keys.read) =>
  gateway.call('GET', `/reports/${id}?format=${format}`, { key })
const written = async (body: object) => {
  const { body: accepted } = await order(body)
  await waitFor(async () => (await read(accepted.id)).status === 200)
  return accepted.id as string
}

test('a report of a repository is written, and comes as data, Markdown, page and PDF', async () => {
  const id = await written({ ...year, repository: repositoryId, sentences: ['Saved 70 % of everything.'] })
  const { body, headers } = await read(id)
  expect(headers['content-security-policy']).toContain("default-src 'none'")
  expect(body).toMatchObject({
    repository: 'shop',
    authors: null,
    whole: { pullRequests: 3, value: null },
    stated: [{ number: 1, quotes: [{ text: 'Cuts the CI build by 5 minutes' }] }],
    // The revert came after the period, and counts all the same.
    undone: [{ number: 2, history: [{ event: 'reverted', at: '2026-10-27T00:00:00.000Z' }] }],
    refused: [{ sentence: 'Saved 70 % of everything.' }],
  })
  expect((await read(id, 'markdown')).body).toContain('> Cuts the CI build by 5 minutes')
  expect((await read(id, 'html')).body).toContain('<blockquote>Cuts the CI build by 5 minutes')
  expect((await read(id, 'pdf')).body.slice(0, 5)).toBe('%PDF-')
  expect((await gateway.call('GET', '/reports')).body.items).toMatchObject([{ id }])
})

test('a report of a person takes every name that they go by, and shows those to look at', async () => {
  const { body } = await read(await written({ ...year, authors: ['Ada'] }))
  expect(body).toMatchObject({ whole: { pullRequests: 1 }, nearMisses: [{ names: ['Ada', 'ada'] }] })
  const both = await read(await written({ ...year, authors: ['Ada', 'ada'] }))
  expect(both.body.whole.pullRequests).toBe(2)
})

test('what cannot be ordered is told by field, and what is not there is not found', async () => {
  const backwards = await order({ from: year.to, to: year.from })
  expect([backwards.status, backwards.body.errors[0].field]).toEqual([400, 'to'])
  expect((await read(crypto.randomUUID())).status).toBe(404)
  const id = await written(year)
  expect((await read(id, 'json', gateway.keys.neighbour)).status).toBe(404)
  expect((await read(id, 'docx')).status).toBe(400)
})

test('work is summed up by author in the order of names, and look-alikes go to a list', async () => {
  const { body } = await gateway.call('GET', '/value/summary?by=author&to=2026-06-01T00:00:00Z')
  expect(body.items.map(({ key, pullRequests }: { key: string; pullRequests: number }) => [key, pullRequests])).toEqual(
    [
      ['Ada', 1],
      ['Grace', 1],
      ['ada', 1],
    ],
  )
  expect((await gateway.call('GET', '/value/summary?by=month&author=Ada&author=ada')).body.items).toHaveLength(2)
  expect((await gateway.call('GET', '/authors/near-misses')).body.items).toMatchObject([{ names: ['Ada', 'ada'] }])
  expect((await gateway.call('GET', '/value/summary')).status).toBe(400)
})

test('names that were said to be one person’s, and what was measured of a claim, reach every format', async () => {
  await gateway.call('PUT', '/value/context', { body: prices })
  const asked = { ...year, authors: ['ada'], sentences: ['The build is 5 minutes shorter.'] }
  const before = await read(await written(asked))
  expect(before.body).toMatchObject({ authors: ['ada'], whole: { pullRequests: 1, value: { valued: 0 } } })

  const [claimed] = (await gateway.call('GET', '/pull-requests?author=Ada')).body.items
  const alias = await gateway.call('POST', '/authors/aliases', { body: { names: ['ada'], sameAs: 'Ada' } })
  const observation = { claim: 0, value: 2, unit: 'min', quote: 'two less', measuredAt: '2026-03-01T00:00:00Z' }
  const observed = await gateway.call('POST', `/pull-requests/${claimed.id}/observations`, { body: observation })
  expect([alias.status, observed.status]).toEqual([200, 201])

  const id = await written(asked)
  const { body } = await read(id)
  expect(body).toMatchObject({
    whole: { pullRequests: 2, value: { valued: 1 } },
    nearMisses: [],
    headlines: [{ author: 'Ada' }, { author: 'Ada' }],
    stated: [{ number: 1, quotes: [{ measured: { value: 2, unit: 'min', confirms: false } }] }],
    refused: [{ sentence: 'The build is 5 minutes shorter.' }],
  })
  expect(body.authors.toSorted()).toEqual(['Ada', 'ada'])
  for (const format of ['markdown', 'html']) {
    const text: string = (await read(id, format)).body
    expect(text).toContain('measured 2026-03-01: 2 min, which does not bear it out')
    expect(text.match(/by Ada;/g)).toHaveLength(3)
    expect(text).not.toContain('by ada;')
  }
  expect((await read(id, 'pdf')).status).toBe(200)
})

test('who is forgotten takes the reports that name them along, and so does a repository', async () => {
  const id = await written({ ...year, authors: ['Grace'] })
  const { body } = await gateway.call('POST', '/authors/forget', { body: { name: 'Grace' } })
  expect(body.reports).toBeGreaterThan(0)
  expect((await read(id)).status).toBe(404)

  const rest = await written(year)
  await gateway.call('DELETE', `/repositories/${repositoryId}`)
  expect((await read(rest)).status).toBe(404)
})
