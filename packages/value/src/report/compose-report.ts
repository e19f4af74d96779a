import { valueTogether } from '../counting/value-together.ts'
import { noPrices, type ValueContext } from '../money/context.ts'
import type { NearMiss } from '../roll-up/near-misses.ts'
import type { ReportedWork } from '../roll-up/reported-work.ts'
import { rollUp } from '../roll-up/roll-up.ts'
import { summarise } from '../roll-up/sum-groups.ts'
import { toValuedWork } from '../stored/valued-work.ts'
import { isUndone, toAchievement } from './achievement.ts'
import { withoutEvidence } from './evidence-guard.ts'
import type { Report, ReportRequest } from './report.ts'
import { evidenceOf, sentencesOf } from './summary.ts'

const HEADLINES = 10
const STATED = 50

/** Composes a report from assessed pull requests; the same arguments give the same report. */
export const composeReport = (
  request: ReportRequest,
  works: readonly ReportedWork[],
  {
    context,
    method,
    nearMisses,
    madeAt,
  }: { context: ValueContext | null; method: string; nearMisses: readonly NearMiss[]; madeAt: Date },
): Report => {
  const together = valueTogether(works.map(toValuedWork), context ?? noPrices)
  const priced = context && { values: together.values, context }
  const asked = works.filter(({ isBeside }) => !isBeside)
  const achievements = asked.map((work) => toAchievement(work, together, context !== null))
  const standing = achievements.filter(({ history }) => !isUndone(history))
  const facts = {
    whole: { ...summarise(asked), value: context && together.total },
    byKind: rollUp(works, 'kind', priced),
    byMonth: rollUp(works, 'month', priced),
    byRepository: rollUp(works, 'repository', priced),
    stated: standing.filter(({ quotes }) => quotes.length > 0).slice(-STATED),
    undone: achievements.filter(({ history }) => history.length > 0),
  }
  const evidence = evidenceOf(facts)
  const checked = [...request.sentences, ...sentencesOf(facts)].map((sentence) => ({
    sentence,
    why: withoutEvidence(sentence, evidence),
  }))
  return {
    title: request.title,
    repository: request.repository,
    authors: request.authors,
    from: request.from.toISOString(),
    to: request.to.toISOString(),
    madeAt: madeAt.toISOString(),
    method,
    contextVersion: context?.version ?? null,
    sentences: checked.flatMap(({ sentence, why }) => (why === null ? [sentence] : [])),
    refused: checked.flatMap(({ sentence, why }) => (why === null ? [] : [{ sentence, why }])),
    ...facts,
    headlines: standing.toSorted((a, b) => b.significance.score - a.significance.score).slice(0, HEADLINES),
    nearMisses: nearMisses.filter(({ names }) => request.authors?.some((name) => names.includes(name))),
  }
}
