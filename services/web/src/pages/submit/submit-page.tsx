import { read } from '@assay/client'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { Kind } from '../../api/answers.ts'
import { api } from '../../api/client.ts'
import { jobKey } from '../../api/job-events.ts'
import { kindsQuery } from '../../api/kinds.ts'
import { SelectField } from '../../ui/field.tsx'
import { Page } from '../../ui/page.tsx'
import { EmptyPanel, Loaded } from '../../ui/states.tsx'
import styles from './submit.module.css'
import { SubmitForm } from './submit-form.tsx'

const route = getRouteApi('/submit')

/** Any kind of job, filled in by hand; or one that ran before, with its input to change. */
export function SubmitPage() {
  const { from, kind } = route.useSearch()
  const kinds = useQuery(kindsQuery)
  return (
    <Page
      title={from ? 'Run again with another input' : 'Submit a job'}
      lead={
        from ? (
          <Link to="/jobs/$id" params={{ id: from }}>
            The job as it was
          </Link>
        ) : undefined
      }
    >
      <Loaded query={kinds} what="the kinds of jobs">
        {({ items }) => (from ? <Replay id={from} kinds={items} /> : <Chosen kinds={items} kind={kind} />)}
      </Loaded>
    </Page>
  )
}

function Chosen({ kinds, kind: name }: { kinds: readonly Kind[]; kind: string | undefined }) {
  const navigate = route.useNavigate()
  const kind = kinds.find((candidate) => candidate.kind === name) ?? kinds[0]
  if (!kind) return <EmptyPanel title="There are no kinds of jobs." />
  return (
    <div className={styles.form}>
      <SelectField
        label="Kind"
        value={kind.kind}
        options={kinds.map((option) => [option.kind, `${option.title} (${option.kind})`] as const)}
        onChange={({ target }) => void navigate({ search: { kind: target.value }, replace: true })}
      />
      <SubmitForm
        key={kind.kind}
        kind={kind}
        onSubmitted={(id) => void navigate({ to: '/jobs/$id', params: { id } })}
      />
    </div>
  )
}

function Replay({ id, kinds }: { id: string; kinds: readonly Kind[] }) {
  const navigate = route.useNavigate()
  const job = useQuery({
    queryKey: jobKey(id),
    queryFn: () => read(api.GET('/api/v2/jobs/{id}', { params: { path: { id } } })),
  })
  return (
    <Loaded query={job} what="the job">
      {({ kind: name, payload }) => {
        const kind = kinds.find((candidate) => candidate.kind === name)
        return kind ? (
          <SubmitForm
            key={id}
            kind={kind}
            payload={payload}
            replayOf={id}
            onSubmitted={(submitted) => void navigate({ to: '/jobs/$id', params: { id: submitted } })}
          />
        ) : (
          <EmptyPanel title={`There is no kind "${name}" any more.`}>It cannot be submitted again.</EmptyPanel>
        )
      }}
    </Loaded>
  )
}
