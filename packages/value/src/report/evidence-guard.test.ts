import { expect, test } from '@jest/globals'
import { type Evidence, withoutEvidence } from './evidence-guard.ts'

const evidence: Evidence = {
  quotes: ['Cuts cold start from 900 ms to 300 ms', 'reduces memory by 40 %', '2x faster'],
  measured: [
    { value: 3, unit: 'minutes', effect: 'improvement' },
    { value: 450, unit: 'ms', effect: null },
  ],
  counts: [12, 5],
  estimates: [
    { value: 17_712.4, unit: 'USD' },
    { value: 31.4, unit: 'h' },
  ],
}

test.each([
  'Made things better.',
  'Cold start went from 0.9 s to 300 ms.',
  'Merged 12 pull requests, 5 of them fixes, in 2026-01.',
  'Worth about USD 18,000 a year.',
  'Worth USD 17,700.',
  'Took some 31 h.',
  'Reduces memory by 40 %.',
  'See #4711 and v1.2.3.',
  'The build is 3 minutes faster, by measurement.',
  'Answers were measured to take 450 ms.',
])('%s has evidence', (sentence) => expect(withoutEvidence(sentence, evidence)).toBeNull())

test.each([
  ['Cut costs by 70 %.', 'nothing that was collected says 70 %'],
  ['Made it 3x faster.', 'says 3 x'],
  ['Saved USD 50,000.', 'says 50000 USD'],
  ['Saved 17,700 hours.', 'says 17700 h'],
  ['Merged 40 pull requests.', 'says 40'],
  ['Cold start takes 300 s.', 'says 300 s'],
  ['Saved thousands of hours.', 'in digits'],
  ['Merged twelve pull requests.', 'in digits'],
  ['Halves the latency.', 'nobody states'],
  ['Increases memory by 40 %.', 'nobody states'],
  ['The build is 3 minutes slower.', 'nobody states'],
  ['Answers are 450 ms faster.', 'nobody states'],
])('%s has none', (sentence, why) => expect(withoutEvidence(sentence, evidence)).toContain(why))
