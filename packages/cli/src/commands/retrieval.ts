import {
  createChunker,
  createPassageRanker,
  createRanker,
  type Evaluation,
  evaluateRanker,
  type Interval,
  type RankerName,
  rankerNames,
  type SearchDocument,
} from '@assay/retrieval'
import { type Command, Option } from 'commander'
import { say } from '../terminal.ts'
import { readTestCollection, type TestCollectionFiles } from '../test-collection.ts'

const strategies = ['whole', 'tokens', 'sentence', 'markdown'] as const

type Options = TestCollectionFiles & {
  readonly strategy: (typeof strategies)[number]
  readonly ranker: RankerName
  readonly json?: boolean
}

/** `assay retrieval …`: how well documents are found, without a server or a database. */
export const addRetrievalCommand = (program: Command): void => {
  const retrieval = program.command('retrieval').description('Judge how well documents are found')
  retrieval
    .command('evaluate')
    .description('Index documents, ask queries, and judge the results by what is known to be relevant')
    .requiredOption('--docs <file>', 'documents, one {id, title, text} to a line')
    .requiredOption('--queries <file>', 'queries, one {id, text} to a line')
    .requiredOption('--qrels <file>', 'what is relevant: query id, document id and grade, with tabs between them')
    .addOption(
      new Option(
        '--strategy <name>',
        'index whole documents, or passages of them that a chunker cuts and that stand for theirs',
      )
        .choices(strategies)
        .default('whole'),
    )
    .addOption(new Option('--ranker <name>', 'what puts them in order').choices(rankerNames).default('fused'))
    .option('--json', 'print the figures as one JSON object on standard output, and nothing else there')
    .addHelpText('after', help)
    .action(evaluate)
}

const help = `
A name that ends in .gz is unpacked. A document is relevant where its grade is above 0; queries without a relevant
document are left out. Figures are means over queries with 95 % intervals by bootstrap; latency is the time of one query.

  assay retrieval evaluate --docs docs.jsonl.gz --queries queries.jsonl --qrels qrels.tsv --ranker fused --json

{"ndcg@10": {"mean", "low", "high"}, "map": …, "recall@100": …, "latencyMs": {"p50", "p99"}}`

const evaluate = async (options: Options): Promise<void> => {
  const { documents, queries, judgments } = await readTestCollection(options)
  say(`indexing ${documents.length} documents`)
  const ranker = await rankerFor(documents, options)
  say(`asking ${queries.length} queries`)
  const evaluation = evaluateRanker(ranker, queries, judgments)
  process.stdout.write(options.json ? `${JSON.stringify(toJson(evaluation))}\n` : toTable(evaluation, options))
}

const rankerFor = async (documents: readonly SearchDocument[], { strategy, ranker }: Options) => {
  if (strategy === 'whole') return createRanker(documents, { ranker })
  const { chunk } = createChunker({ kind: strategy, maxTokens: 256, overlapTokens: 32 })
  const cut = async (text: string) => (await chunk(text)).map((passage) => passage.text)
  return createPassageRanker(documents, cut, { ranker })
}

const toJson = ({ metrics, latencyMs }: Evaluation) => ({
  'ndcg@10': metrics.ndcg10,
  map: metrics.map,
  'recall@100': metrics.recall100,
  latencyMs: { p50: latencyMs.p50, p99: latencyMs.p99 },
})

const toTable = ({ queries, metrics, latencyMs }: Evaluation, { strategy, ranker }: Options): string => {
  const row = (name: string, { mean, low, high }: Interval) =>
    `${name.padEnd(12)}${mean.toFixed(3)}   ${low.toFixed(3)} to ${high.toFixed(3)}\n`
  return [
    `${ranker}, ${strategy}, ${queries} queries\n`,
    row('nDCG@10', metrics.ndcg10),
    row('MAP', metrics.map),
    row('Recall@100', metrics.recall100),
    `${'latency'.padEnd(12)}${latencyMs.p50.toFixed(1)} ms (median), ${latencyMs.p99.toFixed(1)} ms (99 in 100)\n`,
  ].join('')
}
