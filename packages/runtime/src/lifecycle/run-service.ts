import type { Logger } from '../logging/create-logger.ts'

export type RunningService = {
  /** Ends the service in good order. */
  stop(): Promise<void>
}

const STOP_WITHIN_MS = 40_000

/**
 * Runs a service until it is told to end: by SIGTERM, SIGINT, or because the process that started it is gone (its end
 * of the channel closed). The second signal ends it at once. What nobody caught ends it with a line in the log: a
 * process in an unknown state does not go on.
 */
export async function runService(logger: Logger, start: () => Promise<RunningService>): Promise<void> {
  process.on('uncaughtException', (error) => {
    logger.fatal({ err: error }, 'uncaught error')
    process.exit(1)
  })
  const service = await start().catch((error: unknown) => {
    logger.fatal({ err: error }, 'could not start')
    process.exit(1)
  })

  let isStopping = false
  const stop = (why: string) => {
    if (isStopping) {
      if (why !== 'parent is gone') process.exit(130)
      return
    }
    isStopping = true
    logger.info({ why }, 'stopping')
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
  process.on('SIGTERM', () => stop('SIGTERM'))
  process.on('SIGINT', () => stop('SIGINT'))
  process.on('disconnect', () => stop('parent is gone'))
}
