import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { quantile } from '../quantile.ts'
import { recordResults } from '../record-results.ts'
import { buildHistory } from './build-history.ts'
import { measure } from './measure.ts'

const HELP = `npm run bench -- collect [--quick] [--rounds N] [CLONE …]

The git source against plain git: "assay sources dump" of a clone and "git log --first-parent --numstat" of the same
clone, one after the other in every round, whole processes. Beside the given clones a made history of 10,000 pull
requests is read.
`
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: 'boolean' }, rounds: { type: 'string' }, help: { type: 'boolean' } },
})
if (values.help) {
  process.stdout.write(HELP)
  process.exit(0)
}
const rounds = Number(values.rounds ?? (values.quick ? 1 : 5))
const assay = join(import.meta.dirname, '../../scripts/assay.mjs')
const folder = await mkdtemp(join(tmpdir(), 'assay-bench-collect-'))

type Round = { git: number; dump: number; again: number; megabytes: number; rows: number }

async function round(clone: string): Promise<Round> {
  const output = join(folder, 'prs.jsonl')
  const dump = (...more: string[]) => measure(assay, ['sources', 'dump', clone, '--output', output, '--json', ...more])
  const git = await measure('git', ['-C', clone, 'log', '--first-parent', '--numstat'])
  const whole = await dump()
  const { head, written } = JSON.parse(whole.output) as { head: string; written: number }
  const again = await dump('--after', head)
  return { git: git.seconds, dump: whole.seconds, again: again.seconds, megabytes: whole.megabytes, rows: written }
}

try {
  const made = join(folder, 'made')
  await buildHistory(made, values.quick ? 1_000 : 10_000)
  const lines: string[] = []
  for (const clone of [...positionals, made]) {
    const results: Round[] = []
    for (let at = 0; at < rounds; at += 1) results.push(await round(clone))
    const of = (figure: (result: Round) => number) => quantile(results.map(figure), 0.5)
    const name = clone === made ? 'made history' : basename(clone.replace(/\/(?:repo|\.git)\/?$/, ''))
    lines.push(
      `| ${[
        name,
        results[0]?.rows.toLocaleString('en'),
        of(({ git }) => git).toFixed(2),
        of(({ dump }) => dump).toFixed(2),
        of(({ git, dump }) => dump / git).toFixed(2),
        of(({ again }) => again).toFixed(2),
        of(({ megabytes }) => megabytes).toFixed(0),
      ].join(' | ')} |`,
    )
    process.stderr.write(`${lines.at(-1)}\n`)
  }
  const text = `| clone | rows | git log s | assay dump s | ratio | nothing new s | RSS MB |
|---|---:|---:|---:|---:|---:|---:|
${lines.join('\n')}

${rounds} round(s), medians; the ratio is the median of each round's own. Whole processes, start of Node included; RSS is the
largest that the process of the dump had, git's own aside.`
  process.stdout.write(`${text}\n`)
  if (!values.quick) recordResults('collect', text)
} finally {
  await rm(folder, { recursive: true, force: true })
}
