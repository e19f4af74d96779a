import { type Logger, pino } from 'pino'

/**
 * A child of `logger` whose lines are also given to `hear`: those of its own children too, at the levels that the
 * logger writes, as JSON, after secrets were cut out.
 */
export function loggerHeard(logger: Logger, bindings: Record<string, unknown>, hear: (line: string) => void): Logger {
  const child = logger.child(bindings)
  const stream: unknown = Reflect.get(logger, pino.symbols.streamSym)
  const write = (line: string) => {
    if (isWritable(stream)) stream.write(line)
    hear(line)
  }
  return Object.defineProperty(child, pino.symbols.streamSym, { value: { write } })
}

const isWritable = (stream: unknown): stream is { write(line: string): void } =>
  typeof stream === 'object' && stream !== null && 'write' in stream
