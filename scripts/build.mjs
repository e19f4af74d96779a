import { prepare } from './bootstrap.mjs'

await prepare()
const { buildConsole } = await import('./start/console.ts')
buildConsole((text) => process.stderr.write(`${text}\n`))
