import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { toSegments } from './lines.ts'
import type { Run } from './page-runs.ts'
import { readAreas } from './reading-order.ts'

const line = (text: string, x: number, y: number, width = text.length * 5): Run => ({ text, x, y, width, size: 10 })
const textOf = (runs: readonly Run[]): string[] =>
  readAreas(toSegments(runs)).flatMap((area) =>
    area.kind === 'lines' ? area.lines.map((each) => each.text) : area.rows.map((row) => row.join('|')),
  )

test('columns are read one after the other, and what spans them stays between', () => {
  const column = (name: string, x: number, from: number) =>
    [0, 1, 2, 3, 4].map((at) => line(`${name}${at}`, x, from + at * 12, 190))
  const runs = [
    line('Title', 50, 50, 400),
    ...column('a', 50, 80),
    ...column('b', 260, 80),
    line('Between', 50, 200, 400),
    ...column('c', 50, 220),
    ...column('d', 260, 220),
  ]
  const five = (name: string) => [0, 1, 2, 3, 4].map((at) => `${name}${at}`)
  const expected = ['Title', ...five('a'), ...five('b'), 'Between', ...five('c'), ...five('d')]
  expect(textOf(runs)).toEqual(expected)
})

test('short texts under each other are a table, with cells that run over the line', () => {
  const rows = [
    line('Name', 50, 50),
    line('Value', 200, 50),
    line('one', 50, 64),
    line('first part', 200, 64),
    line('second', 200, 76),
    line('two', 50, 90),
    line('2', 200, 90),
  ]
  expect(textOf(rows)).toEqual(['Name|Value', 'one|first part second', 'two|2'])
})

test('nothing on a page is lost or doubled, wherever it stands', () => {
  const place = fc.double({ min: 0, max: 600, noNaN: true })
  const runs = fc
    .array(fc.tuple(place, place, fc.double({ min: 1, max: 300, noNaN: true })), { maxLength: 60 })
    .map((places) => places.map(([x, y, width], at) => line(`w${at}w`, x, y, width)))
  fc.assert(
    fc.property(runs, (all) => {
      const found = textOf(all).join(' ').match(/w\d+w/g) ?? []
      expect(found.toSorted()).toEqual(all.map((run) => run.text).toSorted())
    }),
  )
})
