import { findChromium, openBrowser } from '@assay/testkit'
import { expect, test } from '@jest/globals'
import { openGateway } from '../testing/gateway-fixture.ts'
import { addDraft, declarePrices, publish, publishProfile, storeEvidence } from '../testing/portfolio-fixture.ts'

/** Skipped where there is no Chromium: install the package "chromium", or name one in ASSAY_CHROMIUM. */
const inBrowser = findChromium() ? test : test.skip

inBrowser(
  'a published portfolio is for everybody: light, dark, on paper, and at any width',
  async () => {
    const gateway = await openGateway()
    const origin = await gateway.app.listen({ host: '127.0.0.1', port: 0 })
    await declarePrices(gateway)
    const { faster, order, document } = await storeEvidence(gateway)
    const story = 'It was **slow**.\n\n## What was done\n\n- Modules are kept\n\n[Notes](https://example.org/)'
    for (const title of ['A faster build', 'A queue that keeps its order']) {
      await publish(gateway, await addDraft(gateway, { title, story, evidence: [faster, order, document] }))
    }
    const links = [{ label: 'Home', url: 'https://example.org/ada' }]
    await publishProfile(gateway, { name: 'Ada', headline: 'Builds', about: 'About **me**.', links })

    for (const colorScheme of ['light', 'dark'] as const) {
      for (const width of [320, 1_440]) {
        const browser = await openBrowser({ origin, colorScheme, viewport: { width, height: 800 } })
        const { page, consoleErrors, externalRequests } = browser
        await page.goto(`${origin}/portfolio/`)
        const cases: string[] = await page.evaluate(
          "[...document.querySelectorAll('.cards a')].map(({ href }) => href)",
        )
        expect(cases).toHaveLength(2)
        for (const address of [`${origin}/portfolio/`, ...cases, `${origin}/portfolio/method.html`]) {
          await page.goto(address)
          await page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
          expect(await browser.violations()).toEqual([])
          expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width)
        }
        await page.goto(`${origin}/portfolio/`)
        await page.fill('#query', 'modules')
        expect(await page.textContent('[data-status]')).toMatch(/^\d+ found$/)
        expect(await browser.violations()).toEqual([])
        expect({ consoleErrors, externalRequests }).toEqual({ consoleErrors: [], externalRequests: [] })
        await browser.close()
      }
    }
    await gateway.close()
  },
  240_000,
)
