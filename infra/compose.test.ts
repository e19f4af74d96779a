import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createMetrics } from '@assay/runtime'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { z } from 'zod'
import { collectorEnv } from '../services/collector/src/collector-env.ts'
import { gatewayEnv } from '../services/gateway/src/gateway-env.ts'

const root = join(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')

/** The part of the Compose Specification that the file uses; anything else in it is refused. */
const serviceSchema = z.strictObject({
  image: z.string(),
  build: z.strictObject({ context: z.string(), dockerfile: z.string() }).optional(),
  command: z.array(z.string()).optional(),
  restart: z.enum(['no', 'unless-stopped']),
  read_only: z.boolean().optional(),
  tmpfs: z.array(z.string()).optional(),
  cap_drop: z.array(z.string()).optional(),
  security_opt: z.array(z.string()).optional(),
  stop_grace_period: z
    .string()
    .regex(/^\d+s$/)
    .optional(),
  environment: z.record(z.string(), z.string()).optional(),
  ports: z.array(z.string()).optional(),
  volumes: z.array(z.string()).optional(),
  depends_on: z
    .record(
      z.string(),
      z.strictObject({ condition: z.enum(['service_started', 'service_healthy', 'service_completed_successfully']) }),
    )
    .optional(),
  healthcheck: z
    .strictObject({
      test: z.array(z.string()).min(2),
      interval: z.string(),
      timeout: z.string(),
      retries: z.int().optional(),
      start_period: z.string().optional(),
    })
    .optional(),
})
const composeSchema = z
  .strictObject({
    name: z.string(),
    services: z.record(z.string(), serviceSchema),
    volumes: z.record(z.string(), z.object({})),
  })
  .strict()

const document = parse(read('docker-compose.yml'), { merge: true })
const compose = composeSchema.parse(
  Object.fromEntries(Object.entries(document).filter(([key]) => !key.startsWith('x-'))),
)
const services = Object.entries(compose.services)
const ours = services.filter(([, { build }]) => build)

describe('docker-compose.yml', () => {
  test('every service that another waits for exists, and is healthy by a check of its own', () => {
    for (const [, { depends_on = {} }] of services) {
      for (const [name, { condition }] of Object.entries(depends_on)) {
        expect(Object.keys(compose.services)).toContain(name)
        if (condition === 'service_healthy') expect(compose.services[name]?.healthcheck).toBeDefined()
      }
    }
  })

  test('every file and volume that is mounted exists', () => {
    for (const [, { volumes = [] }] of services) {
      for (const source of volumes.map((volume) => volume.split(':')[0] ?? '')) {
        if (source.startsWith('.')) expect([source, existsSync(join(root, source))]).toEqual([source, true])
        else expect(Object.keys(compose.volumes)).toContain(source)
      }
    }
  })

  test.each(ours)('%s runs a file that exists, without rights it does not need', (_name, service) => {
    expect(existsSync(join(root, service.command?.[0] ?? ''))).toBe(true)
    expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'] })
  })

  test.each(ours)('%s is only given settings that it reads', (_name, { environment = {} }) => {
    const known = new Set([...Object.keys(gatewayEnv.shape), ...Object.keys(collectorEnv.shape), 'HEALTH_PORT'])
    expect(Object.keys(environment).filter((name) => !known.has(name))).toEqual([])
  })

  test('nothing is published beyond this machine, and no secret has a default', () => {
    for (const port of services.flatMap(([, { ports = [] }]) => ports)) expect(port).toMatch(/^127\.0\.0\.1:/)
    const secrets = [...read('docker-compose.yml').matchAll(/\$\{(\w*(?:PASSWORD|SECRET))([^}]*)\}/g)]
    expect(secrets.length).toBeGreaterThan(3)
    for (const [, , rest] of secrets) expect(rest).toMatch(/^:\?/)
  })

  test('the image runs as an ordinary user', () => {
    expect(read('infra/Dockerfile')).toMatch(/^USER node$/m)
  })
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
