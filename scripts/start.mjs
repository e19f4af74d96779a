import { prepare } from './bootstrap.mjs'

await prepare()
const { main } = await import('./start/main.ts')
await main(process.argv.slice(2))
