import { expect, test } from '@jest/globals'
import { lastQuarter, readReportForm, toRequest } from './report-request.ts'

test.each([
  [new Date(2026, 10, 21), { from: '2026-07-01', to: '2026-09-30' }],
  [new Date(2026, 0, 1), { from: '2025-10-01', to: '2025-12-31' }],
  [new Date(2024, 4, 31), { from: '2024-01-01', to: '2024-03-31' }],
])('the quarter before %s', (now, quarter) => {
  expect(lastQuarter(now)).toEqual(quarter)
})

test('a report is asked for over whole days', () => {
  expect(toRequest({ from: '2026-07-01', to: '2026-09-30', author: ['Ada'], title: ' ' })).toEqual({
    from: new Date(2026, 6, 1).toISOString(),
    to: new Date(2026, 9, 1).toISOString(),
    authors: ['Ada'],
  })
})

test.each([{}, { from: '2026-07-01' }, { from: '2026-07-02', to: '2026-07-01' }])('%j is no period', (form) => {
  expect(toRequest(form)).toHaveProperty('problem')
})

test('the form is filled from the address', () => {
  expect(readReportForm({ author: 'Ada', from: 'x', title: 7 })).toEqual({ author: ['Ada'], title: '7' })
})
