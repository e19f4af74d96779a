import { type Browser, waitFor } from '@assay/testkit'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Assay, everyRoute, hasBrowser, START_MS, startAssay, untilLoaded } from './console.ts'
import { furnish } from './furnish.ts'
import { samplePrices, sampleRepository } from './sample-repository.ts'

const inBrowser = hasBrowser ? describe : describe.skip
const NARROW = { width: 320, height: 700 }
/** Where something is done that needs more than reading. */
const ACTS = [
  '/achievements',
  '/achievements/$id',
  '/achievements/new',
  '/dead-letters',
  '/documents/$id',
  '/jobs',
  '/jobs/$id',
  '/people/names',
  '/portfolio-settings',
  '/pull-requests/$id',
  '/queues',
  '/reports',
  '/repositories',
  '/schedules',
  '/submit',
]
const WIDE = { width: 1280, height: 800 }

inBrowser('every page of the console', () => {
  const repository = sampleRepository()
  let assay: Assay
  let addresses: Record<string, string[]>
  beforeAll(async () => {
    assay = await startAssay({ source: repository.path })
    await assay.call('PUT', '/value/context', samplePrices)
    addresses = await furnish(assay, ['The pilots wait', 'for the tide tables', 'of the harbour'])
  }, START_MS)
  afterAll(async () => {
    await assay?.close()
    repository.remove()
  })

  test('is known to this test by an address', async () => {
    const browser = await assay.browse('/')
    try {
      expect(Object.keys(addresses).toSorted()).toEqual(await everyRoute(browser.page))
    } finally {
      await browser.close()
    }
  })

  test.each([
    ['light', WIDE],
    ['dark', NARROW],
  ] as const)(
    'is accessible in %s, fits a narrow screen, and is clean of errors and requests elsewhere',
    async (colorScheme, viewport) => {
      const browser = await assay.browse('/', { colorScheme, viewport })
      const { page } = browser
      try {
        for (const path of Object.values(addresses).flat()) {
          await page.setViewportSize(viewport)
          await page.goto(`${assay.url}/console${path}`)
          await page.getByRole('heading', { level: 1 }).waitFor()
          await untilLoaded(page)
          expect([path, await browser.violations()]).toEqual([path, []])
          await page.setViewportSize(NARROW)
          await untilFits(page, NARROW.width, path)
          expect([path, browser.consoleErrors, browser.externalRequests]).toEqual([path, [], []])
        }
      } finally {
        await browser.close()
      }
    },
    START_MS,
  )

  test(
    'tells a key that may only read what it lacks, and offers it nothing that is then refused',
    async () => {
      const { key } = await assay.call<{ key: string }>('POST', '/keys', { name: 'reader', scopes: ['read'] })
      const browser = await assay.browse('/', { key })
      const { page } = browser
      const refused: string[] = []
      page.on('response', (answer) => {
        if (answer.status() === 403) refused.push(`${answer.request().method()} ${answer.url()} at ${page.url()}`)
      })
      const acts: string[] = []
      try {
        for (const [route, [path = '']] of Object.entries(addresses)) {
          const open = async () => {
            await page.goto(`${assay.url}/console${path}`)
            await page.getByRole('heading', { level: 1 }).waitFor()
            // Until then nobody knows what the key may do.
            await page.getByText(/^default · /).waitFor()
            await untilLoaded(page)
          }
          await open()
          for (const field of await page.getByRole('main').getByRole('textbox').all())
            if (await field.isEditable()) await field.fill('Ada')
          const lacking = page.locator('main button[title^="Your key lacks"]')
          if ((await lacking.count()) > 0) acts.push(route)
          expect([route, await lacking.and(page.locator(':enabled')).count()]).toEqual([route, 0])
          const offered = page.locator('main button:enabled')
          for (let at = 0; at < (await offered.count()); at += 1) {
            await offered.nth(at).click({ timeout: 10_000 })
            await page.keyboard.press('Escape')
            if (new URL(page.url()).pathname !== new URL(`${assay.url}/console${path}`).pathname) await open()
          }
        }
        expect(acts.toSorted()).toEqual(ACTS)
        expect(refused).toEqual([])
      } finally {
        await browser.close()
      }
    },
    START_MS,
  )
})

/** Charts are drawn anew a moment after the page became narrower. */
const untilFits = (page: Browser['page'], width: number, path: string) =>
  waitFor(async () => (await page.evaluate('document.documentElement.scrollWidth')) === width, {
    describe: `${path} to fit ${width} pixels`,
  })
