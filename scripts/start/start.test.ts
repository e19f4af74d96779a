import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isPortFree, nextFreePort } from '@assay/embedded'
import { waitFor } from '@assay/testkit'
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'

const root = join(import.meta.dirname, '../..')
let folder: string
let repository: string
let port: number
let running: ChildProcess | null = null

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'assay-start-'))
  repository = join(folder, 'demo')
  // Below the range from which the system gives ports to whoever connects somewhere.
  port = await nextFreePort(20_000 + (process.pid % 10_000))
  const git = (...args: string[]) => execFileSync('git', args, { cwd: repository, stdio: 'ignore' })
  execFileSync('git', ['init', '--quiet', '--initial-branch=main', repository])
  git('config', 'user.name', 'Ada')
  git('config', 'user.email', 'ada@example.com')
  for (const title of ['feat: search by meaning (#1)', 'fix: wrong total (#2)', 'tidy up', 'docs: say how (#3)']) {
    git('commit', '--allow-empty', '--message', title)
  }
})
afterAll(() => {
  // As root the data may have gone to a place outside of the house.
  const pointer = join(folder, 'house/postgres-outside')
  if (existsSync(pointer)) rmSync(readFileSync(pointer, 'utf8'), { recursive: true, force: true })
  rmSync(folder, { recursive: true, force: true })
})
afterEach(async () => {
  if (!running || running.exitCode !== null || running.signalCode !== null) return
  running.kill('SIGINT')
  await once(running, 'exit')
})

type Started = { child: ChildProcess; stdout: () => string; stderr: () => string; code: Promise<number | null> }

function start(args: string[], env: Record<string, string> = {}): Started {
  const child = spawn(process.execPath, [join(root, 'scripts/start.mjs'), ...args], {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      ASSAY_HOME: join(folder, 'house'),
      ASSAY_PORT: String(port),
      ...env,
    },
  })
  running = child
  let [stdout, stderr] = ['', '']
  child.stdout.on('data', (text) => (stdout += text))
  child.stderr.on('data', (text) => (stderr += text))
  return { child, stdout: () => stdout, stderr: () => stderr, code: once(child, 'exit').then(([code]) => code) }
}
const untilRunning = ({ stderr }: Started) =>
  waitFor(() => stderr().includes('Ctrl-C stops it.'), {
    timeoutMs: 60_000,
    describe: `the start; it said:\n${stderr()}`,
  })
const credentials = (): { url: string; apiKey: string } =>
  JSON.parse(readFileSync(join(folder, 'house/credentials.json'), 'utf8'))
const api = async (
  path: string,
): Promise<{ items: { traceId: string }[]; spans?: { service: string; name: string }[] }> => {
  const { url, apiKey } = credentials()
  const response = await fetch(`${url}/api/v2${path}`, { headers: { authorization: `Bearer ${apiKey}` } })
  return (await response.json()) as { items: { traceId: string }[]; spans?: { service: string; name: string }[] }
}

test('a first start collects, indexes and scores a repository, says what it found and stops everything', async () => {
  const first = start(['--exit', '--json', repository])
  expect([await first.code, first.stderr()]).toEqual([0, expect.stringContaining('Assay runs at')])
  expect(JSON.parse(first.stdout())).toMatchObject({
    state: 'succeeded',
    repository: { name: 'demo', pullRequestCount: 3, completeness: 'complete' },
    changed: 3,
    jobs: { total: 3, succeeded: 3, failed: 0 },
  })
  expect(statSync(join(folder, 'house/credentials.json')).mode & 0o777).toBe(0o600)
  expect(await isPortFree(port)).toBe(true)
  expect(existsSync(join(folder, 'house/postgres/data/postmaster.pid'))).toBe(false)
}, 120_000)

test('a second start keeps what is there and its key, and finds nothing new', async () => {
  const { apiKey } = credentials()
  const second = start(['--exit', '--json', repository])
  expect(await second.code).toBe(0)
  expect(JSON.parse(second.stdout())).toMatchObject({
    repository: { pullRequestCount: 3 },
    changed: 0,
    jobs: { total: 1 },
  })
  expect(credentials().apiKey).toBe(apiKey)
}, 120_000)

test('one trace leads from the request through every service, here and to an OTLP receiver', async () => {
  const received: string[] = []
  const receiver = createServer((request, response) => {
    received.push(request.url ?? '')
    request.resume().on('end', () => response.end('{}'))
  }).listen(0, '127.0.0.1')
  await once(receiver, 'listening')
  execFileSync('git', ['commit', '--allow-empty', '--message', 'perf: twice as fast (#4)'], { cwd: repository })
  const started = start([repository], {
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`,
  })
  await untilRunning(started)

  const { items } = await api('/jobs?kind=collect&limit=1')
  const spans = async (): Promise<{ service: string; name: string }[]> =>
    (await api(`/traces/${items[0]?.traceId}`)).spans ?? []
  await waitFor(async () => new Set((await spans()).map(({ service }) => service)).size === 4, {
    describe: 'spans of all four services',
  })
  const names = (await spans()).map(({ name }) => name)
  for (const name of ['send collector', 'wait collector', 'process collector', 'process indexer', 'process scorer']) {
    expect(names).toContain(name)
  }
  expect(names.some((name) => name.startsWith('pg.query:INSERT'))).toBe(true)
  await waitFor(() => received.includes('/v1/traces'), { describe: 'spans at the receiver' })
  receiver.close()

  const other = start(['--no-collect'])
  expect(await other.code).toBe(1)
  expect(other.stderr()).toContain(`running already, at ${credentials().url}`)
  running = started.child
  started.child.kill('SIGINT')
  expect(await started.code).toBe(0)
}, 120_000)

test('the command line collects into what runs here, and takes a person out of it again', async () => {
  execFileSync('git', ['commit', '--allow-empty', '--author=Eve <eve@example.com>', '--message', 'fix: hers (#5)'], {
    cwd: repository,
  })
  const started = start(['--no-collect'])
  await untilRunning(started)
  const assay = async (...args: string[]) => {
    const child = spawn(process.execPath, [join(root, 'scripts/assay.mjs'), ...args], {
      env: { PATH: process.env.PATH, HOME: process.env.HOME, ASSAY_HOME: join(folder, 'house') },
    })
    let [stdout, stderr] = ['', '']
    child.stdout.on('data', (text) => (stdout += text))
    child.stderr.on('data', (text) => (stderr += text))
    const [code] = await once(child, 'close')
    return { code, stdout, stderr }
  }

  const collected = await assay('collect', repository)
  expect(collected).toMatchObject({ code: 0, stderr: expect.stringContaining('1 new or changed, complete') })
  const unasked = await assay('forget', 'eve@example.com')
  expect(unasked).toMatchObject({ code: 1, stderr: expect.stringContaining('--yes') })
  const forgotten = await assay('forget', 'eve@example.com', '--yes', '--json')
  expect([forgotten.code, JSON.parse(forgotten.stdout)]).toEqual([0, expect.objectContaining({ pullRequests: 1 })])
  expect(JSON.stringify(await api('/pull-requests'))).not.toContain('Eve')
  const again = await assay('collect', repository, '--whole')
  expect(again.code).toBe(0)
  expect(JSON.stringify(await api('/pull-requests'))).not.toContain('Eve')
}, 120_000)

test('after the launcher is killed its services end by themselves, and the next start takes over', async () => {
  const killed = start(['--no-collect'])
  await untilRunning(killed)
  const { url } = credentials()
  killed.child.kill('SIGKILL')
  await waitFor(
    async () =>
      fetch(`${url}/healthz`).then(
        () => false,
        () => true,
      ),
    {
      timeoutMs: 40_000,
      describe: 'the gateway to end',
    },
  )
  const next = start(['--exit', '--json', repository])
  expect([await next.code, next.stderr()]).toEqual([0, expect.stringContaining('Assay runs at')])
}, 120_000)

test('a port that is taken is stepped over and said', async () => {
  const occupant = createServer().listen(port, '127.0.0.1')
  await once(occupant, 'listening')
  const started = start(['--no-collect', '--exit'])
  expect(await started.code).toBe(0)
  const [, used] = new RegExp(`Port ${port} is taken; using (\\d+)`).exec(started.stderr()) ?? []
  expect(Number(used)).toBeGreaterThan(port)
  occupant.close()
}, 60_000)

test('a source that cannot be read is said, with the exit code of a failure', async () => {
  const started = start(['--exit', join(folder, 'no such folder')])
  expect(await started.code).toBe(1)
  expect(started.stdout()).toMatch(/Nothing was collected: .*no such folder/)
}, 60_000)
