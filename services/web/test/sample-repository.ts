import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

type Commit = { title: string; body?: string; author?: string; file?: string; lines?: number }

const COMMITS: Commit[] = [
  { title: 'feat: find work by meaning (#1)', file: 'src/search.ts', lines: 40 },
  {
    title: 'perf: make the test suite faster (#2)',
    body: 'Cache what does not change.\n\nThis cuts the test suite from 12 min to 4 min per run.',
    file: 'ci/cache.ts',
    lines: 25,
  },
  { title: 'fix: <img src=x onerror=alert(1)> in titles (#3)', file: 'src/<b>bold</b>.ts', lines: 3 },
  { title: 'docs: say how (#4)', author: 'Lovelace, Ada', file: 'docs/how.md', lines: 12 },
]

/** A small git repository with merged pull requests of two names, made anew for a test. */
export function sampleRepository() {
  const folder = mkdtempSync(join(tmpdir(), 'assay-sample-'))
  const path = join(folder, 'engine')
  const git = (...args: string[]) => execFileSync('git', args, { cwd: path, stdio: 'ignore' })
  execFileSync('git', ['init', '--quiet', '--initial-branch=main', path])
  git('config', 'user.name', 'Ada Lovelace')
  git('config', 'user.email', 'ada@example.com')
  for (const { title, body, author, file = 'a.txt', lines = 1 } of COMMITS) {
    const name = file.replaceAll('/', '-')
    writeFileSync(join(path, name), Array.from({ length: lines }, (_, line) => `line ${line} of ${title}\n`).join(''))
    git('add', '--all')
    git(
      'commit',
      ...(author ? ['--author', `${author} <other@example.com>`] : []),
      '--message',
      title,
      ...(body ? ['--message', body] : []),
    )
  }
  return { path, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** Prices under which the sample's faster test suite has a value. */
export const samplePrices = {
  currency: 'USD',
  rates: { engineer: { kind: 'triangular', low: 60, mode: 90, high: 140 } },
  authorRole: 'engineer',
  items: [
    {
      name: 'continuous integration',
      match: { words: ['test suite'] },
      role: 'engineer',
      people: { kind: 'fixed', value: 20 },
      runs: { count: { kind: 'lognormal', p10: 40, p90: 80 }, per: 'month', counted: 'per-person' },
      takesSeconds: { kind: 'uniform', low: 600, high: 900 },
    },
  ],
}
