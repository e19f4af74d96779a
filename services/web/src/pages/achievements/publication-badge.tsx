import { Badge, type Tone } from '../../ui/badge.tsx'
import { type AchievementState, stateOf } from './achievement-state.ts'

const TONES: Record<AchievementState, Tone> = { draft: 'neutral', published: 'good', 'changes wait': 'warn' }

/** Whether the public sees it, and whether it sees the newest of it. */
export function PublicationBadge({ of }: { of: Parameters<typeof stateOf>[0] }) {
  const state = stateOf(of)
  return <Badge tone={TONES[state]}>{state}</Badge>
}
