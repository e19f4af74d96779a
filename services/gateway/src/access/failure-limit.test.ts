import { expect, test } from '@jest/globals'
import { createFailureLimit } from './failure-limit.ts'

function limitAt() {
  let time = 0
  const limit = createFailureLimit({ max: 2, windowMs: 60_000, now: () => time })
  return { ...limit, pass: (ms: number) => (time += ms) }
}

test('a sender may fail a few times in a window and then waits for its end', () => {
  const { note, secondsToWait, pass } = limitAt()
  note('a')
  pass(20_000)
  note('a')
  expect(secondsToWait('a')).toBe(0)
  note('a')
  expect([secondsToWait('a'), secondsToWait('b')]).toEqual([40, 0])
  pass(40_000)
  expect(secondsToWait('a')).toBe(0)
  note('a')
  expect(secondsToWait('a')).toBe(0)
})

test('senders without number push the oldest out', () => {
  const { note, secondsToWait } = limitAt()
  for (const sender of ['a', 'a', 'a']) note(sender)
  for (let at = 0; at < 9_999; at += 1) note(`other ${at}`)
  expect(secondsToWait('a')).toBe(60)
  note('one more')
  expect(secondsToWait('a')).toBe(0)
})
