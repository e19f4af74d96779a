import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { achievementSlug } from '../slug.ts'
import { sampleAchievement, samplePortfolio } from '../testing/sample-portfolio.ts'
import { renderSite } from './render-site.ts'

const portfolio = samplePortfolio()
const site = await renderSite(portfolio)
const textOf = (path: string) => String(site.get(path)?.content)

test('every address on every page is there, and is relative', () => {
  for (const [path] of site) {
    if (!path.endsWith('.html')) continue
    for (const [, address = ''] of textOf(path).matchAll(/(?:href|src)="([^"#]+)"/g)) {
      if (address.startsWith('https://')) continue
      const { pathname } = new URL(address, `http://site/${path}`)
      expect([path, address, site.has(pathname.slice(1))]).toEqual([path, address, true])
    }
  }
})

test('nothing is inline, and nothing comes from elsewhere', () => {
  for (const [path] of site) {
    if (!path.endsWith('.html')) continue
    expect(textOf(path)).not.toMatch(/<style|<script(?! src=)|\sstyle=|\son\w+=|src="https?:/)
  }
  expect(textOf('site.css')).not.toMatch(/@import|url\(/)
})

test('the same portfolio gives the same files', async () => {
  expect(await renderSite(portfolio)).toEqual(site)
})

test('numbers come with method, evidence and uncertainty', () => {
  const home = textOf('index.html')
  expect(home).toContain('<strong>USD 11,800</strong> <span>a year, from effects that authors state</span>')
  expect(home).toContain('1 of 6 pull requests valued; the others are unknown, not 0.')
  expect(home).toContain('USD 4,200 to USD 27,400 (80 % interval).')
})

test('paths of files are derived from and not shown', () => {
  for (const [, { content }] of site) expect(String(content)).not.toContain('src/build/cache.ts')
})

test('charts say in words and in a table what they draw', () => {
  const home = textOf('index.html')
  expect(home).toMatch(
    /<svg class="bars"[^>]*role="img"[^>]*>\s*<title>Pull requests by when they were merged<\/title><desc>/,
  )
  expect(home).toContain('<th scope="row">2026-03</th><td>2</td>')
})

test('an empty portfolio is a site, too', async () => {
  const empty = await renderSite(
    samplePortfolio({
      profile: { name: '', headline: '', about: '', links: [] },
      achievements: [],
      whole: { pullRequests: 0, announced: { low: 0, mid: 0, high: 0 }, effort: null, money: null },
    }),
  )
  expect(String(empty.get('index.html')?.content)).toContain('Nothing is published yet.')
  const bare = sampleAchievement(1, { story: '', evidence: [], files: {} })
  expect((await renderSite(samplePortfolio({ achievements: [bare] }))).has(`achievements/${bare.slug}.html`)).toBe(true)
})

test('any title gives an address that needs no escaping', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (title) => {
      expect(achievementSlug(title, '01890000-0000-7000-8000-00000000abcd')).toMatch(/^(?:[a-z0-9-]+-)?0000abcd$/)
    }),
  )
  expect(achievementSlug('Über die Brücke!', '01890000-0000-7000-8000-00000000abcd')).toBe('uber-die-brucke-0000abcd')
})
