export {
  defineHandler,
  type HandlerOutcome,
  type JobContext,
  type JobHandler,
  type JobTransaction,
  type Progress,
} from './handler.ts'
export { loadHandlers } from './load-handlers.ts'
export { type House, houseEnv, openHouse } from './open-house.ts'
export { InvalidSchedule, nextRun, nextRuns } from './relay/next-run.ts'
export { defaultSettings, type QueueSettings } from './settings.ts'
export { createJobQueue, type JobQueue, type Submitted } from './submit/job-queue.ts'
export type { Submission } from './submit/new-job.ts'
export { createTransport } from './transport/create-transport.ts'
export type { Transport } from './transport/transport.ts'
export type { AttemptReport } from './work/run-attempt.ts'
export { runWorkerService } from './work/run-worker-service.ts'
export { startWorkerHost, type WorkerHost, type WorkerObserver } from './work/worker-host.ts'
