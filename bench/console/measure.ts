import { setTimeout } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { type EmbeddedStack, until, WORKSPACE } from '../embedded-stack.ts'

const FRAMES = 240
const PIXELS_A_FRAME = 60
const SPANS = 5_000
const WITHIN_MS = 30_000
/** What runs in the page is text: these files know no browser. */
const SCROLLER = "document.querySelector('table').parentElement"

/** Opens a page anew. @returns milliseconds from the navigation until the first contentful paint (W3C Paint Timing). */
export async function firstPaint(page: Page, url: string): Promise<{ ms: number; scriptBytes: number }> {
  await page.goto(url)
  await until(() => page.evaluate("performance.getEntriesByName('first-contentful-paint').length > 0"), WITHIN_MS)
  return page.evaluate(`(() => {
    const [paint] = performance.getEntriesByName('first-contentful-paint')
    const scripts = performance
      .getEntriesByType('resource')
      .filter(({ name, startTime }) => name.endsWith('.js') && startTime <= paint.startTime)
    return { ms: paint.startTime, scriptBytes: scripts.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0) }
  })()`)
}

/** Milliseconds from a key being pressed until the dialog that it opens is painted. */
export async function typedUntilShown(page: Page, url: string): Promise<number> {
  await page.goto(`${url}/console/pull-requests`)
  await page.locator('tbody tr').first().waitFor()
  // Listens before the key is pressed: the browser passes keys and scripts on by different ways.
  await page.evaluate(`window.shown = new Promise((resolve) => {
    addEventListener('keydown', ({ timeStamp }) => {
      const watch = new MutationObserver(() => {
        if (!document.querySelector('[role=dialog]')) return
        watch.disconnect()
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - timeStamp)))
      })
      watch.observe(document.body, { childList: true, subtree: true })
    }, { capture: true, once: true })
  }); undefined`)
  await page.keyboard.press('?')
  return page.evaluate('window.shown')
}

/** Loads all rows of a table by scrolling, then scrolls back over them. @returns milliseconds of each frame of that. */
export async function framesWhileScrolling(page: Page, url: string, rows: number): Promise<number[]> {
  await page.goto(url)
  const table = page.locator('table')
  await table.waitFor()
  const loaded = async () => Number(await table.getAttribute('aria-rowcount')) - 1
  while ((await loaded()) < rows) {
    const before = await loaded()
    await page.evaluate(`${SCROLLER}.scrollTo({ top: 1e9 })`)
    await until(async () => (await loaded()) > before, WITHIN_MS)
  }
  return page.evaluate(`new Promise((resolve) => {
    const taken = []
    let last = performance.now()
    const step = (now) => {
      taken.push(now - last)
      last = now
      ${SCROLLER}.scrollBy({ top: -${PIXELS_A_FRAME} })
      if (taken.length < ${FRAMES}) requestAnimationFrame(step)
      else resolve(taken.slice(1))
    }
    requestAnimationFrame(step)
  })`)
}

/**
 * Milliseconds from the answer to a submission, which comes at any moment, until the list of jobs, which stands open,
 * tells that there is one. The page itself notes when: asking it again and again would add a wait of its own.
 */
export async function statusVisible(page: Page, { url, call }: EmbeddedStack): Promise<number> {
  await page.goto(`${url}/console/jobs`)
  await page.locator('tbody tr').first().waitFor()
  await page.evaluate(`window.told = new Promise((resolve) => {
    const watch = new MutationObserver(() => {
      if (![...document.querySelectorAll('button')].some(({ textContent }) => /^\\d+ new/.test(textContent))) return
      watch.disconnect()
      resolve(Date.now())
    })
    watch.observe(document.body, { childList: true, subtree: true, characterData: true })
  }); undefined`)
  await setTimeout(Math.random() * 1_000)
  await call('POST', '/jobs', { kind: 'collect', payload: { source: '/nowhere/at/all' } })
  const submitted = Date.now()
  const told: number = await page.evaluate('window.told')
  return Math.max(0, told - submitted)
}

/** A job that spawned so many others. @returns its id */
export async function manySpawned({ db }: EmbeddedStack, count: number): Promise<string> {
  const id = crypto.randomUUID()
  await db.query(
    `INSERT INTO jobs (id, workspace, kind, queue, payload, priority, state, max_attempts, parent_id, root_id, finished_at)
     SELECT CASE WHEN n = 0 THEN $1::uuid ELSE gen_random_uuid() END, $2, CASE WHEN n = 0 THEN 'collect' ELSE 'index' END,
            'indexer', '{"pullRequestIds": []}', 1, CASE WHEN n % 100 = 1 THEN 'failed' ELSE 'succeeded' END, 1,
            CASE WHEN n > 0 THEN $1::uuid END, $1, now()
       FROM generate_series(0, $3::int) n`,
    [id, WORKSPACE, count],
  )
  return id
}

/** Milliseconds from opening the page of a job until what it spawned is shown. */
export async function spawnedShown(page: Page, { url }: EmbeddedStack, id: string): Promise<number> {
  const began = performance.now()
  await page.goto(`${url}/console/jobs/${id}`)
  await page.getByRole('button', { name: /index, succeeded$/ }).waitFor()
  return performance.now() - began
}

/** Milliseconds from opening a group of what a job spawned until the first jobs of it are shown; the page stays. */
export async function groupOpened(page: Page): Promise<number> {
  const began = performance.now()
  await page.getByRole('button', { name: /index, succeeded$/ }).click()
  await page.getByRole('button', { name: 'More' }).waitFor()
  return performance.now() - began
}

/** Milliseconds from opening a trace of many spans, which are given to the page, until they are painted. */
export async function spansDrawn(page: Page, url: string): Promise<number> {
  const traceId = 'f'.repeat(32)
  await page.route(`**/api/v2/traces/${traceId}`, (route) => route.fulfill({ json: { traceId, spans: madeSpans() } }))
  await page.goto(`${url}/console/traces`)
  await page.locator('tbody a').first().waitFor()
  return page.evaluate(`new Promise((resolve) => {
    const began = performance.now()
    const watch = new MutationObserver(() => {
      if (!document.querySelector('[data-rows="${SPANS}"] [aria-expanded]')) return
      watch.disconnect()
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - began)))
    })
    watch.observe(document.body, { childList: true, subtree: true })
    history.pushState({}, '', '/console/traces/${traceId}')
    dispatchEvent(new PopStateEvent('popstate', { state: {} }))
  })`)
}

/** A root and its children, some of which have children of their own. */
const madeSpans = () =>
  Array.from({ length: SPANS }, (_, at) => ({
    spanId: at.toString(16).padStart(16, '0'),
    parentSpanId:
      at === 0
        ? null
        : Math.floor((at - 1) / 10)
            .toString(16)
            .padStart(16, '0'),
    service: at % 3 === 0 ? 'collector' : 'indexer',
    name: `work ${at}`,
    kind: 'internal',
    startedAtNs: String(1_700_000_000_000_000_000n + BigInt(at) * 1_000_000n),
    durationNs: String(at === 0 ? 6_000_000_000 : 900_000),
    status: 'unset',
    statusMessage: null,
    attributes: { at },
    events: [],
    links: [],
  }))
