import { setTimeout as wait } from 'node:timers/promises'
import { isTerminal, type JobView, jobSchema } from '@assay/contracts'
import type { Command } from 'commander'
import { connectGateway, type Gateway } from '../gateway.ts'
import type { Surroundings } from '../surroundings.ts'
import { say, showProgress } from '../terminal.ts'

type CollectOptions = { number?: number; whole?: boolean; json?: boolean }

const BETWEEN_LOOKS_MS = 250

/** `assay collect <source>`: a collect job, followed to its end. */
export const addCollectCommand = (program: Command, surroundings: Surroundings): void => {
  program
    .command('collect')
    .description('Collect a repository, and follow the work until it is indexed and scored')
    .argument('<source>', 'a path on the collector’s machine, a git address or owner/name on GitHub')
    .option('--number <n>', 'only this pull request', Number)
    .option('--whole', 'read everything again and compare it with what is stored')
    .option('--json', 'print the job as JSON on standard output')
    .action((source: string, options: CollectOptions) => collect(source, options, surroundings))
}

async function collect(source: string, { json = false, ...payload }: CollectOptions, surroundings: Surroundings) {
  const gateway = await connectGateway(surroundings)
  const submitted = await gateway.call(jobSchema, 'POST', '/jobs', { kind: 'collect', payload: { source, ...payload } })
  const job = await follow(gateway, submitted.id, surroundings.signal)
  if (job.state === 'succeeded') sayResult(job)
  else say(`The collection ${job.state}: ${job.error?.message ?? 'it was cancelled'}`)
  if (json) process.stdout.write(`${JSON.stringify(job)}\n`)
  if (job.state !== 'succeeded') process.exitCode = 1
}

async function follow(gateway: Gateway, id: string, signal: AbortSignal): Promise<JobView> {
  const reading = showProgress('reading')
  try {
    for (;;) {
      const job = await gateway.call(jobSchema, 'GET', `/jobs/${id}`)
      const { done, total } = job.progress ?? {}
      reading.update(Number(done ?? 0), total === undefined ? null : Number(total))
      // The job is read before its tree, and may have ended in between.
      if (isTerminal(job.state) && job.tree.queued + job.tree.running === 0) return job
      await wait(BETWEEN_LOOKS_MS, undefined, { signal })
    }
  } finally {
    reading.end()
  }
}

const sayResult = ({ result }: JobView) => {
  const { repository, pullRequests, expected, changed, gaps, completeness } = result as Record<string, unknown>
  say(
    `${repository}: ${pullRequests} of ${expected} merged pull requests stored, ${changed} new or changed, ${completeness}`,
  )
  if (Number(gaps) > 0) say(`  ${gaps} known omissions: GET /api/v2/repositories/{id}/completeness lists them.`)
}
