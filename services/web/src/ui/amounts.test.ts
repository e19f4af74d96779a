import { expect, test } from '@jest/globals'
import { formatEstimate, formatHours, formatMoney, formatShare, formatShort } from './amounts.ts'

test('estimates have no more digits than they deserve, however small or large they are', () => {
  expect([0.000277777, 1.25, 45_321.7].map(formatEstimate)).toEqual(['0.000278', '1.25', '45,300'])
})

test('amounts carry what they are of', () => {
  expect([formatHours(2.345), formatMoney('USD')(1_234), formatShare(0.574)]).toEqual(['2.35 h', 'USD 1,230', '57 %'])
})

test('where there is little room thousands are a letter', () => {
  expect(formatShort(45_321)).toBe('45.3K')
})
