import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { assessVectors } from './assess-vectors.ts'
import { cloud, matrixOf, rotated, scaled } from './testing/vectors.ts'

const seeds = fc.integer({ min: 1, max: 1_000 })

describe('vectors', () => {
  test('give the same report for the same seed, as plain JSON', () => {
    const input = { vectors: cloud(80, 6, 1), groups: { kind: Array.from({ length: 80 }, (_, at) => `${at % 3}`) } }
    const report = assessVectors(input, { seed: 4, sampleSize: 50 })
    expect(assessVectors(input, { seed: 4, sampleSize: 50 })).toEqual(report)
    expect(JSON.parse(JSON.stringify(report))).toEqual(report)
  })

  test('tell the same of themselves in turned axes and at another scale', () => {
    fc.assert(
      fc.property(seeds, fc.double({ min: 0.01, max: 100, noNaN: true }), (seed, factor) => {
        const vectors = cloud(60, 5, seed, 1)
        const { anisotropy, cosines, hubness } = assessVectors({ vectors })
        const other = assessVectors({ vectors: scaled(rotated(vectors, seed + 1), factor) })
        expect(other.anisotropy?.meanVectorNorm).toBeCloseTo(anisotropy?.meanVectorNorm ?? 0, 4)
        expect(other.anisotropy?.meanPairCosine).toBeCloseTo(anisotropy?.meanPairCosine ?? 0, 4)
        expect(other.anisotropy?.firstComponentShare).toBeCloseTo(anisotropy?.firstComponentShare ?? 0, 4)
        expect(other.cosines.random?.mean).toBeCloseTo(cosines.random?.mean ?? 0, 4)
        expect(other.cosines.nearest?.mean).toBeCloseTo(cosines.nearest?.mean ?? 0, 4)
        // A near tie may fall the other way in single precision.
        expect(other.hubness?.skewness).toBeCloseTo(hubness?.skewness ?? 0, 1)
      }),
      { numRuns: 25 },
    )
  })

  test('count each row, each bin and each share once', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.float(), { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 30 }),
        (rows) => {
          const { soundness, cosines, hubness, duplicates, anisotropy } = assessVectors({ vectors: matrixOf(rows) })
          const usable = soundness.norms?.count ?? 0
          expect(usable + soundness.zeroRows + soundness.nonFiniteRows).toBe(rows.length)
          for (const drawn of [soundness.norms, cosines.random, cosines.nearest])
            if (drawn) expect(drawn.histogram.counts.reduce((sum, count) => sum + count, 0)).toBe(drawn.count)
          for (const share of [
            hubness?.neverFound,
            duplicates?.pairShare,
            duplicates?.rowShare,
            duplicates?.exactShare,
          ])
            if (share !== undefined) expect(share >= 0 && share <= 1).toBe(true)
          expect(Math.abs(anisotropy?.meanPairCosine ?? 0)).toBeLessThanOrEqual(1 + 1e-9)
        },
      ),
    )
  })

  test('of no rows, of one, and of rows that are all broken are told without a number that is none', () => {
    for (const rows of [
      [],
      [[1, 2]],
      [[Number.NaN, 1]],
      [
        [0, 0],
        [0, 0],
      ],
      [
        [1, 2],
        [1, 2],
      ],
    ]) {
      const report = assessVectors({ vectors: matrixOf(rows) })
      expect(JSON.parse(JSON.stringify(report))).toEqual(report)
    }
  })

  test('whose sizes do not agree are refused', () => {
    const vectors = cloud(4, 2, 1)
    expect(() => assessVectors({ vectors: { ...vectors, columns: 3 } })).toThrow(RangeError)
    expect(() => assessVectors({ vectors, adjacentPairs: Uint32Array.of(0, 4) })).toThrow(RangeError)
    expect(() => assessVectors({ vectors, adjacentPairs: Uint32Array.of(0) })).toThrow(RangeError)
    expect(() => assessVectors({ vectors, groups: { kind: ['pdf'] } })).toThrow(RangeError)
  })
})

describe('anisotropy', () => {
  test('is that of all pairs: two orthogonal directions, each twice, have cosines 1, 1, 0, 0, 0, 0', () => {
    const { anisotropy } = assessVectors({
      vectors: matrixOf([
        [1, 0],
        [3, 0],
        [0, 1],
        [0, 5],
      ]),
    })
    expect(anisotropy?.meanPairCosine).toBeCloseTo(2 / 6, 9)
    expect(anisotropy?.meanVectorNorm).toBeCloseTo(Math.SQRT1_2, 9)
    expect(anisotropy?.firstComponentShare).toBeCloseTo(1, 6)
  })

  test('is low in a round cloud and high in one that is shifted', () => {
    const round = assessVectors({ vectors: cloud(1_000, 8, 1) })
    const shifted = assessVectors({ vectors: cloud(1_000, 8, 1, 6) })
    expect(Math.abs(round.anisotropy?.meanPairCosine ?? 1)).toBeLessThan(0.01)
    expect(round.anisotropy?.firstComponentShare).toBeLessThan(0.16)
    expect(shifted.anisotropy?.meanPairCosine).toBeGreaterThan(0.7)
    expect(shifted.cosines.random?.mean).toBeCloseTo(shifted.anisotropy?.meanPairCosine ?? 0, 2)
  })
})

describe('hubs', () => {
  test('are found where one row is near to all and the others are not near to each other', () => {
    // A centre that every spoke is nearer to than to any other spoke.
    const spokes = Array.from({ length: 40 }, (_, at) =>
      Array.from({ length: 41 }, (_, k) => (k === at ? 1 : k === 40 ? 1 : 0)),
    )
    const { hubness } = assessVectors({ vectors: matrixOf([...spokes, new Array<number>(41).fill(0).with(40, 1)]) })
    expect(hubness?.mostFound).toBe(40)
    expect(hubness?.skewness).toBeGreaterThan(1)
    expect(hubness?.neverFound).toBeGreaterThan(0.5)
  })

  test('come with dimensions where the vectors have a common side, and not where they have none', () => {
    const skewnessOf = (columns: number, shift: number) =>
      assessVectors({ vectors: cloud(600, columns, 2, shift) }).hubness?.skewness ?? 0
    expect(skewnessOf(100, 0)).toBeLessThan(0.6)
    expect(skewnessOf(3, 10)).toBeLessThan(0.6)
    expect(skewnessOf(100, 10)).toBeGreaterThan(1.5)
  })
})

describe('soundness', () => {
  test('names rows that cannot be searched, and leaves them out of all else', () => {
    const rows = [
      [1, 0],
      [Number.NaN, 0],
      [0, 0],
      [0, 2],
      [Number.POSITIVE_INFINITY, 1],
    ]
    const { soundness, sampledRows, dimensions } = assessVectors({ vectors: matrixOf(rows), dimensions: 384 })
    expect(soundness).toMatchObject({ nonFiniteRows: 2, zeroRows: 1, offUnitRows: 1, unusable: [1, 2, 4] })
    expect(soundness.norms).toMatchObject({ count: 2, mean: 1.5, least: 1, most: 2 })
    expect(sampledRows).toBe(2)
    expect(dimensions).toEqual({ expected: 384, found: 2, agree: false })
  })
})

describe('duplicates', () => {
  test('are exact by their numbers and near by their cosine', () => {
    const vectors = matrixOf([
      [1, 0, 0],
      [0, 1, 0],
      [1, 0, -0],
      [1, 0.01, 0],
      [0, 0, 1],
    ])
    expect(assessVectors({ vectors }).duplicates).toEqual({
      exactShare: 1 / 5,
      cosine: 0.98,
      pairShare: 3 / 10,
      rowShare: 3 / 5,
    })
  })
})

describe('pairs that the caller names', () => {
  const vectors = matrixOf([
    [1, 0],
    [1, 0],
    [0, 1],
    [Number.NaN, 0],
  ])

  test('give the cosines of chunks that follow each other, broken ones left out', () => {
    const { cosines } = assessVectors({ vectors, adjacentPairs: Uint32Array.of(0, 1, 1, 2, 2, 3) })
    expect(cosines.adjacent).toMatchObject({ count: 2, mean: 0.5 })
    expect(assessVectors({ vectors }).cosines.adjacent).toBeNull()
  })

  test("stand for the sample's nearest where an index found them", () => {
    expect(assessVectors({ vectors }).cosines).toMatchObject({ nearestWithin: 'sample', nearest: { count: 3 } })
    expect(assessVectors({ vectors, nearestPairs: Uint32Array.of(0, 2) }).cosines).toMatchObject({
      nearestWithin: 'collection',
      nearest: { count: 1, mean: 0 },
    })
  })
})

describe('groups', () => {
  test('are assessed as if they were alone, the largest first', () => {
    const vectors = matrixOf([
      [1, 0],
      [2, 0],
      [1, 0],
      [0, 1],
      [1, 1],
      [Number.NaN, 0],
    ])
    const groups = { documentType: ['pdf', 'pdf', 'pdf', 'html', 'html', 'csv'] }
    const report = assessVectors({ vectors, groups }, { mostGroups: 2 })
    expect(report.groups.map(({ heading, label, rows }) => [heading, label, rows])).toEqual([
      ['documentType', 'pdf', 3],
      ['documentType', 'html', 2],
    ])
    expect(report.groupsLeftOut).toBe(1)
    const alone = assessVectors({
      vectors: matrixOf([
        [1, 0],
        [2, 0],
        [1, 0],
      ]),
    })
    expect(report.groups[0]).toMatchObject({
      anisotropy: alone.anisotropy,
      hubness: alone.hubness,
      duplicates: alone.duplicates,
      soundness: alone.soundness,
    })
  })
})
