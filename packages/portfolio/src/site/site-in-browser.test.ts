import { type Browser, findChromium, openBrowser } from '@assay/testkit'
import { expect, test } from '@jest/globals'
import { hostileTexts } from '../testing/hostile-texts.ts'
import { sampleAchievement, sampleDocument, samplePortfolio, samplePullRequest } from '../testing/sample-portfolio.ts'
import { writeSite } from '../testing/write-site.ts'
import { renderSite, type Site } from './render-site.ts'

/** Skipped where there is no Chromium: install the package "chromium", or name one in ASSAY_CHROMIUM. */
const inBrowser = findChromium() ? test : test.skip

/** Opens a site from the disk, where no policy protects it. */
const fromDisk = async (site: Site, look: (browser: Browser, url: string) => Promise<void>) => {
  const { url, remove } = writeSite(site)
  const browser = await openBrowser({ origin: url })
  try {
    await look(browser, url)
  } finally {
    await browser.close()
    remove()
  }
}

inBrowser('an exported site works from the disk: styles, links and search', async () => {
  await fromDisk(await renderSite(samplePortfolio()), async ({ page, consoleErrors, externalRequests }, url) => {
    await page.goto(`${url}/index.html`)
    expect(await page.evaluate('getComputedStyle(document.body).margin')).toBe('0px')
    await page.fill('#query', 'CÁCHE halve')
    expect(await page.textContent('[data-status]')).toBe('3 found')
    expect(await page.isVisible('[data-found] mark')).toBe(true)
    await page.click('[data-found] a')
    expect(await page.textContent('h1')).toContain('A faster build')
    await page.click('nav a')
    expect(await page.textContent('h1')).toBe('Ada Lovelace')
    await page.click('text=How these numbers are made')
    expect(await page.textContent('h1')).toBe('How these numbers are made')
    expect({ consoleErrors, externalRequests }).toEqual({ consoleErrors: [], externalRequests: [] })
  })
})

inBrowser('without scripts everything can be read, and no search is promised', async () => {
  await fromDisk(await renderSite(samplePortfolio()), async ({ page }, url) => {
    await page.route('**/*.js', (route) => route.abort())
    await page.goto(`${url}/index.html`)
    expect(await page.isVisible('form')).toBe(false)
    expect(await page.isVisible('text=A faster build, and a queue that keeps its order (3)')).toBe(true)
  })
})

const hostilePortfolio = () =>
  samplePortfolio({
    profile: {
      name: hostileTexts[0] ?? '',
      headline: hostileTexts[1] ?? '',
      about: hostileTexts.join('\n\n'),
      links: [
        { label: hostileTexts[11] ?? '', url: 'javascript:hit()' },
        { label: 'data', url: 'data:text/html,<script>hit()</script>' },
        ...hostileTexts.map((label) => ({ label, url: `https://example.org/?${label}` })),
      ],
    },
    method: hostileTexts[2] ?? '',
    achievements: hostileTexts.map((text, at) =>
      sampleAchievement(at, {
        title: text,
        story: `${text}\n\n## ${text}\n\n- ${text}\n\n> ${text}`,
        evidence: [
          samplePullRequest(at, {
            ...{ title: text, repository: text, author: text, note: text, changeKind: text },
            url: at % 2 === 0 ? 'javascript:hit()' : `https://example.org/${text}`,
            quote: { text, field: text, start: 0, end: 1 },
            history: [{ event: 'reverted', by: text, at: text, quote: text }],
          }),
          sampleDocument({ name: text, title: text, note: text, quote: { text, field: text, start: 0, end: 1 } }),
        ],
      }),
    ),
  })

inBrowser(
  'no text of anybody runs, even where no policy forbids it',
  async () => {
    await fromDisk(await renderSite(hostilePortfolio()), async ({ page, consoleErrors, externalRequests }, url) => {
      let hits = 0
      await page.exposeFunction('hit', () => {
        hits += 1
      })
      page.on('dialog', (dialog) => dialog.dismiss())
      const scripts = 'document.querySelectorAll("script").length'
      const inert = `[...document.querySelectorAll('*')].flatMap((element) => [...element.attributes])
      .filter(({ name, value }) => name.startsWith('on') || name === 'style' || /^\\s*(javascript|data|vbscript):/i.test(value))
      .map(({ name, value }) => name + '=' + value)`
      await page.goto(`${url}/index.html`)
      await page.fill('#query', 'hit()')
      expect(await page.evaluate('document.querySelectorAll("[data-found] li").length')).toBeGreaterThan(10)
      expect(await page.evaluate(scripts)).toBe(2)
      expect(await page.evaluate(inert)).toEqual([])
      const pages: string[] = await page.evaluate("[...document.querySelectorAll('.cards a')].map(({ href }) => href)")
      expect(pages).toHaveLength(hostileTexts.length)
      for (const address of [...pages, `${url}/method.html`]) {
        await page.goto(address)
        expect(await page.evaluate(scripts)).toBe(0)
        expect(await page.evaluate(inert)).toEqual([])
      }
      expect({ hits, consoleErrors, externalRequests }).toEqual({ hits: 0, consoleErrors: [], externalRequests: [] })
    })
  },
  240_000,
)
