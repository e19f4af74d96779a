import { expect, test } from '@jest/globals'
import { createGroupDriftDetector } from './drift-by-group.ts'
import { cloud } from './testing/vectors.ts'

const grouped = (parts: readonly (readonly [group: string, rows: number, shift: number])[], seed: number) => {
  const clouds = parts.map(([, rows, shift], at) => cloud(rows, 4, seed + at, shift))
  return {
    vectors: {
      rows: clouds.reduce((sum, part) => sum + part.rows, 0),
      columns: 4,
      values: Float32Array.from(clouds.flatMap((part) => [...part.values])),
    },
    groups: parts.flatMap(([group, rows]) => new Array<string>(rows).fill(group)),
  }
}

test('drift is told in the group where it is, and where it cannot be told', () => {
  const reference = grouped(
    [
      ['html', 300, 1],
      ['pdf', 300, 1],
      ['csv', 40, 1],
    ],
    1,
  )
  const detector = createGroupDriftDetector(reference, { referenceRows: 300, splits: 299 })
  const readings = detector.measure(
    grouped(
      [
        ['pdf', 60, 3],
        ['html', 60, 1],
        ['csv', 60, 1],
      ],
      9,
    ),
  )
  expect(readings).toMatchObject([
    { group: 'csv', reading: { state: 'no-reference' } },
    { group: 'html', reading: { state: 'measured', isAbove: false } },
    { group: 'pdf', reading: { state: 'measured', isAbove: true } },
  ])
  expect(detector.measure(grouped([['pdf', 10, 1]], 9))).toMatchObject([
    { group: 'html', reading: { state: 'too-small', rows: 0 } },
    { group: 'pdf', reading: { state: 'too-small', rows: 10 } },
  ])
})

test('a window without a group for each row is refused', () => {
  expect(() => createGroupDriftDetector({ vectors: cloud(4, 2, 1), groups: [] })).toThrow(RangeError)
})
