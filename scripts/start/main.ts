import { join, resolve } from 'node:path'
import { migrate, openDatabase } from '@assay/db'
import { nextFreePort, startEmbeddedPostgres, startQueueBackend } from '@assay/embedded'
import { type Api, connectApi } from './api.ts'
import { buildConsole } from './console.ts'
import { followCollection } from './follow.ts'
import { type House, keepCredentials, occupy, openHouse, vacate } from './house.ts'
import { HELP, type Options, parseOptions } from './options.ts'
import { type Services, startServices } from './services.ts'
import { formatSummary, summarise } from './summary.ts'

const root = join(import.meta.dirname, '../..')
const say = (text: string) => process.stderr.write(`${text}\n`)

/** Where the user stood: npm goes to the package's folder first. */
const startedFrom = () => process.env.INIT_CWD ?? process.cwd()

/** Runs everything on this machine, collects a repository, and stops it all again when told to. */
export async function main(args: string[]): Promise<void> {
  const parsed = parseOptions(args, { env: process.env, cwd: startedFrom(), repository: root })
  if (parsed.kind === 'help') {
    process.stdout.write(HELP)
    return
  }
  if (parsed.kind === 'wrong') {
    say(`${parsed.message}\n\n${HELP}`)
    process.exitCode = 2
    return
  }
  const started: (() => Promise<void>)[] = []
  const stopAll = async () => {
    for (const stop of started.splice(0).reverse()) await stop()
  }
  const stopping = onSignals(stopAll)
  try {
    await run(parsed.options, started)
    if (!parsed.options.exitAfterSummary) return
    await stopAll()
    process.exit()
  } catch (error) {
    if (stopping.isStopping()) return
    say(`Assay could not start: ${error instanceof Error ? error.message : error}`)
    await stopAll()
    process.exit(1)
  }
}

async function run(options: Options, started: (() => Promise<void>)[]): Promise<void> {
  const house = openHouse(resolve(startedFrom(), process.env.ASSAY_HOME || join(root, '.assay')))
  const port = await nextFreePort(options.port)
  const url = `http://127.0.0.1:${port}`
  const other = await occupy(house, url)
  if (other)
    throw new Error(`it is running already, at ${other}. Stop that one first, or set ASSAY_HOME to another folder.`)
  started.push(async () => vacate(house))
  if (port !== options.port) say(`Port ${options.port} is taken; using ${port}.`)

  buildConsole(say)
  const env = await bringUpBackends(house, started)
  await migrate(env.DATABASE_URL)
  const services = bringUpServices(house, { ...env, PORT: String(port) })
  started.push(() => stopServices(services))

  const db = openDatabase({ url: env.DATABASE_URL, poolSize: 2 })
  const apiKey = await keepCredentials(house, db, url).finally(() => db.close())
  const api = connectApi(url, apiKey)
  await api.untilReady()
  say(`Assay runs at ${url}`)
  if (options.source) await collect(api, options.source, options)
  say(`\nConsole  ${await api.signInLink()}\nAPI      ${url}/api/docs   (key: ${join(house.path, 'credentials.json')})`)
  if (!options.exitAfterSummary) say('Ctrl-C stops it.')
}

async function bringUpBackends(house: House, started: (() => Promise<void>)[]) {
  // Empty counts as not given.
  const { DATABASE_URL = '', REDIS_URL = '' } = process.env
  const starting = {
    postgres: DATABASE_URL ? null : startEmbeddedPostgres({ home: house.path }),
    queue: REDIS_URL ? null : startQueueBackend({ home: house.path, path: process.env.PATH ?? '' }),
  }
  // Noted before they are up: whoever is interrupted meanwhile waits for them, then stops them.
  for (const backend of Object.values(starting)) {
    started.push(async () => (await backend?.catch(() => null))?.stop())
  }
  const [postgres, queue] = await Promise.all([starting.postgres, starting.queue])
  if (queue) say(`Queue backend: ${queue.from}`)
  return {
    DATABASE_URL: DATABASE_URL || (postgres?.url ?? ''),
    REDIS_URL: REDIS_URL || (queue?.kind === 'redis' ? queue.url : ''),
  }
}

const bringUpServices = (house: House, env: Record<string, string>): Services =>
  startServices({
    root,
    logs: house.logs,
    env: {
      ...process.env,
      ...env,
      HOST: '127.0.0.1',
      HEALTH_PORT: '0',
      ASSAY_ALLOW_LOCAL_SOURCES: 'true',
      ASSAY_CLONES: house.clones,
      ASSAY_SESSION_SECRET: house.sessionSecret(),
    },
    onCrash: (service, log) => say(`The ${service} ended by itself and is started again; its log: ${log}`),
  })

async function stopServices(services: Services): Promise<void> {
  say('Letting running jobs finish … (Ctrl-C again to not wait)')
  hardStop = () => services.stop('SIGKILL')
  await services.stop('SIGTERM')
}

let hardStop: (() => Promise<void>) | null = null

/** The first signal stops in good order; the second no longer waits for jobs. */
function onSignals(stopAll: () => Promise<void>) {
  let isStopping = false
  const onSignal = () => {
    if (isStopping) {
      void hardStop?.()
      return
    }
    isStopping = true
    say('')
    stopAll().then(
      () => process.exit(0),
      (error: unknown) => {
        say(`Not everything could be stopped: ${error}`)
        process.exit(1)
      },
    )
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal)
  return { isStopping: () => isStopping }
}

async function collect(api: Api, source: string, options: Options): Promise<void> {
  say(`Collecting ${source}`)
  const startedAt = performance.now()
  const { id } = await api.collect(source)
  const job = await followCollection(api, id, process.stderr)
  const summary = await summarise(api, job, (performance.now() - startedAt) / 1_000)
  process.stdout.write(`${options.json ? JSON.stringify(summary, null, 2) : formatSummary(summary)}\n`)
  if (summary.state !== 'succeeded' || summary.jobs.failed > 0) process.exitCode = 1
}
