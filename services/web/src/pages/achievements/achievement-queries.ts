import { type paths, read } from '@assay/client'
import { queryOptions } from '@tanstack/react-query'
import { api } from '../../api/client.ts'
import type { Piece } from './achievement-draft.ts'
import { documentSource, type EvidenceSource, pullRequestSource } from './evidence-source.ts'

type AchievementList = paths['/api/v2/achievements']['get']['responses'][200]['content']['application/json']
export type ListedAchievement = AchievementList['items'][number]
export type Achievement = paths['/api/v2/achievements/{id}']['get']['responses'][200]['content']['application/json']
export type EvidenceValue = Achievement['value']

const SOURCE_STALE_MS = 60_000

export const achievementsQuery = queryOptions({
  queryKey: ['achievements', 'list'],
  queryFn: () => read(api.GET('/api/v2/achievements', { params: { query: { include: 'value' } } })),
})

export const achievementQuery = (id: string) =>
  queryOptions({
    queryKey: ['achievements', 'one', id],
    queryFn: () => read(api.GET('/api/v2/achievements/{id}', { params: { path: { id } } })),
  })

export const versionsQuery = (id: string) =>
  queryOptions({
    queryKey: ['achievements', 'versions', id],
    queryFn: () => read(api.GET('/api/v2/achievements/{id}/versions', { params: { path: { id } } })),
  })

const repositoryQuery = (id: string) =>
  queryOptions({
    queryKey: ['repositories', id, 'of evidence'],
    queryFn: () => read(api.GET('/api/v2/repositories/{id}', { params: { path: { id } } })),
    staleTime: SOURCE_STALE_MS,
  })

/** What a pull request or a document is, with the texts that may be quoted. */
export const sourceQuery = ({ kind, id }: Pick<Piece, 'kind' | 'id'>) =>
  queryOptions({
    queryKey: ['evidence', kind, id],
    staleTime: SOURCE_STALE_MS,
    queryFn: async ({ client }): Promise<EvidenceSource> => {
      const params = { path: { id } }
      if (kind === 'document') return documentSource(await read(api.GET('/api/v2/documents/{id}', { params })))
      const pullRequest = await read(api.GET('/api/v2/pull-requests/{id}', { params }))
      return pullRequestSource(pullRequest, await client.fetchQuery(repositoryQuery(pullRequest.repositoryId)))
    },
  })
