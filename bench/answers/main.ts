import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import {
  type AnswerPassage,
  answerExtractively,
  createChunker,
  createPassageSearch,
  type ExtractiveAnswer,
  type Passage,
  passagesToRead,
} from '@assay/retrieval'
import { quantile } from '../quantile.ts'
import { recordResults } from '../record-results.ts'
import { type MadeQuestion, type MadeSource, makeCorpus, type Shape } from './made-corpus.ts'

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
const SERVICES = 144
const SHAPES = {
  'amber-anvil, a page each': { names: 'compound', services: 1 },
  'Amberanvil, a page each': { names: 'capitalised', services: 1 },
  'amber-anvil, four on a page': { names: 'compound', services: 4 },
  'Amberanvil, four on a page': { names: 'capitalised', services: 4 },
} as const satisfies Record<string, Shape>
/** Sources, as many as the gateway reads for an answer. */
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

async function askAll(seed: number, shape: Shape): Promise<Outcome[]> {
  const { sources, questions } = makeCorpus(seed, SERVICES, shape)
  const passages = (await Promise.all(sources.map(passagesOf))).flat()
  const { search } = createPassageSearch(passages)
  const passageOf = new Map(passages.map((passage) => [passage.id, passage]))
  const textOf = new Map(sources.map(({ id, text }) => [id, text]))
  return questions.map((one): Outcome => {
    const asked = performance.now()
    const { results, frequencies } = search({ query: one.question, limit: READ })
    const read = passagesToRead(results).flatMap(({ id, score }): AnswerPassage[] => {
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
}

const isRight = ({ answer, given }: Outcome, most: number): boolean =>
  given.status === 'answered' &&
  given.sentences
    .slice(0, most)
    .some(({ text, citation }) => citation.sourceId === answer?.sourceId && text.includes(answer.sentence))

const isRefused = ({ given }: Outcome) => given.status === 'refused'

type Figure = { readonly about?: MadeQuestion['about']; readonly holds: (outcome: Outcome) => boolean }
const FIGURES: Readonly<Record<string, Figure>> = {
  'the right sentence is quoted first': { about: 'told', holds: (one) => isRight(one, 1) },
  'the right sentence is quoted': { about: 'told', holds: (one) => isRight(one, 5) },
  'refused though there is an answer': { about: 'told', holds: isRefused },
  'every citation resolves to the letter': { holds: ({ resolves }) => resolves },
  'refused: the service does not exist': { about: 'unknown service', holds: isRefused },
  'refused: nothing tells that of any service': { about: 'never told', holds: isRefused },
  'refused: that is told of other services only': { about: 'told of others', holds: isRefused },
}

const shareOf = (outcomes: readonly Outcome[], { about, holds }: Figure) => {
  const some = outcomes.filter((one) => about === undefined || one.about === about)
  return { questions: some.length, share: some.filter(holds).length / some.length }
}

const byShape = new Map<string, Outcome[]>()
for (const [name, shape] of Object.entries(SHAPES)) {
  const outcomes: Outcome[] = []
  for (const seed of SEEDS) outcomes.push(...(await askAll(seed, shape)))
  byShape.set(name, outcomes)
}
const measured = Object.entries(FIGURES).map(([what, figure]) => ({
  what,
  shares: [...byShape.values()].map((outcomes) => shareOf(outcomes, figure)),
}))
const times = [...byShape.values()].flat().map(({ ms }) => ms)
const rows = measured.map(
  ({ what, shares }) =>
    `| ${what} | ${shares[0]?.questions.toLocaleString('en')} | ${shares.map(({ share }) => `${(100 * share).toFixed(1)} %`).join(' | ')} |`,
)
const text = `| figure | questions each | ${[...byShape.keys()].join(' | ')} |
|---|---:|${'---:|'.repeat(byShape.size)}
${rows.join('\n')}

${SEEDS.length} made corpora of each shape, about ${SERVICES} made-up services that are named like the head of the column; questions use
other forms of the words than the sentence that answers. Without a language model. A question takes ${quantile(times, 0.5).toFixed(1)} ms (median),
${quantile(times, 0.99).toFixed(1)} ms (99 in 100), search included. No synonyms, no answers of several sentences: real questions are harder.`
process.stdout.write(`${text}\n`)
if (values.json) {
  const found = measured.map(({ what, shares }) => [what, shares.map(({ share }) => share)])
  await writeFile(values.json, JSON.stringify(Object.fromEntries(found)))
}
if (!values.quick) recordResults('answers', text)
