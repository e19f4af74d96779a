import type { JobSummary } from '../../api/answers.ts'

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
