import { forgottenAuthorSchema } from '@assay/contracts'
import type { Command } from 'commander'
import { NotConfirmed } from '../cli-errors.ts'
import { isConfirmed } from '../confirm.ts'
import { connectGateway } from '../gateway.ts'
import type { Surroundings } from '../surroundings.ts'
import { say } from '../terminal.ts'

type ForgetOptions = { yes?: boolean; json?: boolean }

/** `assay forget <author>`: a person who asked to be left out. */
export const addForgetCommand = (program: Command, surroundings: Surroundings): void => {
  program
    .command('forget')
    .description('Take a person out of everything that was collected, and of all that will be')
    .argument('<author>', 'an e-mail address, @account, or a name as it stands on pull requests')
    .option('-y, --yes', 'do not ask')
    .option('--json', 'print the outcome as JSON on standard output')
    .action((author: string, options: ForgetOptions) => forget(author, options, surroundings))
}

async function forget(author: string, { yes = false, json = false }: ForgetOptions, surroundings: Surroundings) {
  const gateway = await connectGateway(surroundings)
  if (!yes && !(await isConfirmed(`Forget '${author}' for good?`))) throw NotConfirmed(`Forgetting '${author}'`)
  const outcome = await gateway.call(forgottenAuthorSchema, 'POST', '/authors/forget', identityOf(author))
  say(
    `'${author}' is gone from ${outcome.pullRequests} pull requests; ${outcome.jobs.length} jobs make their index anew.`,
  )
  for (const name of outcome.alsoKnownAs) say(`  Seen with the same address or account, and kept: ${name}`)
  if (json) process.stdout.write(`${JSON.stringify(outcome)}\n`)
}

const identityOf = (author: string) => {
  if (author.startsWith('@')) return { login: author.slice(1) }
  return author.includes('@') ? { email: author } : { name: author }
}
