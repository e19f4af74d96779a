import type { Queue } from 'bullmq'

/** A job as it stands in the queue: its id only, so that the queue may lose it and nothing is lost. */
export type QueuedDelivery = {
  /** `<job id>.<epoch>` */
  deliveryId: string
  kind: string
  /** Smaller is sooner; 1 to 2,097,152. */
  priority: number
}

export type QueueWorker = {
  /** Takes no further delivery; those under way go on. */
  pause(): Promise<void>
  close(): Promise<void>
}

/** How deliveries travel. Two implementations of one contract: Redis and PostgreSQL, both by BullMQ. */
export type Transport = {
  readonly kind: 'redis' | 'postgres'
  /** Adding a delivery that is already there does nothing. @throws quickly when the backend is away. */
  add(queue: string, deliveries: readonly QueuedDelivery[]): Promise<void>
  /** The ids of all deliveries that wait or are worked on. */
  present(queue: string): Promise<Set<string>>
  /** Moves a waiting delivery forward or back; one that is gone is left alone. */
  reprioritise(queue: string, deliveryId: string, priority: number): Promise<void>
  /** Makes the queue hand out deliveries or hold them. */
  setPaused(queue: string, paused: boolean): Promise<void>
  work(
    queue: string,
    options: { concurrency: number; process: (deliveryId: string) => Promise<void> },
  ): Promise<QueueWorker>
  /** @throws when the backend does not answer. */
  ping(): Promise<void>
  /** For Bull Board. */
  bullQueues(names: readonly string[]): Queue[]
  close(): Promise<void>
}

export const deliveryId = ({ id, epoch }: { id: string; epoch: number }) => `${id}.${epoch}`

export function parseDeliveryId(text: string): { id: string; epoch: number } {
  const dot = text.lastIndexOf('.')
  return { id: text.slice(0, dot), epoch: Number(text.slice(dot + 1)) }
}
