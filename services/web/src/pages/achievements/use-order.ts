import { read } from '@assay/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../api/client.ts'
import { useNotices } from '../../ui/notices.tsx'
import { moved } from './achievement-draft.ts'
import { achievementsQuery } from './achievement-queries.ts'

/** Moves achievements: at once on the page, one after another at the gateway. */
export function useOrder(): (id: string, by: 1 | -1) => void {
  const client = useQueryClient()
  const { tellError } = useNotices()
  const { queryKey } = achievementsQuery
  const order = useMutation({
    scope: { id: 'order of achievements' },
    mutationFn: (ids: string[]) => read(api.PUT('/api/v2/achievements/order', { body: { ids } })),
    onError: async (error) => {
      tellError(error)
      await client.invalidateQueries({ queryKey })
    },
  })
  return (id, by) => {
    const before = client.getQueryData(queryKey)
    if (!before) return
    const items = moved(before.items, id, by)
    // An answer that is on its way would show the order of before for a moment.
    void client.cancelQueries({ queryKey })
    client.setQueryData(queryKey, { items })
    order.mutate(items.map((item) => item.id))
  }
}
