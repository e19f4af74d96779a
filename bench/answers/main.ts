import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import {
  type AnswerPassage,
  answerExtractively,
  createChunker,
  createPassageSearch,
  type ExtractiveAnswer,
  type Passage,
} from '@assay/retrieval'
import { quantile } from '../quantile.ts'
import { recordResults } from '../record-results.ts'
import { type MadeQuestion, type MadeSource, makeCorpus } from './made-corpus.ts'

const HELP = `npm run bench -- answers [--quick] [--json FILE]

Answers that quote sentences, on made corpora where the one right sentence is known: whether it is quoted, whether every
citation resolves, and whether questions that nothing answers are refused.
`
const { values } = parseArgs({
  options: { quick: { type: 'boolean' }, json: { type: 'string' }, help: { type: 'boolean' } },
})
if (values.help) {
  process.stdout.write(HELP)
  process.exit(0)
}

const SEEDS = values.quick ? [1] : [1, 2, 3, 4, 5]
const DOCUMENTS = 144
/** As many as the gateway reads for an answer. */
const READ = 12

const chunker = createChunker({ kind: 'markdown', maxTokens: 256, overlapTokens: 32 })
const passagesOf = async ({ id, title, text }: MadeSource): Promise<Passage[]> =>
  (await chunker.chunk(text)).map((chunk) => ({
    id: `${id}#${chunk.index}`,
    sourceId: id,
    source: 'document',
    title,
    headings: chunk.path,
    text: chunk.text,
    start: chunk.start,
    facets: { repositoryId: null, author: null, kind: null, language: null, at: 0 },
  }))

type Outcome = MadeQuestion & { readonly given: ExtractiveAnswer; readonly resolves: boolean; readonly ms: number }

async function askAll(seed: number): Promise<{ outcomes: Outcome[]; passages: number }> {
  const { sources, questions } = makeCorpus(seed, DOCUMENTS)
  const passages = (await Promise.all(sources.map(passagesOf))).flat()
  const { search } = createPassageSearch(passages)
  const passageOf = new Map(passages.map((passage) => [passage.id, passage]))
  const textOf = new Map(sources.map(({ id, text }) => [id, text]))
  const outcomes = questions.map((one): Outcome => {
    const asked = performance.now()
    const { results, frequencies } = search({ query: one.question, limit: READ })
    const read = results.flatMap(({ passage: { id }, score }): AnswerPassage[] => {
      const passage = passageOf.get(id)
      return passage ? [{ ...passage, score }] : []
    })
    const documentsWith = (term: string) => frequencies[term] ?? 0
    const given = answerExtractively(one.question, read, { statistics: { documents: passages.length, documentsWith } })
    const ms = performance.now() - asked
    const quoted = given.status === 'answered' ? given.sentences : []
    const resolves = quoted.every(
      ({ text, citation }) => textOf.get(citation.sourceId)?.slice(citation.start, citation.end) === text,
    )
    return { ...one, given, resolves, ms }
  })
  return { outcomes, passages: passages.length }
}

const isRight = ({ answer, given }: Outcome, most: number): boolean =>
  given.status === 'answered' &&
  given.sentences
    .slice(0, most)
    .some(({ text, citation }) => citation.sourceId === answer?.sourceId && text.includes(answer.sentence))

const runs = []
for (const seed of SEEDS) runs.push(await askAll(seed))
const all = runs.flatMap(({ outcomes }) => outcomes)
const asked = (about: MadeQuestion['about']) => all.filter((one) => one.about === about)
const answerable = asked('told')
const share = (some: readonly Outcome[], holds: (outcome: Outcome) => boolean) =>
  some.filter(holds).length / some.length
const isRefused = ({ given }: Outcome) => given.status === 'refused'
const refusals = (about: MadeQuestion['about']) => [asked(about), share(asked(about), isRefused)] as const

const figures = {
  'the right sentence is quoted first': [answerable, share(answerable, (one) => isRight(one, 1))],
  'the right sentence is quoted': [answerable, share(answerable, (one) => isRight(one, 5))],
  'refused though there is an answer': [answerable, share(answerable, isRefused)],
  'every citation resolves to the letter': [all, share(all, ({ resolves }) => resolves)],
  'refused: the service does not exist': refusals('unknown service'),
  'refused: nothing tells that of any service': refusals('never told'),
  'refused: that is told of other services only': refusals('told of others'),
} as const
const times = all.map(({ ms }) => ms)
const rows = Object.entries(figures).map(
  ([what, [some, value]]) => `| ${what} | ${some.length.toLocaleString('en')} | ${(100 * value).toFixed(1)} % |`,
)
const text = `| figure | questions | share |
|---|---:|---:|
${rows.join('\n')}

${SEEDS.length} made corpora of ${DOCUMENTS} documents (${runs[0]?.passages} passages) about made-up services; questions use other forms of the words than the
sentence that answers. Without a language model. A question takes ${quantile(times, 0.5).toFixed(1)} ms (median), ${quantile(times, 0.99).toFixed(1)} ms (99 in 100), search included. No synonyms,
no answers of several sentences: real questions are harder.`
process.stdout.write(`${text}\n`)
if (values.json)
  await writeFile(
    values.json,
    JSON.stringify(Object.fromEntries(Object.entries(figures).map(([what, [, value]]) => [what, value]))),
  )
if (!values.quick) recordResults('answers', text)
