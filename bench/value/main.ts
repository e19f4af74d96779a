import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { learnedKinds, macroF1 } from '@assay/value/training'
import { recordResults } from '../record-results.ts'
import { type Cluster, singly, withInterval, withIntervals } from './bootstrap.ts'
import { judgeClaims, lineF1, valueAccuracy } from './claim-quality.ts'
import { readDeclaredKinds, readKinds, readReleased } from './labelled-data.ts'
import {
  judgeKinds,
  judgeSignificance,
  type KindOutcome,
  kindScore,
  type RankingOutcome,
  rankingScores,
} from './leave-one-out.ts'
import { writeTables } from './methodology.ts'
import { train } from './train.ts'

const HELP = `npm run bench -- value --data FOLDER [--quick]
npm run bench -- value --train --data FOLDER [--output FOLDER]

How well kinds, significance and claims are told, against simple methods. FOLDER has B.type_labels.jsonl.gz,
C.importance.jsonl.gz and D.claims.jsonl.gz. Each repository in turn is left out of the training and judged; the
intervals are 95 %, by bootstrap over rows, and over whole releases where the ranking is judged. With --train the released models are made anew instead.
`
const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    output: { type: 'string' },
    train: { type: 'boolean' },
    quick: { type: 'boolean' },
    help: { type: 'boolean' },
  },
})
if (values.help || values.data === undefined) {
  process.stdout.write(HELP)
  process.exit(values.help ? 0 : 2)
}
const data = values.data
if (values.train) {
  await train(data, values.output ?? join(import.meta.dirname, '../../packages/value/artifacts'))
  process.exit(0)
}
const rounds = values.quick ? 20 : 200

const kindRows = await readKinds(data)
const declared = await readDeclaredKinds(data)
const kinds = [...judgeKinds(kindRows, declared)]
const rankings = [...judgeSignificance(await readReleased(data), [...kindRows, ...declared])]
const claims = await judgeClaims(data)

const mean = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length
const pickKinds = ({ truths, predicted, ...rest }: KindOutcome, rows: readonly number[]): KindOutcome => ({
  ...rest,
  truths: rows.map((row) => truths[row] ?? 0),
  predicted: Object.fromEntries(
    Object.entries(predicted).map(([method, said]) => [method, rows.map((row) => said[row] ?? 0)]),
  ),
})
const rowsOf = ({ truths }: KindOutcome) => singly(truths.length)
/** Whole releases are drawn: maintainers choose what to announce for each, and its top tenth is of all its rows. */
const releasesOf = ({ releases }: RankingOutcome): Cluster[] => [
  ...Map.groupBy(releases.keys(), (row) => releases[row]).values(),
]
const pickReleases = (outcome: RankingOutcome, drawn: readonly Cluster[]): RankingOutcome => {
  const rows = drawn.flat()
  return {
    repository: outcome.repository,
    truths: rows.map((row) => outcome.truths[row] ?? false),
    releases: drawn.flatMap((release, draw) => release.map(() => String(draw))),
    scores: Object.fromEntries(
      Object.entries(outcome.scores).map(([method, said]) => [method, rows.map((row) => said[row] ?? 0)]),
    ),
  }
}

const kindTable = ['Assay', 'words + logistic regression'].map((method) => {
  const perRepository = withInterval(
    kinds,
    rowsOf,
    (picks) => mean(picks.map(([outcome, rows]) => kindScore(pickKinds(outcome, rows.flat()), method))),
    rounds,
  )
  const pooled = withInterval(
    kinds,
    rowsOf,
    (picks) => {
      const picked = picks.map(([outcome, rows]) => pickKinds(outcome, rows.flat()))
      const said = picked.flatMap(({ predicted }) => [...(predicted[method] ?? [])])
      return macroF1(
        said,
        picked.flatMap(({ truths }) => [...truths]),
        learnedKinds.length,
      )
    },
    rounds,
  )
  return `| ${method} | ${pooled} | ${perRepository} |`
})

const measures = ['rocAuc', 'averagePrecision', 'recallAtTenth', 'calibrationError'] as const
const rankingFigures = Object.keys(rankings[0]?.scores ?? {}).map((method) => {
  const own = rankings.map(({ scores, ...rest }) => ({ ...rest, scores: { [method]: scores[method] ?? [] } }))
  const figures = withIntervals(
    own,
    releasesOf,
    (picks) => {
      const judged = picks.map(([outcome, drawn]) => rankingScores(pickReleases(outcome, drawn), method))
      return measures.map((measure) => mean(judged.map((scores) => scores[measure])))
    },
    rounds,
  )
  const isCalibrated = method === 'Assay' || method.startsWith('title')
  return [method, ...figures.map((figure, at) => (measures[at] === 'calibrationError' && !isCalibrated ? '–' : figure))]
})
const rankingTable = rankingFigures.map((cells) => `| ${cells.join(' | ')} |`)
const BASELINE = 'kind rank + log(lines)/10'
const signed = (number: number) => `${number < 0 ? '−' : '+'}${Math.abs(number).toFixed(3)}`
const ownRanking = rankings.map((outcome) => {
  const own = rankingScores(outcome, 'Assay')
  const baseline = rankingScores(outcome, BASELINE)
  const cells = measures.map((measure) =>
    measure === 'calibrationError'
      ? own[measure].toFixed(3)
      : `${own[measure].toFixed(3)} (${signed(own[measure] - baseline[measure])})`,
  )
  return `| ${outcome.repository} | ${outcome.truths.length.toLocaleString('en')} | ${cells.join(' | ')} |`
})
const ownKinds = kinds.map(
  (outcome) =>
    `| ${outcome.repository} | ${outcome.truths.length.toLocaleString('en')} | ${kindScore(outcome, 'Assay').toFixed(3)} | ${kindScore(outcome, 'words + logistic regression').toFixed(3)} |`,
)
const lines = (statistic: (rows: typeof claims) => number) =>
  withInterval(
    [claims],
    (rows) => singly(rows.length),
    ([pick]) => statistic((pick?.[1] ?? []).flat().flatMap((row) => claims[row] ?? [])),
    rounds,
  )

const text = `### Kind without its prefix, 8 classes, every repository judged by a model that has not seen it

| method | macro-F1, all rows together | macro-F1, mean over repositories |
|---|---:|---:|
${kindTable.join('\n')}

| repository | rows | Assay | words + logistic regression |
|---|---:|---:|---:|
${ownKinds.join('\n')}

### Significance: what maintainers announced, means over repositories

| method | ROC-AUC | average precision | recall in a release's top 10 % | calibration error |
|---|---:|---:|---:|---:|
${rankingTable.join('\n')}

| repository (in brackets: gained over ${BASELINE}) | rows | ROC-AUC | average precision | recall in a release's top 10 % | calibration error |
|---|---:|---:|---:|---:|---:|
${ownRanking.join('\n')}

### Claims: ${claims.length} lines that people marked

| method | F1 over lines | value and unit right, of the spans found |
|---|---:|---:|
| Assay | ${lines((rows) => lineF1(rows, ({ found }) => found))} | ${lines(valueAccuracy)} |
| wide pattern | ${lines((rows) => lineF1(rows, ({ foundByPattern }) => foundByPattern))} | – |

The rules for claims were written with these lines in view, so their figures are of how well they fit, not of how well
they will do elsewhere.
`
process.stdout.write(text)
if (!values.quick) {
  recordResults('value', text)
  writeTables({
    kind: `| judged on repositories left out of the training, prefixes removed | macro-F1, all rows | mean over repositories |
|---|---:|---:|
${kindTable.join('\n')}`,
    significance: `| means over ${rankings.length} repositories left out in turn | ROC-AUC | average precision | recall in a release's top 10 % | calibration error |
|---|---:|---:|---:|---:|
${rankingTable.join('\n')}`,
    'significance by repository': `| repository (in brackets: gained over ${BASELINE}) | pull requests | ROC-AUC | average precision | recall in a release's top 10 % | calibration error |
|---|---:|---:|---:|---:|---:|
${ownRanking.join('\n')}`,
  })
}
