import { addLogLines } from '@assay/db'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type Gateway, openGateway } from '../testing/gateway-fixture.ts'

let gateway: Gateway
let id: string
beforeAll(async () => {
  gateway = await openGateway()
  id = (await gateway.submit()).id
  const levels = ['info', 'warn', 'info', 'error', 'info']
  await addLogLines(
    gateway.db,
    levels.map((level, at) => ({
      jobId: id,
      place: at + 3,
      at: new Date(),
      level,
      message: `line ${at}`,
      fields: { at },
    })),
  )
})
afterAll(() => gateway.close())

const messages = (body: { items: { message: string }[] }) => body.items.map(({ message }) => message)

test('lines come in pages, in their order, with how many were dropped', async () => {
  const first = (await gateway.call('GET', `/jobs/${id}/logs?limit=3`)).body
  expect(first.items[0]).toEqual({ at: expect.any(String), level: 'info', message: 'line 0', fields: { at: 0 } })
  expect([messages(first), first.dropped]).toEqual([['line 0', 'line 1', 'line 2'], 2])
  const second = (await gateway.call('GET', `/jobs/${id}/logs?limit=3&cursor=${first.nextCursor}`)).body
  expect([messages(second), second.nextCursor]).toEqual([['line 3', 'line 4'], null])
})

test('a level shows what is as grave or graver', async () => {
  expect(messages((await gateway.call('GET', `/jobs/${id}/logs?level=warn`)).body)).toEqual(['line 1', 'line 3'])
  expect((await gateway.call('GET', `/jobs/${id}/logs?level=loud`)).status).toBe(400)
})

test('a neighbour finds no logs of ours', async () => {
  const { status } = await gateway.call('GET', `/jobs/${id}/logs`, { key: gateway.keys.neighbour })
  expect(status).toBe(404)
})
