import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { z } from 'zod'
import { createCatalog, loadCatalog, MAX_PAYLOAD_BYTES } from './catalog.ts'
import { defineJob, type JobContract } from './define-job.ts'

const toy = (overrides: Partial<JobContract> = {}) =>
  defineJob({
    kind: 'toy',
    title: 'Toy',
    description: 'For this test.',
    queue: 'toys',
    priority: 'normal',
    payload: z.strictObject({ text: z.string() }),
    result: z.object({}),
    retry: { attempts: 1, baseMs: 1, capMs: 1 },
    timeoutMs: 1_000,
    ...overrides,
  })

const { contracts } = await loadCatalog()

describe.each(contracts.map((contract) => [contract.kind, contract] as const))('the kind %s', (_kind, contract) => {
  test('can be retried within reason and described as a form', () => {
    expect(contract.retry.attempts).toBeGreaterThan(0)
    expect(contract.retry.baseMs).toBeLessThanOrEqual(contract.retry.capMs)
    expect(contract.timeoutMs).toBeGreaterThan(0)
    expect(z.toJSONSchema(contract.payload, { io: 'input' })).toMatchObject({
      type: 'object',
      additionalProperties: false,
    })
  })
})

test.each([
  ['a date', { payload: z.strictObject({ at: z.date() }) }],
  ['a transform in the result', { result: z.string().transform(Number) }],
  ['a kind in capitals', { kind: 'Toy' }],
])('%s is refused when the contract is made', (_what, overrides) => {
  expect(() => toy(overrides)).toThrow()
})

test('two contracts cannot share a kind', () => {
  expect(() => createCatalog([toy(), toy()])).toThrow(/share a kind/)
})

test('an unknown kind is told the known ones', () => {
  expect(() => createCatalog([toy()]).parsePayload('yot', {})).toThrow(/no job kind "yot".*toy/)
})

test('a payload is accepted exactly when the database can hold it and it is not too large', () => {
  const catalog = createCatalog([toy()])
  const accepts = (text: string) => {
    try {
      catalog.parsePayload('toy', { text })
      return true
    } catch {
      return false
    }
  }
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(accepts(text)).toBe(text.isWellFormed() && !text.includes('\0'))
    }),
  )
  expect(accepts('a backslash and u0000: \\u0000')).toBe(true)
  expect(accepts('x'.repeat(MAX_PAYLOAD_BYTES))).toBe(false)
})
