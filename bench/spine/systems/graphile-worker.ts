import { Logger, makeWorkerUtils, run, runMigrations } from 'graphile-worker'
import packageJson from '../../node_modules/graphile-worker/package.json' with { type: 'json' }
import { CONCURRENCY, type System } from '../system.ts'

/** A line for every job would cost it more than the job. */
const logger = new Logger(() => () => {})

/** With its settings for throughput: a local queue and batched completions. */
export const system: System = {
  label: `graphile-worker ${packageJson.version}`,
  prepare: ({ database }) => runMigrations({ connectionString: database }),
  async openSubmitter({ database }) {
    const utils = await makeWorkerUtils({ connectionString: database, maxPoolSize: 10, logger })
    return {
      submit: async (id) => {
        await utils.addJob('noop', { id })
      },
      close: async () => {
        await utils.release()
      },
    }
  },
  async openWorker({ database }, onDone) {
    const runner = await run({
      logger,
      preset: {
        worker: {
          connectionString: database,
          concurrentJobs: CONCURRENCY,
          maxPoolSize: 10,
          localQueue: { size: 500 },
          completeJobBatchDelay: 0,
          failJobBatchDelay: 0,
        },
      },
      noHandleSignals: true,
      taskList: { noop: async () => {} },
    })
    runner.events.on('job:complete', ({ job }) => onDone((job.payload as { id: string }).id))
    return { close: () => runner.stop() }
  },
}
