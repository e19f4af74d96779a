/**
 * Gathers single calls into batches without adding a wait: an idle batcher flushes at once, a busy one sends whatever
 * has gathered while the last flush was under way. So latency stays low when it is quiet and the cost per item falls
 * as load rises.
 *
 * A batch that fails is tried again item by item, so that one bad item fails alone.
 */
export function createMicroBatch<In, Out>({
  flush,
  maxSize,
  inFlight = 1,
}: {
  /** Answers in the order of the items. */
  flush: (items: In[]) => Promise<Out[]>
  maxSize: number
  /** Flushes that may run side by side. */
  inFlight?: number
}): (item: In) => Promise<Out> {
  type Waiting = { item: In; resolve: (out: Out) => void; reject: (error: unknown) => void }
  const waiting: Waiting[] = []
  let running = 0
  let scheduled = false

  const settle = (batch: Waiting[], outs: Out[]) => {
    if (outs.length !== batch.length) throw new Error('A batch must answer once for every item')
    outs.forEach((out, at) => {
      batch[at]?.resolve(out)
    })
  }
  const runOne = async (call: Waiting) => {
    try {
      settle([call], await flush([call.item]))
    } catch (error) {
      call.reject(error)
    }
  }
  const runBatch = async (batch: Waiting[]) => {
    running += 1
    try {
      settle(batch, await flush(batch.map(({ item }) => item)))
    } catch (error) {
      if (batch.length === 1) batch[0]?.reject(error)
      else for (const call of batch) await runOne(call)
    } finally {
      running -= 1
      schedule()
    }
  }
  const schedule = () => {
    if (scheduled || running >= inFlight || waiting.length === 0) return
    scheduled = true
    setImmediate(() => {
      scheduled = false
      if (running >= inFlight || waiting.length === 0) return
      void runBatch(waiting.splice(0, maxSize))
      schedule()
    })
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject })
      schedule()
    })
}
