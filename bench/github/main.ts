import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { createMemoryRateBudget, openGitHubSource } from '@assay/sources'
import { repositoryFromGit, startGitHubSimulator } from '@assay/sources/test/github-simulator'
import { buildHistory } from '../collect/build-history.ts'
import { recordResults } from '../record-results.ts'

const HELP = `npm run bench -- github [--quick] [CLONE …]

What a collection costs of GitHub's limits: a simulator that serves the published GraphQL schema over the pull requests
of each clone, and counts requests and points by GitHub's formula. Beside the given clones a made history is used.
`
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: 'boolean' }, help: { type: 'boolean' } },
})
if (values.help) {
  process.stdout.write(HELP)
  process.exit(0)
}
const folder = await mkdtemp(join(tmpdir(), 'assay-bench-github-'))

async function collect(gitDirectory: string, transport: 'git' | 'api') {
  const repository = await repositoryFromGit({ gitDirectory, owner: 'octo', name: 'hello', seed: 7 })
  const simulator = await startGitHubSimulator({
    repositories: [repository],
    tokens: { secret: { repositories: 'all' } },
  })
  try {
    let after: string | null = null
    const run = async () => {
      const source = await openGitHubSource({
        owner: 'octo',
        name: 'hello',
        auth: { kind: 'token', token: 'secret' },
        apiUrl: `${simulator.url}/api/v3`,
        gitUrl: simulator.url,
        transport,
        cacheDirectory: join(folder, `${transport}-${basename(gitDirectory)}-${repository.pullRequests.length}`),
        budget: createMemoryRateBudget(),
        environment: process.env,
      })
      const before = { requests: apiRequests(), points: simulator.pointsUsed(), at: performance.now() }
      let rows = 0
      let gaps = 0
      for await (const page of source.pullRequests({ after })) {
        rows += page.pullRequests.length
        gaps += page.gaps.length
        after = page.cursor
      }
      await source.close()
      return {
        rows,
        gaps,
        // Opening the source asks once more, before the counting began.
        requests: apiRequests() - before.requests + 1,
        points: simulator.pointsUsed() - before.points + 1,
        seconds: (performance.now() - before.at) / 1_000,
      }
    }
    const apiRequests = () => simulator.requests.filter(({ kind }) => kind !== 'git').length
    const first = await run()
    const again = await run()
    return { first, again, violations: simulator.violations.length }
  } finally {
    await simulator.close()
  }
}

try {
  const made = join(folder, 'made')
  await buildHistory(made, values.quick ? 300 : 1_000)
  const lines: string[] = []
  for (const clone of [...positionals, made]) {
    for (const transport of ['git', 'api'] as const) {
      const { first, again, violations } = await collect(clone, transport)
      const per1000 = (figure: number) => ((figure / first.rows) * 1_000).toFixed(1)
      const name = clone === made ? 'made history' : basename(clone.replace(/\/(?:repo|\.git)\/?$/, ''))
      lines.push(
        `| ${[
          name,
          transport,
          first.rows.toLocaleString('en'),
          per1000(first.requests),
          per1000(first.points),
          first.gaps,
          first.seconds.toFixed(1),
          `${again.requests} / ${again.points}`,
          violations,
        ].join(' | ')} |`,
      )
      process.stderr.write(`${lines.at(-1)}\n`)
    }
  }
  const text = `| history | files from | rows | requests per 1,000 | points per 1,000 | gaps | seconds | nothing new: requests / points | violations |
|---|---|---:|---:|---:|---:|---:|---:|---:|
${lines.join('\n')}

Against a simulator on this machine, so the seconds are of Assay and not of GitHub. Violations are requests inside a
Retry-After or reset window, over 100 at once, or not valid against the published schema.`
  process.stdout.write(`${text}\n`)
  if (!values.quick) recordResults('github', text)
} finally {
  await rm(folder, { recursive: true, force: true })
}
