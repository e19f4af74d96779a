import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from '@prometheus-io/client'

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 600]

export type QueueReading = {
  queue: string
  /** Jobs by state. */
  depth: Readonly<Record<string, number>>
  oldestWaitSeconds: number
  relayLagSeconds: number
}

export type Metrics = ReturnType<typeof createMetrics>

/** The instruments of one process, in a registry of its own. Labels are kinds, queues, states and routes, never ids. */
export function createMetrics({ service }: { service: string }) {
  const registry = new Registry()
  registry.setDefaultLabels({ service })
  collectDefaultMetrics({ register: registry })
  const registers = [registry]

  const finished = new Counter({
    name: 'assay_jobs_finished_total',
    help: 'Attempts that ended, by the state their job went to.',
    labelNames: ['kind', 'outcome'],
    registers,
  })
  const crashed = new Counter({
    name: 'assay_job_crashes_total',
    help: 'Jobs taken back from workers that stopped renewing their lease.',
    labelNames: ['kind'],
    registers,
  })
  const wait = new Histogram({
    name: 'assay_job_wait_seconds',
    help: 'Time from when a job could run to when a worker took it.',
    labelNames: ['kind'],
    buckets: SECONDS,
    registers,
  })
  const run = new Histogram({
    name: 'assay_job_run_seconds',
    help: 'Time that an attempt ran.',
    labelNames: ['kind', 'outcome'],
    buckets: SECONDS,
    registers,
  })
  const http = new Histogram({
    name: 'assay_http_request_duration_seconds',
    help: 'Time to answer HTTP requests.',
    labelNames: ['method', 'route', 'status'],
    buckets: SECONDS,
    registers,
  })
  const depth = new Gauge({
    name: 'assay_queue_depth_jobs',
    help: 'Jobs in the ledger by queue and state; ended ones other than failed are not counted.',
    labelNames: ['queue', 'state'],
    registers,
  })
  const oldest = new Gauge({
    name: 'assay_queue_oldest_wait_seconds',
    help: 'How long the job waiting longest could have been running.',
    labelNames: ['queue'],
    registers,
  })
  const lag = new Gauge({
    name: 'assay_relay_lag_seconds',
    help: 'How long the oldest runnable job has not been handed to its queue.',
    labelNames: ['queue'],
    registers,
  })

  const unread = new Counter({
    name: 'assay_queue_read_failures_total',
    help: 'Scrapes that went without queue gauges because the ledger could not be read.',
    registers,
  })

  let readQueues: (() => Promise<QueueReading[]>) | null = null
  const refreshQueues = async () => {
    if (!readQueues) return
    // An outage of the database is when the other metrics are wanted most.
    const readings = await readQueues().catch((): QueueReading[] => {
      unread.inc()
      return []
    })
    for (const gauge of [depth, oldest, lag]) gauge.reset()
    for (const reading of readings) {
      for (const [state, count] of Object.entries(reading.depth)) depth.set({ queue: reading.queue, state }, count)
      oldest.set({ queue: reading.queue }, reading.oldestWaitSeconds)
      lag.set({ queue: reading.queue }, reading.relayLagSeconds)
    }
  }

  return {
    contentType: registry.contentType,
    attemptEnded({ kind, outcome, waitSeconds, runSeconds }: AttemptMeasure) {
      finished.inc({ kind, outcome })
      wait.observe({ kind }, waitSeconds)
      run.observe({ kind, outcome }, runSeconds)
    },
    jobCrashed: (kind: string) => crashed.inc({ kind }),
    requestServed({
      method,
      route,
      status,
      seconds,
    }: {
      method: string
      route: string
      status: number
      seconds: number
    }) {
      http.observe({ method, route, status: String(status) }, seconds)
    },
    /** Queue gauges are read when they are asked for, by one process of the house. */
    readQueuesWith(read: () => Promise<QueueReading[]>) {
      readQueues = read
    },
    async render(): Promise<string> {
      await refreshQueues()
      return registry.metrics()
    },
  }
}

export type AttemptMeasure = { kind: string; outcome: string; waitSeconds: number; runSeconds: number }
