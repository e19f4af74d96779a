#!/usr/bin/env -S node --max-semi-space-size=4
// Commands stream: what they make is soon garbage, and a large nursery would only hold a third more memory.
import * as modules from 'node:module'
import { cache, prepare } from './bootstrap.mjs'

await prepare()
// Nearly half of a short command's time would go into compiling the same modules again.
modules.enableCompileCache(`${cache}/compiled`)
const { run } = await import('@assay/cli')
process.exitCode = await run(process.argv, process.env)
