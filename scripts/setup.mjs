import { prepare } from './bootstrap.mjs'

await prepare()
process.stdout.write(`Ready: Node ${process.versions.node}, packages installed.\n`)
