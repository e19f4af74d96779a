import { createHash } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { createHashedEmbedder } from './hashed-embedder.ts'

const embedder = createHashedEmbedder()
const cosine = (left: string, right: string) => {
  const [a = new Float32Array(), b = new Float32Array()] = embedder.embed([left, right])
  return a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0)
}

describe('the hashed embedder', () => {
  test('gives the same vector on every machine', () => {
    const [small = new Float32Array()] = createHashedEmbedder({ dimensions: 8 }).embed([
      'fix: close parseUrl sockets in lib/server.js',
    ])
    expect([...small].map((value) => Number(value.toFixed(5)))).toEqual([
      -0.17739, 0.35479, 0.35479, 0, -0.11826, 0.23652, 0.65044, 0.47305,
    ])
    const [large = new Float32Array()] = embedder.embed(['Ünïcode 漢字 and parseHTTPUrl2 — close the socket'])
    expect(
      createHash('sha256')
        .update([...large].map((value) => value.toFixed(5)).join())
        .digest('hex')
        .slice(0, 16),
    ).toBe('f817c1b2c2b39298')
    expect(embedder.version).toEqual({
      name: 'hashed-features/1',
      dimensions: 384,
      normalisation: 'unit',
      hash: 'e08c1a7e71446313',
    })
  })

  test('gives vectors of length 1 and finite numbers for any text with a word in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const [vector = new Float32Array()] = embedder.embed([`socket ${text}`])
        expect(vector).toHaveLength(384)
        expect(Math.hypot(...vector)).toBeCloseTo(1, 4)
      }),
    )
  })

  test('gives zeros for a text without words', () => {
    for (const vector of embedder.embed(['', ' \n', '—!?', 'the of and']))
      expect(vector.every((value) => value === 0)).toBe(true)
  })

  test('does not depend on what else is in the batch', () => {
    const [alone] = embedder.embed(['close the socket'])
    expect(embedder.embed(['something else', 'close the socket'])[1]).toEqual(alone)
  })

  test('puts texts of one subject nearer than others, across inflections and spellings of identifiers', () => {
    expect(cosine('connection pooling', 'pooled connections')).toBeGreaterThan(
      cosine('connection pooling', 'documentation typo') + 0.15,
    )
    expect(cosine('lib/parse_url.js', 'parseUrl')).toBeGreaterThan(0.4)
    expect(cosine('Close The Socket', 'close the socket')).toBeCloseTo(1, 5)
  })
})
