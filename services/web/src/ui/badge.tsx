import type { ReactNode } from 'react'
import styles from './badge.module.css'

export type Tone = 'neutral' | 'good' | 'warn' | 'bad' | 'accent'

/** A word that classifies: a state, a kind. Its tone only repeats what the word says. */
export const Badge = ({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) => (
  <span className={`${styles.badge} ${styles[tone]}`}>{children}</span>
)

const TONES: Readonly<Record<string, Tone>> = {
  running: 'accent',
  succeeded: 'good',
  complete: 'good',
  accepted: 'good',
  published: 'good',
  retrying: 'warn',
  partial: 'warn',
  quarantined: 'warn',
  failed: 'bad',
  rejected: 'bad',
}

/** The state of a job, a repository, a document or an achievement. */
export const StateBadge = ({ state }: { state: string }) => <Badge tone={TONES[state] ?? 'neutral'}>{state}</Badge>
