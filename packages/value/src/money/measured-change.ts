import type { Reading } from '../claims/observation.ts'
import { type Change, changeOf } from './change-of-claim.ts'
import type { Range } from './distribution.ts'

/**
 * What a claimed change comes to once it was measured: as much as was measured, and of a gain no more than was claimed.
 * What was measured in one unit only is told in the others in proportion, as all are of what there was before.
 */
export const changeMeasured = (claimed: Change, { claim, part }: Reading): Change => {
  // Nothing came of it; and what was said to be lost is no gain because it was not.
  if (part === 0 || (part < 0 && claimed.sign < 0)) return inProportion(claimed, 0)
  const measured = changeOf(claim)
  if ('because' in measured) return inProportion(claimed, part >= 1 ? 1 : 0)
  const told = inProportion(claimed, ratioOf(measured, claimed))
  const whole = {
    sign: measured.sign,
    seconds: measured.seconds ?? told.seconds,
    share: measured.share ?? told.share,
    money: measured.money ?? told.money,
  }
  return whole.sign > 0 ? noMoreThan(whole, claimed) : whole
}

const times = ([low, high]: Range, by: number): Range => [low * by, high * by]
const lowest = ([low, high]: Range, [leastLow, leastHigh]: Range): Range => [
  Math.min(low, leastLow),
  Math.min(high, leastHigh),
]

const inProportion = ({ sign, seconds, share, money }: Change, by: number): Change => ({
  sign,
  seconds: seconds && times(seconds, by),
  share: share && times(share, by),
  money: money && { ...money, range: times(money.range, by) },
})

const noMoreThan = ({ sign, seconds, share, money }: Change, most: Change): Change => ({
  sign,
  seconds: seconds && most.seconds && lowest(seconds, most.seconds),
  share: share && most.share && lowest(share, most.share),
  money: money && most.money && { ...money, range: lowest(money.range, most.money.range) },
})

/** How much of what was claimed was measured, in whichever unit both are known. */
const ratioOf = (measured: Change, claimed: Change): number => {
  const pairs = [
    [measured.seconds, claimed.seconds],
    [measured.share, claimed.share],
    [measured.money?.range, claimed.money?.range],
  ] as const
  const ratios = pairs.flatMap(([own, whole]) => (own && whole && whole[1] > 0 ? [own[1] / whole[1]] : []))
  return ratios[0] ?? 0
}
