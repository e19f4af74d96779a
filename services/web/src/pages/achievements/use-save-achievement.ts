import { ApiProblem, read } from '@assay/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../api/client.ts'
import { useNotices } from '../../ui/notices.tsx'
import { type Draft, inputOf } from './achievement-draft.ts'
import { type Achievement, achievementQuery } from './achievement-queries.ts'

/** Saves what somebody made of the version that they saw; where there is a newer one, that one is read. */
export function useSaveAchievement(id: string, { onSaved }: { onSaved: (answer: Achievement, sent: Draft) => void }) {
  const client = useQueryClient()
  const { tell } = useNotices()
  const { queryKey } = achievementQuery(id)
  return useMutation({
    mutationFn: ({ draft, version }: { draft: Draft; version: number }) =>
      read(api.PUT('/api/v2/achievements/{id}', { params: { path: { id } }, body: { ...inputOf(draft), version } })),
    onSuccess: async (answer, { draft }) => {
      onSaved(answer, draft)
      client.setQueryData(queryKey, answer)
      tell(`Saved as version ${answer.version}.`)
      await Promise.all([
        client.invalidateQueries({ queryKey: ['achievements', 'list'] }),
        client.invalidateQueries({ queryKey: ['achievements', 'suggestions'] }),
        client.invalidateQueries({ queryKey: ['achievements', 'versions', id] }),
      ])
    },
    onError: async (error) => {
      if (error instanceof ApiProblem && error.code === 'VERSION_CONFLICT') await client.refetchQueries({ queryKey })
    },
  })
}
