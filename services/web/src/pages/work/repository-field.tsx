import { useQuery } from '@tanstack/react-query'
import { SelectField } from '../../ui/field.tsx'
import { newestRepositoriesQuery } from './work-queries.ts'

/** Chooses one repository, or all of them. */
export function RepositoryField({
  value = '',
  onChoose,
}: {
  value: string | undefined
  onChoose: (id: string) => void
}) {
  const { data } = useQuery(newestRepositoriesQuery)
  const known = (data?.items ?? []).map(({ id, name }) => [id, name] as const)
  const isListed = value === '' || known.some(([id]) => id === value)
  return (
    <SelectField
      label="Repository"
      value={value}
      hint={data?.nextCursor ? `The newest ${known.length}; the pages of others lead here too.` : undefined}
      onChange={({ target }) => onChoose(target.value)}
      options={[['', 'All'], ...known, ...(isListed ? [] : [[value, 'The one in the address'] as const])]}
    />
  )
}
