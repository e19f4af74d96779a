import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { waitFor } from '@assay/testkit'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Assay, hasBrowser, START_MS, startAssay, untilLoaded } from './console.ts'
import { hostileTexts } from './hostile-texts.ts'

const inBrowser = hasBrowser ? describe : describe.skip
const IN_ONE = 10

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
    const name = (texts[2] ?? '').replaceAll(/[<>]/g, '')
    return `commit refs/heads/main
author ${name} <a@example.org> ${1_700_000_000 + at} +0000
committer ${name} <a@example.org> ${1_700_000_000 + at} +0000
${data(`fix: ${texts[0]} (#${at + 1})\n\n${texts.join('\n\n')}\n`)}M 100644 inline ${file}
${data(texts.join('\n'))}`
  })
  git(['fast-import', '--quiet'], commits.join(''))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

inBrowser('300 hostile texts', () => {
  const repository = hostileRepository()
  let assay: Assay
  let paths: string[]
  beforeAll(async () => {
    assay = await startAssay({ source: repository.path })
    const form = new FormData()
    const text = `# Hostile\n\n${hostileTexts.join('\n\n')}\n`
    form.append('file', new File([text], `${hostileTexts[2]}.md`, { type: 'text/markdown' }))
    form.append('file', new File([`<h1>${hostileTexts.join('</h1><h1>')}</h1>`], 'hostile.html', { type: 'text/html' }))
    const response = await fetch(`${assay.url}/api/v2/documents`, {
      method: 'POST',
      headers: { authorization: `Bearer ${assay.apiKey}` },
      body: form,
    })
    expect(response.status).toBe(202)
    const { items: added } = (await response.json()) as { items: { document: { id: string } }[] }
    const read = async (id: string) => (await assay.call<{ status: string }>('GET', `/documents/${id}`)).status
    for (const { document } of added)
      await waitFor(async () => (await read(document.id)) !== 'received', { timeoutMs: 60_000 })
    const { items } = await assay.call<{ items: { id: string }[] }>('GET', '/pull-requests?limit=100')
    expect(items).toHaveLength(hostileTexts.length / IN_ONE)
    paths = [
      ...['/', '/pull-requests', '/repositories', '/people/names', '/jobs', '/documents', '/achievements', '/traces'],
      `/search?q=${encodeURIComponent('hurt onerror')}`,
      `/ask?question=${encodeURIComponent('What does hurt onerror mean?')}`,
      ...added.map(({ document }) => `/documents/${document.id}?chunks=sentence`),
      ...items.map(({ id }) => `/pull-requests/${id}`),
    ]
  }, START_MS)
  afterAll(async () => {
    await assay?.close()
    repository.remove()
  })

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
        for (const path of paths) {
          await page.goto(`${assay.url}/console${path}`)
          await page.getByRole('heading', { level: 1 }).waitFor()
          await untilLoaded(page)
          const hrefs: string[] = await page.evaluate(
            'Array.from(document.querySelectorAll("[href],[src],[action]"), (e) => e.href || e.src || e.action)',
          )
          expect([path, hrefs.filter((href) => /^(?:javascript|data):/i.test(href))]).toEqual([path, []])
          expect([path, await page.evaluate('window.hurt')]).toEqual([path, undefined])
        }
        expect(browser.externalRequests).toEqual([])
      } finally {
        await browser.close()
      }
    },
    START_MS,
  )
})
