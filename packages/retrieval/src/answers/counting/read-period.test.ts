import { describe, expect, test } from '@jest/globals'
import type { CountingContext } from './counting-question.ts'
import { parseCountingQuestion } from './parse-counting-question.ts'

// A Saturday.
const context: CountingContext = { now: new Date('2026-11-21T10:30:00Z'), authors: [], repositories: [] }
const period = (from: string | null, to: string | null) => ({
  ...(from === null ? {} : { from: new Date(from).toISOString() }),
  ...(to === null ? {} : { to: new Date(to).toISOString() }),
})

describe('periods are UTC and end before their end', () => {
  test.each([
    ['in 2025', '2025-01-01', '2026-01-01'],
    ['in the year 2025', '2025-01-01', '2026-01-01'],
    ['in March', '2026-03-01', '2026-04-01'],
    ['in December', '2025-12-01', '2026-01-01'],
    ['in November', '2026-11-01', '2026-12-01'],
    ['last November', '2025-11-01', '2025-12-01'],
    ['in May 2024', '2024-05-01', '2024-06-01'],
    ['during Sept. 2024', '2024-09-01', '2024-10-01'],
    ['in 2024-02', '2024-02-01', '2024-03-01'],
    ['on 2024-02-29', '2024-02-29', '2024-03-01'],
    ['on 14 March 2025', '2025-03-14', '2025-03-15'],
    ['on March 14th, 2025', '2025-03-14', '2025-03-15'],
    ['on the 14th of March 2025', '2025-03-14', '2025-03-15'],
    ['on December 24', '2025-12-24', '2025-12-25'],
    ['in Q3', '2026-07-01', '2026-10-01'],
    ['in Q4 of 2024', '2024-10-01', '2025-01-01'],
    ['in the first quarter of 2025', '2025-01-01', '2025-04-01'],
    ['in 2024 Q1', '2024-01-01', '2024-04-01'],
    ['today', '2026-11-21', '2026-11-22'],
    ['yesterday', '2026-11-20', '2026-11-21'],
    ['last week', '2026-11-09', '2026-11-16'],
    ['this week', '2026-11-16', '2026-11-23'],
    ['last month', '2026-10-01', '2026-11-01'],
    ['this quarter', '2026-10-01', '2027-01-01'],
    ['last quarter', '2026-07-01', '2026-10-01'],
    ['last year', '2025-01-01', '2026-01-01'],
    ['in the last 7 days', '2026-11-14T10:30Z', '2026-11-21T10:30Z'],
    ['over the past two months', '2026-09-21T10:30Z', '2026-11-21T10:30Z'],
    ['since 2024-05-01', '2024-05-01', null],
    ['since March', '2026-03-01', null],
    ['from March onwards', '2026-03-01', null],
    ['after 2024-05-01', '2024-05-02', null],
    ['before 2025', null, '2025-01-01'],
    ['until May 2025', null, '2025-06-01'],
    ['between 2024-05-01 and 2024-05-31', '2024-05-01', '2024-06-01'],
    ['between March and May', '2026-03-01', '2026-06-01'],
    ['between November and February', '2025-11-01', '2026-03-01'],
    ['from March to May 2024', '2024-03-01', '2024-06-01'],
    ['from 2023 until 2024', '2023-01-01', '2025-01-01'],
  ])('%s', (words, from, to) => {
    expect(parseCountingQuestion(`how many PRs were merged ${words}?`, context)).toEqual(
      expect.objectContaining({ status: 'understood', filters: period(from, to) }),
    )
  })

  test('a month before the 31st is the last day of the shorter month', () => {
    const parsed = parseCountingQuestion('how many PRs were merged in the last 1 month', {
      ...context,
      now: new Date('2026-03-31T12:00Z'),
    })
    expect(parsed).toMatchObject({ filters: period('2026-02-28T12:00Z', '2026-03-31T12:00Z') })
  })
})

describe('a name that is a month', () => {
  const others = {
    ...context,
    authors: [...context.authors, { id: 'april', names: ['April Jones'] }],
    repositories: [...context.repositories, { id: 'march', name: 'acme/march' }],
  }
  const askOthers = (question: string) => parseCountingQuestion(question, others)

  test('is a reason to ask back', () => {
    expect(askOthers('how many PRs were merged in March')).toMatchObject({
      code: 'month-or-name',
      candidates: ['march'],
    })
    expect(askOthers('how many PRs from April were merged')).toMatchObject({
      code: 'month-or-name',
      candidates: ['april'],
    })
  })

  test('is plain where only one of the two can stand', () => {
    expect(askOthers('how many PRs did April merge in May')).toMatchObject({
      filters: { author: 'april', ...period('2026-05-01', '2026-06-01') },
    })
    expect(askOthers('how many PRs were merged in acme/march in March 2025')).toMatchObject({
      filters: { repository: 'march', ...period('2025-03-01', '2025-04-01') },
    })
    expect(askOthers('how many PRs were merged in April')).toMatchObject({
      filters: period('2026-04-01', '2026-05-01'),
    })
  })
})
