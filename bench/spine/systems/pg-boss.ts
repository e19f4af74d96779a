import { PgBoss } from 'pg-boss'
import packageJson from '../../node_modules/pg-boss/package.json' with { type: 'json' }
import { CONCURRENCY, type System } from '../system.ts'

async function start(database: string) {
  const boss = new PgBoss({ connectionString: database, max: 10, useListenNotify: true })
  boss.on('error', (error) => process.stderr.write(`pg-boss: ${error}\n`))
  await boss.start()
  return boss
}

/** With its settings for throughput: batches, fetched without a pause while full, and woken by NOTIFY. */
export const system: System = {
  label: `pg-boss ${packageJson.version}`,
  async prepare({ database }) {
    const boss = await start(database)
    await boss.createQueue('noop', { notify: true })
    await boss.stop({ graceful: false })
  },
  async openSubmitter({ database }) {
    const boss = await start(database)
    return {
      submit: async (id) => {
        await boss.send('noop', { id })
      },
      close: () => boss.stop({ graceful: false }),
    }
  },
  async openWorker({ database }, onDone) {
    const boss = await start(database)
    const options = {
      batchSize: CONCURRENCY,
      localConcurrency: 2,
      pollingIntervalSeconds: 0.5,
      burstWhenBatchFull: true,
    }
    const answered: string[] = []
    await boss.work<{ id: string }>('noop', options, async (jobs) => {
      answered.push(...jobs.map(({ data }) => data.id))
      // Its completion is written right after this returns; there is no event for it, so this is a little early.
      setImmediate(() => answered.splice(0).forEach(onDone))
    })
    return { close: () => boss.stop({ graceful: false }) }
  },
}
