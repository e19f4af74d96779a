import { generateKeyPairSync } from 'node:crypto'
import { expect, test } from '@jest/globals'
import { createAppAuth } from '@octokit/auth-app'
import { Octokit } from '@octokit/core'
import { sampleRepository } from './index.ts'
import { startSample, token } from './testing.ts'

test('is a GitHub Enterprise to Octokit, for REST and GraphQL', async () => {
  await using sample = await startSample()
  const octokit = new Octokit({ auth: token, baseUrl: `${sample.simulator.url}/api/v3` })
  const { data } = await octokit.request('GET /repos/{owner}/{repo}', { owner: 'octo', repo: 'hello' })
  expect(data.full_name).toBe('octo/hello')
  await expect(octokit.graphql('{ repository(owner: "octo", name: "hello") { name } }')).resolves.toEqual({
    repository: { name: 'hello' },
  })
  expect(sample.simulator.violations).toEqual([])
})

test('gives an app of Octokit its tokens, also where the clocks are apart', async () => {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const publicKeyPem = publicKey.export({ type: 'spki', format: 'pem' }).toString()
  await using sample = await startSample({
    app: { id: 12, installationId: 34, publicKeyPem },
    repositories: [sampleRepository(1, { visibility: 'PRIVATE' })],
  })
  const octokit = new Octokit({
    authStrategy: createAppAuth,
    auth: { appId: 12, installationId: 34, privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }) },
    baseUrl: `${sample.simulator.url}/api/v3`,
    log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
  })
  const { status } = await octokit.request('GET /repos/{owner}/{repo}', { owner: 'octo', repo: 'hello' })
  expect(status).toBe(200)
})
