import { readlinkSync } from 'node:fs'
import { constants, setPriority } from 'node:os'

/**
 * Lets all others go first for the processor, from the calling thread alone. Only Linux gives threads priorities of their
 * own; elsewhere nothing happens.
 */
export function stepBack(): void {
  try {
    const thread = Number(readlinkSync('/proc/thread-self').split('/').at(-1))
    setPriority(thread, constants.priority.PRIORITY_LOW)
  } catch {
    // There is no /proc, or it may not be read: the thread competes with the others.
  }
}
