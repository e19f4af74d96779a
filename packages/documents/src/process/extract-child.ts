import { Worker } from 'node:worker_threads'
import { isAssayError } from '@assay/contracts'
import { DocumentUnreadable } from '../document-errors.ts'
import { extractInProcess } from '../extractors/extract-in-process.ts'
import type { ExtractReply, ExtractRequest, WireError } from './messages.ts'

const cpuDeadline = new BigInt64Array(new SharedArrayBuffer(8))
const memoryBytes = Number(process.argv[2]) * 2 ** 20
new Worker(new URL('./watch-thread.ts', import.meta.url), {
  workerData: { memoryBytes, cpuDeadline, parent: process.ppid },
}).unref()

function toWire(error: unknown): WireError {
  const reason = error instanceof Error ? (error.message.split('\n', 1)[0] ?? '').slice(0, 200) : String(error)
  const known = isAssayError(error) ? error : DocumentUnreadable('document', reason || 'its reader gave up')
  return { code: known.code, message: known.message, status: known.status, retry: known.retry }
}

async function answer({ id, bytes, name, limits }: ExtractRequest): Promise<ExtractReply> {
  const { user, system } = process.cpuUsage()
  Atomics.store(cpuDeadline, 0, BigInt(user + system) + BigInt(limits.cpuMs) * 1000n)
  try {
    return { id, document: await extractInProcess(bytes, name, limits) }
  } catch (error) {
    return { id, error: toWire(error) }
  } finally {
    Atomics.store(cpuDeadline, 0, 0n)
  }
}

process.on('message', (request: ExtractRequest) => {
  void answer(request).then((reply) => process.send?.(reply))
})
process.on('disconnect', () => process.exit())
process.send?.('ready')
