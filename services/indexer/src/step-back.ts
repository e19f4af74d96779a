import { readlinkSync } from 'node:fs'
import { setPriority } from 'node:os'

/**
 * Between below normal (7) and low (19): beside two busy threads a thirtieth of a processor, so that half a minute of training
 * still ends long before its time is up.
 */
const NICENESS = 12

/**
 * Lets all others go first for the processor, from the calling thread alone. Only Linux gives threads priorities of their
 * own; elsewhere nothing happens.
 */
export function stepBack(): void {
  try {
    const thread = Number(readlinkSync('/proc/thread-self').split('/').at(-1))
    setPriority(thread, NICENESS)
  } catch {
    // There is no /proc, or it may not be read: the thread competes with the others.
  }
}
