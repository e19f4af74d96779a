import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { type Gateway, openGateway } from '../testing/gateway-fixture.ts'
import { addDraft, DOCUMENT_TEXT, declarePrices, FASTER, publish, storeEvidence } from '../testing/portfolio-fixture.ts'

let gateway: Gateway
let evidence: Awaited<ReturnType<typeof storeEvidence>>
beforeAll(async () => {
  gateway = await openGateway()
  await declarePrices(gateway)
})
beforeEach(async () => {
  await gateway.db.query('DELETE FROM achievements')
  evidence = await storeEvidence(gateway)
})
afterAll(() => gateway.close())

const read = async (id: string) => (await gateway.call('GET', `/achievements/${id}`)).body
const change = (id: string, body: object) =>
  gateway.call('PUT', `/achievements/${id}`, { body, key: gateway.keys.submit })

test('an achievement tells what its evidence is and comes to now', async () => {
  const { faster, order, document } = evidence
  const response = await gateway.call('POST', '/achievements', {
    body: { title: ' A faster build ', story: 'It was slow.', evidence: [faster, order, document] },
    key: gateway.keys.submit,
  })
  expect(response.status).toBe(201)
  const { body } = response
  expect(response.headers.location).toBe(`/api/v2/achievements/${body.id}`)
  expect(body).toMatchObject({
    title: 'A faster build',
    state: 'draft',
    version: 1,
    publishedVersion: null,
    evidenceCount: 3,
    value: { pullRequests: 2, effort: { estimated: 2 }, money: { of: 2, valued: 1 } },
    evidence: [
      {
        changeKind: 'perf',
        quote: { text: FASTER, field: 'body', start: 0 },
        claims: [{ text: FASTER, modality: 'done' }],
        money: { status: 'valued' },
        url: expect.stringMatching(/^https:\/\/github\.com\/acme\/shop-.*\/pull\/1$/),
        visibility: 'public',
      },
      { number: 2, quote: null, isQuoteGone: false, significance: { score: expect.any(Number) } },
      { kind: 'document', quote: { text: DOCUMENT_TEXT.slice(16, 54) }, note: 'By the team.' },
    ],
  })
  expect(await read(body.id)).toEqual(body)
  expect((await gateway.call('GET', '/achievements')).body.items).toMatchObject([{ id: body.id, evidenceCount: 3 }])
})

test('who has seen an older version is told the newest, and nothing is lost', async () => {
  const { id } = await addDraft(gateway, { title: 'First' })
  expect((await change(id, { title: 'Second', version: 1 })).body).toMatchObject({ title: 'Second', version: 2 })
  const late = await change(id, { title: 'Third', version: 1 })
  expect(late).toMatchObject({ status: 409, body: { code: 'VERSION_CONFLICT', version: 2 } })
  expect(late.body.detail).toContain('Read it again')
  expect((await gateway.call('GET', `/achievements/${id}/versions`)).body.items).toMatchObject([
    { version: 2, title: 'Second' },
    { version: 1, title: 'First' },
  ])
})

test('of many who change one version at once, one does', async () => {
  const { id } = await addDraft(gateway, { title: 'First' })
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, at) => change(id, { title: `Mine ${at}`, version: 1 })),
  )
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...Array(7).fill(409)])
  expect(await read(id)).toMatchObject({ version: 2 })
})

test('only the last versions are kept, and the one that is published', async () => {
  const { id } = await addDraft(gateway, { title: 'First' })
  await publish(gateway, { id, version: 1 })
  for (let version = 1; version <= 53; version += 1) await change(id, { title: `Then ${version}`, version })
  const versions = (await gateway.call('GET', `/achievements/${id}/versions`)).body.items
  expect(versions).toHaveLength(51)
  expect(versions.at(-1)).toMatchObject({ version: 1, isPublished: true })
})

test.each([
  ['a pull request that is not there', { kind: 'pull-request', id: crypto.randomUUID() }, 'evidence.0.id'],
  ['a document that is not there', { kind: 'document', id: crypto.randomUUID() }, 'evidence.0.id'],
])('%s is no evidence', async (_what, piece, field) => {
  const { status, body } = await gateway.call('POST', '/achievements', { body: { title: 'No', evidence: [piece] } })
  expect({ status, field: body.errors[0].field }).toEqual({ status: 400, field })
})

test.each([
  { field: 'body', start: 0, end: 10_000 },
  { field: 'body', start: 5, end: 5 },
  { field: 'text', start: 0, end: 5 },
  { field: 'commit', index: 7, start: 0, end: 5 },
])('words that are not there are not quoted: %j', async (quote) => {
  const body = { title: 'No', evidence: [{ ...evidence.faster, quote }] }
  expect(await gateway.call('POST', '/achievements', { body })).toMatchObject({
    status: 400,
    body: { errors: [{ field: 'evidence.0.quote' }] },
  })
})

test('the work of others is no evidence', async () => {
  const theirs = await storeEvidence(gateway, 'neighbour')
  const answer = await gateway.call('POST', '/achievements', { body: { title: 'No', evidence: [theirs.document] } })
  expect(answer.status).toBe(400)
  const { id } = await addDraft(gateway, { title: 'Ours' })
  const key = gateway.keys.neighbour
  for (const path of [`/achievements/${id}`, `/achievements/${id}/versions`]) {
    expect((await gateway.call('GET', path, { key })).status).toBe(404)
  }
  expect((await gateway.call('DELETE', `/achievements/${id}`, { key })).status).toBe(404)
})

test('the list tells what each comes to where that is asked for', async () => {
  const { id } = await addDraft(gateway, { title: 'Faster', evidence: [evidence.faster] })
  await addDraft(gateway, { title: 'Without evidence' })
  const [first, second] = (await gateway.call('GET', '/achievements?include=value')).body.items
  expect(first.value).toEqual((await read(id)).value)
  expect(second.value).toMatchObject({ pullRequests: 0, effort: null })
  expect((await gateway.call('GET', '/achievements')).body.items[0]).not.toHaveProperty('value')
})

test('a quote goes when its source is reworded', async () => {
  const { id } = await addDraft(gateway, { title: 'Faster', evidence: [evidence.faster] })
  await gateway.db.query("UPDATE pull_requests SET body = 'Slower' WHERE id = $1", [evidence.faster.id])
  expect((await read(id)).evidence).toMatchObject([{ quote: null, isQuoteGone: true, claims: [] }])
})

test('publishing needs an admin and the newest version; an edit stays unpublished', async () => {
  const { id } = await addDraft(gateway, { title: 'First' })
  const path = `/achievements/${id}/publish`
  expect((await gateway.call('POST', path, { body: { version: 1 }, key: gateway.keys.submit })).status).toBe(403)
  expect((await gateway.call('POST', path, { body: { version: 7 } })).status).toBe(409)
  expect((await publish(gateway, { id, version: 1 })).body).toMatchObject({ state: 'published', publishedVersion: 1 })
  expect((await change(id, { title: 'Second', version: 1 })).body).toMatchObject({ version: 2, publishedVersion: 1 })
  expect((await gateway.call('POST', `/achievements/${id}/unpublish`)).body).toMatchObject({
    state: 'draft',
    version: 2,
  })
})

test('the order names all, or is refused', async () => {
  const [first, second] = [await addDraft(gateway, { title: 'First' }), await addDraft(gateway, { title: 'Second' })]
  const order = (ids: string[]) =>
    gateway.call('PUT', '/achievements/order', { body: { ids }, key: gateway.keys.submit })
  const { body } = await order([second.id, first.id])
  expect(body.items.map(({ title }: { title: string }) => title)).toEqual(['Second', 'First'])
  for (const ids of [[first.id], [first.id, first.id], [first.id, second.id, crypto.randomUUID()]]) {
    expect(await order(ids)).toMatchObject({ status: 409, body: { code: 'ORDER_OUTDATED' } })
  }
})

test('what goes takes evidence and publication with it', async () => {
  const { faster, document, documentId, repositoryId } = evidence
  const byWork = await addDraft(gateway, { title: 'By work', evidence: [faster] })
  const byDocument = await addDraft(gateway, { title: 'By document', evidence: [document] })
  const other = await addDraft(gateway, { title: 'By neither' })
  for (const one of [byWork, byDocument, other]) await publish(gateway, one)
  // The evidence of the published version counts, whatever the newest has.
  await change(byWork.id, { title: 'By nothing', version: 1 })

  expect((await gateway.call('DELETE', `/documents/${documentId}`)).status).toBe(204)
  expect(await read(byDocument.id)).toMatchObject({ state: 'draft', evidence: [], value: { pullRequests: 0 } })
  expect(await read(byWork.id)).toMatchObject({ state: 'published' })
  expect((await gateway.call('DELETE', `/repositories/${repositoryId}`)).status).toBe(200)
  expect(await read(byWork.id)).toMatchObject({ state: 'draft' })
  expect(await read(other.id)).toMatchObject({ state: 'published' })
})

test('forgetting a person takes back what tells of their work or names them', async () => {
  const byWork = await addDraft(gateway, { title: 'By work', evidence: [evidence.faster] })
  const byName = await addDraft(gateway, { title: 'With ADA', story: 'Nothing' })
  const other = await addDraft(gateway, { title: 'By neither' })
  for (const one of [byWork, byName, other]) await publish(gateway, one)
  await change(byName.id, { title: 'With a friend', version: 1 })
  const { body } = await gateway.call('POST', '/authors/forget', { body: { name: 'Ada' } })
  expect(body.achievements).toBe(2)
  expect(await read(byWork.id)).toMatchObject({ state: 'draft' })
  expect(await read(byName.id)).toMatchObject({ state: 'draft', title: 'With a friend' })
  expect(await read(other.id)).toMatchObject({ state: 'published' })
  expect((await gateway.call('GET', `/achievements/${byName.id}/versions`)).body.items).toHaveLength(1)
  await gateway.db.query('DELETE FROM forgotten_authors')
})

test('suggestions quote what is stated, and leave out what is told', async () => {
  // The same change in other repositories would be told with it.
  await gateway.db.query('DELETE FROM repositories WHERE id <> $1', [evidence.repositoryId])
  const ask = async () => (await gateway.call('GET', '/achievements/suggestions?limit=50')).body.items
  const ofFaster = (items: { draft: { evidence: { id: string }[] } }[]) =>
    items.find(({ draft }) => draft.evidence[0]?.id === evidence.faster.id)
  const suggested = ofFaster(await ask())
  expect(suggested).toMatchObject({
    draft: { title: 'perf: cache the modules', story: `> ${FASTER}`, evidence: [{ quote: evidence.faster.quote }] },
    because: [expect.stringMatching(/chance of being announced/), 'states an effect in numbers'],
  })
  const added = await addDraft(gateway, suggested?.draft ?? {})
  expect(added.evidence).toMatchObject([{ quote: { text: FASTER } }])
  expect(ofFaster(await ask())).toBeUndefined()
})
