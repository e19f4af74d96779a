import { openExtractor } from '@assay/documents'
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type Gateway, openGateway } from '../testing/gateway-fixture.ts'
import { addDraft, declarePrices, publish, publishProfile, storeEvidence, visit } from '../testing/portfolio-fixture.ts'
import { filesOfZip } from '../testing/zip-files.ts'

let gateway: Gateway
const extractor = openExtractor()
beforeAll(async () => {
  gateway = await openGateway()
  await declarePrices(gateway)
})
beforeEach(async () => {
  await gateway.db.query('DELETE FROM achievements')
  await gateway.db.query('DELETE FROM portfolios')
})
afterAll(async () => {
  await extractor.close()
  await gateway.close()
})

const ada = { name: 'Ada', headline: 'Builds', links: [{ label: 'Home', url: 'https://example.org/ada' }] }
const exported = async () => (await visit(gateway, '/api/v2/portfolio/export', bearer())).bytes
const bearer = () => ({ authorization: `Bearer ${gateway.keys.read}` })

test('a profile is saved by version, and seen by nobody until it is published', async () => {
  expect((await gateway.call('GET', '/portfolio')).body).toMatchObject({ version: 0, name: '', state: 'draft' })
  const saved = await gateway.call('PUT', '/portfolio', { body: { ...ada, version: 0 }, key: gateway.keys.submit })
  expect(saved.body).toMatchObject({ ...ada, version: 1, state: 'draft', address: null })
  const again = await gateway.call('PUT', '/portfolio', { body: { ...ada, version: 0 } })
  expect(again).toMatchObject({ status: 409, body: { code: 'VERSION_CONFLICT', version: 1 } })
  for (const url of ['/portfolio', '/portfolio/', '/portfolio/index.html', '/portfolio/site.css']) {
    expect((await visit(gateway, url)).status).toBe(404)
  }
  for (const path of ['/portfolio/export', '/portfolio/pdf']) {
    expect(await gateway.call('GET', path)).toMatchObject({ status: 409, body: { code: 'NOT_PUBLISHED' } })
  }
  const submit = { body: { version: 1 }, key: gateway.keys.submit }
  expect((await gateway.call('POST', '/portfolio/publish', submit)).status).toBe(403)
  const published = await gateway.call('POST', '/portfolio/publish', { body: { version: 1 } })
  expect(published.body).toMatchObject({ state: 'published', address: '/portfolio/', publishedVersion: 1 })
  expect((await visit(gateway, '/portfolio/')).body).toContain('Ada')
  await gateway.call('POST', '/portfolio/unpublish')
  expect((await visit(gateway, '/portfolio/')).status).toBe(404)
})

test.each([
  ['http://example.org'],
  ['javascript:alert(1)'],
  ['data:text/html,<script>alert(1)</script>'],
  ['https://'],
])('%s is no link of a profile', async (url) => {
  const body = { name: 'Ada', links: [{ label: 'x', url }], version: 0 }
  expect((await gateway.call('PUT', '/portfolio', { body })).status).toBe(400)
})

test.each(['achievements', 'method', 'A', '-a', 'a.b', 'x'])('%s is no slug', async (slug) => {
  expect((await gateway.call('PUT', '/portfolio', { body: { slug, version: 0 } })).status).toBe(400)
})

test('published pages are found, may be kept, and forbid what they do not need', async () => {
  const { faster } = await storeEvidence(gateway)
  const told = await addDraft(gateway, { title: 'A faster build', story: 'It was slow.', evidence: [faster] })
  await publish(gateway, told)
  await publishProfile(gateway, ada)
  expect(await visit(gateway, '/portfolio')).toMatchObject({ status: 308, headers: { location: '/portfolio/' } })
  const home = await visit(gateway, '/portfolio/')
  expect(home.headers['content-security-policy']).toMatch(/^default-src 'self'; /)
  expect(home.headers['content-security-policy']).not.toContain('unsafe')
  expect(home.headers['cache-control']).toBe('public, no-cache')
  const [, address = ''] = /href="(achievements\/a-faster-build-\w+)\.html"/.exec(home.body) ?? []
  for (const url of [`/portfolio/${address}`, `/portfolio/${address}.html`]) {
    expect(await visit(gateway, url)).toMatchObject({ status: 200, body: expect.stringContaining('It was slow.') })
  }
  const known = await visit(gateway, '/portfolio/', { 'if-none-match': String(home.headers.etag) })
  expect(known).toMatchObject({ status: 304, body: '' })
  for (const url of ['/portfolio/nothing.html', '/portfolio/../package.json', '/portfolio/%2e%2e/package.json']) {
    expect((await visit(gateway, url)).status).toBe(404)
  }
})

test('what is taken back is gone at the next request', async () => {
  const told = await addDraft(gateway, { title: 'Zanzibar' })
  await publish(gateway, told)
  await publishProfile(gateway, ada)
  expect((await visit(gateway, '/portfolio/')).body).toContain('Zanzibar')
  await gateway.call('POST', `/achievements/${told.id}/unpublish`)
  expect((await visit(gateway, '/portfolio/')).body).not.toContain('Zanzibar')
})

test('several workspaces have addresses of their own', async () => {
  const key = gateway.keys.neighbour
  await publishProfile(gateway, ada)
  expect(await publishProfile(gateway, { name: 'Grace' }, key)).toMatchObject({
    status: 409,
    body: { code: 'ADDRESS_TAKEN' },
  })
  const { body } = await publishProfile(gateway, { name: 'Grace', slug: 'grace' }, key)
  expect(body.address).toBe('/portfolio/grace/')
  expect(await visit(gateway, '/portfolio/grace')).toMatchObject({ headers: { location: '/portfolio/grace/' } })
  expect((await visit(gateway, '/portfolio/grace/')).body).toContain('Grace')
  expect((await visit(gateway, '/portfolio/')).body).not.toContain('Grace')
})

test('nothing of a draft is in any page, search, archive or paper', async () => {
  const { faster, order, document } = await storeEvidence(gateway)
  const told = await addDraft(gateway, { title: 'Told', story: 'Once more.', evidence: [faster] })
  await publish(gateway, told)
  await publishProfile(gateway, ada)
  const word = fc.stringMatching(/^[a-z]{12}$/)
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(word, { minLength: 6, maxLength: 6 }), async (words) => {
      const [title, story, note, later, headline, about] = words.map((text) => `Secret${text}`)
      const evidence = [{ ...order, note }, document]
      const draft = await addDraft(gateway, { title, story, evidence })
      const { version } = (await gateway.call('GET', `/achievements/${told.id}`)).body
      await gateway.call('PUT', `/achievements/${told.id}`, { body: { title: later, story: later, evidence, version } })
      const profile = (await gateway.call('GET', '/portfolio')).body
      await gateway.call('PUT', '/portfolio', { body: { ...ada, headline, about, version: profile.version } })

      const files = await filesOfZip(await exported())
      const paper = await gateway.app.inject({ url: '/api/v2/portfolio/pdf', headers: bearer() })
      const read = await extractor.extract({ name: 'portfolio.pdf', bytes: paper.rawPayload })
      const texts = [...files.values(), Buffer.from(read.text)].map(String)
      const hidden = [...words, draft.id, draft.id.slice(-8), 'keep the order of the queue', 'halve the wait']
      for (const text of texts) for (const secret of hidden) expect(text).not.toContain(secret)
      expect(texts.some((text) => text.includes('Once more.'))).toBe(true)
      expect(read.text).toContain('Once more.')
      await gateway.call('DELETE', `/achievements/${draft.id}`)
    }),
    { numRuns: 4 },
  )
}, 240_000)

test('the archive holds the site as it is served', async () => {
  await publish(gateway, await addDraft(gateway, { title: 'Told' }))
  await publishProfile(gateway, ada)
  const files = await filesOfZip(await exported())
  expect([...files.keys()]).toEqual(
    expect.arrayContaining(['index.html', 'method.html', 'site.css', 'search.js', 'search-data.js', 'portfolio.pdf']),
  )
  for (const [path, content] of files) {
    expect((await visit(gateway, `/portfolio/${path}`)).bytes).toEqual(content)
  }
})
