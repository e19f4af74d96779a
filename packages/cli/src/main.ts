import { join } from 'node:path'
import { isAssayError } from '@assay/contracts'
import { Command, CommanderError } from 'commander'
import packageJson from '../package.json' with { type: 'json' }
import type { Surroundings } from './surroundings.ts'
import { say } from './terminal.ts'

/** Ends of a command, as sysexits(3) and shells have them. */
const EXIT = { done: 0, failed: 1, usage: 2, interrupted: 130 } as const

type AddCommand = (program: Command, surroundings: Surroundings) => void

const addSearchCommands = async (): Promise<AddCommand> => (await import('./commands/search.ts')).addSearchCommands

/** Read when they are asked for: most of the time of a short command would go into packages that only others need. */
const commands: Readonly<Record<string, () => Promise<AddCommand>>> = {
  collect: async () => (await import('./commands/collect.ts')).addCollectCommand,
  documents: async () => (await import('./commands/documents.ts')).addDocumentsCommand,
  forget: async () => (await import('./commands/forget.ts')).addForgetCommand,
  portfolio: async () => (await import('./commands/portfolio.ts')).addPortfolioCommand,
  retrieval: async () => (await import('./commands/retrieval.ts')).addRetrievalCommand,
  search: addSearchCommands,
  ask: addSearchCommands,
  sources: async () => (await import('./commands/sources-dump.ts')).addSourcesCommand,
  value: async () => (await import('./commands/value.ts')).addValueCommand,
}

/** That of the command that is named first; all of them for help, or where no such command is there. */
const loadersFor = ([, , first = '']: readonly string[]) => {
  const named = Object.hasOwn(commands, first) ? commands[first] : undefined
  return named ? [named] : Object.values(commands)
}

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
  for (const load of new Set(loadersFor(argv))) (await load())(program, surroundings)
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
