import { spawnSync } from 'node:child_process'
import { PNPM, prepare, root } from './bootstrap.mjs'

await prepare()
const checks = ['typecheck', 'lint', 'boundaries', 'knip'].map((name) => `//#${name}`)
const turbo = ['node_modules/.bin/turbo', 'run', ...checks, '--output-logs=errors-only', '--no-update-notifier']
// turbo looks for pnpm on the PATH; npx puts it there.
const { status } = spawnSync('npx', ['--yes', `--package=${PNPM}`, '-c', turbo.join(' ')], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' },
})
process.exit(status ?? 1)
