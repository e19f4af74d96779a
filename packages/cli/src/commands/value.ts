import { assessPullRequest, type Claim, extractFromLine, loadModels } from '@assay/value'
import type { Command } from 'commander'
import { openJsonLinesFile, readJsonLines } from '../json-lines.ts'
import { type Parsed, parsePullRequestLine, parseTextLine } from '../pull-request-line.ts'
import type { Surroundings } from '../surroundings.ts'
import { say, showProgress } from '../terminal.ts'

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
    .addHelpText('after', scoreHelp)
    .action((files: Files) => score(files, surroundings))
  value
    .command('claims')
    .description('The quantified changes that single texts state')
    .requiredOption('-i, --input <file>', 'texts, one {id, text} to a line; - is standard input')
    .requiredOption('-o, --output <file>', 'where the claims go, in the same order; - is standard output')
    .addHelpText('after', claimsHelp)
    .action((files: Files) => claims(files, surroundings))
}

const scoreHelp = `
A line has an id and a title; every other field may be missing or null:
  {id, repo, title, body, author, additions, deletions, files: [path or {path, additions, deletions}], type_prefix,
   labels, merged_at}
The lines of "assay sources dump" will do as they are. Lines that cannot be read are named, left out, and end the
command with exit code 3.

  assay sources dump . --output prs.jsonl && assay value score --input prs.jsonl --output scored.jsonl`

const claimsHelp = `
Each claim has its exact place: text.slice(start, end). Only those with modality "done" say that something was achieved;
"regression" counts against, and plans, conditions, denials and other people's claims are told apart.`

const score = async (files: Files, { signal }: Surroundings): Promise<void> => {
  const models = await loadModels()
  await convert(files, signal, parsePullRequestLine, ({ id, facts }) => {
    const { kind, significance, effort, claims: found, method } = assessPullRequest(facts, models)
    return {
      id,
      kind: { label: kind.label, probability: rounded(kind.probability), by: kind.by, evidence: kind.evidence },
      significance: {
        score: rounded(significance.score),
        low: rounded(significance.low),
        high: rounded(significance.high),
        reasons: significance.reasons.map((reason) => ({ ...reason, contribution: rounded(reason.contribution) })),
      },
      effort,
      claims: found.map(withoutHash),
      value: { status: 'not-valued', because: [notValued(found)] },
      method,
    }
  })
}

/** Money needs a price for what was achieved, and no one has declared any. */
const notValued = (found: readonly Claim[]): string =>
  found.some(({ modality }) => modality === 'done')
    ? 'its claims stay in the units that they are stated in: no prices were declared'
    : 'nothing in its text states a measured effect'

const claims = (files: Files, { signal }: Surroundings): Promise<void> =>
  convert(files, signal, parseTextLine, ({ id, text }) => ({ id, claims: extractFromLine(text).map(withoutHash) }))

/** Four digits say all there is to say. */
const rounded = (value: number): number => Number(value.toPrecision(4))

/** The hash is for telling later whether a text was changed; here the text is at hand. */
const withoutHash = ({ hash: _hash, ...claim }: Claim) => claim

const convert = async <T>(
  { input, output }: Files,
  signal: AbortSignal,
  parse: (line: unknown) => Parsed<T>,
  toResult: (line: T) => object,
): Promise<void> => {
  const file = await openJsonLinesFile(output)
  const progress = showProgress('assessing')
  const faults: string[] = []
  let written = 0
  try {
    for await (const line of readJsonLines(input)) {
      signal.throwIfAborted()
      const parsed = 'fault' in line ? line : parse(line.value)
      if ('fault' in parsed) faults.push(`line ${line.number}: ${parsed.fault}`)
      else {
        await file.write(toResult(parsed.value))
        written += 1
      }
      progress.update(written, null)
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
