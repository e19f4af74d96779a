import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { recordResults } from '../record-results.ts'

const HELP = `npm run bench -- start [--quick] [SOURCE]

A newcomer's way: a fresh clone of this repository with an empty HOME and an empty package cache, then "npm start",
then "npm start" again. SOURCE is what is collected (default: this repository).
`
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: 'boolean' }, help: { type: 'boolean' } },
})
if (values.help) {
  process.stdout.write(HELP)
  process.exit(0)
}
const root = join(import.meta.dirname, '../..')
const source = positionals[0] ?? root
const folder = await mkdtemp(join(tmpdir(), 'assay-newcomer-'))
const home = join(folder, 'home')
const checkout = join(folder, 'assay')

type Run = { seconds: number; readySeconds: number; output: string }

/** The Node that a newcomer has is whichever the PATH names, not the one that runs this. */
const env = {
  PATH: (process.env.PATH ?? '')
    .split(':')
    .filter((part) => !part.includes('_npx'))
    .join(':'),
  HOME: home,
  npm_config_cache: join(home, '.npm'),
  ASSAY_PORT: '4470',
}

async function run(command: string, args: string[], cwd: string): Promise<Run> {
  const startedAt = performance.now()
  const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  let readyAt = Number.NaN
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text) => {
      output += text
      if (Number.isNaN(readyAt) && output.includes('Assay runs at')) readyAt = performance.now()
    })
  }
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}:\n${output}`)
  return { seconds: (performance.now() - startedAt) / 1_000, readySeconds: (readyAt - startedAt) / 1_000, output }
}

try {
  await run('mkdir', ['-p', home], '/')
  await run('git', ['clone', '--quiet', root, checkout], '/')
  const start = ['start', '--', '--exit', source]
  const cold = await run('npm', start, checkout)
  const warm = await run('npm', start, checkout)
  const again = await run('npm', start, checkout)
  const found = /^.*merged pull requests?.*$/m.exec(cold.output)?.[0] ?? ''
  const line = (name: string, { seconds, readySeconds }: Run) =>
    `| ${name} | ${readySeconds.toFixed(1)} | ${seconds.toFixed(1)} |`
  const text = `| \`npm start\` | answers after s | summary printed and all stopped after s |
|---|---:|---:|
${line('fresh clone, empty HOME and package cache', cold)}
${line('second start, nothing new', warm)}
${line('third start, nothing new', again)}

Collected: ${found}`
  process.stdout.write(`${text}\n`)
  if (!values.quick) recordResults('start', text)
} finally {
  await rm(folder, { recursive: true, force: true })
}
