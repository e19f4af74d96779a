import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MAX_DOCUMENT_BYTES, MAX_DOCUMENTS } from '@assay/contracts'
import { type Conversion, findJob, loadDocumentBytes, storeConversion } from '@assay/db'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { type Gateway, openGateway } from '../testing/gateway-fixture.ts'

/** Where this process's uploads wait, apart from those of others. */
const waiting = mkdtempSync(join(tmpdir(), 'assay-documents-'))
let gateway: Gateway
beforeAll(() => {
  process.env.TMPDIR = waiting
})
beforeEach(async () => {
  gateway = await openGateway()
})
afterEach(() => gateway.close())
afterAll(() => rmSync(waiting, { recursive: true }))

type File = readonly [name: string, bytes: string | Buffer]

const send = async (body: Buffer, type: string, key = gateway.keys.submit) => {
  const response = await gateway.app.inject({
    method: 'POST',
    url: '/api/v2/documents',
    headers: { authorization: `Bearer ${key}`, 'content-type': type },
    payload: body,
  })
  return { status: response.statusCode, body: response.json() }
}
const multipart = async (files: readonly File[], fields: Record<string, string> = {}) => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  for (const [name, bytes] of files) form.append('file', new Blob([Uint8Array.from(Buffer.from(bytes))]), name)
  const encoded = new Response(form)
  return { body: Buffer.from(await encoded.arrayBuffer()), type: encoded.headers.get('content-type') ?? '' }
}
const add = async (files: readonly File[], { key, fields }: { key?: string; fields?: Record<string, string> } = {}) => {
  const { body, type } = await multipart(files, fields)
  return send(body, type, key)
}
const addOne = async (name: string, bytes: string) => (await add([[name, bytes]])).body.items[0]
const list = async (query = '', key?: string) =>
  (await gateway.call('GET', `/documents${query}`, key ? { key } : {})).body.items
const stored = async () => (await gateway.db.query('SELECT 1 FROM document_parts')).length

const conversion = (more: Partial<Conversion>): Conversion => ({
  status: 'converted',
  format: 'text',
  title: null,
  language: 'en',
  text: 'Hello.',
  pages: 1,
  metadata: {},
  map: [{ start: 0, end: 6, line: 1 }],
  blocks: [{ start: 0, end: 6, kind: 'paragraph', path: [] }],
  ocr: null,
  losses: [{ kind: 'image', note: 'A picture was left out.' }],
  quality: { score: 55, contributions: [{ name: 'words', weight: 100, points: 55, note: 'so so' }] },
  score: 55,
  gate: { verdict: 'accept', reasons: [] },
  rejection: null,
  ...more,
})
const set = (id: string, more: Partial<Conversion>) =>
  storeConversion(gateway.db, { workspace: 'acme', id, conversion: conversion(more) })
const quarantined: Partial<Conversion> = {
  status: 'quarantined',
  gate: {
    verdict: 'quarantine',
    reasons: [{ rule: 'score', verdict: 'quarantine', value: 55, limit: 60, text: 'the quality score is 55' } as never],
  },
}

describe('adding documents', () => {
  test('keeps the bytes of all as they came, and a job converts each', async () => {
    const large = Buffer.alloc(3_500_000, 'Some text. ')
    const { status, body } = await add([
      ['a.txt', 'First.'],
      ['résumé – 履歴.txt', 'Second.'],
      ['large.txt', large],
    ])
    expect(status).toBe(202)
    expect(body.items).toMatchObject([
      { outcome: 'new', document: { name: 'a.txt', version: 1, status: 'received', sizeBytes: 6, isNewest: true } },
      { outcome: 'new', document: { name: 'résumé – 履歴.txt' } },
      { outcome: 'new', document: { sizeBytes: 3_500_000 } },
    ])
    for (const { job, document } of body.items) {
      expect(await findJob(gateway.db, 'acme', job)).toMatchObject({
        kind: 'convert',
        payload: { documentId: document.id },
      })
    }
    const back = await loadDocumentBytes(gateway.db, 'acme', body.items[2].document.id)
    expect(back?.bytes.equals(large)).toBe(true)
    expect(await stored()).toBe(1 + 1 + 4)
  })

  test('the same bytes are kept once, also when they come at the same time or under another name', async () => {
    const answers = await Promise.all([add([['a.txt', 'Same.']]), add([['a.txt', 'Same.']]), add([['b.txt', 'Same.']])])
    const items = answers.map(({ body }) => body.items[0])
    expect(items.map(({ outcome }) => outcome).toSorted()).toEqual(['known', 'known', 'new'])
    expect(new Set(items.map(({ document }) => document.id)).size).toBe(1)
    expect(items.filter(({ job }) => job !== null)).toHaveLength(1)
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 200, 202])
    expect(await list()).toHaveLength(1)
  })

  test('twice the same in one request is one', async () => {
    const { body } = await add([
      ['a.txt', 'Same.'],
      ['b.txt', 'Same.'],
    ])
    expect(body.items.map(({ outcome }: { outcome: string }) => outcome)).toEqual(['new', 'known'])
  })

  test('other bytes under the same name are its next version, and older bytes can return', async () => {
    const first = await addOne('a.txt', 'One.')
    expect(await addOne('a.txt', 'Two.')).toMatchObject({ outcome: 'new-version', document: { version: 2 } })
    expect(await list()).toMatchObject([{ version: 2, isNewest: true }])
    expect(await list('?versions=all')).toMatchObject([
      { version: 2, isNewest: true },
      { version: 1, isNewest: false },
    ])
    expect(await addOne('a.txt', 'One.')).toMatchObject({
      outcome: 'returned',
      job: null,
      document: { id: first.document.id, version: 3, isNewest: true },
    })
  })

  test('versions that come at the same time are counted without gaps', async () => {
    await Promise.all(Array.from({ length: 6 }, (_, at) => add([['a.txt', `Text ${at}.`]])))
    const versions = (await list('?versions=all')).map(({ version }: { version: number }) => version)
    expect(versions.toSorted()).toEqual([1, 2, 3, 4, 5, 6])
  })

  test("a neighbour's documents are its own", async () => {
    await addOne('a.txt', 'Same.')
    const { body } = await add([['a.txt', 'Same.']], { key: gateway.keys.neighbour })
    expect(body.items[0]).toMatchObject({ outcome: 'new', document: { version: 1 } })
    expect((await gateway.call('GET', `/documents/${body.items[0].document.id}`)).status).toBe(404)
  })
})

describe('what is wrong with an upload is named, and nothing of it is stored', () => {
  afterEach(async () => {
    expect([await stored(), await list('?versions=all'), await gateway.storedJobs()]).toEqual([0, [], 0])
    expect(readdirSync(waiting)).toEqual([])
  })

  test('a file that is too large', async () => {
    const { status, body } = await add([
      ['good.txt', 'Good.'],
      ['huge.pdf', Buffer.alloc(MAX_DOCUMENT_BYTES + 1, 'x')],
    ])
    expect([status, body.code]).toEqual([413, 'UPLOAD_TOO_LARGE'])
    expect(body.errors).toEqual([{ field: 'huge.pdf', message: 'is larger than 50 MB' }])
  })
  test('empty files, files without a name, and fields', async () => {
    const { status, body } = await add(
      [
        ['good.txt', 'Good.'],
        ['empty.txt', ''],
        ['  ', 'Nameless.'],
      ],
      { fields: { title: 'A title' } },
    )
    expect([status, body.code]).toEqual([400, 'INVALID_REQUEST'])
    expect(body.errors).toEqual([
      { field: 'title', message: 'is not a file; send files only' },
      { field: 'empty.txt', message: 'is empty' },
      { field: 'filename', message: 'give every file a name' },
    ])
  })
  test('more files than are taken at once', async () => {
    for (const more of [1, 5]) {
      const files = Array.from({ length: MAX_DOCUMENTS + more }, (_, at): File => [`${at}.txt`, `Text ${at}.`])
      const { status, body } = await add(files)
      expect([status, body.errors[0].message]).toEqual([400, expect.stringContaining('more than 20 files')])
    }
  })
  test('no file at all', async () => {
    expect((await add([])).body).toMatchObject({ code: 'INVALID_REQUEST', errors: [{ field: 'body' }] })
  })
  test('a body that breaks off, and one without a boundary', async () => {
    const { body, type } = await multipart([['a.txt', 'x'.repeat(10_000)]])
    for (const cut of [50, 5_000, body.length - 4]) {
      expect(await send(body.subarray(0, cut), type)).toMatchObject({ status: 400, body: { code: 'INVALID_REQUEST' } })
    }
    expect(await send(body, 'multipart/form-data')).toMatchObject({ status: 400, body: { code: 'INVALID_REQUEST' } })
  })
  test('another type of body', async () => {
    const { status, body } = await gateway.call('POST', '/documents', { body: { name: 'a.txt' } })
    expect([status, body.code]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE'])
  })
  test('a key that may only read', async () => {
    expect((await add([['a.txt', 'Text.']], { key: gateway.keys.read })).status).toBe(403)
  })
})

describe('a document', () => {
  test('tells its text, its quality with reasons, its losses and what the gate said', async () => {
    const { document } = await addOne('a.txt', 'Hello.')
    await set(document.id, quarantined)
    const { status, body } = await gateway.call('GET', `/documents/${document.id}`, { key: gateway.keys.read })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      status: 'quarantined',
      text: 'Hello.',
      characters: 6,
      score: 55,
      reasons: ['the quality score is 55'],
      map: [{ start: 0, end: 6, line: 1 }],
      losses: [{ kind: 'image', note: 'A picture was left out.' }],
      quality: { contributions: [{ name: 'words', points: 55 }] },
      gate: { verdict: 'quarantine', reasons: [{ rule: 'score', limit: 60 }] },
      rejection: null,
    })
    expect(await list('?status=quarantined')).toMatchObject([{ id: document.id, reasons: ['the quality score is 55'] }])
    expect(await list('?status=converted')).toEqual([])
  })

  test('that was rejected says why', async () => {
    const { document } = await addOne('a.txt', 'Hello.')
    await set(document.id, { status: 'rejected', text: null, rejection: { code: 'DOCUMENT_BOMB', message: 'Boom.' } })
    expect((await gateway.call('GET', `/documents/${document.id}`)).body).toMatchObject({
      status: 'rejected',
      text: null,
      reasons: ['Boom.'],
      rejection: { code: 'DOCUMENT_BOMB' },
    })
  })

  test('is released from quarantine once, and only from there', async () => {
    const { document } = await addOne('a.txt', 'Hello.')
    const release = () => gateway.call('POST', `/documents/${document.id}/release`, { key: gateway.keys.submit })
    expect(await release()).toMatchObject({
      status: 409,
      body: { code: 'NOT_QUARANTINED', documentStatus: 'received' },
    })
    await set(document.id, quarantined)
    expect(await release()).toMatchObject({ status: 200, body: { status: 'converted' } })
    expect((await release()).status).toBe(409)
  })

  test('is removed with everything that was made of it, and the version before holds again', async () => {
    const first = await addOne('a.txt', 'One.')
    const second = await addOne('a.txt', 'Two.')
    await set(second.document.id, {})
    const remove = (key?: string) => gateway.call('DELETE', `/documents/${second.document.id}`, key ? { key } : {})
    expect((await remove(gateway.keys.submit)).status).toBe(403)
    expect((await remove(gateway.keys.neighbour)).status).toBe(404)
    expect((await remove()).status).toBe(204)
    expect((await remove()).status).toBe(404)
    expect(await stored()).toBe(1)
    expect((await findJob(gateway.db, 'acme', second.job))?.state).toBe('cancelled')
    expect((await findJob(gateway.db, 'acme', first.job))?.state).not.toBe('cancelled')
    expect(await list()).toMatchObject([{ id: first.document.id, isNewest: true }])
  })

  test('comes in pages', async () => {
    await add(Array.from({ length: 5 }, (_, at): File => [`${at}.txt`, `Text ${at}.`]))
    const first = (await gateway.call('GET', '/documents?limit=3')).body
    const rest = (await gateway.call('GET', `/documents?limit=3&cursor=${first.nextCursor}`)).body
    const names = [...first.items, ...rest.items].map(({ name }) => name)
    expect(names).toEqual(['4.txt', '3.txt', '2.txt', '1.txt', '0.txt'])
    expect(rest.nextCursor).toBeNull()
  })
})

test('a workspace changes limits of the gate, and the others keep their defaults', async () => {
  const rule = async (name: string, key?: string) => {
    const { body } = await gateway.call('GET', '/document-gate', key ? { key } : {})
    return body.rules.find(({ rule }: { rule: string }) => rule === name)
  }
  expect(await rule('score')).toEqual({ rule: 'score', quarantine: 60, reject: 30, source: 'chosen here' })
  const { status } = await gateway.call('PUT', '/document-gate', { body: { score: { quarantine: 80 } } })
  expect(status).toBe(200)
  expect(await rule('score')).toMatchObject({ quarantine: 80, reject: 30 })
  expect(await rule('bullets')).toMatchObject({ quarantine: 0.9, source: expect.stringContaining('Gopher') })
  expect(await rule('score', gateway.keys.neighbour)).toMatchObject({ quarantine: 60 })
  expect((await gateway.call('PUT', '/document-gate', { body: { sparkle: {} } })).body.errors).toMatchObject([
    { field: 'sparkle' },
  ])
})
