import type { ResultOf } from '@assay/contracts'
import type { contract as collect } from '@assay/contracts/kinds/collect'
import { finishCollectionRun, markVanished, noteRewritten, saveCursor, startCollectionRun } from '@assay/db'
import type { Expectation, Gap } from '@assay/sources'
import { type Collecting, isAboutAll, storePage } from './store-page.ts'

type Result = ResultOf<typeof collect>
type Run = { after: string | null; whole: boolean; rewritten: boolean; expected: Expectation }

/**
 * Reads what is new of a repository, or all of it. A page, the jobs that index and score it, and the mark behind which
 * the next page starts commit together.
 */
export async function collectRun(collecting: Collecting & { whole: boolean }): Promise<Result> {
  const { source, repository, context } = collecting
  const run = await startRun(collecting)
  const { name, head } = source.describe()
  const about = { jobId: context.jobId, repositoryId: repository.id }

  let done = 0
  let cursor = run.after ?? ''
  let gaps: Gap[] = []
  for await (const page of source.pullRequests({ after: run.after })) {
    done += page.pullRequests.length
    const total = run.expected.inRun ?? undefined
    await context.commit(
      async (tx) => {
        await storePage(tx, page, collecting)
        await saveCursor(tx, repository.id, page.cursor)
      },
      { done, message: `reading ${name}`, ...(total === undefined ? {} : { total: Math.max(total, done) }) },
    )
    cursor = page.cursor
    gaps = [...gaps, ...page.gaps.filter(isAboutAll)]
  }

  const inventory = run.whole ? await source.inventory?.() : undefined
  return context.commit(async (tx) => {
    const vanished = inventory ? await markVanished(tx, repository.id, inventory) : 0
    const expected = run.expected.inAll
    const { stored, ...end } = await finishCollectionRun(tx, about, { expected, head, cursor, gaps })
    return { repositoryId: repository.id, repository: name, head, pullRequests: stored, expected, vanished, ...end }
  })
}

/** Goes on behind the last mark, unless the history was rewritten since: then everything is read again. */
async function startRun({ source, repository, context, whole }: Collecting & { whole: boolean }): Promise<Run> {
  const about = { jobId: context.jobId, repositoryId: repository.id }
  const begun = await context.commit((tx) => startCollectionRun(tx, { ...about, whole }))
  const { after } = begun
  // What was never collected, or only before this run began, can hide nothing that vanished.
  const readsAll = begun.whole || after === null
  try {
    return { after, whole: readsAll, rewritten: false, expected: await source.expect(after) }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'SOURCE_CURSOR_UNKNOWN')) throw error
    await context.commit((tx) => noteRewritten(tx, about))
    return { after: null, whole: true, rewritten: true, expected: await source.expect(null) }
  }
}
