import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { realArrayOf, realsOf } from './real-array.ts'

test('numbers come back from the binary form as they were, one vector behind another', () => {
  fc.assert(
    fc.property(fc.array(fc.float32Array({ maxLength: 8 }), { maxLength: 5 }), (vectors) => {
      expect([...realsOf(realArrayOf(vectors))]).toEqual(vectors.flatMap((vector) => [...vector]))
    }),
  )
})

test('nothing is an array without numbers', () => {
  expect(realsOf(realArrayOf([]))).toEqual(new Float32Array(0))
})
