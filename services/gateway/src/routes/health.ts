import type { Health, Metrics } from '@assay/runtime'
import type { FastifyPluginAsync } from 'fastify'

/** What balancers, supervisors and Prometheus ask for. */
export const healthRoutes: FastifyPluginAsync<{ health: Health; metrics: Metrics }> = async (
  app,
  { health, metrics },
) => {
  const schema = { hide: true }
  app.get('/healthz', { schema }, async () => ({ status: 'ok' }))
  app.get('/health', { schema }, () => health.report())
  app.get('/readyz', { schema }, async (_request, reply) => {
    const report = await health.report()
    return reply.code(report.status === 'ok' ? 200 : 503).send(report)
  })
  app.get('/metrics', { schema }, async (_request, reply) =>
    reply.header('content-type', metrics.contentType).send(await metrics.render()),
  )
}
