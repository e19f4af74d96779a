import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Assay, hasBrowser, START_MS, startAssay } from './console.ts'

const inBrowser = hasBrowser ? describe : describe.skip
const HOSTILE = '<img src=x onerror="window.hurt=1"><script>window.hurt=1</script>'

/** A document whose words no other text has, and of a length that is cut into several chunks. */
const handbook = (topic: string) => `# Handbook of ${topic}

The harbour pilots changed the tide tables in March because the old ones were wrong by eleven minutes.

## Why it matters

${`Every vessel that enters the ${topic} needs the tables before the gates are opened. `.repeat(60)}

${HOSTILE}
`

inBrowser('documents in the console', () => {
  let assay: Assay
  beforeAll(async () => {
    assay = await startAssay()
  }, START_MS)
  afterAll(() => assay?.close())

  test('a file that is dropped in is read, found as one types, and cited by an answer that leads to its place', async () => {
    const browser = await assay.browse('/documents')
    try {
      const { page } = browser
      await page.getByText('There are no documents yet').waitFor()
      await page.locator('input[type=file]').setInputFiles({
        name: `tides ${HOSTILE.replaceAll('/', ' ')}.md`,
        mimeType: 'text/markdown',
        buffer: Buffer.from(handbook('estuary')),
      })
      const steps = page.getByRole('list', { name: /^Progress of tides/ }).getByRole('listitem')
      await steps.nth(3).and(page.locator('[data-done]')).waitFor()
      expect(await browser.violations()).toEqual([])

      await page.getByRole('link', { name: 'Search' }).click()
      await page.getByRole('searchbox', { name: 'Search for' }).fill('harbour pilots tide')
      const found = page.getByRole('listitem').filter({ hasText: 'harbour pilots changed' })
      await found.getByText('Why this result').click()
      expect(await found.locator('mark').allTextContents()).toEqual(expect.arrayContaining(['harbour pilots', 'tide']))
      expect(new URL(page.url()).searchParams.get('q')).toBe('harbour pilots tide')
      expect(await browser.violations()).toEqual([])

      await page.getByRole('link', { name: 'Ask' }).click()
      await page.getByRole('textbox', { name: 'Question' }).fill('Why did the harbour pilots change the tide tables?')
      await page.keyboard.press('Enter')
      await page.getByText('wrong by eleven minutes').first().waitFor()
      expect(await browser.violations()).toEqual([])
      await page.getByRole('listitem').getByRole('link').first().click()

      const cited = page.locator('mark[data-cited]')
      await cited.first().waitFor()
      expect((await cited.allTextContents()).join('')).toContain('wrong by eleven minutes')
      await page.getByRole('combobox', { name: 'Chunks drawn' }).selectOption('sentence')
      await page.locator('span[title="chunk 2"]').first().waitFor()
      expect(await browser.violations()).toEqual([])
      expect(await page.evaluate('window.hurt')).toBeUndefined()
      expect([browser.consoleErrors, browser.externalRequests]).toEqual([[], []])
    } finally {
      await browser.close()
    }
  })
})
