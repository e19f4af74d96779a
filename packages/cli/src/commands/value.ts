import { exampleContext, extractFromLine, loadModels, type TotalValue } from '@assay/value'
import type { Command } from 'commander'
import { openJsonLinesFile, readJsonLines } from '../json-lines.ts'
import { type Parsed, parsePullRequestLine, parseTextLine } from '../pull-request-line.ts'
import { scoreEach, scoreTogether, withoutHash } from '../score-lines.ts'
import type { Surroundings } from '../surroundings.ts'
import { say, showProgress } from '../terminal.ts'
import { readContextFile } from '../value-context-file.ts'

type Files = { input: string; output: string }

/** Some lines could not be read; the others were. */
const EXIT_BAD_LINES = 3

const FAULTS_SHOWN = 20

/** `assay value …`: what pull requests were worth, without a server or a database. */
export const addValueCommand = (program: Command, surroundings: Surroundings): void => {
  const value = program.command('value').description('Assess pull requests without a server or a database')
  value
    .command('score')
    .description('Kind, significance, effort and claims of every pull request of a JSON Lines file')
    .requiredOption('-i, --input <file>', 'pull requests, one to a line; - is standard input')
    .requiredOption('-o, --output <file>', 'where the assessments go, in the same order; - is standard output')
    .option('-c, --context <file>', 'prices and who it concerns, as JSON; with it, what is claimed is valued in money')
    .addHelpText('after', scoreHelp)
    .action((options: Files & { context?: string }) => score(options, surroundings))
  value
    .command('claims')
    .description('The quantified changes that single texts state')
    .requiredOption('-i, --input <file>', 'texts, one {id, text} to a line; - is standard input')
    .requiredOption('-o, --output <file>', 'where the claims go, in the same order; - is standard output')
    .addHelpText('after', claimsHelp)
    .action((files: Files) => claims(files, surroundings))
  value
    .command('context')
    .description('Print a value context to begin with; every figure in it is to be replaced by your own')
    .action(() => void process.stdout.write(`${JSON.stringify(exampleContext, null, 2)}\n`))
}

const scoreHelp = `
A line has an id and a title; every other field may be missing or null:
  {id, repo, title, body, author, additions, deletions, files: [path or {path, additions, deletions}], type_prefix,
   labels, merged_at, patch_id}
The lines of "assay sources dump" will do as they are. Lines that cannot be read are named, left out, and end the
command with exit code 3.

  assay sources dump . --output prs.jsonl && assay value score --input prs.jsonl --output scored.jsonl`

const claimsHelp = `
Each claim has its exact place: text.slice(start, end). Only those with modality "done" say that something was achieved;
"regression" counts against, and plans, conditions, denials and other people's claims are told apart.`

const score = async ({ context, ...files }: Files & { context?: string }, { signal }: Surroundings): Promise<void> => {
  const declared = context === undefined ? null : await readContextFile(context)
  const models = await loadModels()
  const totals: TotalValue[] = []
  await convert(files, signal, parsePullRequestLine, (lines) =>
    declared ? scoreTogether(lines, models, declared, (total) => void totals.push(total)) : scoreEach(lines, models),
  )
  for (const total of totals) say(describeTotal(total))
}

const describeTotal = ({
  valued,
  of,
  currency,
  oneTime,
  recurring,
  duplicates,
  contextVersion,
}: TotalValue): string => {
  const range = ({ p10, p50, p90 }: { p10: number; p50: number; p90: number }) =>
    `${currency} ${[p50, p10, p90].map((amount) => amount.toLocaleString('en')).join(' (')}`.replace(
      / \(([^(]*)$/,
      ' to $1)',
    )
  return [
    `${valued} of ${of} have a value in money under context ${contextVersion}; the others are unknown, not 0`,
    oneTime && `  once: ${range(oneTime)}`,
    recurring && `  a year: ${range(recurring)}`,
    recurring && `  present value of that: ${range(recurring.presentValue)}`,
    duplicates.length > 0 && `  ${duplicates.length} effects told more than once were counted once`,
  ]
    .filter(Boolean)
    .join('\n')
}

const claims = (files: Files, { signal }: Surroundings): Promise<void> =>
  convert(files, signal, parseTextLine, async function* (lines) {
    for await (const { id, text } of lines) yield { id, claims: extractFromLine(text).map(withoutHash) }
  })

const convert = async <T>(
  { input, output }: Files,
  signal: AbortSignal,
  parse: (line: unknown) => Parsed<T>,
  toResults: (lines: AsyncIterable<T>) => AsyncIterable<object>,
): Promise<void> => {
  const file = await openJsonLinesFile(output)
  const progress = showProgress('assessing')
  const faults: string[] = []
  let [read, written] = [0, 0]
  async function* goodLines() {
    for await (const line of readJsonLines(input)) {
      signal.throwIfAborted()
      const parsed = 'fault' in line ? line : parse(line.value)
      if ('fault' in parsed) faults.push(`line ${line.number}: ${parsed.fault}`)
      else yield parsed.value
      read += 1
      progress.update(read, null)
    }
  }
  try {
    for await (const result of toResults(goodLines())) {
      await file.write(result)
      written += 1
    }
    await file.finish()
  } finally {
    progress.end()
    await file.discard()
  }
  say(`${written} lines → ${output}`)
  if (faults.length === 0) return
  for (const fault of faults.slice(0, FAULTS_SHOWN)) say(`  left out: ${fault}`)
  if (faults.length > FAULTS_SHOWN) say(`  … and ${faults.length - FAULTS_SHOWN} more`)
  process.exitCode = EXIT_BAD_LINES
}
