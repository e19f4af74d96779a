import { generateKeyPairSync } from 'node:crypto'
import { inspect } from 'node:util'
import { afterAll, describe, expect, test } from '@jest/globals'
import { type FaultPlan, sampleRepository } from '../../test/github-simulator/index.ts'
import { temporaryFolder } from '../git/testing/build-repository.ts'
import { numbersOf, pagesOf, startWorld, token } from './testing/start-world.ts'

const folder = temporaryFolder()
afterAll(folder.remove)
const closing: (() => Promise<void>)[] = []
afterAll(async () => {
  for (const close of closing) await close()
})
const { privateKey, publicKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
})
const start = async (options: { visibility?: 'PUBLIC' | 'PRIVATE'; faults?: FaultPlan } = {}) => {
  const world = await startWorld({
    folder: folder.path,
    repositories: [sampleRepository(3, { visibility: options.visibility ?? 'PUBLIC' })],
    tokens: { [token]: { repositories: 'all' }, narrow: { repositories: [] } },
    app: { id: 7, installationId: 8, publicKeyPem: publicKey },
    ...(options.faults ? { faults: options.faults } : {}),
  })
  closing.push(world.simulator.close)
  return world
}
const app = { kind: 'app', appId: 7, installationId: 8, privateKey } as const

describe('a source', () => {
  test('says what the repository is', async () => {
    const { simulator, open } = await start({ visibility: 'PRIVATE' })
    expect((await open()).describe()).toEqual({
      kind: 'github',
      name: 'octo/hello',
      defaultBranch: 'main',
      head: 'f'.repeat(40),
      origin: `${simulator.url}/octo/hello.git`,
      shallow: false,
      visibility: 'private',
      license: 'MIT',
    })
  })

  test('follows a repository that moved, in its name, its address and its pages', async () => {
    const { simulator, open } = await start()
    const cursor = (await pagesOf(await open())).at(-1)?.cursor ?? null
    simulator.move('octo/hello', 'newer/name')
    const source = await open()
    expect(source.describe()).toMatchObject({ name: 'newer/name', origin: `${simulator.url}/newer/name.git` })
    expect(numbersOf(await pagesOf(source))).toEqual([3, 2, 1])
    await pagesOf(source, cursor)
    expect(simulator.violations).toEqual([])
  })

  test('without a token says what to do instead, and asks nothing', async () => {
    const { simulator, open } = await start()
    await expect(open({ auth: { kind: 'anonymous' } })).rejects.toMatchObject({
      code: 'GITHUB_TOKEN_MISSING',
      retry: 'never',
      message: expect.stringMatching(/GITHUB_TOKEN.*git address 'http.*\/octo\/hello\.git'/),
    })
    expect(simulator.requests).toEqual([])
  })

  test('with a wrong token names GITHUB_TOKEN and no limit', async () => {
    const { open } = await start()
    await expect(open({ auth: { kind: 'token', token: 'wrong' } })).rejects.toMatchObject({
      code: 'GITHUB_TOKEN_REFUSED',
      retry: 'never',
      message: expect.stringContaining('GITHUB_TOKEN'),
    })
  })

  test('of a repository that is missing or hidden says that a private one needs a token', async () => {
    const { open } = await start({ visibility: 'PRIVATE' })
    const expected = {
      code: 'GITHUB_REPOSITORY_NOT_VISIBLE',
      retry: 'never',
      message: expect.stringContaining('private'),
    }
    await expect(open({ name: 'missing' })).rejects.toMatchObject(expected)
    await expect(open({ auth: { kind: 'token', token: 'narrow' } })).rejects.toMatchObject(expected)
  })
})

describe('an app', () => {
  test('reads with a token of its installation, which it asks for once an hour', async () => {
    const { simulator, clock, open } = await start({ visibility: 'PRIVATE' })
    const source = await open({ auth: app })
    expect(numbersOf(await pagesOf(source))).toEqual([3, 2, 1])
    expect(simulator.requests.filter(({ kind }) => kind === 'app')).toHaveLength(1)
    clock.advanceTo(clock.now() + 3_600_000)
    expect(numbersOf(await pagesOf(source))).toEqual([3, 2, 1])
    expect(simulator.requests.filter(({ kind }) => kind === 'app')).toHaveLength(2)
    expect(simulator.violations).toEqual([])
  })

  test.each(['html-200', 'cut-body', 'unavailable', 'reset'] as const)(
    'asks again for its token after %s',
    async (fault) => {
      const { open } = await start({ faults: ({ kind, index }) => (kind === 'app' && index < 2 ? fault : null) })
      expect((await open({ auth: app })).describe().name).toBe('octo/hello')
    },
  )

  test('waits when GitHub limits the exchange of its token', async () => {
    const { open } = await start({ faults: ({ kind, index }) => (kind === 'app' && index === 0 ? 'too-many' : null) })
    await expect(open({ auth: app })).rejects.toMatchObject({ code: 'RATE_LIMITED' })
  })

  test('with a wrong key or id is refused without giving the key away', async () => {
    const { open } = await start()
    for (const auth of [
      { ...app, privateKey: `${privateKey.slice(0, 60)}\nnonsense` },
      { ...app, appId: 9 },
      { ...app, installationId: 1 },
    ]) {
      const error = await open({ auth }).catch((failure: unknown) => failure)
      expect(error).toMatchObject({ code: 'GITHUB_TOKEN_REFUSED', retry: 'never' })
      expect(inspect(error, { depth: 10 })).not.toContain(privateKey.slice(30, 60))
    }
  })
})
