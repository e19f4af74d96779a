import type { Claim } from '../claims/claim.ts'
import type { Input } from './value.ts'

export type Standing = Claim['credibility'] | 'observed'

/**
 * What part of a claimed effect to believe, by what supports it. Declared beforehand, not measured: to be replaced once
 * claims were compared with what came of them.
 */
const PRIORS: Readonly<Record<Standing, readonly [a: number, b: number]>> = {
  asserted: [2, 3],
  'both-sides': [4, 3],
  'artefact-linked': [8, 2],
  observed: [20, 1],
}

const ranks: readonly Standing[] = ['asserted', 'both-sides', 'artefact-linked', 'observed']

export const rankOf = (standing: Standing): number => ranks.indexOf(standing)

/**
 * One unknown for all claims of a standing: if such claims are less true than assumed, all of them are. Whoever admits
 * a loss is believed in full, as discounting losses would flatter.
 */
export const credibilityOf = (standing: Standing, sign: 1 | -1): Input[] => {
  if (sign < 0) return []
  const [a, b] = PRIORS[standing]
  return [{ name: `credibility of ${standing} claims`, distribution: { kind: 'beta', a, b }, source: 'default' }]
}
