import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Assay, hasBrowser, START_MS, startAssay } from './console.ts'

const inBrowser = hasBrowser ? describe : describe.skip

inBrowser('the console', () => {
  let assay: Assay
  beforeAll(async () => {
    assay = await startAssay()
  }, START_MS)
  afterAll(() => assay?.close())

  test('tells by ? what the keys do', async () => {
    const browser = await assay.browse('/', { viewport: { width: 320, height: 640 } })
    try {
      const { page } = browser
      await page.getByRole('cell', { name: 'collector' }).first().waitFor()
      await page.keyboard.press('?')
      await page.getByRole('dialog', { name: 'Keys' }).waitFor()
      expect(await browser.violations()).toEqual([])
    } finally {
      await browser.close()
    }
  })

  test('sends whoever is not signed in to the sign-in page', async () => {
    const browser = await assay.browse('/')
    try {
      await browser.page.context().clearCookies()
      await browser.page.goto(`${assay.url}/console/`)
      await browser.page.waitForURL(`${assay.url}/admin/sign-in`)
    } finally {
      await browser.close()
    }
  })
})
