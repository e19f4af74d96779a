#!/usr/bin/env node
import { prepare } from './bootstrap.mjs'

await prepare()
const { run } = await import('../packages/cli/src/main.ts')
process.exitCode = await run(process.argv, process.env)
