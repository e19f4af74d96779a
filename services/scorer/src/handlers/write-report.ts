import { defineError, NonRetryable } from '@assay/contracts'
import { contract as report } from '@assay/contracts/kinds/report'
import {
  type Database,
  findContext,
  findRepository,
  listAuthorNames,
  listAuthorVerdicts,
  loadAssessedWork,
  storeReport,
} from '@assay/db'
import { defineHandler } from '@assay/queue'
import {
  type Aliases,
  composeReport,
  createAliases,
  findNearMisses,
  methodOf,
  type Report,
  toContext,
  type ValueModels,
} from '@assay/value'

type ReportDeps = { db: Database; models: ValueModels }

/** Composes a report from what is stored under the newest prices, and stores it under the id of the job. */
export const createHandler = ({ db, models }: ReportDeps) =>
  defineHandler(report, async ({ repository: repositoryId, authors, sentences, ...payload }, { workspace, jobId }) => {
    const repository = repositoryId ? await findRepository(db, workspace, repositoryId) : null
    if (repository === undefined) throw new NonRetryable(`There is no repository ${repositoryId}`)
    const [from, to] = [new Date(payload.from), new Date(payload.to)]
    const aliases = createAliases(await listAuthorVerdicts(db, workspace))
    const everyName = authors && aliases.namesOf(authors)
    const [collected, stored, names] = await Promise.all([
      loadAssessedWork(db, workspace, { repositoryId, authors: everyName, from, to }),
      findContext(db, workspace),
      listAuthorNames(db, workspace),
    ])
    const known = new Set(names.map(({ name }) => name))
    const works = collected.map((work) => ({ ...work, author: standingName(work.author, aliases, known) }))
    const title =
      payload.title ??
      `${authors?.[0] ?? repository?.name ?? 'All work'}, ${payload.from.slice(0, 10)} to ${payload.to.slice(0, 10)}`
    const document = composeReport(
      { title, repository: repository?.name ?? null, authors: everyName ?? null, from, to, sentences },
      works,
      {
        context: toContext(stored),
        method: methodOf(models),
        nearMisses: authors ? findNearMisses(names, aliases) : [],
        madeAt: new Date(),
      },
    )
    const { whole, refused } = document
    const repositoryIds = [...new Set(works.map((work) => work.repositoryId))]
    return {
      result: { pullRequests: whole.pullRequests, valued: whole.value?.valued ?? 0, refused: [...refused] },
      effects: async (tx) => {
        const report = {
          id: jobId,
          workspace,
          title,
          document,
          people: peopleOf(document, [...collected, ...works], known),
          repositoryIds,
        }
        if (!(await storeReport(tx, report))) throw WorkHasChanged()
      },
    }
  })

/** The name that stands for all of a person's, unless nothing is left of what was written under it. */
const standingName = (author: string, aliases: Aliases, known: ReadonlySet<string>): string => {
  const standing = aliases.standingName(author)
  return known.has(standing) ? standing : author
}

/** Everybody whose name stands in it or whose work does, also those of look-alikes and aliases. */
const peopleOf = (
  { nearMisses, authors }: Report,
  works: readonly { author: string }[],
  known: ReadonlySet<string>,
): string[] => {
  const names = [...works.map(({ author }) => author), ...nearMisses.flatMap((pair) => pair.names)]
  return [...new Set([...names, ...(authors ?? []).filter((name) => known.has(name))])]
}

const WorkHasChanged = defineError('WORK_HAS_CHANGED', {
  retry: 'later',
  message: () => 'A person or a repository was removed while the report was written.',
})
