import { openBrowser, waitFor } from '@assay/testkit'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Assay, hasBrowser, START_MS, startAssay } from './console.ts'
import { samplePrices, sampleRepository } from './sample-repository.ts'

const inBrowser = hasBrowser ? describe : describe.skip
const HOSTILE = '<img src=x onerror="window.hurt=1"><script>window.hurt=1</script>'
const STORY = [
  'It was **slow**.',
  '## What was done',
  '- Modules are kept\n- `vite` builds once',
  '> Nobody waits now',
  `[Notes](https://example.org/) [bad](javascript:window.hurt=1) ${HOSTILE}`,
].join('\n\n')
const CLAIM = 'This cuts the test suite from 12 min to 4 min per run.'

/** The words of what is shown, with the elements that say what they are; without blanks. */
const outlineOf = (selector: string) => `(() => {
  const isFrame = ({ localName, parentElement }) => localName === 'span' || parentElement?.localName === 'blockquote'
  const outline = (node) =>
    node.nodeType === Node.TEXT_NODE
      ? node.textContent.replaceAll(/\\s/g, '')
      : (isFrame(node) ? '' : '<' + node.localName.replace(/^h[23]$/, 'h') + '>') + [...node.childNodes].map(outline).join('')
  return [...document.querySelectorAll(${JSON.stringify(selector)})].map(outline).join('')
})()`

inBrowser('achievements and the portfolio in the console', () => {
  const repository = sampleRepository()
  let assay: Assay
  beforeAll(async () => {
    assay = await startAssay({ source: repository.path })
    await assay.call('PUT', '/value/context', samplePrices)
  }, START_MS)
  afterAll(async () => {
    await assay?.close()
    repository.remove()
  })

  test('from evidence to the public: what is published is seen by everybody, and nothing else', async () => {
    const browser = await assay.browse('/achievements')
    const { page, violations } = browser
    const button = (name: string | RegExp) => page.getByRole('button', { name })
    const confirm = async (name: string) => {
      await page.getByRole('alertdialog').getByRole('button', { name, exact: true }).click()
      await page.getByRole('alertdialog').waitFor({ state: 'detached' })
    }
    try {
      await page.getByText('Nothing is told yet').waitFor()
      const suggestions = page.getByRole('list', { name: 'Suggestions' })
      await suggestions
        .getByText(/chance of being announced/)
        .first()
        .waitFor()
      expect(await violations()).toEqual([])
      await button(/^Make a draft of it: .*find work by meaning/).click()
      await page.getByRole('heading', { level: 1, name: /find work by meaning/ }).waitFor()
      await page.getByRole('link', { name: 'All achievements' }).click()

      // One that tells of the test suite, with the words that prove it.
      await page.getByRole('link', { name: 'New achievement' }).click()
      await page.getByRole('textbox', { name: 'Title' }).fill(`A faster build ${HOSTILE}`)
      await page.getByRole('textbox', { name: 'Story' }).fill(STORY)
      await button('Add evidence …').click()
      await page.getByRole('searchbox', { name: 'Search for' }).fill('test suite faster')
      await button(/^Add .*test suite faster/).click()
      await button(/^Added: .*test suite faster/).waitFor()
      expect(await violations()).toEqual([])
      await button('Close').click()
      await button(/^Quote words … of .*test suite faster/).click()
      const text = page.getByRole('textbox', { name: 'Select the words in it' })
      await text.focus()
      await page.keyboard.press('Control+End')
      await page.keyboard.press('Shift+Home')
      expect(await violations()).toEqual([])
      await button('Quote what is selected').click()
      await page.getByRole('listitem').locator('blockquote').getByText(CLAIM, { exact: true }).waitFor()
      await page.getByRole('textbox', { name: 'Note' }).fill('Measured by the team.')
      await button('Create the draft').click()
      await page.getByRole('heading', { level: 1, name: /A faster build/ }).waitFor()
      expect(await violations()).toEqual([])
      const preview: string = await page.evaluate(
        outlineOf('[aria-label="Story as it will be read"] > div:last-child > *'),
      )

      // Leaving asks first; what was typed is still there.
      await page.getByRole('textbox', { name: 'Title' }).fill('Another title')
      await page.getByRole('link', { name: 'Overview' }).click()
      await confirm('Cancel')
      expect(await page.getByRole('textbox', { name: 'Title' }).inputValue()).toBe('Another title')
      await button('Save').click()
      await page.getByText('Saved as version 2.').waitFor()

      // Earlier words are put back.
      await page.getByRole('link', { name: 'Version 1' }).click()
      await button('Put it back into the editor').click()
      await button('Save').click()
      await page.getByRole('link', { name: 'Version 3' }).waitFor()
      await page.getByRole('heading', { level: 1, name: /A faster build/ }).waitFor()

      await button('Publish …').click()
      await page
        .getByText(/not known to be public/)
        .last()
        .waitFor()
      expect(await violations()).toEqual([])
      await confirm('Publish it')
      await button('Unpublish …').waitFor()

      // It goes first, by the keyboard alone.
      await page.getByRole('link', { name: 'All achievements' }).click()
      const rows = page.getByRole('list', { name: 'Achievements' }).getByRole('listitem')
      await rows.nth(1).getByText('A faster build').waitFor()
      await rows.nth(1).getByText('1 of 1 valued').waitFor()
      for (const key of ['j', 'j', 'K']) await page.keyboard.press(key)
      await rows.nth(0).getByText('A faster build').waitFor()
      await page
        .getByRole('status')
        .getByText(/is now 1 of 2/)
        .waitFor()

      await page.getByRole('link', { name: 'Portfolio' }).first().click()
      await page.getByRole('textbox', { name: 'Name' }).fill('Ada Lovelace')
      await page.getByRole('textbox', { name: 'About' }).fill(`I build. ${HOSTILE}`)
      await button('Save').click()
      await page.getByText('Saved as version 1.').waitFor()
      await button('Publish …').click()
      await confirm('Publish it')
      const site = await page.getByRole('link', { name: 'Visit the site' }).getAttribute('href')
      expect(await violations()).toEqual([])
      for (const [name, file] of [
        ['Download the site', 'portfolio.zip'],
        ['Download as PDF', 'portfolio.pdf'],
      ] as const) {
        const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).click()])
        expect([download.suggestedFilename(), await download.failure()]).toEqual([file, null])
      }
      expect(await page.evaluate('window.hurt')).toBeUndefined()
      expect([browser.consoleErrors, browser.externalRequests]).toEqual([[], []])

      const visitor = await openBrowser({ origin: assay.url })
      try {
        await visitor.page.goto(assay.url + site)
        const everything = await visitor.page.content()
        expect(everything).toContain('Ada Lovelace')
        expect(everything).not.toContain('find work by meaning')
        await visitor.page
          .getByRole('link', { name: /A faster build/ })
          .first()
          .click()
        await visitor.page.getByText(CLAIM).first().waitFor()
        expect(await visitor.page.content()).toContain('Measured by the team.')
        expect(await visitor.page.content()).not.toContain('find work by meaning')
        const shown: string = await visitor.page.evaluate(outlineOf('main'))
        expect(preview).toContain('<blockquote>Nobodywaitsnow')
        expect(shown).toContain(preview)
        expect(await visitor.page.evaluate('window.hurt')).toBeUndefined()
        expect([visitor.consoleErrors, visitor.externalRequests]).toEqual([[], []])
      } finally {
        await visitor.close()
      }
    } finally {
      await browser.close()
    }
  }, 120_000)

  test('when somebody else saved meanwhile, theirs can be taken or mine be kept', async () => {
    const { id } = await assay.call<{ id: string }>('POST', '/achievements', { title: 'Ours', story: 'One' })
    const browser = await assay.browse(`/achievements/${id}`)
    try {
      const { page } = browser
      const title = page.getByRole('textbox', { name: 'Title' })
      await title.fill('Mine')
      await assay.call('PUT', `/achievements/${id}`, { title: 'Theirs', story: 'Two', version: 1 })
      await page.getByRole('button', { name: 'Save' }).click()
      await page.getByText('Version 2 was saved meanwhile').waitFor()
      expect(await browser.violations()).toEqual([])
      await page.getByRole('button', { name: 'Keep mine, as version 3' }).click()
      await page.getByRole('heading', { level: 1, name: 'Mine' }).waitFor()

      await title.fill('Mine again')
      await assay.call('PUT', `/achievements/${id}`, { title: 'Theirs again', story: 'Two', version: 3 })
      await page.getByRole('button', { name: 'Save' }).click()
      await page.getByRole('button', { name: 'Take theirs, and lose mine' }).click()
      expect(await title.inputValue()).toBe('Theirs again')
      // The browser itself tells of each answer that is a conflict.
      expect(browser.consoleErrors.filter((text) => !text.includes('409'))).toEqual([])

      await page.getByRole('button', { name: 'Delete …' }).click()
      await page.getByRole('button', { name: 'Delete it' }).click()
      await page.getByRole('heading', { level: 1, name: 'Achievements' }).waitFor()
    } finally {
      await browser.close()
    }
  })

  test('an achievement is begun with the pull request that the address names', async () => {
    const { items } = await assay.call<{ items: { id: string; title: string }[] }>('GET', '/pull-requests')
    const hostile = items.find(({ title }) => title.includes('onerror='))
    const browser = await assay.browse(`/achievements/new?pull-request=${hostile?.id ?? ''}`)
    try {
      const { page } = browser
      await page.getByRole('list', { name: 'Evidence' }).getByRole('link').waitFor()
      expect(await page.getByRole('textbox', { name: 'Title' }).inputValue()).toContain('onerror=')
      expect(await browser.violations()).toEqual([])
      expect(await page.evaluate('window.hurt')).toBeUndefined()
      expect(browser.consoleErrors).toEqual([])
    } finally {
      await browser.close()
    }
  })

  test('words of a document are quoted by the place where they stand', async () => {
    const form = new FormData()
    form.append('file', new Blob([`# Tides\r\n\r\n${HOSTILE}\r\n\r\nThe pilots wait no more.`]), 'tides.md')
    const response = await fetch(`${assay.url}/api/v2/documents`, {
      method: 'POST',
      headers: { authorization: `Bearer ${assay.apiKey}` },
      body: form,
    })
    const { items } = (await response.json()) as { items: { document: { id: string } }[] }
    const id = items[0]?.document.id ?? ''
    await waitFor(async () => (await assay.call<{ status: string }>('GET', `/documents/${id}`)).status !== 'received')
    const browser = await assay.browse(`/achievements/new?document=${id}`)
    try {
      const { page } = browser
      await page.getByRole('button', { name: /^Quote words …/ }).click()
      await page.getByRole('textbox', { name: 'Select the words in it' }).focus()
      await page.keyboard.press('Control+End')
      await page.keyboard.press('Shift+Home')
      await page.getByRole('button', { name: 'Quote what is selected' }).click()
      await page.getByRole('button', { name: 'Create the draft' }).click()
      await page.getByRole('heading', { name: 'Versions' }).waitFor()
      const added = new URL(page.url()).pathname.replace('/console', '')
      const { evidence } = await assay.call<{ evidence: { quote: { text: string } }[] }>('GET', added)
      expect(evidence.map(({ quote }) => quote.text)).toEqual(['The pilots wait no more.'])
      expect(await page.evaluate('window.hurt')).toBeUndefined()
      expect(browser.consoleErrors).toEqual([])
    } finally {
      await browser.close()
    }
  })
})
