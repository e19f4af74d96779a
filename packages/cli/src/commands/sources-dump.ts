import { homedir } from 'node:os'
import { join } from 'node:path'
import type { Gap, PullRequestSource, SourcePullRequest } from '@assay/sources'
import { openGitSource } from '@assay/sources'
import type { Command } from 'commander'
import { type DumpFile, openDumpFile } from '../dump-file.ts'
import type { Surroundings } from '../surroundings.ts'
import { say, showProgress } from '../terminal.ts'

type DumpOptions = { output: string; after?: string; clones: string; json?: boolean; strict?: boolean }

/** The summary that ends a dump, on standard output with `--json`. */
type DumpSummary = {
  source: string
  head: string
  units: 'pull-requests' | 'commits'
  written: number
  expected: number | null
  completeness: 'complete' | 'partial'
  gaps: readonly Gap[]
  seconds: number
}

const GAPS_SHOWN = 5

/** `assay sources …`: repositories read without a server or a database. */
export const addSourcesCommand = (program: Command, surroundings: Surroundings): void => {
  program
    .command('sources')
    .description('Read a repository without a server or a database')
    .command('dump')
    .description('Write the merged pull requests of a git repository as JSON Lines')
    .argument('<source>', 'a path, a git address (https, ssh, file) or owner/name on GitHub')
    .requiredOption(
      '-o, --output <file>',
      'where to write; an interrupted dump goes on where it stopped; - is standard output',
    )
    .option('--after <cursor>', 'only what is behind this commit: the head that an earlier dump printed')
    .option('--clones <folder>', 'where clones of remote repositories are kept', defaultClones(surroundings))
    .option('--json', 'print the summary as JSON on standard output')
    .option('--strict', 'exit with 1 when something is known to be missing')
    .addHelpText('after', help)
    .action((location: string, options: DumpOptions) => dump(location, options, surroundings))
}

const help = `
Each line is one pull request, oldest first:
  {number, kind, sha, title, body, author, mergedAt, additions, deletions, changedFiles, files, flags, …}
kind says how it was merged: squash, merge, bors, merge-queue, rebase; a repository without pull requests gives
its commits instead, with kind commit, number null and the flag change-unit.

  assay sources dump . --output prs.jsonl
  assay sources dump https://github.com/fastify/fastify --output prs.jsonl`

const defaultClones = ({ environment }: Surroundings) =>
  join(environment.XDG_CACHE_HOME || join(homedir(), '.cache'), 'assay', 'clones')

const OWNER_AND_NAME = /^[A-Za-z0-9][A-Za-z0-9-]{0,38}\/[A-Za-z0-9._-]{1,100}$/

async function dump(given: string, options: DumpOptions, { environment, signal }: Surroundings): Promise<void> {
  const startedAt = performance.now()
  const fetching = showProgress('fetching')
  const source = await openGitSource({
    location: OWNER_AND_NAME.test(given) ? `https://github.com/${given}.git` : given,
    cacheDirectory: options.clones,
    allowLocal: true,
    allowPrivate: true,
    token: environment.GITHUB_TOKEN,
    environment,
    signal,
    onProgress: ({ done, total }) => fetching.update(done, total),
  }).finally(fetching.end)
  const { origin, head } = source.describe()
  const file = await openDumpFile({ path: options.output, source: origin, after: options.after ?? null })
  try {
    const written = await writePages(source, file, signal)
    await file.finish()
    const { gaps } = written
    const completeness = gaps.length > 0 || written.expected !== written.rows ? 'partial' : 'complete'
    const seconds = Math.round(performance.now() - startedAt) / 1_000
    const { units, expected, rows } = written
    report({ source: origin, head, units, written: rows, expected, completeness, gaps, seconds }, options)
  } finally {
    await file.close()
    await source.close()
  }
}

async function writePages(source: PullRequestSource, file: DumpFile, signal: AbortSignal) {
  const { inRun: expected } = await source.expect(file.startedAfter)
  const reading = showProgress('reading')
  let { rows, gaps, units } = file.state()
  if (rows > 0) say(`Going on behind ${rows} that were written before.`)
  for await (const page of source.pullRequests({ after: file.state().cursor })) {
    signal.throwIfAborted()
    rows += page.pullRequests.length
    gaps = [...gaps, ...page.gaps]
    if (page.pullRequests.some(({ number }) => number === null)) units = 'commits'
    await file.append(page.pullRequests.map(toLine), { cursor: page.cursor, rows, gaps, units })
    reading.update(rows, expected)
  }
  reading.end()
  return { rows, gaps, units, expected }
}

const toLine = ({ number, how, author, coAuthors, commits, reviews, reviewCount: _, ...rest }: SourcePullRequest) => ({
  number,
  kind: how,
  ...rest,
  author: author.name,
  coAuthors: coAuthors.map(({ name }) => name),
  commits: commits.map(({ sha, title }) => ({ sha, title })),
  reviewers: reviews.map(({ reviewer }) => reviewer),
})

function report(summary: DumpSummary, { output, json, strict }: DumpOptions): void {
  const { written, units, completeness, gaps, seconds } = summary
  const what = units === 'commits' ? 'commits (no commit names a pull request)' : 'merged pull requests'
  say(`${completeness === 'complete' ? 'Complete' : 'PARTIAL'}: ${written} ${what} in ${seconds} s → ${output}`)
  for (const { number, sha, message } of gaps.slice(0, GAPS_SHOWN)) {
    say(`  missing: ${number === null ? (sha ?? 'all') : `#${number}`}: ${message}`)
  }
  if (gaps.length > GAPS_SHOWN) say(`  … and ${gaps.length - GAPS_SHOWN} more (--json lists them)`)
  if (json) process.stdout.write(`${JSON.stringify(summary)}\n`)
  if (strict && completeness === 'partial') process.exitCode = 1
}
