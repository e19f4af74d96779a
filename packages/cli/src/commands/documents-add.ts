import { openAsBlob } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { isAssayError, jobSchema, receivedDocumentsSchema } from '@assay/contracts'
import { InputNotReadable } from '../cli-errors.ts'
import { connectGateway, type Gateway } from '../gateway.ts'
import type { Surroundings } from '../surroundings.ts'
import { say, showProgress } from '../terminal.ts'

/** Some files were not taken, or came to nothing; the others are there. */
const EXIT_SOME_REFUSED = 3
const BETWEEN_LOOKS_MS = 250
/** What keeps one file out and says nothing about the next. */
const OF_THE_FILE = ['INPUT_NOT_READABLE', 'GATEWAY_REFUSED']
const CAME_TO_NOTHING = ['refused', 'rejected', 'failed', 'cancelled']

/** What became of one file. */
type Added = {
  file: string
  id: string | null
  version: number | null
  outcome: string
  status: string
  score: number | null
  reasons: readonly string[]
}
type Sent = Added & { job: string | null }

/** Sends files one by one, so that one at fault keeps no other out, and follows their conversion. */
export async function addDocuments(files: readonly string[], { json }: { json: boolean }, surroundings: Surroundings) {
  const gateway = await connectGateway(surroundings)
  const progress = showProgress('adding')
  const added: Added[] = []
  try {
    const sent: Sent[] = []
    // A file is half done when it is there, and done when it is read.
    const tell = () => progress.update((sent.length + added.length) / 2, files.length)
    for (const file of files) {
      surroundings.signal.throwIfAborted()
      sent.push(await send(gateway, file))
      tell()
    }
    for (const one of sent) {
      added.push(await follow(gateway, one, surroundings.signal))
      tell()
    }
  } finally {
    progress.end()
  }
  for (const one of added) say(lineOf(one))
  if (json) process.stdout.write(`${JSON.stringify(added)}\n`)
  if (added.some(({ status }) => CAME_TO_NOTHING.includes(status))) process.exitCode = EXIT_SOME_REFUSED
}

async function send(gateway: Gateway, file: string): Promise<Sent> {
  try {
    const form = new FormData()
    form.append('file', await blobOf(file), basename(file))
    const { items } = await gateway.call(receivedDocumentsSchema, 'POST', '/documents', form)
    const [item] = items
    if (!item) throw new Error('The gateway took a file and told nothing of it')
    const { id, version, status, score, reasons } = item.document
    return { file, id, version, outcome: item.outcome, status, score, reasons, job: item.job }
  } catch (error) {
    if (!isAssayError(error) || !OF_THE_FILE.includes(error.code)) throw error
    const refused = { outcome: 'refused', status: 'refused', reasons: [error.message] }
    return { file, id: null, version: null, score: null, job: null, ...refused }
  }
}

/** Streamed from the disk when it is sent. */
async function blobOf(file: string): Promise<Blob> {
  const found = await stat(file).catch((error: Error) => {
    throw InputNotReadable(file, error.message)
  })
  if (!found.isFile()) throw InputNotReadable(file, 'it is not a file.')
  return openAsBlob(file)
}

async function follow(gateway: Gateway, { job: id, ...sent }: Sent, signal: AbortSignal): Promise<Added> {
  if (id === null) return sent
  for (;;) {
    const job = await gateway.call(jobSchema, 'GET', `/jobs/${id}`)
    if (job.state === 'succeeded') {
      const { status, score, reasons } = job.result as Pick<Added, 'status' | 'score' | 'reasons'>
      return { ...sent, status, score, reasons }
    }
    if (job.state === 'failed' || job.state === 'cancelled') {
      return { ...sent, status: job.state, reasons: job.error ? [job.error.message] : [] }
    }
    await wait(BETWEEN_LOOKS_MS, undefined, { signal })
  }
}

function lineOf({ file, version, outcome, status, score, reasons }: Added): string {
  const known = outcome === 'known' ? ', known already' : version === null ? '' : `, version ${version}`
  const quality = score === null ? '' : `, quality ${Math.round(score)} of 100`
  return [`${file}: ${status}${known}${quality}`, ...reasons.map((reason) => `  ${reason}`)].join('\n')
}
