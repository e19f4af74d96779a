export {
  databaseEnv,
  type Environment,
  healthEnv,
  httpEnv,
  logEnv,
  queueEnv,
  readEnv,
  searchEnv,
  telemetryEnv,
} from './config/read-env.ts'
export { type CheckResult, createHealth, type Health, type HealthCheck, type HealthReport } from './health/health.ts'
export { type HealthServer, startHealthServer } from './health/health-server.ts'
export { type RunningService, runService } from './lifecycle/run-service.ts'
export { createLogger, type Logger } from './logging/create-logger.ts'
export { loggerHeard } from './logging/logger-heard.ts'
export { type AttemptMeasure, createMetrics, type Metrics, type QueueReading } from './metrics/create-metrics.ts'
export type { SpanSink, StoredSpan } from './telemetry/span-sink.ts'
export { startTelemetry, type Telemetry } from './telemetry/start-telemetry.ts'
export { contextFromTraceparent, toTraceparent, traceIdOf } from './telemetry/trace-context.ts'
