import { parseArgs } from 'node:util'
import {
  buildIndex,
  comparePaired,
  createIndexRanker,
  type Evaluation,
  evaluateRanker,
  type Interval,
  rankerNames,
} from '@assay/retrieval'
import { recordResults } from '../record-results.ts'
import { deriveCollections } from './derive-collections.ts'
import { judgeStored } from './judge-stored.ts'
import { type Collection, readCollections } from './read-collections.ts'
import { measureTraining } from './train-time.ts'

const HELP = `npm run bench -- retrieval --data FOLDER [--quick]

How well documents are found by each ranker, and by the search of large workspaces (stored). Every folder in FOLDER has docs.jsonl.gz {id, title, text}, queries.jsonl
{id, text} and qrels.tsv (query, document, grade). Intervals are 95 %, by bootstrap over queries; p is Fisher's
randomisation test against BM25. Collections that are derived from them are judged too, and training is timed on a
synthetic corpus; with --quick neither, and nothing is recorded.
`
const { values } = parseArgs({
  options: { data: { type: 'string' }, quick: { type: 'boolean' }, help: { type: 'boolean' } },
})
if (values.help || values.data === undefined) {
  process.stdout.write(HELP)
  process.exit(values.help ? 0 : 2)
}

// First, so that the peak of memory is its own.
const training = values.quick ? '' : measureTraining()

const withInterval = ({ mean, low, high }: Interval) => `${mean.toFixed(3)} (${low.toFixed(3)}–${high.toFixed(3)})`
const gain = (own: Interval, base: Interval) =>
  `${own.mean >= base.mean ? '+' : '−'}${Math.abs(100 * (own.mean / base.mean - 1)).toFixed(1)} %`
const ndcgOf = ({ outcomes }: Evaluation) => outcomes.map(({ ndcg10 }) => ndcg10)

const judge = ({ documents, queries, judgments }: Collection) => {
  const index = buildIndex(documents)
  return rankerNames.map((name) => {
    const started = performance.now()
    const ranker = createIndexRanker(index, { ranker: name })
    const preparedMs = performance.now() - started
    return {
      name,
      preparedMs,
      evaluation: evaluateRanker(ranker, queries, judgments),
      measured: ranker.describe().measured,
    }
  })
}

const tableOf = async (collection: Collection): Promise<string> => {
  const judged = judge(collection)
  const base = judged[0]?.evaluation
  if (!base) return ''
  const rowOf = (name: string, evaluation: Evaluation, times: string) => {
    const pValue = name === 'bm25' ? '–' : comparePaired(ndcgOf(evaluation), ndcgOf(base)).pValue.toFixed(3)
    const figures = (['ndcg10', 'map', 'recall100'] as const).map((metric) => withInterval(evaluation.metrics[metric]))
    return `| ${name} | ${figures.join(' | ')} | ${pValue} | ${times} |`
  }
  const rows = judged.map(({ name, preparedMs, evaluation }) => {
    const { p50, p99 } = evaluation.latencyMs
    return rowOf(name, evaluation, `${(preparedMs / 1000).toFixed(1)} | ${p50.toFixed(1)} / ${p99.toFixed(1)}`)
  })
  // How long it takes depends on the database: search-scale tells.
  rows.push(rowOf('stored', await judgeStored(collection), '– | –'))
  const measured = Object.entries(judged.at(-1)?.measured ?? {}).map(
    ([name, value]) => `${name} ${Number(value.toFixed(3))}`,
  )
  return `### ${collection.name}: ${collection.documents.length.toLocaleString('en')} documents, ${base.queries} queries

| ranker | nDCG@10 | MAP | Recall@100 | p of nDCG@10 against bm25 | prepared in s | ms a query, median / 99 in 100 |
|---|---:|---:|---:|---:|---:|---:|
${rows.join('\n')}

Measured on the documents by fused: ${measured.join(', ')}.
`
}

const derivedRow = (collection: Collection): string => {
  const [base, ...others] = judge(collection)
  const own = others.at(-1)
  if (!base || !own) return ''
  const { metrics } = own.evaluation
  const figures = (['ndcg10', 'map', 'recall100'] as const).map(
    (metric) => `${metrics[metric].mean.toFixed(3)} (${gain(metrics[metric], base.evaluation.metrics[metric])})`,
  )
  return `| ${collection.name} | ${figures.join(' | ')} | ${own.measured.meaningShare?.toFixed(2)} |`
}

const collections = readCollections(values.data)
const tables: string[] = []
for (const collection of collections) tables.push(await tableOf(collection))
const derived = values.quick ? [] : collections.flatMap(deriveCollections).map(derivedRow)
const text = [
  ...tables,
  ...(derived.length === 0
    ? []
    : [
        `### Where texts are poorer: fused, and its gain over bm25\n\n| collection | nDCG@10 | MAP | Recall@100 | share of meaning |\n|---|---:|---:|---:|---:|\n${derived.join('\n')}\n`,
        `### Training\n\n${training}\n`,
      ]),
].join('\n')
process.stdout.write(text)
if (!values.quick) recordResults('retrieval', text)
