import { type Catalog, kindSchema, NotFound, problemSchema, queueSchema } from '@assay/contracts'
import type { Database } from '@assay/db'
import type { JobQueue } from '@assay/queue'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { callerOf } from '../access/authenticate.ts'
import { readQueues } from '../views/queue-view.ts'

export type OperationRoutesDeps = { db: Database; queue: JobQueue; catalog: Catalog }

/** Kinds and queues. */
export const operationRoutes: FastifyPluginAsyncZod<OperationRoutesDeps> = async (app, { db, queue, catalog }) => {
  const kinds = catalog.contracts.map(({ payload, result, ...contract }) => ({
    ...contract,
    payload: z.toJSONSchema(payload, { io: 'input' }) as Record<string, unknown>,
    result: z.toJSONSchema(result) as Record<string, unknown>,
  }))
  app.get(
    '/kinds',
    {
      config: { scope: 'read' },
      schema: {
        tags: ['kinds'],
        summary: 'Job kinds with their schemas',
        response: { 200: z.object({ items: z.array(kindSchema) }) },
      },
    },
    async () => ({ items: kinds }),
  )

  app.get(
    '/queues',
    {
      config: { scope: 'read' },
      schema: {
        tags: ['queues'],
        summary: 'What each queue holds',
        response: { 200: z.object({ items: z.array(queueSchema) }) },
      },
    },
    async (request) => ({ items: await readQueues(db, catalog, callerOf(request).workspace) }),
  )

  for (const action of ['pause', 'resume'] as const) {
    app.post(
      `/queues/:name/${action}`,
      {
        config: { scope: 'admin' },
        schema: {
          tags: ['queues'],
          summary: action === 'pause' ? 'Start no further job of a queue' : 'Let a paused queue go on',
          params: z.object({ name: z.string() }),
          response: { 200: z.object({ name: z.string(), paused: z.boolean() }), '4xx': problemSchema },
        },
      },
      async (request) => {
        const { name } = request.params
        if (!catalog.queues.includes(name)) throw NotFound(`queue "${name}" (known: ${catalog.queues.join(', ')})`)
        await queue[action](name)
        return { name, paused: action === 'pause' }
      },
    )
  }
}
