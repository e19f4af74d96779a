import { spawnSync } from 'node:child_process'
import { prepare, root } from './bootstrap.mjs'

await prepare()
const { status } = spawnSync(process.execPath, ['services/web/test/take-screens.ts'], { cwd: root, stdio: 'inherit' })
process.exit(status ?? 1)
