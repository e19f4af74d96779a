import { averagePrecision, calibrationError, recallAtTenth } from '@assay/value/training'
import { expect, test } from '@jest/globals'
import { type Cluster, singly, withInterval } from './bootstrap.ts'

const interval = (text: string) => {
  const [estimate = 0, low = 0, high = 0] = text.match(/-?\d+\.\d+/g)?.map(Number) ?? []
  return { estimate, low, high }
}

/** Ninety releases of 2 to 31 rows; what is announced scores higher, and not always. */
const releases = Array.from({ length: 90 }, (_, release) => ({ release, size: 2 + (release % 30) }))
const rows = releases.flatMap(({ release, size }) =>
  Array.from({ length: size }, (_, at) => {
    const score = ((release * 37 + at * 61) % 101) / 101
    return { release, score, isNotable: (release * 13 + at * 29) % 97 < 30 * score * score }
  }),
)
const clusters: Cluster[] = [...Map.groupBy(rows.keys(), (row) => rows[row]?.release).values()]
const judged = (statistic: (picked: typeof rows) => number, clustersOf: () => readonly Cluster[]) =>
  interval(
    withInterval(
      [rows],
      clustersOf,
      ([pick]) =>
        statistic(
          (pick?.[1] ?? []).flatMap((drawn, release) =>
            drawn.flatMap((row) => (rows[row] ? [{ ...rows[row], release }] : [])),
          ),
        ),
      300,
    ),
  )
const scoresOf = (picked: typeof rows) => picked.map(({ score }) => score)
const truthsOf = (picked: typeof rows) => picked.map(({ isNotable }) => isNotable)
const recall = (picked: typeof rows) =>
  recallAtTenth(
    scoresOf(picked),
    truthsOf(picked),
    picked.map(({ release }) => String(release)),
  )

test.each([
  ['recall in a release’s top tenth', recall],
  ['average precision', (picked: typeof rows) => averagePrecision(scoresOf(picked), truthsOf(picked))],
  ['calibration error', (picked: typeof rows) => calibrationError(scoresOf(picked), truthsOf(picked))],
])('over whole releases, the interval of %s holds its own figure', (_, statistic) => {
  const { estimate, low, high } = judged(statistic, () => clusters)
  expect(estimate).toBeCloseTo(statistic(rows), 3)
  expect(low).toBeLessThan(estimate)
  expect(high).toBeGreaterThan(estimate)
})

test('what resampling itself shifts is taken off: the number of different rows', () => {
  const different = () =>
    interval(
      withInterval(
        [rows],
        () => singly(100),
        ([pick]) => new Set((pick?.[1] ?? []).flat()).size,
        300,
      ),
    )
  // Of 100 rows some 63 are drawn at all. No interval of so few can tell of 100; it says the most that it saw.
  expect(different().high).toBeGreaterThanOrEqual(different().low)
  const mean = (picked: typeof rows) => scoresOf(picked).reduce((sum, score) => sum + score, 0) / picked.length
  const { estimate, low, high } = judged(mean, () => singly(rows.length))
  expect(high - estimate).toBeCloseTo(estimate - low, 1)
})

test('the same rows give the same interval', () => {
  expect(judged(recall, () => clusters)).toEqual(judged(recall, () => clusters))
})
