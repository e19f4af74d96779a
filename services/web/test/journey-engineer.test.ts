import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Assay, hasBrowser, START_MS, startAssay } from './console.ts'
import { samplePrices, sampleRepository } from './sample-repository.ts'

const inBrowser = hasBrowser ? describe : describe.skip

inBrowser('an engineer with an empty Assay', () => {
  const repository = sampleRepository()
  let assay: Assay
  beforeAll(async () => {
    assay = await startAssay()
  }, START_MS)
  afterAll(async () => {
    await assay?.close()
    repository.remove()
  })

  test('collects a repository, finds the pull request, and sees its claim and its value', async () => {
    await assay.call('PUT', '/value/context', samplePrices)
    const browser = await assay.browse('/')
    try {
      const { page } = browser
      await page.getByRole('link', { name: 'Repositories' }).click()
      await page.getByText('Nothing was collected yet').waitFor()
      await page.getByRole('textbox', { name: 'Repository' }).fill(repository.path)
      await page.getByRole('button', { name: 'Collect' }).click()
      await page.getByRole('status').getByText('succeeded').waitFor({ timeout: 60_000 })

      await page.getByRole('link', { name: 'Pull requests' }).click()
      await page.getByRole('searchbox', { name: 'Title has' }).fill('faster')
      await page.waitForURL(/q=faster/)
      await page.getByRole('link', { name: 'perf: make the test suite faster' }).click()
      await page.getByRole('heading', { name: 'perf: make the test suite faster' }).waitFor()

      const claim = page.locator('mark[data-claim="1"]')
      await claim.first().waitFor({ timeout: 60_000 })
      expect((await claim.allTextContents()).join('')).toContain('12 min to 4 min')
      await page.getByRole('list', { name: 'Claims' }).getByText('done').waitFor()
      await page.getByText('A year', { exact: true }).first().waitFor()
      await page.getByRole('list', { name: 'What the value hangs on' }).waitFor()
      expect(browser.consoleErrors).toEqual([])
      expect(browser.externalRequests).toEqual([])
    } finally {
      await browser.close()
    }
  })
})
