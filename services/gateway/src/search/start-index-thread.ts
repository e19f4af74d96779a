import { Worker } from 'node:worker_threads'
import type { SearchPage, SearchRequest } from '@assay/retrieval'
import type { FromThread, SearchThreadData, ToThread } from './messages.ts'

type Found = { page: SearchPage; tookMs: number }

export type IndexThread = Omit<Extract<FromThread, { kind: 'ready' }>, 'kind'> & {
  ask(request: SearchRequest): Promise<Found>
  /** Ends the thread once it has answered what it was asked. */
  retire(): Promise<void>
}

/** Starts a thread and waits until it has built its state. */
export const startIndexThread = (data: SearchThreadData): Promise<IndexThread> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./search-thread.ts', import.meta.url), { workerData: data })
    // Who waits for an answer is kept waiting by this alone; a thread by itself does not keep the process up.
    worker.unref()
    const waiting = new Map<number, { resolve(found: Found): void; reject(error: Error): void }>()
    let asked = 0
    let isRetired = false
    const ended = new Promise<void>((resolveEnded) => worker.once('exit', () => resolveEnded()))
    const endWhenIdle = () => {
      if (isRetired && waiting.size === 0) void worker.terminate()
    }
    const retire = () => {
      isRetired = true
      endWhenIdle()
      return ended
    }
    const end = (error: Error) => {
      reject(error)
      for (const one of waiting.values()) one.reject(error)
      waiting.clear()
    }
    const ask: IndexThread['ask'] = (request) =>
      new Promise((found, failed) => {
        asked += 1
        waiting.set(asked, { resolve: found, reject: failed })
        worker.postMessage({ id: asked, request } satisfies ToThread)
      })
    worker.on('message', (message: FromThread) => {
      if (message.kind === 'ready') {
        const { kind: _kind, ...ready } = message
        resolve({ ...ready, ask, retire })
        return
      }
      const one = waiting.get(message.id)
      waiting.delete(message.id)
      if (message.kind === 'found') one?.resolve({ page: message.page, tookMs: message.tookMs })
      else one?.reject(new Error(message.message))
      endWhenIdle()
    })
    worker.once('error', end)
    worker.once('exit', () => end(new Error('The search thread ended')))
  })
