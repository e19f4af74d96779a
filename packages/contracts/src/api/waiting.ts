import { z } from 'zod'

const advice = z.string().describe('What to do about it')
const until = z.string()
const inQueue = {
  queue: z.string(),
  ahead: z.int().describe('Jobs of all workspaces that come before it, about; 1,000 stands for that many or more'),
  advice,
}

/** Why a job is not running. */
export const waitingReasonSchema = z.discriminatedUnion('reason', [
  z.object({ reason: z.literal('scheduled'), until, advice }),
  z.object({ reason: z.literal('retry'), until, attempt: z.int(), maxAttempts: z.int(), advice }),
  z.object({ reason: z.literal('rate-limit'), until, message: z.string(), advice }),
  z.object({ reason: z.literal('paused'), ...inQueue }),
  z.object({ reason: z.literal('no-worker'), ...inQueue }),
  z.object({
    reason: z.literal('busy'),
    workers: z.int(),
    slots: z.int().describe('Jobs that these workers run at a time'),
    running: z.int(),
    ...inQueue,
  }),
  z.object({ reason: z.literal('next'), ...inQueue }).describe('A worker has room and takes it in a moment'),
])
export type WaitingReason = z.output<typeof waitingReasonSchema>
