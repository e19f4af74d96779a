import type { Logger } from '../logging/create-logger.ts'

export type RunningService = {
  /** Ends the service in good order. */
  stop(): Promise<void>
}

const STOP_WITHIN_MS = 40_000
const PARENT_GONE = 'parent is gone'

/**
 * Runs a service until it is told to end: by SIGTERM, SIGINT, or because the process that started it is gone (its end
 * of the channel closed). The second signal ends it at once. What nobody caught ends it with a line in the log: a
 * process in an unknown state does not go on.
 */
export async function runService(logger: Logger, start: () => Promise<RunningService>): Promise<void> {
  let service: RunningService | null = null
  let isStopping = false

  const stop = (why: string) => {
    if (isStopping) return
    isStopping = true
    logger.info({ why }, 'stopping')
    // Before it has started there is nothing to end in good order.
    if (!service) process.exit(0)
    setTimeout(() => {
      logger.fatal('did not stop in time')
      process.exit(1)
    }, STOP_WITHIN_MS).unref()
    service.stop().then(
      () => {
        logger.info('stopped')
        process.exit(0)
      },
      (error: unknown) => {
        logger.fatal({ err: error }, 'did not stop in good order')
        process.exit(1)
      },
    )
  }
  // First of all, so that a parent that goes while we start is not missed.
  process.on('disconnect', () => stop(PARENT_GONE))
  let isSignalled = false
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (isSignalled) process.exit(130)
      isSignalled = true
      stop(signal)
    })
  }
  process.on('uncaughtException', (error) => {
    logger.fatal({ err: error }, 'uncaught error')
    process.exit(1)
  })

  service = await start().catch((error: unknown) => {
    logger.fatal({ err: error }, 'could not start')
    process.exit(1)
  })
  const wasStartedByParent = process.send !== undefined
  if (wasStartedByParent && !process.connected) stop(PARENT_GONE)
}
