import { contract as collect } from '@assay/contracts/kinds/collect'
import { defineHandler } from '@assay/queue'
import { waitFor } from '@assay/testkit'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type Gateway, openGateway } from '../testing/gateway-fixture.ts'

let gateway: Gateway
const mayEnd = Promise.withResolvers<never>()
beforeAll(async () => {
  gateway = await openGateway()
  await gateway.work([defineHandler(collect, () => mayEnd.promise)])
})
afterAll(async () => {
  mayEnd.reject(new Error('over'))
  await gateway.close()
})

test('a worker tells its jobs to their workspace, and others how many there are', async () => {
  const { id } = await gateway.submit('/ours')
  await waitFor(async () => (await gateway.call('GET', `/jobs/${id}`)).body.state === 'running', {
    describe: 'the job to run',
  })
  const { body } = await gateway.call('GET', '/workers')
  expect(body.items).toMatchObject([
    { id: 'test', queues: ['collector'], pid: process.pid, alive: true, jobs: [{ id, kind: 'collect' }], otherJobs: 0 },
  ])
  const { attempts } = (await gateway.call('GET', `/jobs/${id}`)).body
  expect(attempts[0].worker).toBe(body.items[0].id)
  const theirs = await gateway.call('GET', '/workers', { key: gateway.keys.neighbour })
  expect(theirs.body.items).toMatchObject([{ id: 'test', jobs: [], otherJobs: 1 }])
  expect((await gateway.call('GET', '/overview')).body.workers).toEqual({ alive: 1, busy: 1 })
})
