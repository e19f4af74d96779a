import { expect, test } from '@jest/globals'
import { createMicroBatch } from './micro-batch.ts'

test('calls made while a flush is under way go together in the next', async () => {
  const sizes: number[] = []
  const batch = createMicroBatch({
    maxSize: 100,
    flush: async (items: number[]) => {
      sizes.push(items.length)
      await new Promise((resolve) => setImmediate(resolve))
      return items.map((item) => item * 2)
    },
  })
  expect(await Promise.all([1, 2, 3].map(batch))).toEqual([2, 4, 6])
  expect(sizes).toEqual([3])
})

test('a batch is never larger than allowed, and everybody gets their own answer', async () => {
  const sizes: number[] = []
  const batch = createMicroBatch({
    maxSize: 7,
    inFlight: 2,
    flush: async (items: number[]) => {
      sizes.push(items.length)
      return items.map(String)
    },
  })
  const numbers = Array.from({ length: 100 }, (_, n) => n)
  expect(await Promise.all(numbers.map(batch))).toEqual(numbers.map(String))
  expect(Math.max(...sizes)).toBeLessThanOrEqual(7)
})

test('one bad item fails alone', async () => {
  const batch = createMicroBatch({
    maxSize: 10,
    flush: async (items: string[]) => {
      if (items.includes('bad')) throw new Error('bad item')
      return items
    },
  })
  const answers = await Promise.allSettled(['a', 'bad', 'b'].map(batch))
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
})
