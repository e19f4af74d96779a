import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findChromium, openBrowser, testDatabase, testRedisUrl, waitFor } from '@assay/testkit'

const root = join(import.meta.dirname, '../../..')
/** Below the ports that the system gives to whoever connects somewhere; each test process has its own. */
const port = 21_000 + (process.pid % 9_000)

/** On a busy machine all of it takes its time to start. */
export const START_MS = 240_000

/** Tests of the console need a browser; without one they are left out, and Jest says how many. */
export const hasBrowser = findChromium() !== undefined

/** The whole of Assay as `npm start` runs it, on a database of its own, optionally with a repository collected. */
export async function startAssay({ source, env = {} }: { source?: string; env?: Record<string, string> } = {}) {
  const home = await mkdtemp(join(tmpdir(), 'assay-console-'))
  const database = await testDatabase()
  const child: ChildProcess = spawn(
    process.execPath,
    [join(root, 'scripts/start.mjs'), ...(source ? [source] : ['--no-collect'])],
    {
      cwd: root,
      env: {
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        ASSAY_HOME: home,
        ASSAY_PORT: String(port),
        DATABASE_URL: database.url,
        REDIS_URL: testRedisUrl() ?? '',
        QUEUE_PREFIX: `console-${crypto.randomUUID().slice(0, 8)}`,
        ...env,
      },
    },
  )
  const ended = once(child, 'exit')
  let said = ''
  child.stderr?.on('data', (text) => (said += text))
  await waitFor(() => said.includes('Ctrl-C stops it.') || child.exitCode !== null, { timeoutMs: START_MS }).finally(
    () => {
      if (child.exitCode !== null) process.stderr.write(said)
    },
  )
  const { url, apiKey }: { url: string; apiKey: string } = JSON.parse(
    await readFile(join(home, 'credentials.json'), 'utf8'),
  )

  const call = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const response = await fetch(`${url}/api/v2${path}`, {
      method,
      headers: {
        authorization: `Bearer ${apiKey}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
    return (response.status === 204 ? undefined : await response.json()) as T
  }

  return {
    url,
    apiKey,
    /** Of the launcher, whose children the services are. */
    pid: child.pid ?? 0,
    call,
    /** A browser that is signed in, with this key or one that may do everything, and stands at this page of the console. */
    async browse(
      path = '/',
      { key, ...options }: Omit<Parameters<typeof openBrowser>[0], 'origin'> & { key?: string } = {},
    ) {
      const browser = await openBrowser({ origin: url, ...options })
      const { page } = browser
      try {
        if (key === undefined) await page.goto(url + (await call<{ path: string }>('POST', '/sign-in-links')).path)
        else {
          await page.goto(`${url}/admin/sign-in`)
          await page.getByLabel('API key').fill(key)
          await page.getByRole('button', { name: 'Sign in' }).click()
        }
        await page.waitForURL(`${url}/console/`)
        if (path !== '/') await page.goto(`${url}/console${path}`)
        return browser
      } catch (error) {
        // One that nobody holds would keep the tests from ending.
        await browser.close()
        throw error
      }
    },
    async close() {
      child.kill('SIGINT')
      await ended
      await database.drop()
      await rm(home, { recursive: true, force: true })
    },
  }
}

/** Until a page says nowhere any more that something is loading. */
export const untilLoaded = (page: Page) =>
  waitFor(async () => (await page.locator('[role=status]:has-text("Loading")').count()) === 0, {
    timeoutMs: 30_000,
    describe: 'all of the page to be loaded',
  })

/** The paths of all routes of the console, as its router tells them in the page. */
export const everyRoute = (page: Page): Promise<string[]> =>
  page.evaluate('Object.keys(__TSR_ROUTER__.routesByPath).toSorted()')

type Page = Awaited<ReturnType<typeof openBrowser>>['page']

export type Assay = Awaited<ReturnType<typeof startAssay>>
