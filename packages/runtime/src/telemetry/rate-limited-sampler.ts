import { type Sampler, SamplingDecision } from '@opentelemetry/sdk-trace'

/** Records at most `perSecond` new traces, with a burst of two seconds' worth (a token bucket). */
export function rateLimitedSampler(perSecond: number, now: () => number = performance.now.bind(performance)): Sampler {
  const burst = Math.max(1, perSecond * 2)
  let tokens = burst
  let filledAt = now()
  return {
    shouldSample() {
      const at = now()
      tokens = Math.min(burst, tokens + ((at - filledAt) / 1_000) * perSecond)
      filledAt = at
      if (perSecond === 0 || tokens < 1) return { decision: SamplingDecision.NOT_RECORD }
      tokens -= 1
      return { decision: SamplingDecision.RECORD_AND_SAMPLED }
    },
    toString: () => `RateLimitedSampler{${perSecond}/s}`,
  }
}
