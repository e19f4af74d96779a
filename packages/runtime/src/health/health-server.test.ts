import { afterEach, expect, test } from '@jest/globals'
import { createMetrics } from '../metrics/create-metrics.ts'
import { createHealth, type HealthCheck } from './health.ts'
import { type HealthServer, startHealthServer } from './health-server.ts'

let server: HealthServer
afterEach(() => server.close())

async function serve(checks: Record<string, HealthCheck>) {
  const health = createHealth({ service: 'test', version: '1.2.3', checks })
  const metrics = createMetrics({ service: 'test' })
  server = await startHealthServer({ host: '127.0.0.1', port: 0, health, metrics })
  const get = (path: string) => fetch(`http://127.0.0.1:${server.port}${path}`)
  return { health, metrics, get }
}

test('a process is ready while everything it needs answers', async () => {
  const { get } = await serve({ database: async () => {} })
  expect((await get('/healthz')).status).toBe(200)
  expect((await get('/readyz')).status).toBe(200)
  expect(await (await get('/health')).json()).toMatchObject({
    status: 'ok',
    version: '1.2.3',
    checks: { database: { ok: true } },
  })
})

test('a process whose database is away is alive but not ready, and says why', async () => {
  const { get } = await serve({ database: async () => Promise.reject(new Error('refused')) })
  expect((await get('/healthz')).status).toBe(200)
  const ready = await get('/readyz')
  expect(ready.status).toBe(503)
  expect(await ready.json()).toMatchObject({ checks: { database: { ok: false, error: 'refused' } } })
})

test('a draining process is not ready', async () => {
  const { get, health } = await serve({})
  health.setDraining()
  expect((await get('/readyz')).status).toBe(503)
})

test('metrics tell how jobs ended and how deep the queues are', async () => {
  const { get, metrics } = await serve({})
  metrics.attemptEnded({ kind: 'score', outcome: 'succeeded', waitSeconds: 0.02, runSeconds: 0.3 })
  metrics.readQueuesWith(async () => [
    { queue: 'scorer', depth: { queued: 7 }, oldestWaitSeconds: 3, relayLagSeconds: 1 },
  ])
  const text = await (await get('/metrics')).text()
  expect(text).toContain('assay_jobs_finished_total{kind="score",outcome="succeeded",service="test"} 1')
  expect(text).toContain('assay_queue_depth_jobs{queue="scorer",state="queued",service="test"} 7')
})

test('metrics are served while the queues cannot be read', async () => {
  const { get, metrics } = await serve({})
  metrics.readQueuesWith(() => Promise.reject(new Error('the database is away')))
  const text = await (await get('/metrics')).text()
  expect(text).toContain('assay_queue_read_failures_total{service="test"} 1')
})
