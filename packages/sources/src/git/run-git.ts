import { type ChildProcess, spawn } from 'node:child_process'
import { GitMissing } from '../source-errors.ts'

/** The variables of the caller that git may see; everything else is kept from it. */
const passedOn = [
  'PATH',
  'HOME',
  'TMPDIR',
  'SSH_AUTH_SOCK',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
  'GIT_SSL_CAINFO',
  'http_proxy',
  'https_proxy',
  'HTTPS_PROXY',
  'ALL_PROXY',
  'all_proxy',
  'NO_PROXY',
  'no_proxy',
] as const

export type Environment = Readonly<Record<string, string | undefined>>

export type GitConfig = readonly (readonly [key: string, value: string])[]

export type GitContext = {
  readonly environment: Environment
  readonly signal?: AbortSignal | undefined
  /** Protocols that git may speak. Reading a repository needs none, so a hostile promisor remote reaches nothing. */
  readonly protocols: readonly string[]
  /** Set through the environment, not the arguments: other users of the machine can read those. */
  readonly config?: GitConfig
  /** The operator's own git configuration (credential helpers, proxies) is used for fetching only. */
  readonly useOperatorConfig?: boolean
}

export type RunningGit = {
  readonly stdout: AsyncIterable<Buffer>
  readonly stdin: NodeJS.WritableStream
  /** Settles when git has ended: with its exit code and the tail of what it said on stderr. */
  readonly ended: Promise<{ code: number; stderr: string }>
  stop(): void
}

const stderrKept = 4_000
const killAfterMs = 5_000

/**
 * Starts git on an untrusted repository: no prompts, hooks, signature programs, grafts or replaced objects.
 * An abort of the signal ends git and what it started.
 */
export const startGit = (
  args: readonly string[],
  context: GitContext,
  onStderr?: (text: string) => void,
): RunningGit => {
  context.signal?.throwIfAborted()
  const child = spawn('git', [...hardening, ...args], {
    env: gitEnvironment(context),
    stdio: ['pipe', 'pipe', 'pipe'],
    // Its own process group, so that transports and pack programs end with it.
    detached: true,
  })
  const stop = () => endGroup(child)
  context.signal?.addEventListener('abort', stop, { once: true })
  child.stdin.on('error', () => {}) // git may end before it has read everything; its exit code tells why.

  let stderr = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr = (stderr + text).slice(-stderrKept)
    onStderr?.(text)
  })
  const ended = new Promise<{ code: number; stderr: string }>((resolve, reject) => {
    child.once('error', (cause: NodeJS.ErrnoException) => reject(cause.code === 'ENOENT' ? GitMissing() : cause))
    child.once('close', (code) => {
      context.signal?.removeEventListener('abort', stop)
      if (context.signal?.aborted) reject(context.signal.reason)
      else resolve({ code: code ?? 128, stderr: lastWords(stderr) })
    })
  })
  ended.catch(() => {}) // Whoever awaits it sees the failure; a reader that stopped early does not need to.
  return { stdout: child.stdout, stdin: child.stdin, ended, stop }
}

/** Runs git to its end and gives back what it printed; for short answers only. */
export const runGit = async (
  args: readonly string[],
  context: GitContext,
  input = '',
): Promise<{ code: number; stdout: string; stderr: string }> => {
  const git = startGit(args, context)
  git.stdin.end(input)
  const parts: Buffer[] = []
  for await (const part of git.stdout) parts.push(part)
  return { ...(await git.ended), stdout: Buffer.concat(parts).toString('utf8') }
}

const hardening = [
  '--no-pager',
  '-c',
  'core.hooksPath=/dev/null',
  '-c',
  'core.fsmonitor=false',
  '-c',
  'core.attributesFile=/dev/null',
  '-c',
  'protocol.ext.allow=never',
  '-c',
  'log.showSignature=false',
  '-c',
  'log.showRoot=true',
] as const

const gitEnvironment = ({ environment, protocols, config = [], useOperatorConfig = false }: GitContext) => {
  const env: Record<string, string> = {
    PATH: '/usr/local/bin:/usr/bin:/bin',
    LC_ALL: 'C',
    GIT_TERMINAL_PROMPT: '0',
    GIT_ASKPASS: '',
    SSH_ASKPASS: '',
    GIT_SSH_COMMAND: 'ssh -oBatchMode=yes',
    GIT_ALLOW_PROTOCOL: protocols.join(':') || 'none',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_GRAFT_FILE: '/dev/null',
    GIT_NO_LAZY_FETCH: '1',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_CONFIG_COUNT: String(config.length),
    ...(useOperatorConfig ? {} : { GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null' }),
  }
  for (const name of passedOn) {
    const value = environment[name]
    if (value !== undefined) env[name] = value
  }
  for (const [index, [key, value]] of config.entries()) {
    env[`GIT_CONFIG_KEY_${index}`] = key
    env[`GIT_CONFIG_VALUE_${index}`] = value
  }
  return env
}

const endGroup = (child: ChildProcess): void => {
  const { pid } = child
  if (pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  const kill = (signal: NodeJS.Signals) => {
    try {
      process.kill(-pid, signal)
    } catch {
      // It has ended in the meantime.
    }
  }
  kill('SIGTERM')
  const harder = setTimeout(() => kill('SIGKILL'), killAfterMs)
  harder.unref()
  child.once('close', () => clearTimeout(harder))
}

/** The lines that say why, without progress and with credentials in addresses blanked. */
const lastWords = (stderr: string): string => {
  const lines = stderr.split(/[\r\n]+/).filter((line) => line.trim() !== '')
  const reasons = lines.filter((line) => /^(?:fatal|error|ssh|remote):/i.test(line))
  const said = (reasons.length > 0 ? reasons : lines).slice(-3).join('; ')
  return said.replaceAll(/\/\/[^/@\s]*@/g, '//***@') || 'it gave no reason'
}
