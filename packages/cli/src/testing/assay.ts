// The command as tests run it: everything but getting Node and the packages.
import { run } from '../main.ts'

process.exitCode = await run(process.argv, process.env)
