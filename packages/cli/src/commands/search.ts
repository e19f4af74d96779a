import { stripVTControlCharacters, styleText } from 'node:util'
import { answerSchema, searchPageSchema } from '@assay/contracts'
import type { Command } from 'commander'
import type { z } from 'zod'
import { connectGateway } from '../gateway.ts'
import type { Surroundings } from '../surroundings.ts'
import { say } from '../terminal.ts'

type Options = { author?: string; kind?: string; source?: string; limit: string; json?: boolean }
type Found = z.output<typeof searchPageSchema>['items'][number]
type Source = Found['source']

/** Characters of a passage that are shown around what was found. */
const SHOWN = 300

/** `assay search` and `assay ask`: finding what was done, and what is written of it. */
export const addSearchCommands = (program: Command, surroundings: Surroundings): void => {
  program
    .command('search')
    .description('Find passages of pull requests and documents')
    .argument('<words...>')
    .option('--author <name>', 'only work of this author')
    .option('--kind <kind>', 'only changes of this kind, such as fix')
    .option('--source <source>', 'only pull-request or document')
    .option('-n, --limit <number>', 'how many results', '10')
    .option('--json', 'print the answer of the gateway on standard output')
    .addHelpText('after', '\n  assay search retry with backoff --kind fix')
    .action((words: string[], options: Options) => search(words.join(' '), options, surroundings))
  program
    .command('ask')
    .description('Answer a question with sentences of the sources, or by counting')
    .argument('<question...>')
    .option('--json', 'print the answer of the gateway on standard output')
    .addHelpText(
      'after',
      '\n  assay ask how many pull requests did ada merge in march\n  assay ask when does the first retry come',
    )
    .action((words: string[], { json = false }: { json?: boolean }) => ask(words.join(' '), json, surroundings))
}

async function search(query: string, { limit, json = false, ...filter }: Options, surroundings: Surroundings) {
  const gateway = await connectGateway(surroundings)
  const page = await gateway.call(searchPageSchema, 'POST', '/search', { query, filter, limit: Number(limit) })
  if (json) {
    process.stdout.write(`${JSON.stringify(page)}\n`)
    return
  }
  for (const { written, read } of page.corrections) say(`“${written}” stands nowhere; searched for “${read}”`)
  if (page.items.length === 0) say(`Nothing found in ${page.passages} passages`)
  for (const found of page.items) process.stdout.write(`${describe(found)}\n\n`)
}

const describe = ({ title, source, passage, highlights, alike, further }: Found): string => {
  const first = Math.max(0, (highlights[0]?.start ?? passage.start) - passage.start - SHOWN / 4)
  const end = Math.min(passage.text.length, first + SHOWN)
  const marked = highlights
    .map((place) => ({ start: place.start - passage.start, end: place.end - passage.start }))
    .filter((place) => place.start >= first && place.end <= end)
    .reduceRight(
      (text, place) =>
        text.slice(0, place.start - first) +
        mark(text.slice(place.start - first, place.end - first)) +
        text.slice(place.end - first),
      plainKeepingPlaces(passage.text.slice(first, end)),
    )
  const more = [alike > 0 && `${alike} alike`, further > 0 && `${further} more of it`].filter(Boolean).join(', ')
  return `${nameOf(source)}  ${plain(title)}${more && `  (${more})`}\n  ${marked.replaceAll(/\s+/g, ' ')}`
}

/** What others wrote must not steer a terminal. */
const plain = (text: string): string => stripVTControlCharacters(text).replaceAll(/\p{Cc}+/gu, ' ')
/** The same, each sign in its place. */
const plainKeepingPlaces = (text: string): string => text.replaceAll(/\p{Cc}/gu, ' ')
const mark = (text: string): string => styleText('bold', text, { stream: process.stdout })

const nameOf = (source: Source): string =>
  source.kind === 'document'
    ? `${source.name} v${source.version}`
    : `${source.repository}${source.number === null ? `@${source.sha.slice(0, 10)}` : `#${source.number}`}`

async function ask(question: string, json: boolean, surroundings: Surroundings) {
  const gateway = await connectGateway(surroundings)
  const answer = await gateway.call(answerSchema, 'POST', '/ask', { question })
  if (json) process.stdout.write(`${JSON.stringify(answer)}\n`)
  else if (answer.status === 'counted') {
    const { total, groups, sql } = answer.counted
    process.stdout.write(`${total}\n${groups.map(({ key, count }) => `  ${key}  ${count}\n`).join('')}`)
    say(sql)
  } else if (answer.status === 'answered') {
    for (const { text, citations } of answer.sentences) {
      const places = citations.map(
        ({ source, title, page }) => `${nameOf(source)} ${plain(title)}${page ? `, page ${page}` : ''}`,
      )
      process.stdout.write(`${plain(text)}\n  — ${places.join('; ')}\n`)
    }
  } else {
    say(answer.because)
    process.exitCode = EXIT_NO_ANSWER
  }
}

/** Nothing that was collected answers the question. */
const EXIT_NO_ANSWER = 4
