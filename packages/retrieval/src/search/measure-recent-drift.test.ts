import { expect, test } from '@jest/globals'
import { seededRandom } from '../lsa/seeded-random.ts'
import { measureRecentDrift } from './measure-recent-drift.ts'
import type { Passage } from './passage.ts'

const COLUMNS = 8
const ROWS = 3_200

/** Passages a minute apart, and vectors that are moved from a passage on. */
const corpus = (movedFrom: number) => {
  const random = seededRandom(7)
  const values = Float32Array.from({ length: ROWS * COLUMNS }, (_, at) => {
    const moved = Math.floor(at / COLUMNS) >= movedFrom && at % COLUMNS === 0
    return random() - 0.5 + (moved ? 1 : 0)
  })
  const passages = Array.from(
    { length: ROWS },
    (_, at): Passage => ({
      id: String(at),
      sourceId: String(at),
      source: 'document',
      title: '',
      headings: [],
      text: '',
      start: 0,
      facets: { repositoryId: null, author: null, kind: null, language: null, at: at * 60_000 },
    }),
  )
  return { passages, vectors: { rows: ROWS, columns: COLUMNS, values } }
}
const measure = ({ passages, vectors }: ReturnType<typeof corpus>) => measureRecentDrift(passages, vectors, Number)

test('passages that lie where earlier ones do are no drift', () => {
  expect(measure(corpus(ROWS))).toMatchObject({ alarm: { state: 'quiet' }, windows: { length: 3 } })
})

test('passages that lie elsewhere are drift, once three windows in a row do', () => {
  expect(
    measure(corpus(ROWS - 375))?.windows.map(({ state, ...reading }) => 'isAbove' in reading && reading.isAbove),
  ).toEqual([false, false, true])
  expect(measure(corpus(ROWS - 3 * 375))?.alarm.state).toBe('alarm')
})

test('of few passages nothing is told', () => {
  const { passages, vectors } = corpus(ROWS)
  expect(measureRecentDrift(passages.slice(0, 900), vectors, Number)).toBeNull()
})
