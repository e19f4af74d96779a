import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { DenseMatrix } from '../lsa/sparse-matrix.ts'
import { driftAlarm } from './drift-alarm.ts'
import { createDriftDetector, type DriftReading, measureDrift } from './drift-detector.ts'
import { cloud, rotated, scaled } from './testing/vectors.ts'

const columns = 8
const sizes = { referenceRows: 400, windowRows: 75, splits: 299 }
const isAbove = (reading: DriftReading) => reading.state === 'measured' && reading.isAbove

/** Ten chunks about each document's own centre. */
const chunked = (documents: number, seed: number) => {
  const centres = cloud(documents, columns, seed)
  const noise = cloud(documents * 10, columns, seed + 1)
  return {
    vectors: {
      ...noise,
      values: noise.values.map(
        (value, at) => 0.3 * value + (centres.values[Math.floor(at / columns / 10) * columns + (at % columns)] ?? 0),
      ),
    },
    documents: Array.from({ length: documents * 10 }, (_, row) => `document ${Math.floor(row / 10)}`),
  }
}

const joined = (a: DenseMatrix, b: DenseMatrix): DenseMatrix => ({
  rows: a.rows + b.rows,
  columns,
  values: Float32Array.from([...a.values, ...b.values]),
})

describe('a window of the same kind', () => {
  test('is above a threshold no more often than the rate that was asked for', () => {
    let above = 0
    for (let replay = 0; replay < 10; replay += 1) {
      const detector = createDriftDetector({ vectors: cloud(600, columns, 1_000 + replay, 1) }, sizes)
      for (let window = 0; window < 20; window += 1) {
        if (isAbove(detector.measure({ vectors: cloud(150, columns, 5_000 + replay * 20 + window, 1) }))) above += 1
      }
    }
    // 1 in 100 is asked for: of 200, more than 6 would come by chance once in 250 times.
    expect(above).toBeLessThanOrEqual(6)
  })

  test('of whole documents is judged by splits of whole documents', () => {
    const replays = Array.from({ length: 15 }, (_, replay) => replay)
    const loose = { ...sizes, falseAlarmRate: 0.05, splits: 99 }
    const share = (withDocuments: boolean) => {
      const readings = replays.map((replay) => {
        const [reference, current] = [chunked(60, 10 + 4 * replay), chunked(15, 12 + 4 * replay)]
        return withDocuments
          ? measureDrift(reference, current, loose)
          : measureDrift({ vectors: reference.vectors }, current, loose)
      })
      return readings.filter(isAbove).length / replays.length
    }
    expect(share(true)).toBeLessThanOrEqual(0.2)
    expect(share(false)).toBeGreaterThan(0.5)
  })
})

describe('a window of another kind', () => {
  const detector = createDriftDetector({ vectors: cloud(600, columns, 1, 1) }, sizes)

  test('is above, when its mean has moved', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), (seed) => {
        const reading = detector.measure({ vectors: cloud(150, columns, seed, 2) })
        expect(isAbove(reading)).toBe(true)
      }),
      { numRuns: 30 },
    )
  })

  test('is above, when a fifth of it comes from another model', () => {
    const reference = cloud(600, columns, 1, 3)
    const other = rotated(cloud(30, columns, 3, 3), 9)
    const reading = measureDrift({ vectors: reference }, { vectors: joined(cloud(120, columns, 2, 3), other) }, sizes)
    expect(reading).toMatchObject({ state: 'measured', isAbove: true, measures: { mmd: { isAbove: true } } })
  })

  test('is as far in turned axes and at another scale', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.double({ min: 0.1, max: 10, noNaN: true }), (seed, factor) => {
        const turn = (vectors: DenseMatrix) => ({ vectors: scaled(rotated(vectors, seed + 7), factor) })
        const reference = cloud(300, columns, seed, 2)
        const current = cloud(60, columns, seed + 1, 2.2)
        const plain = measureDrift({ vectors: reference }, { vectors: current }, sizes)
        const turned = measureDrift(turn(reference), turn(current), sizes)
        if (plain.state !== 'measured' || turned.state !== 'measured') throw new Error('Both are large enough')
        expect(turned.measures.mmd.value).toBeCloseTo(plain.measures.mmd.value, 4)
        expect(turned.measures.mmd.threshold).toBeCloseTo(plain.measures.mmd.threshold, 4)
        // Rounding may carry a value over the next one, or over the edge of a bin.
        expect(Math.abs(turned.measures.ks.value - plain.measures.ks.value)).toBeLessThan(0.03)
      }),
      { numRuns: 5 },
    )
  })
})

describe('a reading', () => {
  test('is the same for the same seed, as plain JSON', () => {
    const [reference, current] = [{ vectors: cloud(400, 4, 1) }, { vectors: cloud(80, 4, 2) }]
    const reading = measureDrift(reference, current, sizes)
    expect(measureDrift(reference, current, sizes)).toEqual(reading)
    expect(JSON.parse(JSON.stringify(reading))).toEqual(reading)
  })

  test('of too few rows says how many are needed; broken rows are none', () => {
    const reference = { vectors: cloud(600, 4, 1) }
    const current = { vectors: { rows: 100, columns: 4, values: new Float32Array(400) } }
    expect(measureDrift(reference, current, sizes)).toEqual({ state: 'too-small', rows: 0, needed: 75 })
  })

  test('is refused where nothing can be learnt or compared', () => {
    const reference = { vectors: cloud(600, 4, 1) }
    expect(() => createDriftDetector({ vectors: cloud(100, 4, 1) }, sizes)).toThrow(RangeError)
    expect(() => createDriftDetector(reference, { ...sizes, splits: 200 })).toThrow(RangeError)
    expect(() => createDriftDetector({ ...reference, documents: ['a'] }, sizes)).toThrow(RangeError)
    expect(() => measureDrift(reference, { vectors: cloud(600, 5, 1) }, sizes)).toThrow(RangeError)
  })
})

describe('the alarm', () => {
  const detector = createDriftDetector({ vectors: cloud(600, 4, 1) }, sizes)
  const far = detector.measure({ vectors: cloud(100, 4, 2, 3) })
  const near = detector.measure({ vectors: cloud(100, 4, 3) })
  const small = detector.measure({ vectors: cloud(10, 4, 4) })

  test('needs three windows in a row', () => {
    expect(driftAlarm([])).toEqual({ state: 'quiet', inARow: 0 })
    expect(driftAlarm([far, far])).toEqual({ state: 'watching', inARow: 2 })
    expect(driftAlarm([far, far, far])).toEqual({ state: 'alarm', inARow: 3 })
    expect(driftAlarm([far, far, near, far])).toEqual({ state: 'watching', inARow: 1 })
    expect(driftAlarm([far, far, far, near])).toEqual({ state: 'quiet', inARow: 0 })
  })

  test('neither starts nor ends by a window that was too small to judge', () => {
    expect(driftAlarm([far, far, small, far, small])).toEqual({ state: 'alarm', inARow: 3 })
  })
})
