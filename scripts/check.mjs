import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { prepare, root } from './bootstrap.mjs'

await prepare()
const env = { ...process.env, TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' }
const turbo = join(root, 'node_modules/.bin/turbo')
const checks = ['typecheck', 'lint', 'boundaries', 'knip'].map((name) => `//#${name}`)
const { status } = spawnSync(turbo, ['run', ...checks, '--output-logs=errors-only', '--no-update-notifier'], {
  cwd: root,
  stdio: 'inherit',
  env,
})
process.exit(status ?? 1)
