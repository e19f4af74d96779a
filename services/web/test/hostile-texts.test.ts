import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, openBrowser } from '@assay/testkit'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Assay, everyRoute, hasBrowser, START_MS, startAssay, untilLoaded } from './console.ts'
import { furnish } from './furnish.ts'
import { hostileTexts } from './hostile-texts.ts'

const inBrowser = hasBrowser ? describe : describe.skip
const IN_ONE = 10
const CLAIM = 'This cuts the test suite from 12 min to 4 min per run.'

/** Pull requests whose titles, descriptions, authors and file names are hostile, each with ten of the texts. */
function hostileRepository(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'assay-hostile-'))
  const git = (args: string[], input = '') => {
    const { status, stderr } = spawnSync('git', args, { cwd: path, input, encoding: 'utf8' })
    if (status !== 0) throw new Error(stderr)
  }
  git(['init', '--quiet', '--bare', '--initial-branch=main'])
  const data = (text: string) => `data ${Buffer.byteLength(text)}\n${text}\n`
  const commits = Array.from({ length: hostileTexts.length / IN_ONE }, (_, at) => {
    const texts = hostileTexts.slice(at * IN_ONE, (at + 1) * IN_ONE)
    const file = JSON.stringify(`src/${texts[1]?.replaceAll('/', '∕')}.ts`)
    const name = texts.join(' ').replaceAll(/[<>]/g, '')
    return `commit refs/heads/main
author ${name} <a@example.org> ${1_700_000_000 + at} +0000
committer ${name} <a@example.org> ${1_700_000_000 + at} +0000
${data(`fix: ${texts.join(' ')} (#${at + 1})\n\n${CLAIM}\n\n${texts.join('\n\n')}\n`)}M 100644 inline ${file}
${data(texts.join('\n'))}`
  })
  git(['fast-import', '--quiet'], commits.join(''))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

inBrowser('300 hostile texts', () => {
  const repository = hostileRepository()
  let assay: Assay
  let addresses: Record<string, string[]>
  beforeAll(async () => {
    assay = await startAssay({ source: repository.path })
    addresses = await furnish(assay, hostileTexts)
  }, START_MS)
  afterAll(async () => {
    await assay?.close()
    repository.remove()
  })

  test.each([
    ['with its own policy', false],
    ['without it', true],
  ])(
    'are texts in a report that was downloaded and is opened as a file, %s',
    async (_how, bypassCSP) => {
      const folder = mkdtempSync(join(tmpdir(), 'assay-reports-'))
      const browser = await openBrowser({ origin: 'file:', bypassCSP })
      const { page } = browser
      try {
        for (const path of addresses['/reports/$id'] ?? []) {
          const html = await fetch(`${assay.url}/api/v2${path}?format=html`, {
            headers: { authorization: `Bearer ${assay.apiKey}` },
          })
          const file = join(folder, 'report.html')
          writeFileSync(file, await html.text())
          await page.goto(`file://${file}`)
          await page.getByRole('heading', { level: 1 }).waitFor()
          expect(await inertness(page)).toEqual({ hurt: undefined, links: [] })
        }
        expect(browser.externalRequests).toEqual([])
      } finally {
        await browser.close()
        rmSync(folder, { recursive: true, force: true })
      }
    },
    START_MS,
  )

  test.each([
    ['with the content security policy', false],
    ['without it', true],
  ])(
    'are texts on the pages that show them, %s',
    async (_how, bypassCSP) => {
      const browser = await assay.browse('/', { bypassCSP })
      const { page } = browser
      page.on('dialog', (dialog) => void dialog.dismiss())
      try {
        expect(Object.keys(addresses).toSorted()).toEqual(await everyRoute(page))
        for (const path of Object.values(addresses).flat()) {
          await page.goto(`${assay.url}/console${path}`)
          await page.getByRole('heading', { level: 1 }).waitFor()
          await untilLoaded(page)
          expect([path, await inertness(page)]).toEqual([path, { hurt: undefined, links: [] }])
        }
        expect(browser.externalRequests).toEqual([])
      } finally {
        await browser.close()
      }
    },
    START_MS,
  )
})

/** Whether a text was run in the page, and what it links to that would run. */
async function inertness(page: Browser['page']): Promise<{ hurt: unknown; links: string[] }> {
  const links: string[] = await page.evaluate(
    'Array.from(document.querySelectorAll("[href],[src],[action]"), (e) => e.href || e.src || e.action)',
  )
  return {
    hurt: await page.evaluate('window.hurt'),
    links: links.filter((link) => /^(?:javascript|data):/i.test(link)),
  }
}
