import type { JobSummary } from '../../api/answers.ts'

/** What a job is about, in a few words from its input: texts as they are, lists by their length. */
export function subjectOf(payload: Readonly<Record<string, unknown>>): string {
  return Object.entries(payload)
    .flatMap(([name, value]) => {
      if (typeof value === 'string') return value
      if (Array.isArray(value)) return value.length === 0 ? [] : `${value.length} ${inWords(name)}`
      return value === null || value === undefined ? [] : `${inWords(name)} ${JSON.stringify(value)}`
    })
    .join(' · ')
}

/** `pullRequestIds` as "pull request ids". */
const inWords = (name: string) => name.replaceAll(/[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`)

export type Share = { done: number; total: number; of: string }

/** How far a job is: by what its handler tells or, once it has spawned others, by those that have ended. */
export function shareDone({ progress, tree, state }: Pick<JobSummary, 'progress' | 'tree' | 'state'>): Share | null {
  const ended = tree.succeeded + tree.failed + tree.cancelled
  if (tree.total > 1 && state !== 'running') return { done: ended, total: tree.total, of: 'jobs' }
  const { done, total } = progress ?? {}
  if (typeof done === 'number' && typeof total === 'number' && total > 0)
    return { done: state === 'succeeded' ? total : Math.min(done, total), total, of: 'steps' }
  return tree.total > 1 ? { done: ended, total: tree.total, of: 'jobs' } : null
}
