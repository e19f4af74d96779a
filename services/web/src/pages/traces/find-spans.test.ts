import { expect, test } from '@jest/globals'
import { findsSpan } from './find-spans.ts'
import { sampleSpan } from './testing/sample-span.ts'

const span = sampleSpan('a', [0, 1], { attributes: { 'assay.job.kind': 'score', 'db.rows': 12 } })

test.each(['assay.job.kind=score', 'ASSAY', 'process', 'collector', 'db.rows=12', 'assay.job.kind='])(
  '%s finds it',
  (find) => {
    expect(findsSpan(find)(span)).toBe(true)
  },
)

test.each(['assay.job.kind=index', 'other=score', 'nowhere'])('%s does not', (find) => {
  expect(findsSpan(find)(span)).toBe(false)
})
