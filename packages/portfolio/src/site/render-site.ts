import { readFile } from 'node:fs/promises'
import { stripTypeScriptTypes } from 'node:module'
import { join } from 'node:path'
import type { PublishedPortfolio } from '@assay/contracts'
import { renderPdf } from '@assay/paper'
import { casePage } from '../pages/case-page.ts'
import { homePage } from '../pages/home-page.ts'
import { methodPage } from '../pages/method-page.ts'
import { layoutPortfolio } from '../paper/layout-portfolio.ts'
import { searchData } from '../search/search-data.ts'

export type SiteFile = { readonly mediaType: string; readonly content: Buffer }
/** Files by their path in the folder of the site. */
export type Site = ReadonlyMap<string, SiteFile>

const MEDIA_TYPES = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  pdf: 'application/pdf',
} as const

/** Makes every file of a portfolio's site. What is not in `portfolio` is not in any of them. */
export const renderSite = async (portfolio: PublishedPortfolio): Promise<Site> => {
  const texts: (readonly [string, keyof typeof MEDIA_TYPES, string])[] = [
    ['index.html', 'html', homePage(portfolio)],
    ['method.html', 'html', methodPage(portfolio)],
    ...portfolio.achievements.map(
      (one) => [`achievements/${one.slug}.html`, 'html', casePage(portfolio, one)] as const,
    ),
    ['site.css', 'css', await readAsset('site.css')],
    ['icon.svg', 'svg', await readAsset('icon.svg')],
    ['search.js', 'js', stripTypeScriptTypes(await readAsset('../search/island.ts'))],
    ['search-data.js', 'js', searchData(portfolio)],
  ]
  return new Map<string, SiteFile>([
    ...texts.map(([path, type, text]): [string, SiteFile] => [
      path,
      { mediaType: MEDIA_TYPES[type], content: Buffer.from(text) },
    ]),
    ['portfolio.pdf', { mediaType: MEDIA_TYPES.pdf, content: await renderPortfolioPdf(portfolio) }],
  ])
}

const renderPortfolioPdf = (portfolio: PublishedPortfolio): Promise<Buffer> =>
  renderPdf(layoutPortfolio(portfolio), {
    title: portfolio.profile.name || 'Portfolio',
    madeAt: new Date(portfolio.madeAt),
  })

const readAsset = (name: string): Promise<string> => readFile(join(import.meta.dirname, name), 'utf8')
