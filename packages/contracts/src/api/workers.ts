import { z } from 'zod'

export const workerSchema = z.object({
  id: z.string().describe('As the attempts of jobs name it'),
  service: z.string(),
  version: z.string(),
  host: z.string(),
  pid: z.int(),
  queues: z.array(z.string()),
  concurrency: z.int().describe('Jobs at a time, for each queue'),
  startedAt: z.string(),
  lastHeartbeatAt: z.string(),
  alive: z.boolean().describe('It gave a sign of life within the last 15 seconds'),
  jobs: z.array(z.object({ id: z.uuid(), kind: z.string(), startedAt: z.string() })).describe('What it runs of yours'),
  otherJobs: z.int().describe('How many jobs of other workspaces it runs'),
})
export const workerListSchema = z.object({ items: z.array(workerSchema) })
