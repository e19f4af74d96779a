import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { storeAssessed } from '../testing/assessed-work.ts'
import { type Gateway, openGateway } from '../testing/gateway-fixture.ts'
import { textsOf } from '../testing/rows-of.ts'
import { collectedPullRequest, collectRepository, person } from '../testing/work-fixture.ts'

let gateway: Gateway
beforeEach(async () => {
  gateway = await openGateway()
  const repository = await collectRepository(gateway.db)
  const names = ['Ada Lovelace', 'Lovelace, Ada', 'ada', 'Grace']
  const own = (name: string) => person(name, { login: null, email: `${name.length}@example.org` })
  const collected = names.map((name, at) => collectedPullRequest(at + 1, { author: own(name) }))
  await storeAssessed(gateway.db, repository, collected)
})
afterEach(() => gateway.close())

const say = (body: object, key?: string) => gateway.call('POST', '/authors/aliases', { body, ...(key ? { key } : {}) })
const takeBack = (name: string, other: string) =>
  gateway.call('DELETE', `/authors/aliases?${new URLSearchParams({ name, other })}`)
const verdicts = async () =>
  (await gateway.call('GET', '/authors/aliases')).body.items.map(
    ({ name, other, verdict }: Record<string, string>) => `${name} ${verdict} ${other}`,
  )
const nearMisses = async () =>
  (await gateway.call('GET', '/authors/near-misses')).body.items.map(({ names }: { names: string[] }) => names)
const authors = async (query = '') =>
  (await gateway.call('GET', `/value/summary?by=author${query}`)).body.items.map(
    ({ key, pullRequests }: { key: string; pullRequests: number }) => [key, pullRequests],
  )

test('names that were said to be one person’s are one in roll-ups, by whichever name they are asked for', async () => {
  expect(await nearMisses()).toEqual([['Ada Lovelace', 'Lovelace, Ada']])
  expect(await authors()).toHaveLength(4)
  expect((await say({ names: ['Lovelace, Ada', 'ada'], sameAs: 'Ada Lovelace' })).status).toBe(200)
  expect(await nearMisses()).toEqual([])
  expect(await authors()).toEqual([
    ['Ada Lovelace', 3],
    ['Grace', 1],
  ])
  expect(await authors('&author=ada')).toEqual([['Ada Lovelace', 3]])

  expect((await takeBack('Ada Lovelace', 'Lovelace, Ada')).status).toBe(204)
  expect((await takeBack('Ada Lovelace', 'Lovelace, Ada')).status).toBe(404)
  expect(await nearMisses()).toHaveLength(1)
  expect(await authors('&author=ada')).toEqual([['Ada Lovelace', 2]])
})

test('pull requests of a person are listed by whichever name is asked for', async () => {
  const numbers = async (author: string) =>
    (await gateway.call('GET', `/pull-requests?${new URLSearchParams({ author })}`)).body.items
      .map(({ number }: { number: number }) => number)
      .toSorted()
  await say({ names: ['Lovelace, Ada', 'ada'], sameAs: 'Ada Lovelace' })
  for (const name of ['Ada Lovelace', 'Lovelace, Ada', 'ada']) expect(await numbers(name)).toEqual([1, 2, 3])
  expect(await numbers('Grace')).toEqual([4])
  await takeBack('ada', 'Ada Lovelace')
  expect(await numbers('ada')).toEqual([3])
  expect(await numbers('Ada Lovelace')).toEqual([1, 2])
})

test('names are listed as they are, also of those that are one person’s, and a neighbour sees none', async () => {
  await say({ names: ['ada'], sameAs: 'Ada Lovelace' })
  const { body } = await gateway.call('GET', '/authors')
  expect(body.items.map(({ name }: { name: string }) => name).sort()).toEqual([
    'Ada Lovelace',
    'Grace',
    'Lovelace, Ada',
    'ada',
  ])
  expect(body.items[0]).toEqual({ name: expect.any(String), pullRequests: 1 })
  expect((await gateway.call('GET', '/authors', { key: gateway.keys.neighbour })).body).toEqual({ items: [] })
})

test('a pair that was said to be two people’s leaves the list and stays two', async () => {
  const { body } = await say({ distinct: ['Lovelace, Ada', 'Ada Lovelace'] })
  expect(body.items).toMatchObject([{ verdict: 'distinct', saidBy: expect.any(String), saidAt: expect.any(String) }])
  expect(await nearMisses()).toEqual([])
  expect(await authors()).toHaveLength(4)
})

test('however it is said, every alias points to one name, and the last word counts', async () => {
  await say({ names: ['ada'], sameAs: 'Lovelace, Ada' })
  await say({ names: ['Lovelace, Ada'], sameAs: 'Ada Lovelace' })
  expect(await verdicts()).toEqual(['Lovelace, Ada same Ada Lovelace', 'ada same Ada Lovelace'])
  const refused = await say({ distinct: ['ada', 'Lovelace, Ada'] })
  expect([refused.status, refused.body.code]).toEqual([409, 'NAMES_SHARE_AN_ALIAS'])
  await say({ names: ['Ada Lovelace'], sameAs: 'ada' })
  expect(await verdicts()).toEqual(['Ada Lovelace same ada', 'Lovelace, Ada same ada'])
  await say({ distinct: ['ada', 'Lovelace, Ada'] })
  expect(await verdicts()).toEqual(['Ada Lovelace same ada', 'Lovelace, Ada distinct ada'])
  await say({ names: ['Lovelace, Ada'], sameAs: 'Lovelace, Ada' })
  expect(await verdicts()).toHaveLength(2)
})

test('only names that stand in the workspace, and only by an admin', async () => {
  expect((await say({ names: ['Nobody'], sameAs: 'Grace' })).body.detail).toContain('author Nobody')
  expect((await say({ names: ['ada'], sameAs: 'Grace' }, gateway.keys.submit)).status).toBe(403)
  expect((await say({ names: ['ada'], sameAs: 'Grace' }, gateway.keys.neighbour)).status).toBe(404)
  expect((await say({ names: ['ada'], distinct: ['a', 'b'] })).status).toBe(400)
  expect(await verdicts()).toEqual([])
})

test('who is forgotten goes with what was said of their names, which are told once', async () => {
  await say({ names: ['ada'], sameAs: 'Ada Lovelace' })
  const { body } = await gateway.call('POST', '/authors/forget', { body: { name: 'Ada Lovelace' } })
  expect(body.alsoKnownAs).toEqual(['ada'])
  expect((await textsOf(gateway.db, 'acme')).get('author_verdicts')).toEqual([])
})
