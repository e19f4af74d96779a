import { read } from '@assay/client'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../../api/client.ts'
import { useMay } from '../../api/session.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import styles from './overview.module.css'

/** Collects a repository and goes to the job that does it. */
export function CollectForm() {
  const may = useMay('submit')
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
      <Button
        look="primary"
        type="submit"
        disabled={!may || collect.isPending || source.trim() === ''}
        title={may ? undefined : 'Your key lacks the scope "submit".'}
      >
        Collect
      </Button>
    </form>
  )
}
