import {
  averagePrecision,
  calibrationError,
  entriesOf,
  estimateKind,
  estimateSignificance,
  fitSoftmax,
  kindBags,
  type LabelledKind,
  learnedKinds,
  linearScores,
  macroF1,
  packRows,
  recallAtTenth,
  rocAuc,
  selectVocabulary,
  type TrainedModel,
  trainKind,
  trainSignificance,
  wordsOf,
} from '@assay/value/training'
import type { ReleasedPullRequest } from './labelled-data.ts'

/** What a method says of the pull requests of one repository that it has not seen. */
export type KindOutcome = {
  readonly repository: string
  readonly truths: readonly number[]
  readonly predicted: Readonly<Record<string, readonly number[]>>
}

export type RankingOutcome = {
  readonly repository: string
  readonly truths: readonly boolean[]
  readonly releases: readonly string[]
  readonly scores: Readonly<Record<string, readonly number[]>>
}

const repositoriesOf = (rows: readonly { repository: string }[]) => [
  ...new Set(rows.map(({ repository }) => repository)),
]

/** Every repository in turn is left out of the training and judged. @param more rows to learn from, never judged. */
export function* judgeKinds(
  rows: readonly LabelledKind[],
  more: readonly LabelledKind[],
): Generator<KindOutcome & { readonly trained: TrainedModel }> {
  const all = [...rows, ...more]
  const bags = kindBags(all)
  const words = all.map(({ facts }) => wordBag(facts))
  for (const repository of repositoriesOf(rows)) {
    const seen = all.flatMap((row, at) => (row.repository === repository ? [] : [at]))
    const pick = <T>(from: readonly T[]) => seen.map((at) => from[at] as T)
    const trained = trainKind(pick(all), pick(bags))
    const plain = trainPlain(
      pick(words),
      pick(all).map(({ repository: name }) => name),
      {
        labels: pick(all).map(({ kind }) => learnedKinds.indexOf(kind)),
        classes: learnedKinds.length,
      },
    )
    const judged = rows.filter((row) => row.repository === repository)
    yield {
      repository,
      trained,
      truths: judged.map(({ kind }) => learnedKinds.indexOf(kind)),
      predicted: {
        Assay: judged.map(({ facts }) => best(estimateKind(facts, trained).probabilities)),
        'words + logistic regression': judged.map(({ facts }) => best([...plain(wordBag(facts))])),
      },
    }
  }
}

/** The same for the ranking; kinds come from a model that has not seen the repository either. */
export function* judgeSignificance(
  released: readonly ReleasedPullRequest[],
  kindRows: readonly LabelledKind[],
): Generator<RankingOutcome> {
  const bags = kindBags(kindRows)
  for (const repository of repositoriesOf(released)) {
    const seen = kindRows.flatMap((row, at) => (row.repository === repository ? [] : [at]))
    const kindModel = trainKind(
      seen.map((at) => kindRows[at] as LabelledKind),
      seen.map((at) => bags[at] as string[]),
    )
    const rows = released.map((row) => ({ ...row, kind: estimateKind(row.facts, kindModel) }))
    const learned = rows.filter((row) => row.repository !== repository)
    const judged = rows.filter((row) => row.repository === repository)
    const trained = trainSignificance(learned)
    const titles = trainPlain(
      learned.map(({ facts }) => titleBag(facts)),
      learned.map((row) => row.repository),
      { labels: learned.map(({ notable }) => (notable ? 1 : 0)), classes: 2 },
    )
    yield {
      repository,
      truths: judged.map(({ notable }) => notable),
      releases: judged.map(({ release }) => release),
      scores: {
        Assay: judged.map(({ facts, kind }) => estimateSignificance(facts, kind, trained).score / 100),
        'kind rank + log(lines)/10': judged.map(({ facts, kind }) => (rank[kind.label] ?? 0) + sizeOf(facts) / 10),
        'title words + logistic regression': judged.map(({ facts }) => {
          const [no = 0, yes = 0] = titles(titleBag(facts))
          return 1 / (1 + Math.exp(no - yes))
        }),
        'lines changed': judged.map(({ facts }) => sizeOf(facts)),
      },
    }
  }
}

const rank: Readonly<Record<string, number>> = {
  feature: 5,
  security: 5,
  perf: 4,
  fix: 2,
  refactor: 2,
  docs: 1,
  test: 1,
  chore: 1,
  deps: 0,
}
const sizeOf = ({ additions, deletions }: LabelledKind['facts']) => Math.log1p((additions ?? 0) + (deletions ?? 0))
const best = (values: readonly number[]) => values.indexOf(Math.max(...values))

const titleBag = ({ title }: LabelledKind['facts']) => [...new Set(wordsOf(title))]
const wordBag = ({ title, body, files }: LabelledKind['facts']) => [
  ...new Set([
    ...wordsOf(title),
    ...wordsOf(body ?? ''),
    ...(files ?? []).flatMap(({ path }) =>
      path
        .toLowerCase()
        .split(/[^a-z]+/)
        .map((part) => `/${part}`),
    ),
  ]),
]

/** The baseline: words weighed by rarity, rows of length 1, logistic regression. */
const trainPlain = (
  bags: readonly (readonly string[])[],
  groups: readonly string[],
  { labels, classes }: { labels: readonly number[]; classes: number },
) => {
  const vocabulary = selectVocabulary(bags, groups, { minRows: 5, minGroups: 1 })
  const seenIn = new Float64Array(vocabulary.names.length)
  for (const bag of bags) for (const [column] of entriesOf(bag, vocabulary)) seenIn[column] = (seenIn[column] ?? 0) + 1
  const entries = (bag: readonly string[]) => {
    const weighed = entriesOf(bag, vocabulary).map(
      ([column]) => [column, Math.log(bags.length / (seenIn[column] ?? 1))] as const,
    )
    const length = Math.hypot(...weighed.map(([, value]) => value)) || 1
    return weighed.map(([column, value]) => [column, value / length] as const)
  }
  const model = fitSoftmax(
    packRows(bags.map(entries), vocabulary.names.length),
    labels,
    new Float64Array(bags.length).fill(1),
    {
      classes,
      l2: 5e-5,
      iterations: 60,
    },
  )
  return (bag: readonly string[]) => linearScores(model, entries(bag))
}

/** Macro-F1 of one repository's outcome. */
export const kindScore = ({ truths, predicted }: KindOutcome, method: string): number =>
  macroF1(predicted[method] ?? [], truths, learnedKinds.length)

export const rankingScores = ({ truths, releases, scores }: RankingOutcome, method: string) => {
  const own = scores[method] ?? []
  return {
    rocAuc: rocAuc(own, truths),
    averagePrecision: averagePrecision(own, truths),
    recallAtTenth: recallAtTenth(own, truths, releases),
    calibrationError: calibrationError(own, truths),
  }
}
