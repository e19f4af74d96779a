import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createMetrics, databaseEnv, healthEnv, httpEnv, logEnv, queueEnv, telemetryEnv } from '@assay/runtime'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { z } from 'zod'
import { collectorEnv } from '../services/collector/src/collector-env.ts'
import { gatewayEnv } from '../services/gateway/src/gateway-env.ts'

const root = join(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')

const condition = z.enum(['service_started', 'service_healthy', 'service_completed_successfully'])
const duration = z.string().regex(/^\d+(ms|s|m|h)$/)
const list = z.array(z.string())

/** The part of the Compose Specification that the file uses; anything else in it is refused. */
const serviceSchema = z.strictObject({
  image: z.string().regex(/^[\w./-]+:[\w.-]+$/, 'name a version'),
  build: z.strictObject({ context: z.string(), dockerfile: z.string() }).optional(),
  command: list.default([]),
  user: z.string().optional(),
  init: z.boolean().optional(),
  restart: z.enum(['no', 'unless-stopped']),
  read_only: z.boolean(),
  tmpfs: list,
  cap_drop: list,
  security_opt: list,
  shm_size: z
    .string()
    .regex(/^\d+mb$/)
    .optional(),
  stop_grace_period: duration.optional(),
  environment: z.record(z.string(), z.string()).default({}),
  ports: list.default([]),
  volumes: list.default([]),
  depends_on: z.record(z.string(), z.strictObject({ condition })).default({}),
  healthcheck: z
    .strictObject({
      test: z.tuple([z.literal('CMD')], z.string()),
      interval: duration,
      timeout: duration,
      retries: z.int().optional(),
      start_period: duration.optional(),
    })
    .optional(),
})
const composeSchema = z.strictObject({
  name: z.string().regex(/^[a-z0-9][a-z0-9_-]*$/),
  services: z.record(z.string(), serviceSchema),
  volumes: z.record(z.string(), z.strictObject({})),
})

const document: object = parse(read('docker-compose.yml'), { merge: true })
const compose = composeSchema.parse(Object.fromEntries(Object.entries(document).filter(([key]) => !/^x-/.test(key))))
const services = Object.entries(compose.services)
const ours = services.filter(([, { build }]) => build)

const worker = z.strictObject({
  ...databaseEnv.shape,
  ...queueEnv.shape,
  ...logEnv.shape,
  ...telemetryEnv.shape,
  ...healthEnv.shape,
})
const settings: Record<string, z.ZodObject> = {
  migrate: databaseEnv.strict(),
  gateway: gatewayEnv.strict(),
  collector: worker.extend(collectorEnv.shape),
  indexer: worker,
  scorer: worker,
}

/** As Compose fills in `${NAME:?message}` and `${NAME:-default}`. */
const interpolate = (text: string) =>
  text.replaceAll(/\$\{\w+:([?-])([^}]*)\}/g, (_all, kind, rest) => (kind === '?' ? 'a'.repeat(48) : rest))

describe('docker-compose.yml', () => {
  test('every service that another waits for exists, and is healthy by a check of its own', () => {
    for (const [name, { condition }] of services.flatMap(([, service]) => Object.entries(service.depends_on))) {
      expect(Object.keys(compose.services)).toContain(name)
      if (condition === 'service_healthy') expect(compose.services[name]?.healthcheck).toBeDefined()
    }
  })

  test('every file and volume that is mounted exists', () => {
    for (const source of services.flatMap(([, { volumes }]) => volumes.map((volume) => volume.split(':')[0] ?? ''))) {
      if (source.startsWith('.')) expect([source, existsSync(join(root, source))]).toEqual([source, true])
      else expect(Object.keys(compose.volumes)).toContain(source)
    }
  })

  test.each(services)('%s has no right that it does not need', (_name, service) => {
    expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'] })
  })

  test.each(ours)('%s runs a file that exists, with settings that it reads and accepts', (name, service) => {
    expect(existsSync(join(root, service.command[0] ?? ''))).toBe(true)
    // Empty ones count as unset, as for the services themselves.
    const environment = Object.fromEntries(
      Object.entries(service.environment)
        .map(([key, value]) => [key, interpolate(value)])
        .filter(([, value]) => value !== ''),
    )
    expect(settings[name]?.safeParse(environment).error).toBeUndefined()
  })

  test('only the faces for people are published, and only to this machine', () => {
    const published = services.filter(([, { ports }]) => ports.length > 0)
    expect(published.map(([name]) => name).sort()).toEqual(['gateway', 'grafana', 'jaeger'])
    for (const port of published.flatMap(([, { ports }]) => ports)) expect(port).toMatch(/^127\.0\.0\.1:/)
  })

  test('no secret has a default', () => {
    const secrets = [...read('docker-compose.yml').matchAll(/\$\{(\w*(?:PASSWORD|SECRET))([^}]*)\}/g)]
    expect(secrets.length).toBeGreaterThan(3)
    for (const [, , rest] of secrets) expect(rest).toMatch(/^:(\?.|-$)/)
  })
})

describe('the image', () => {
  const dockerfile = read('infra/Dockerfile')

  test('runs as an ordinary user, who owns the folder of clones', () => {
    expect(dockerfile).toMatch(/^USER node$/m)
    expect(dockerfile).toContain(`--owner=node --group=node ${compose.services.collector?.environment.ASSAY_CLONES}`)
  })

  test('is put together by the package manager of the project, listening to other containers', () => {
    const { packageManager } = z.object({ packageManager: z.string() }).parse(JSON.parse(read('package.json')))
    expect(dockerfile).toContain(` ${packageManager} install --frozen-lockfile`)
    const [, assignments = ''] = /^ENV (.*)$/m.exec(dockerfile) ?? []
    const env = Object.fromEntries(assignments.split(' ').map((assignment) => assignment.split('=')))
    expect(httpEnv.parse(env)).toMatchObject({ HOST: '0.0.0.0' })
    expect(healthEnv.parse(env)).toMatchObject({ HEALTH_HOST: '0.0.0.0' })
  })
})

describe('monitoring', () => {
  test('every service that runs is scraped where it listens', () => {
    const targets = [...read('infra/prometheus.yml').matchAll(/"([\w-]+):(\d+)"/g)].map(([, name, port]) => [
      name,
      port,
    ])
    const listening = ours.flatMap(([name, { environment }]) => {
      const port = environment.PORT ?? environment.HEALTH_PORT
      return port ? [[name, port]] : []
    })
    expect(targets.sort()).toEqual(listening.sort())
  })

  test.each(['infra/alerts.yml', 'infra/grafana/dashboards/assay.json'])(
    '%s asks only for metrics there are',
    async (file) => {
      const rendered = await createMetrics({ service: 'test' }).render()
      const known = new Set([...rendered.matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name))
      const asked = [...read(file).matchAll(/assay_\w+/g)].map(([name]) => name.replace(/_(bucket|sum|count)$/, ''))
      expect(asked.length).toBeGreaterThan(3)
      for (const name of asked) expect(known).toContain(name)
    },
  )
})
