import { join } from 'node:path'
import { isAssayError } from '@assay/contracts'
import { Command, CommanderError } from 'commander'
import packageJson from '../package.json' with { type: 'json' }
import { addCollectCommand } from './commands/collect.ts'
import { addDocumentsCommand } from './commands/documents.ts'
import { addForgetCommand } from './commands/forget.ts'
import { addPortfolioCommand } from './commands/portfolio.ts'
import { addRetrievalCommand } from './commands/retrieval.ts'
import { addSearchCommands } from './commands/search.ts'
import { addSourcesCommand } from './commands/sources-dump.ts'
import { addValueCommand } from './commands/value.ts'
import type { Surroundings } from './surroundings.ts'
import { say } from './terminal.ts'

/** Ends of a command, as sysexits(3) and shells have them. */
const EXIT = { done: 0, failed: 1, usage: 2, interrupted: 130 } as const

/**
 * Runs one command line. @param argv and environment as `process` has them. @returns the exit code.
 * Interrupted commands stop at the next safe point; what they have written stays and can be gone on with.
 */
export async function run(argv: readonly string[], environment: Surroundings['environment']): Promise<number> {
  const interrupting = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interrupting.abort())
  const program = new Command('assay')
    .description('Turns merged pull requests and documents into evidence that can be found, valued and shown.')
    .version(packageJson.version)
    .showHelpAfterError('(assay --help lists the commands)')
    .exitOverride()
  const home = environment.ASSAY_HOME || join(import.meta.dirname, '../../../.assay')
  const surroundings: Surroundings = { environment, home, signal: interrupting.signal }
  addCollectCommand(program, surroundings)
  addDocumentsCommand(program, surroundings)
  addForgetCommand(program, surroundings)
  addPortfolioCommand(program, surroundings)
  addRetrievalCommand(program)
  addSearchCommands(program, surroundings)
  addSourcesCommand(program, surroundings)
  addValueCommand(program, surroundings)
  try {
    await program.parseAsync(argv)
    return Number(process.exitCode ?? EXIT.done)
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage
    if (interrupting.signal.aborted) {
      say('Stopped. Run the same command again to go on.')
      return EXIT.interrupted
    }
    if (!isAssayError(error)) throw error
    say(`${error.message} (${error.code})`)
    return EXIT.failed
  }
}
