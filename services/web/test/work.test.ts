import { waitFor } from '@assay/testkit'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Assay, hasBrowser, START_MS, startAssay } from './console.ts'
import { samplePrices, sampleRepository } from './sample-repository.ts'

const inBrowser = hasBrowser ? describe : describe.skip

type Listed = { id: string; title: string; kind: string | null }
type Job = { id: string; state: string; tree: { total: number; succeeded: number }; traceId: string }

inBrowser('work, people, reports and traces', () => {
  const repository = sampleRepository()
  let assay: Assay
  let fast: Listed
  let hostile: Listed
  let collect: Job
  beforeAll(async () => {
    assay = await startAssay({ source: repository.path })
    await assay.call('PUT', '/value/context', samplePrices)
    const job = async (id: string) => assay.call<Job>('GET', `/jobs/${id}`)
    const { items: jobs } = await assay.call<{ items: Job[] }>('GET', '/jobs?kind=collect')
    const root = jobs[0]?.id ?? ''
    await waitFor(async () => (await job(root)).tree.succeeded === (await job(root)).tree.total, { timeoutMs: 60_000 })
    collect = await job(root)
    const { items } = await assay.call<{ items: Listed[] }>('GET', '/pull-requests')
    const titled = (word: string) =>
      items.find(({ title }) => title.includes(word)) ?? { id: '', title: '', kind: null }
    fast = titled('faster')
    hostile = titled('onerror')
  }, START_MS)
  afterAll(async () => {
    await assay?.close()
    repository.remove()
  })

  test('filters and order stand in the address, and keys lead through the list', async () => {
    const browser = await assay.browse('/pull-requests?q=faster')
    try {
      const { page } = browser
      await page.getByRole('link', { name: fast.title }).waitFor()
      expect(await page.getByRole('link', { name: hostile.title }).count()).toBe(0)
      await page.getByRole('button', { name: 'Show all' }).click()
      await page.getByRole('link', { name: hostile.title }).waitFor()
      await page.getByText('USD a year').waitFor()
      await page.getByRole('button', { name: 'Lines' }).click()
      await page.waitForURL(/sort=size/)
      await page.getByRole('columnheader', { name: 'Lines' }).getByText('↓').waitFor()
      // Enter belongs to a button that has the focus.
      await page.getByRole('heading', { name: 'Pull requests' }).click()
      await page.keyboard.press('j')
      await page.locator('tr[aria-current=true]').waitFor()
      await page.keyboard.press('Enter')
      await page.waitForURL(/pull-requests\/[0-9a-f-]{36}/)
    } finally {
      await browser.close()
    }
  })

  test('10,000 pull requests are scrolled through with a screenful of them drawn', async () => {
    const browser = await assay.browse('/repositories')
    try {
      const { page } = browser
      const { items } = await assay.call<{ items: Listed[] }>('GET', '/pull-requests?limit=1')
      const many = Array.from({ length: 10_000 }, (_, index) => ({
        ...items[0],
        id: rowId(index),
        title: `Row ${index}`,
      }))
      await page.route('**/api/v2/pull-requests?*', (route) =>
        route.fulfill({ json: { items: many, nextCursor: null } }),
      )
      await page.getByRole('link', { name: 'Pull requests' }).click()
      await page.getByRole('link', { name: 'Row 0', exact: true }).waitFor()
      const frames: number[] = await page.evaluate(`new Promise((done) => {
        const scroller = document.querySelector('section[aria-label="Pull requests"]')
        const frames = []
        let before = performance.now()
        const step = (now) => {
          frames.push(now - before)
          before = now
          scroller.scrollTop += 600
          if (frames.length < 120) requestAnimationFrame(step)
          else done(frames)
        }
        requestAnimationFrame(step)
      })`)
      const sorted = frames.toSorted((a, b) => a - b)
      const [middle = 0, slow = 0] = [sorted[60], sorted[114]]
      process.stderr.write(
        `10,000 rows: a frame took ${middle.toFixed(1)} ms, 1 of 20 more than ${slow.toFixed(1)} ms\n`,
      )
      expect(await page.locator('tbody tr').count()).toBeLessThan(100)
      await page.evaluate(`document.querySelector('section[aria-label="Pull requests"]').scrollTop = 1e9`)
      await page.getByRole('link', { name: 'Row 9999', exact: true }).waitFor()
    } finally {
      await browser.close()
    }
  })

  test('a claim is marked where it stands, to the letter, and priced with what that rests on', async () => {
    const browser = await assay.browse(`/pull-requests/${fast.id}`)
    try {
      const { page } = browser
      const description = page.getByRole('region', { name: 'Description' })
      await description.getByText('12 min to 4 min').waitFor()
      const { value } = await assay.call<{ value: { claims: { text: string; field: string }[] } }>(
        'GET',
        `/pull-requests/${fast.id}`,
      )
      const [claim] = value.claims.filter(({ field }) => field === 'body')
      expect((await description.locator('mark').allTextContents()).join('')).toBe(claim?.text)
      await page.getByRole('list', { name: 'Reasons of the significance' }).getByText('base rate').waitFor()
      await page.getByRole('cell', { name: 'the declared prices' }).first().waitFor()
    } finally {
      await browser.close()
    }
  })

  test('what was measured after the merge stands beside the claim, and can be taken back', async () => {
    const browser = await assay.browse(`/pull-requests/${fast.id}`)
    try {
      const { page } = browser
      await page.getByRole('button', { name: /^Say what was measured after the merge of claim 1/ }).click()
      await page.getByText('Give the number that was measured.').waitFor()
      await page.getByLabel('Measured *').fill('4.1')
      await page.getByLabel('Link', { exact: true }).fill('https://example.org/dashboard')
      await page.getByLabel('Quote').fill('4.1 min <b>now</b>')
      expect(await browser.violations()).toEqual([])
      await page.getByRole('button', { name: 'Note it' }).click()
      const observed = page.getByRole('list', { name: 'Observed after the merge' })
      await observed.getByText('borne out', { exact: true }).waitFor()
      await observed.getByText('4.1 min <b>now</b>').waitFor()
      await observed.getByText('your key').waitFor()
      expect(await observed.getByRole('link').getAttribute('href')).toBe('https://example.org/dashboard')
      expect(await browser.violations()).toEqual([])
      const { items } = await assay.call<{ items: object[] }>('GET', `/pull-requests/${fast.id}/observations`)
      expect(items).toMatchObject([{ value: 4.1, unit: 'min', confirms: true }])

      await page.getByRole('button', { name: 'Take back that 4.1 min was measured' }).click()
      await observed.waitFor({ state: 'detached' })
      expect(await assay.call('GET', `/pull-requests/${fast.id}/observations`)).toEqual({ items: [] })
      expect(browser.consoleErrors).toEqual([])
    } finally {
      await browser.close()
    }
  })

  test('what others wrote stays text', async () => {
    const browser = await assay.browse(`/pull-requests/${hostile.id}`)
    try {
      const { page } = browser
      await page.getByRole('heading', { name: 'onerror=alert(1)' }).waitFor()
      expect(await page.locator('img, main b').count()).toBe(0)
      await page.getByText('Not valued').waitFor()
    } finally {
      await browser.close()
    }
  })

  test('names are one person’s once somebody says so, and that can be taken back', async () => {
    const browser = await assay.browse('/people/names')
    try {
      const { page } = browser
      await page.getByRole('button', { name: /are one person$/ }).click()
      await page.getByText('No names look alike').waitFor()
      await page.getByRole('button', { name: /^Take back/ }).click()
      await page.getByText('Nothing was said yet').waitFor()
      await page.getByRole('button', { name: /are two people$/ }).waitFor()
    } finally {
      await browser.close()
    }
  })

  test('a report is built, previewed and offered in every format', async () => {
    const browser = await assay.browse('/reports')
    try {
      const { page } = browser
      await page.getByLabel('First day').fill('2000-01-01')
      await page.getByLabel('Last day').fill('2099-12-31')
      await page.getByLabel('Title').fill('What was done')
      await page.getByRole('button', { name: 'Write the report' }).click()
      await page.waitForURL(/reports\/[0-9a-f-]{36}/)
      await page.frameLocator('iframe').getByRole('heading', { name: 'What was done' }).waitFor({ timeout: 60_000 })
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: 'Markdown' }).click(),
      ])
      expect(download.suggestedFilename()).toMatch(/^report-.*\.md$/)
      expect(await page.getByRole('link', { name: /^(?:PDF|Page|Data)$/ }).count()).toBe(3)
    } finally {
      await browser.close()
    }
  })

  test('the trace of a job shows waits, the critical path, what was searched for, and one span by its link', async () => {
    const browser = await assay.browse(`/jobs/${collect.id}/trace?find=assay.job.kind%3Dscore`)
    try {
      const { page } = browser
      await page.getByRole('button', { name: 'wait collector' }).first().waitFor()
      await page.getByText(/^[1-9]\d* found$/).waitFor()
      await page.getByRole('button', { name: 'Next found' }).click()
      await page.waitForURL(/span=/)
      const link = page.url()
      const detail = page.getByRole('complementary', { name: 'Span' })
      await detail.getByText('assay.job.kind').waitFor()
      const name = await detail.getByRole('heading').first().textContent()
      await page.goto('about:blank')
      await page.goto(link)
      await detail.getByRole('heading', { name: name ?? '' }).waitFor()
      await page
        .locator('[aria-current=true]')
        .getByText(name ?? '')
        .waitFor()
    } finally {
      await browser.close()
    }
  })

  test('a trace of 5,000 spans is drawn at once', async () => {
    const browser = await assay.browse('/traces')
    try {
      const { page } = browser
      const traceId = 'f'.repeat(32)
      await page.route(`**/api/v2/traces/${traceId}`, (route) =>
        route.fulfill({ json: { traceId, spans: manySpans(traceId) } }),
      )
      await page.locator('tbody a').first().waitFor()
      const drawnMs: number = await page.evaluate(`new Promise((drawn) => {
        const began = performance.now()
        const watch = new MutationObserver(() => {
          if (!document.querySelector('[data-rows="5000"] [aria-expanded]')) return
          watch.disconnect()
          requestAnimationFrame(() => requestAnimationFrame(() => drawn(performance.now() - began)))
        })
        watch.observe(document.body, { childList: true, subtree: true })
        history.pushState({}, '', '/console/traces/${traceId}')
        dispatchEvent(new PopStateEvent('popstate', { state: {} }))
      })`)
      process.stderr.write(`5,000 spans were drawn ${Math.round(drawnMs)} ms after the trace was asked for\n`)
      // The aim is 1,000 ms on an idle machine.
      expect(drawnMs).toBeLessThan(10_000)
      await page.getByText('5,000 spans').waitFor()
    } finally {
      await browser.close()
    }
  })
})

const rowId = (index: number) => `00000000-0000-7000-8000-${String(index).padStart(12, '0')}`

const manySpans = (traceId: string) =>
  Array.from({ length: 5_000 }, (_, index) => ({
    traceId,
    spanId: `s${index}`,
    parentSpanId: index === 0 ? null : `s${Math.floor((index - 1) / 8)}`,
    service: 'collector',
    name: `step ${index}`,
    kind: 'internal',
    startedAtNs: String(1_760_000_000_000_000_000n + BigInt(index) * 1_000_000n),
    durationNs: String(BigInt(1 + (index % 50)) * 1_000_000n),
    status: index % 97 === 0 ? 'error' : 'unset',
    statusMessage: null,
    attributes: { 'assay.job.kind': 'score', index },
    events: [],
    links: [],
  }))
