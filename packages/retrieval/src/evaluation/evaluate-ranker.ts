import { type Interval, meanInterval, percentile, type ResamplingOptions } from './bootstrap.ts'
import { averagePrecision, type Judgments, ndcgAt, recallAt, reciprocalRank, relevantCount } from './metrics.ts'

export type EvaluationQuery = { readonly id: string; readonly text: string }

/** One judgment: relevant where the grade is above zero. */
export type RelevanceJudgment = { readonly query: string; readonly document: string; readonly grade: number }

/** Anything that ranks; the rankers of this package are. */
export type Searcher = {
  readonly search: (text: string, options: { readonly limit: number }) => readonly { readonly id: string }[]
}

export const metricNames = ['ndcg10', 'map', 'recall100', 'mrr'] as const
export type MetricName = (typeof metricNames)[number]

export type QueryOutcome = { readonly query: string } & Readonly<Record<MetricName, number>>

export type Evaluation = {
  /** Those with at least one relevant document; the others are left out. */
  readonly queries: number
  readonly metrics: Readonly<Record<MetricName, Interval>>
  readonly latencyMs: { readonly p50: number; readonly p95: number; readonly p99: number }
  /** In the order of the queries: what a paired comparison needs. */
  readonly outcomes: readonly QueryOutcome[]
}

/** As deep as trec_eval looks by custom. */
const depth = 1_000

/** Judges a ranker on queries whose relevant documents are known. */
export const evaluateRanker = (
  ranker: Searcher,
  queries: Iterable<EvaluationQuery>,
  judgments: Iterable<RelevanceJudgment>,
  options: ResamplingOptions = {},
): Evaluation => {
  const judged = byQuery(judgments)
  const outcomes: QueryOutcome[] = []
  const timesMs: number[] = []
  for (const { id, text } of queries) {
    const known = judged.get(id)
    if (!known || relevantCount(known) === 0) continue
    const started = performance.now()
    const results = ranker.search(text, { limit: depth })
    timesMs.push(performance.now() - started)
    outcomes.push(
      judgeRanking(
        id,
        results.map((result) => result.id),
        known,
      ),
    )
  }
  timesMs.sort((a, b) => a - b)
  return {
    queries: outcomes.length,
    metrics: {
      ndcg10: intervalOf(outcomes, 'ndcg10', options),
      map: intervalOf(outcomes, 'map', options),
      recall100: intervalOf(outcomes, 'recall100', options),
      mrr: intervalOf(outcomes, 'mrr', options),
    },
    latencyMs: { p50: percentile(timesMs, 0.5), p95: percentile(timesMs, 0.95), p99: percentile(timesMs, 0.99) },
    outcomes,
  }
}

const judgeRanking = (query: string, ranking: readonly string[], judgments: Judgments): QueryOutcome => ({
  query,
  ndcg10: ndcgAt(ranking, judgments, 10),
  map: averagePrecision(ranking, judgments),
  recall100: recallAt(ranking, judgments, 100),
  mrr: reciprocalRank(ranking, judgments),
})

const intervalOf = (outcomes: readonly QueryOutcome[], name: MetricName, options: ResamplingOptions): Interval =>
  meanInterval(
    outcomes.map((outcome) => outcome[name]),
    options,
  )

const byQuery = (judgments: Iterable<RelevanceJudgment>): Map<string, Map<string, number>> => {
  const judged = new Map<string, Map<string, number>>()
  for (const { query, document, grade } of judgments) {
    const grades = judged.get(query) ?? new Map<string, number>()
    grades.set(document, grade)
    judged.set(query, grades)
  }
  return judged
}
