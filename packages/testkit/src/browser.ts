import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { chromium } from 'playwright-core'

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
/** As root Chromium has no sandbox; the rest keeps it from asking hosts elsewhere on its own. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/** The Chromium of this machine, if it has one; ASSAY_CHROMIUM names another. */
export const findChromium = (): string | undefined =>
  [process.env.ASSAY_CHROMIUM ?? '', ...PLACES].find((path) => path !== '' && existsSync(path))

type OpenBrowserOptions = {
  /** What may be asked for; anything else counts as an external request. */
  origin: string
  colorScheme?: 'light' | 'dark'
  viewport?: { width: number; height: number }
  /** Leaves the pages' Content-Security-Policy out, to see whether they are safe without it. */
  bypassCSP?: boolean
}

/** A headless Chromium with one empty page that notes what went wrong in it. */
export async function openBrowser({ origin, bypassCSP = false, ...context }: OpenBrowserOptions) {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('There is no Chromium here: install the package "chromium"')
  const browser = await chromium.launch({ executablePath, args: ARGUMENTS })
  const page = await (await browser.newContext({ ...context, bypassCSP, reducedMotion: 'reduce' })).newPage()
  const consoleErrors: string[] = []
  const externalRequests: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') consoleErrors.push(`${message.text()} (${message.location().url})`)
  })
  page.on('pageerror', (error) => consoleErrors.push(error.stack ?? error.message))
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(origin) && !/^(?:data|blob|about):/.test(url)) externalRequests.push(url)
  })

  return {
    page,
    consoleErrors,
    externalRequests,
    /** What axe-core finds wrong with the page as it is now: rule, and where. */
    async violations(): Promise<string[]> {
      await page.evaluate(readFileSync(AXE, 'utf8'))
      const found: { id: string; nodes: { html: string; failureSummary?: string }[] }[] = await page.evaluate(
        'axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) => violations)',
      )
      return found.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
      )
    },
    close: () => browser.close(),
  }
}

export type Browser = Awaited<ReturnType<typeof openBrowser>>
