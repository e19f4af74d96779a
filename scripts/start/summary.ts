import type { JobView } from '@assay/contracts'
import type { Api } from './api.ts'

export type Summary = {
  state: JobView['state']
  error: string | null
  repository: { name: string; pullRequestCount: number; completeness: string } | null
  changed: number
  jobs: JobView['tree']
  seconds: number
  top: { number: number; title: string; kind: string | null; score: number | null }[]
}

type CollectResult = { repositoryId: string; changed: number }

export async function summarise(api: Api, job: JobView, seconds: number): Promise<Summary> {
  const result = job.state === 'succeeded' ? (job.result as CollectResult) : null
  const [repository, top] = result
    ? await Promise.all([api.repository(result.repositoryId), api.topPullRequests(result.repositoryId)])
    : [null, { items: [] }]
  return {
    state: job.state,
    error: job.error?.message ?? null,
    repository: repository && {
      name: repository.name,
      pullRequestCount: repository.pullRequestCount,
      completeness: repository.completeness,
    },
    changed: result?.changed ?? 0,
    jobs: job.tree,
    seconds,
    top: top.items.map(({ number, title, kind, score }) => ({ number, title, kind, score })),
  }
}

const count = new Intl.NumberFormat('en')
const plural = (n: number, one: string) => `${count.format(n)} ${one}${n === 1 ? '' : 's'}`

export function formatSummary({ repository, error, changed, jobs, seconds, top }: Summary): string {
  if (!repository) return `Nothing was collected: ${error ?? 'the job was cancelled'}`
  const lines = [
    `${repository.name}: ${plural(repository.pullRequestCount, 'merged pull request')} (${repository.completeness}), ` +
      `${count.format(changed)} new or changed, in ${seconds.toFixed(1)} s`,
  ]
  if (jobs.failed > 0)
    lines.push(`${plural(jobs.failed, 'job')} failed; the queue board and GET /api/v2/dead-letters say why.`)
  if (repository.pullRequestCount === 0) {
    lines.push('Its history names no pull requests: neither "title (#12)" nor "Merge pull request #12".')
  }
  if (top.length > 0) {
    lines.push('', 'What stands out (0 to 100: the chance that maintainers would announce it; not money):')
    for (const { number, title, kind, score } of top) {
      lines.push(`  ${(score ?? 0).toFixed(0).padStart(3)}  #${number}  ${kind ?? ''}  ${title.slice(0, 80)}`)
    }
  }
  return lines.join('\n')
}
