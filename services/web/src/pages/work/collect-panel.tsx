import { read } from '@assay/client'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { api } from '../../api/client.ts'
import { useJob } from '../../api/job-events.ts'
import { formatCount } from '../../ui/amounts.ts'
import { StateBadge } from '../../ui/badge.tsx'
import { TextField } from '../../ui/field.tsx'
import { Section } from '../../ui/page.tsx'
import { ScopedButton } from '../../ui/scoped-button.tsx'
import { ErrorPanel } from '../../ui/states.tsx'
import styles from './work.module.css'

/** Has a repository collected, and tells how that goes. */
export function CollectPanel() {
  const [source, setSource] = useState('')
  const collect = useMutation({
    mutationFn: () => read(api.POST('/api/v2/jobs', { body: { kind: 'collect', payload: { source: source.trim() } } })),
  })
  const start = (event: FormEvent) => {
    event.preventDefault()
    collect.mutate()
  }
  return (
    <Section title="Collect a repository">
      <form className={styles.collect} onSubmit={start}>
        <TextField
          label="Repository"
          hint="A folder on this machine, a git URL, or owner/name on GitHub"
          value={source}
          maxLength={2_000}
          onChange={({ target }) => setSource(target.value)}
        />
        <ScopedButton needs="submit" look="primary" type="submit" disabled={source.trim() === '' || collect.isPending}>
          Collect
        </ScopedButton>
      </form>
      {collect.error ? <ErrorPanel error={collect.error} /> : null}
      {collect.data ? <Collecting key={collect.data.id} id={collect.data.id} /> : null}
    </Section>
  )
}

function Collecting({ id }: { id: string }) {
  const {
    job: { data: job },
  } = useJob(id)
  if (!job) return null
  const { total, succeeded, failed } = job.tree
  return (
    <div className={styles.progress} role="status">
      <StateBadge state={job.state} />
      <span>
        {formatCount(succeeded)} of {formatCount(total)} jobs are done
        {failed > 0 ? `, ${formatCount(failed)} failed` : ''}
      </span>
      <progress aria-label="Jobs that are done" max={Math.max(1, total)} value={succeeded + failed} />
      {job.error ? <span>{job.error.message}</span> : null}
      <Link to="/jobs/$id" params={{ id }}>
        Job
      </Link>
    </div>
  )
}
