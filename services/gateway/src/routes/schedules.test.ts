import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type Gateway, openGateway } from '../testing/gateway-fixture.ts'

let gateway: Gateway
beforeAll(async () => {
  gateway = await openGateway()
})
afterAll(() => gateway.close())

const schedule = { kind: 'collect', payload: { source: '/x' }, cron: '0 6 * * *', timezone: 'Europe/Berlin' }

test('a schedule tells its next five runs; one that is switched off has none', async () => {
  const { nextRunAt, nextRuns } = (await gateway.call('PUT', '/schedules/daily', { body: schedule })).body
  expect(nextRuns).toHaveLength(5)
  expect(nextRuns[0]).toBe(nextRunAt)
  expect(new Set(nextRuns.map((moment: string) => new Date(moment).getUTCHours()))).toEqual(
    // Six in Berlin, in summer or in winter.
    new Set(nextRuns.map((moment: string) => 6 - offsetOfBerlin(new Date(moment)))),
  )
  await gateway.call('PUT', '/schedules/daily', { body: { ...schedule, enabled: false } })
  expect((await gateway.call('GET', '/schedules')).body.items).toMatchObject([{ name: 'daily', nextRuns: [] }])
})

const offsetOfBerlin = (moment: Date) =>
  Number(
    new Intl.DateTimeFormat('en', { timeZone: 'Europe/Berlin', hour: 'numeric', hourCycle: 'h23' }).format(moment),
  ) - moment.getUTCHours()

test('a schedule runs now when it is told to, and its own times stay', async () => {
  const made = (await gateway.call('PUT', '/schedules/now', { body: { ...schedule, priority: 'low' } })).body
  const { status, body } = await gateway.call('POST', '/schedules/now/run', { key: gateway.keys.submit })
  expect([status, body]).toMatchObject([202, { kind: 'collect', priority: 'low', payload: { source: '/x' } }])
  const { items } = (await gateway.call('GET', '/schedules')).body
  const listed = items.find(({ name }: { name: string }) => name === 'now')
  expect(listed).toMatchObject({ lastJobId: body.id, nextRunAt: made.nextRunAt })
})

test('a neighbour cannot run our schedule', async () => {
  await gateway.call('PUT', '/schedules/ours', { body: schedule })
  const { status } = await gateway.call('POST', '/schedules/ours/run', { key: gateway.keys.neighbour })
  expect(status).toBe(404)
})
