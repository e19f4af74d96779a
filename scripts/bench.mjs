import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { prepare, root } from './bootstrap.mjs'

const benches = readdirSync(join(root, 'bench')).filter((name) => existsSync(join(root, 'bench', name, 'main.ts')))
const [name, ...options] = process.argv.slice(2)
if (!name || !benches.includes(name)) {
  process.stdout.write(`npm run bench -- NAME [--quick] [--json FILE]\n\nBenchmarks: ${benches.join(', ')}\n`)
  process.exit(name && name !== '--help' ? 2 : 0)
}
await prepare()
const { status } = spawnSync(process.execPath, [join(root, 'bench', name, 'main.ts'), ...options], { stdio: 'inherit' })
process.exit(status ?? 1)
