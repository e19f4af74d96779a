import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { prepare, root } from './bootstrap.mjs'

const HELP = `npm test [-- PATTERN …]

Without a pattern: types, lint, boundaries, unused code, then every test.
With patterns: only the tests of the files whose path matches. Other Jest options work too.
`
const given = process.argv.slice(2)
if (given.includes('--help')) {
  process.stdout.write(HELP)
  process.exit(0)
}
await prepare()

const env = {
  ...process.env,
  TURBO_TELEMETRY_DISABLED: '1',
  DO_NOT_TRACK: '1',
  FORCE_COLOR: process.env.FORCE_COLOR ?? '0',
}
// Once, before test files that run side by side would each do so.
const { buildConsole } = await import('./start/console.ts')
buildConsole((text) => process.stderr.write(`${text}\n`))
const run = (args) => spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env }).status ?? 1

if (given.length === 0) {
  const status = run(['scripts/check.mjs'])
  if (status !== 0) process.exit(status)
}
const jest = [
  '--experimental-vm-modules',
  '--disable-warning=ExperimentalWarning',
  join('node_modules', 'jest/bin/jest.js'),
]
process.exit(run([...jest, ...given]))
