import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { sampleFacts } from '../testing/sample-facts.ts'
import { estimateEffort } from './estimate-effort.ts'

const estimated = (changes: Parameters<typeof sampleFacts>[0]) => {
  const effort = estimateEffort(sampleFacts(changes))
  if (effort.status !== 'estimated') throw new Error(effort.because)
  return effort
}
const code = (additions: number, path = 'lib/a.js') => ({ path, additions, deletions: 0 })

test('hours lie in their intervals, the narrower one inside the wider', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 50_000 }), (lines) => {
      const { hours, interval50, interval90 } = estimated({ files: [code(lines)] })
      expect([...interval90, ...interval50, hours].toSorted((a, b) => a - b)).toEqual([
        interval90[0],
        interval50[0],
        hours,
        interval50[1],
        interval90[1],
      ])
    }),
  )
})

test('more lines take no less time', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9_999 }), fc.integer({ min: 0, max: 9_999 }), (lines, more) => {
      expect(estimated({ files: [code(lines + more)] }).hours).toBeGreaterThanOrEqual(
        estimated({ files: [code(lines)] }).hours,
      )
    }),
  )
})

test.each([
  ['package-lock.json', 'lock file'],
  ['vendor/a/b.go', 'generated or vendored'],
  ['dist/app.min.js', 'generated or vendored'],
])('%s takes no time, and is listed as left out', (path, why) => {
  const plain = estimated({ files: [code(30)] })
  const padded = estimated({ files: [code(30), code(90_000, path)] })
  expect(padded).toMatchObject({ hours: plain.hours, interval90: plain.interval90, leftOutFiles: 1 })
  expect(padded.leftOut).toEqual([{ path, lines: 90_000, why }])
})

test('a file that was only moved takes no time', () => {
  const moved = { path: 'src/b.js', previousPath: 'src/a.js', additions: 0, deletions: 0 }
  expect(estimated({ files: [code(30), moved] }).leftOut).toMatchObject([{ why: 'moved' }])
})

test('what counts is told by class, with its weight', () => {
  const { counted } = estimated({ files: [code(10), code(20, 'test/a.test.js'), code(5, 'docs/a.md')] })
  expect(counted).toEqual([
    { fileClass: 'code', files: 1, lines: 10, weight: 1 },
    { fileClass: 'test', files: 1, lines: 20, weight: 0.6 },
    { fileClass: 'docs', files: 1, lines: 5, weight: 0.4 },
  ])
})

test.each([
  ['a bot', { author: 'renovate[bot]' }],
  ['an assistant', { coAuthors: ['Copilot'] }],
  ['an assistant in a trailer', { body: 'Why\n\nCo-authored-by: Claude' }],
])('what %s wrote is less certain, and says so', (_, changes) => {
  const plain = estimated({ files: [code(30)] })
  const widened = estimated({ files: [code(30)], ...changes })
  expect(widened.widenedBecause).toMatch(/program|assistant/)
  expect(widened.interval90[1]).toBeGreaterThan(plain.interval90[1])
  expect(widened.hours).toBe(plain.hours)
})

test('sizes that are known only together are shared out, and make the estimate less certain', () => {
  const effort = estimated({
    files: [{ path: 'lib/a.js' }, { path: 'package-lock.json' }],
    additions: 60,
    deletions: 0,
  })
  expect(effort).toMatchObject({
    counted: [{ lines: 30 }],
    widenedBecause: 'its files come without sizes of their own',
  })
})

test.each([
  ['without any size', { additions: undefined, deletions: undefined, files: undefined }],
  ['with nothing but a lock file', { files: [code(500, 'yarn.lock')] }],
])('%s the effort is unknown, and never a default', (_, changes) => {
  expect(estimateEffort(sampleFacts(changes))).toMatchObject({ status: 'unknown', because: expect.any(String) })
})
