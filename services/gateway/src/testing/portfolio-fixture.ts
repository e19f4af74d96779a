import { exampleContext } from '@assay/value'
import { storeAssessed } from './assessed-work.ts'
import type { Gateway } from './gateway-fixture.ts'
import { collectedPullRequest, collectRepository } from './work-fixture.ts'

export const FASTER = 'Cuts the CI build by 5 minutes'
export const DOCUMENT_TEXT = 'We measured it. The cache was found to halve the wait. Nothing else changed.'

/** Work, a document and prices of a workspace, to tell achievements of. */
export const storeEvidence = async (gateway: Gateway, workspace = 'acme') => {
  const repository = await collectRepository(gateway.db, { workspace, name: `shop-${crypto.randomUUID().slice(0, 8)}` })
  const ids = await storeAssessed(gateway.db, repository, [
    collectedPullRequest(1, {
      title: 'perf: cache the modules',
      body: FASTER,
      mergedAt: '2026-02-01T00:00:00.000Z',
      additions: 300,
      files: [
        { path: 'src/cache.ts', additions: 250, deletions: 1 },
        { path: 'src/cache.test.ts', additions: 50, deletions: 0 },
      ],
    }),
    collectedPullRequest(2, {
      title: 'feat: keep the order of the queue',
      mergedAt: '2026-03-01T00:00:00.000Z',
      additions: 80,
      files: [{ path: 'queue/main.go', additions: 80, deletions: 1 }],
    }),
  ])
  const documentId = crypto.randomUUID()
  await gateway.db.query(
    `INSERT INTO documents (id, workspace, name, version, content_hash, media_type, size_bytes, status, format, title, text)
     VALUES ($1, $2, $3, 1, $3, 'text/plain', 1, 'converted', 'markdown', 'What the cache did', $4)`,
    [documentId, workspace, `report-${documentId}.md`, DOCUMENT_TEXT],
  )
  const pullRequest = (number: number) => ({ kind: 'pull-request', id: ids.get(number) ?? '' })
  return {
    repositoryId: repository.id,
    documentId,
    faster: { ...pullRequest(1), quote: { field: 'body', start: 0, end: FASTER.length } },
    order: pullRequest(2),
    document: { kind: 'document', id: documentId, quote: { field: 'text', start: 16, end: 54 }, note: 'By the team.' },
  }
}

export const declarePrices = (gateway: Gateway, key = gateway.keys.admin) =>
  gateway.call('PUT', '/value/context', { body: exampleContext, key })

/** Adds an achievement. @returns it as the gateway answers. */
export const addDraft = async (gateway: Gateway, achievement: object, key = gateway.keys.submit) =>
  (await gateway.call('POST', '/achievements', { body: achievement, key })).body

/** Publishes the newest version of an achievement. */
export const publish = async (gateway: Gateway, { id, version }: { id: string; version: number }, key?: string) =>
  gateway.call('POST', `/achievements/${id}/publish`, { body: { version }, ...(key ? { key } : {}) })

/** Saves and publishes a profile, over the one that is there. */
export const publishProfile = async (gateway: Gateway, profile: object, key?: string) => {
  const by = key ? { key } : {}
  const { version } = (await gateway.call('GET', '/portfolio', by)).body
  const saved = await gateway.call('PUT', '/portfolio', { body: { ...profile, version }, ...by })
  return gateway.call('POST', '/portfolio/publish', { body: { version: saved.body.version }, ...by })
}

/** What everybody gets at an address. */
export const visit = async (gateway: Gateway, url: string, headers: Record<string, string> = {}) => {
  const response = await gateway.app.inject({ url, headers })
  return { status: response.statusCode, headers: response.headers, body: response.body, bytes: response.rawPayload }
}
