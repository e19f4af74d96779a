import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import { AssayError } from '@assay/contracts'
import { DocumentTimeout, DocumentTooLarge, DocumentUnreadable } from '../document-errors.ts'
import { type ExtractedDocument, extractedDocument } from '../extracted-document.ts'
import type { ExtractionLimits } from '../limits.ts'
import { type ExtractReply, type ExtractRequest, WATCH_WORDS } from './messages.ts'

export type ReadingProcess = {
  readonly alive: () => boolean
  readonly read: (request: ExtractRequest, signal?: AbortSignal) => Promise<ExtractedDocument>
  readonly close: () => Promise<void>
}

const ROOT = join(import.meta.dirname, '../../../..')
/** Our modules and the libraries; the documents come over the channel, and nothing else is readable. */
const READABLE = ['node_modules', 'packages', 'package.json'].map((name) => join(ROOT, name))
const STDERR_CHARACTERS = 4_000

function flags({ memoryMb }: ExtractionLimits): string[] {
  return [
    // Buffers, canvases and WebAssembly live outside the heap; the watch thread counts them too.
    `--max-old-space-size=${Math.ceil(memoryMb * 0.75)}`,
    '--permission',
    ...READABLE.map((path) => `--allow-fs-read=${path}`),
    // The canvas is a native module, and OCR and the watch are threads.
    '--allow-addons',
    '--allow-worker',
    '--expose-gc',
    '--no-warnings',
    `--import=${new URL('./no-network.ts', import.meta.url).href}`,
  ]
}

/** The error for a process that ended in the middle of a document, from what it left on standard error. */
function whyEnded(stderr: string, limits: ExtractionLimits): AssayError {
  if (stderr.includes(WATCH_WORDS.cpu)) return DocumentTimeout(`${limits.cpuMs} ms of processor time (cpuMs)`)
  if (stderr.includes(WATCH_WORDS.memory) || /heap out of memory|allocation failed/i.test(stderr))
    return DocumentTooLarge(`reading it takes more than ${limits.memoryMb} MB of memory (memoryMb)`)
  return DocumentUnreadable('document', 'its reader broke down')
}

function killGroup(child: ChildProcess): void {
  try {
    if (child.pid) process.kill(-child.pid, 'SIGKILL')
  } catch {
    child.kill('SIGKILL')
  }
}

/** Starts the process that reads documents: no network, no writing, no environment, its own group. */
export function startReadingProcess(limits: ExtractionLimits): ReadingProcess {
  const child = fork(join(import.meta.dirname, 'extract-child.ts'), [String(limits.memoryMb)], {
    detached: true,
    // Without a bound, glibc keeps freed pictures in one arena per thread.
    env: { MALLOC_ARENA_MAX: '2' },
    execArgv: flags(limits),
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  let stderr = ''
  let ended = false
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr = (stderr + text).slice(-STDERR_CHARACTERS)
  })
  /** Told when the process ends. Each leaves when its document is done, or it would keep that document's bytes. */
  const waiting = new Set<() => void>()
  const closed = new Promise<void>((resolve) => {
    const end = () => {
      ended = true
      for (const tell of waiting) tell()
      resolve()
    }
    child.once('close', end).once('error', end)
  })
  // An idle process must not keep its parent alive.
  const hold = (isHeld: boolean) => {
    if (ended) return
    const change = isHeld ? 'ref' : 'unref'
    child[change]()
    child.channel?.[change]()
    const pipe = child.stderr as { ref?: () => void; unref?: () => void } | null
    pipe?.[change]?.()
  }
  hold(false)

  const read = (request: ExtractRequest, signal?: AbortSignal) =>
    new Promise<ExtractedDocument>((resolve, reject) => {
      hold(true)
      const settle = (finish: () => void) => {
        clearTimeout(timer)
        child.off('message', onMessage)
        signal?.removeEventListener('abort', onAbort)
        waiting.delete(onEnd)
        hold(false)
        finish()
      }
      let stopped: unknown
      const stop = (reason: unknown) => {
        stopped = reason
        killGroup(child)
      }
      const onAbort = () => stop(signal?.reason)
      const onEnd = () => settle(() => reject(stopped ?? whyEnded(stderr, limits)))
      const onMessage = (message: unknown) => {
        const reply = message as ExtractReply | 'ready'
        if (reply === 'ready' || reply.id !== request.id) return
        settle(() => {
          if ('error' in reply) return reject(new AssayError(reply.error, reply.error.message))
          // The process has read hostile bytes: what it says is checked like any other input.
          const parsed = extractedDocument.safeParse(reply.document)
          parsed.success ? resolve(parsed.data) : reject(DocumentUnreadable('document', 'its reader broke down'))
        })
      }
      const timer = setTimeout(() => stop(DocumentTimeout(`${limits.timeoutMs} ms (timeoutMs)`)), limits.timeoutMs)
      signal?.addEventListener('abort', onAbort, { once: true })
      child.on('message', onMessage)
      waiting.add(onEnd)
      child.send(request, (error) => {
        if (error) killGroup(child)
      })
    })

  return {
    alive: () => !ended && child.connected,
    read,
    close: async () => {
      if (ended) return
      hold(true)
      killGroup(child)
      await closed
    },
  }
}
