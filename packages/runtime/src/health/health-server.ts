import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Metrics } from '../metrics/create-metrics.ts'
import type { Health } from './health.ts'

export type HealthServer = { readonly port: number; close(): Promise<void> }

/** `/healthz` (alive), `/readyz` (can work), `/health` (how), `/metrics`, for processes without an HTTP face. */
export async function startHealthServer({
  host,
  port,
  health,
  metrics,
}: {
  host: string
  port: number
  health: Health
  metrics: Pick<Metrics, 'render' | 'contentType'>
}): Promise<HealthServer> {
  const json = (response: ServerResponse, status: number, body: unknown) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))

  const routes: Record<string, (response: ServerResponse) => Promise<unknown>> = {
    '/healthz': async (response) => json(response, 200, { status: 'ok' }),
    '/readyz': async (response) => {
      const report = await health.report()
      json(response, report.status === 'ok' ? 200 : 503, report)
    },
    '/health': async (response) => json(response, 200, await health.report()),
    '/metrics': async (response) => {
      const text = await metrics.render()
      response.writeHead(200, { 'content-type': metrics.contentType }).end(text)
    },
  }
  const server = createServer((request, response) => {
    const path = request.url?.split('?')[0] ?? ''
    const route = routes[path] ?? (async () => json(response, 404, { status: 'unknown', paths: Object.keys(routes) }))
    route(response).catch(() => json(response, 500, { status: 'failing' }))
  })
  server.listen(port, host)
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
