import type { suggestionsSchema } from '@assay/contracts'
import { type Database, findUntold, loadAssessedWork } from '@assay/db'
import { assessEvidence, noPrices, toValuedWork, valueApart } from '@assay/value'
import type { z } from 'zod'

type Suggestion = z.output<typeof suggestionsSchema>['items'][number]
type Assessed = ReturnType<typeof assessEvidence>['items'] extends ReadonlyMap<string, infer One> ? One : never

/** In a draft; a change that went to more branches is told by these. */
const MOST_EVIDENCE = 10
const LONGEST_TITLE = 200

/**
 * Drafts of what might be told: the pull requests likeliest to be announced that no achievement tells of, those of one
 * change together. Their words are quoted, and no others are made up.
 */
export const suggestAchievements = async (
  db: Database,
  workspace: string,
  { authors, limit }: { authors: readonly string[] | undefined; limit: number },
): Promise<Suggestion[]> => {
  const ids = await findUntold(db, workspace, { authors, limit: 2 * limit })
  const works = await loadAssessedWork(db, workspace, { ids })
  const changeSets = valueApart(works.map(toValuedWork), noPrices)
  const { items } = assessEvidence(works, new Map(), null)
  const untold = ids.flatMap((id) => items.get(id) ?? []).filter(({ history }) => history.length === 0)
  return [...Map.groupBy(untold, ({ id }) => changeSets.get(id)?.changeSet ?? id).values()].slice(0, limit).map(toDraft)
}

const toDraft = (group: readonly Assessed[]): Suggestion => {
  const [first] = group
  if (!first) throw new Error('A change without pull requests was suggested')
  const { low, high, score } = first.significance
  const quotes = group.flatMap((one) => standing(one).map(({ text }) => text))
  return {
    draft: {
      title: first.title.slice(0, LONGEST_TITLE).toWellFormed().trim() || 'Untitled',
      story: [...new Set(quotes)]
        .map((text) => `> ${text.replace(/\s+/g, ' ')}`)
        .join('\n\n')
        .slice(0, 20_000),
      evidence: group.slice(0, MOST_EVIDENCE).map((one) => ({
        kind: 'pull-request',
        id: one.id,
        quote: placeOf(standing(one)[0]),
        note: '',
      })),
    },
    because: [
      `${score.toFixed(0)} % chance of being announced (${low.toFixed(0)} % to ${high.toFixed(0)} %)`,
      ...(quotes.length > 0
        ? [`states ${quotes.length === 1 ? 'an effect' : `${quotes.length} effects`} in numbers`]
        : []),
      ...(group.length > 1 ? [`one change in ${group.length} pull requests`] : []),
    ],
  }
}

/** Nobody is advised to tell what a measurement does not bear out. */
const standing = ({ quotes }: Assessed) => quotes.filter(({ measured }) => measured?.confirms !== false)

/** Places in commits are not told by their number, so only those of title and text are passed on. */
const placeOf = (stated: Assessed['quotes'][number] | undefined) =>
  stated && (stated.field === 'title' || stated.field === 'body')
    ? { field: stated.field, start: stated.start, end: stated.end }
    : null
