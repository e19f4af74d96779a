import { expect, test } from '@jest/globals'
import { ROOT_CONTEXT, SpanKind, trace } from '@opentelemetry/api'
import { SamplingDecision } from '@opentelemetry/sdk-trace'
import { rateLimitedSampler } from './rate-limited-sampler.ts'
import { contextFromTraceparent, toTraceparent, traceIdOf } from './trace-context.ts'

// The example of the W3C Trace Context recommendation, section 3.2.
const EXAMPLE = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01'

test('a traceparent survives the way through a job', () => {
  const span = trace.getSpanContext(contextFromTraceparent(EXAMPLE))
  expect(span && toTraceparent(span)).toBe(EXAMPLE)
  expect(traceIdOf(EXAMPLE)).toBe('0af7651916cd43dd8448eb211c80319c')
})

test.each([null, '', 'nonsense', '00-zz-b7ad6b7169203331-01'])('%s starts a new trace', (traceparent) => {
  expect(trace.getSpanContext(contextFromTraceparent(traceparent))).toBeUndefined()
})

test('new traces are recorded up to the rate, after a burst', () => {
  let nowMs = 0
  const sampler = rateLimitedSampler(10, () => nowMs)
  const decide = () => sampler.shouldSample(ROOT_CONTEXT, 'a'.repeat(32), 'x', SpanKind.INTERNAL, {}, [])
  const recorded = (tries: number) =>
    Array.from({ length: tries }, decide).filter(({ decision }) => decision === SamplingDecision.RECORD_AND_SAMPLED)
      .length
  expect(recorded(100)).toBe(20)
  nowMs = 1_000
  expect(recorded(100)).toBe(10)
})
