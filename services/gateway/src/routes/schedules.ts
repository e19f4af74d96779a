import {
  type Catalog,
  jobSchema,
  NotFound,
  priorities,
  problemSchema,
  putScheduleSchema,
  scheduleSchema,
} from '@assay/contracts'
import {
  type Database,
  deleteSchedule,
  findJob,
  findSchedule,
  listSchedules,
  noteScheduleRun,
  putSchedule,
  type Schedule,
} from '@assay/db'
import { type JobQueue, nextRun, nextRuns } from '@assay/queue'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { uuidv7 } from 'uuidv7'
import { z } from 'zod'
import { callerOf } from '../access/authenticate.ts'
import { subjectOf } from '../views/job-subject.ts'
import { describeJob } from '../views/job-view.ts'

const RUNS_SHOWN = 5

/** Jobs that come again. */
export const scheduleRoutes: FastifyPluginAsyncZod<{ db: Database; queue: JobQueue; catalog: Catalog }> = async (
  app,
  { db, queue, catalog },
) => {
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

  app.post(
    '/schedules/:name/run',
    {
      config: { scope: 'submit' },
      schema: {
        tags: ['schedules'],
        summary: 'Submit the job of a recurring one now, also while it is switched off',
        description: 'When it comes next stays as it was.',
        params: z.object({ name: z.string() }),
        response: { 202: jobSchema, '4xx': problemSchema },
      },
    },
    async (request, reply) => {
      const { workspace } = callerOf(request)
      const { name } = request.params
      const schedule = await findSchedule(db, workspace, name)
      if (!schedule) throw NotFound(`schedule "${name}"`)
      const { kind, payload } = schedule
      const { id } = await queue.submit({ workspace, kind, payload, priority: priorities[schedule.priority] })
      await noteScheduleRun(db, schedule.id, id)
      const row = await findJob(db, workspace, id)
      if (!row) throw NotFound(`job ${id}`)
      return reply
        .code(202)
        .header('location', `/api/v2/jobs/${id}`)
        .send(await describeJob(db, row))
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
  subject: subjectOf(schedule.payload),
  priority: priorities[priority] ?? 'normal',
  nextRunAt: nextRunAt.toISOString(),
  nextRuns: (schedule.enabled ? nextRuns(schedule.cron, schedule.timezone, nextRunAt, RUNS_SHOWN) : []).map((moment) =>
    moment.toISOString(),
  ),
})
