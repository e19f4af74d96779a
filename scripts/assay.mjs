#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8'
import { prepare } from './bootstrap.mjs'

// Commands stream: what they make is soon garbage, and a large nursery would only hold a third more memory.
setFlagsFromString('--max-semi-space-size=4')
await prepare()
const { run } = await import('@assay/cli')
process.exitCode = await run(process.argv, process.env)
