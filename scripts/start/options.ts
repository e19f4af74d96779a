import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

export const HELP = `npm start [-- [OPTIONS] [SOURCE]]

Runs Assay on this machine and collects the merged pull requests of SOURCE.

SOURCE    a path to a git clone, a git URL, or owner/name on GitHub
          (default: the history of this repository)

  --port N        where the gateway listens (default: ASSAY_PORT or 4400; the next free one if it is taken)
  --no-collect    only run; collect nothing
  --exit          stop after the summary
  --json          print the summary as JSON
  --help          print this

State is kept in ASSAY_HOME (default: .assay in this folder), the API key in its credentials.json.
DATABASE_URL and REDIS_URL use your own PostgreSQL and Redis instead of the embedded ones;
GITHUB_TOKEN lets private repositories on GitHub be read.
`

export type Options = {
  /** Absolute path, URL or owner/name; null collects nothing. */
  source: string | null
  port: number
  exitAfterSummary: boolean
  json: boolean
}

export type Parsed = { kind: 'run'; options: Options } | { kind: 'help' } | { kind: 'wrong'; message: string }

const FIRST_PORT = 4400

export function parseOptions(
  args: string[],
  { env, cwd, repository }: { env: NodeJS.ProcessEnv; cwd: string; repository: string },
): Parsed {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        port: { type: 'string' },
        'no-collect': { type: 'boolean' },
        exit: { type: 'boolean' },
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    })
    if (values.help) return { kind: 'help' }
    if (positionals.length > 1) return { kind: 'wrong', message: `One SOURCE at a time, not ${positionals.length}.` }
    const port = Number(values.port ?? (env.ASSAY_PORT || FIRST_PORT))
    if (!Number.isInteger(port) || port < 1 || port > 65_535) {
      return {
        kind: 'wrong',
        message: `The port must be a whole number from 1 to 65535, not "${values.port ?? env.ASSAY_PORT}".`,
      }
    }
    return {
      kind: 'run',
      options: {
        source: values['no-collect'] ? null : sourceOf(positionals[0] ?? repository, cwd),
        port,
        exitAfterSummary: values.exit ?? false,
        json: values.json ?? false,
      },
    }
  } catch (error) {
    return { kind: 'wrong', message: error instanceof Error ? error.message : String(error) }
  }
}

/** A path that exists, or that can be nothing else, is made absolute: the services run elsewhere. */
function sourceOf(given: string, cwd: string): string {
  const path = resolve(cwd, given)
  return existsSync(path) || /^[./~]/.test(given) ? path : given
}
