import { expect, test } from '@jest/globals'
import { declaredContextSchema } from './context.ts'
import { presentValueFactor } from './present-value.ts'
import { sampleContext } from './testing/sample-context.ts'

test('a context may leave everything open but its currency', () => {
  expect(declaredContextSchema.parse({ currency: 'EUR' })).toEqual({
    currency: 'EUR',
    horizonMonths: 12,
    decayHalfLifeMonths: 12,
    discountRate: 0,
    rates: {},
    exchangeRates: {},
    items: [],
  })
})

const ci = { name: 'ci', match: { words: ['ci'] } }

test.each([
  ['an item that matches nothing', { items: [{ name: 'ci', match: {} }] }],
  ['an assumption that nobody reads', { churn: 0.2 }],
  ['a currency that is none', { currency: '$' }],
  ['a role that no rate is declared for', { authorRole: 'engineer' }],
  ['an item that is there twice', { items: [ci, ci] }],
  ['a horizon without end', { horizonMonths: 600 }],
  [
    'an adoption of more than everybody',
    { items: [{ name: 'ci', match: { words: ['ci'] }, adoption: { kind: 'fixed', value: 2 } }] },
  ],
])('%s is refused', (_, changes) => {
  expect(declaredContextSchema.safeParse({ currency: 'EUR', ...changes }).success).toBe(false)
})

test('a context survives being stored', () => {
  const { version: _version, ...context } = sampleContext()
  expect(declaredContextSchema.parse(JSON.parse(JSON.stringify(context)))).toEqual(context)
})

test('what fades and what is waited for is worth less today', () => {
  const undiminished = { horizonMonths: 12, decayHalfLifeMonths: null, discountRate: 0 }
  expect(presentValueFactor(undiminished)).toBe(1)
  // The mean of 2^(-t) over a year.
  expect(presentValueFactor({ ...undiminished, decayHalfLifeMonths: 12 })).toBeCloseTo(0.5 / Math.LN2, 10)
  expect(presentValueFactor({ ...undiminished, discountRate: 0.1 })).toBeCloseTo((1 - 1 / 1.1) / Math.log(1.1), 10)
})
