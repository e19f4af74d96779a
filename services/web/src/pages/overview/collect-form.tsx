import { read } from '@assay/client'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../../api/client.ts'
import { TextField } from '../../ui/field.tsx'
import { ScopedButton } from '../../ui/scoped-button.tsx'
import styles from './overview.module.css'

/** Collects a repository and goes to the job that does it. */
export function CollectForm() {
  const navigate = useNavigate()
  const [source, setSource] = useState('')
  const collect = useMutation({
    mutationFn: () => read(api.POST('/api/v2/jobs', { body: { kind: 'collect', payload: { source } } })),
    onSuccess: ({ id }) => navigate({ to: '/jobs/$id', params: { id } }),
  })
  return (
    <form
      className={styles.collect}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        collect.mutate()
      }}
    >
      <TextField
        label="Repository"
        hint="A path on this machine, a git URL, or owner/name on GitHub"
        error={collect.error?.message}
        required
        value={source}
        onChange={({ target }) => setSource(target.value)}
      />
      <ScopedButton needs="submit" look="primary" type="submit" disabled={collect.isPending || source.trim() === ''}>
        Collect
      </ScopedButton>
    </form>
  )
}
