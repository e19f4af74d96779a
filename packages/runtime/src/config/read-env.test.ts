import { expect, test } from '@jest/globals'
import { databaseEnv, httpEnv, queueEnv, readEnv, telemetryEnv } from './read-env.ts'

test('every variable at fault is named with what it should be', () => {
  const schema = databaseEnv.extend(httpEnv.shape).extend(queueEnv.shape)
  expect(() => readEnv(schema, { DATABASE_URL: 'mysql://x', PORT: '70000', REDIS_URL: 'nonsense' })).toThrow(
    /DATABASE_URL: give a postgres:\/\/ URL[\s\S]*PORT: give a port from 0 to 65535[\s\S]*REDIS_URL: give a redis:\/\//,
  )
})

test('empty and blank variables count as unset', () => {
  expect(readEnv(httpEnv, { PORT: ' ', HOST: '' })).toEqual({ HOST: '127.0.0.1', PORT: 4400 })
})

test('an OTLP receiver without http:// is refused, not left unheard', () => {
  const env = { OTEL_EXPORTER_OTLP_ENDPOINT: 'localhost:4318' }
  expect(() => readEnv(telemetryEnv, env)).toThrow(/OTEL_EXPORTER_OTLP_ENDPOINT: give the http:\/\/ URL/)
})
