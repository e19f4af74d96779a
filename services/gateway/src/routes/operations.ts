import {
  type Catalog,
  deadLetterGroupSchema,
  kindSchema,
  NotFound,
  priorities,
  problemSchema,
  putScheduleSchema,
  queueSchema,
  replaySchema,
  scheduleSchema,
} from '@assay/contracts'
import {
  type Database,
  deleteSchedule,
  groupDeadLetters,
  listSchedules,
  measureQueues,
  pausedQueues,
  putSchedule,
  type Schedule,
} from '@assay/db'
import { type JobQueue, nextRun } from '@assay/queue'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { uuidv7 } from 'uuidv7'
import { z } from 'zod'
import { callerOf } from '../access/authenticate.ts'

export type OperationRoutesDeps = { db: Database; queue: JobQueue; catalog: Catalog }

const EMPTY = { scheduled: 0, queued: 0, running: 0, retrying: 0, failed: 0, oldestWaitSeconds: 0 }
const DEAD_LETTER_GROUPS = 200

/** What an operator needs: kinds, queues, dead letters and schedules. */
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
    async (request) => {
      const [loads, paused] = await Promise.all([measureQueues(db, callerOf(request).workspace), pausedQueues(db)])
      const items = catalog.queues.map((name) => {
        const load = loads.find((candidate) => candidate.queue === name) ?? EMPTY
        return { ...EMPTY, ...load, name, paused: paused.has(name) }
      })
      return { items }
    },
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

  app.get(
    '/dead-letters',
    {
      config: { scope: 'read' },
      schema: {
        tags: ['dead letters'],
        summary: 'Failed jobs, those that failed alike together',
        response: { 200: z.object({ items: z.array(deadLetterGroupSchema) }) },
      },
    },
    async (request) => {
      const groups = await groupDeadLetters(db, callerOf(request).workspace, DEAD_LETTER_GROUPS)
      const items = groups.map((group) => ({
        ...group,
        firstAt: group.firstAt.toISOString(),
        lastAt: group.lastAt.toISOString(),
      }))
      return { items }
    },
  )

  app.post(
    '/dead-letters/replay',
    {
      config: { scope: 'submit' },
      schema: {
        tags: ['dead letters'],
        summary: 'Let failed jobs run again: by id, by fingerprint, by kind, or all',
        body: replaySchema,
        response: { 202: z.object({ replayed: z.array(z.uuid()) }), '4xx': problemSchema },
      },
    },
    async (request, reply) => {
      const { ids, fingerprint, kind, limit } = request.body
      const replayed = await queue.replay(callerOf(request).workspace, {
        limit,
        ...(ids ? { ids } : {}),
        ...(fingerprint ? { fingerprint } : {}),
        ...(kind ? { kind } : {}),
      })
      return reply.code(202).send({ replayed })
    },
  )

  app.get(
    '/schedules',
    {
      config: { scope: 'read' },
      schema: {
        tags: ['schedules'],
        summary: 'Recurring jobs',
        response: { 200: z.object({ items: z.array(scheduleSchema) }) },
      },
    },
    async (request) => ({ items: (await listSchedules(db, callerOf(request).workspace)).map(viewSchedule) }),
  )

  app.put(
    '/schedules/:name',
    {
      config: { scope: 'submit' },
      schema: {
        tags: ['schedules'],
        summary: 'Create or change a recurring job',
        params: z.object({ name: z.string().min(1).max(100) }),
        body: putScheduleSchema,
        response: { 200: scheduleSchema, '4xx': problemSchema },
      },
    },
    async (request) => {
      const { kind, cron, timezone, enabled, priority } = request.body
      const schedule = await putSchedule(db, {
        id: uuidv7(),
        workspace: callerOf(request).workspace,
        name: request.params.name,
        kind,
        payload: catalog.parsePayload(kind, request.body.payload),
        priority: priorities.indexOf(priority ?? catalog.get(kind).priority),
        cron,
        timezone,
        enabled,
        nextRunAt: nextRun(cron, timezone, new Date()),
      })
      return viewSchedule(schedule)
    },
  )

  app.delete(
    '/schedules/:name',
    {
      config: { scope: 'submit' },
      schema: {
        tags: ['schedules'],
        summary: 'End a recurring job; what it has submitted stays',
        params: z.object({ name: z.string() }),
        response: { 204: z.null(), '4xx': problemSchema },
      },
    },
    async (request, reply) => {
      const { name } = request.params
      if (!(await deleteSchedule(db, callerOf(request).workspace, name))) throw NotFound(`schedule "${name}"`)
      return reply.code(204).send(null)
    },
  )
}

const viewSchedule = ({
  workspace: _workspace,
  createdAt: _createdAt,
  nextRunAt,
  priority,
  ...schedule
}: Schedule) => ({
  ...schedule,
  priority: priorities[priority] ?? 'normal',
  nextRunAt: nextRunAt.toISOString(),
})
