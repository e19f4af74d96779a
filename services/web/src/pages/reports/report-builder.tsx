import { read } from '@assay/client'
import { useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../../api/client.ts'
import { useMay } from '../../api/session.ts'
import { Button } from '../../ui/button.tsx'
import { ChooseAuthors } from '../../ui/choose-authors.tsx'
import { Fields, SelectField, TextField } from '../../ui/field.tsx'
import { Section } from '../../ui/page.tsx'
import { ErrorPanel } from '../../ui/states.tsx'
import { repositoriesQuery } from '../work/work-queries.ts'
import { lastQuarter, type ReportForm, toRequest } from './report-request.ts'

const route = getRouteApi('/reports')
const MOST_NAMES = 20

/** Whose work, where and when a report is to tell of. */
export function ReportBuilder() {
  const search = route.useSearch()
  const setSearch = route.useNavigate()
  const navigate = useNavigate()
  const mayWrite = useMay('submit')
  const repositories = useQuery(repositoriesQuery)
  const [quarter] = useState(() => lastQuarter(new Date()))
  const form: ReportForm = { ...quarter, ...search }
  const change = (changed: ReportForm) => void setSearch({ search: changed, replace: true, resetScroll: false })
  const request = toRequest(form)
  const write = useMutation({
    mutationFn: async () => {
      if ('problem' in request) throw new Error(request.problem)
      return read(api.POST('/api/v2/reports', { body: request }))
    },
    onSuccess: ({ id }) => navigate({ to: '/reports/$id', params: { id } }),
  })
  return (
    <Section title="Write a report">
      <ChooseAuthors
        chosen={form.author ?? []}
        most={MOST_NAMES}
        onChange={(author) => change({ ...search, author })}
      />
      <Fields>
        <SelectField
          label="Repository"
          value={form.repository ?? ''}
          options={[['', 'All'], ...(repositories.data?.items ?? []).map(({ id, name }) => [id, name] as const)]}
          onChange={({ target }) => change({ ...search, repository: target.value })}
        />
        <TextField
          label="First day"
          type="date"
          value={form.from ?? ''}
          onChange={({ target }) => change({ ...search, from: target.value })}
        />
        <TextField
          label="Last day"
          type="date"
          value={form.to ?? ''}
          error={'problem' in request ? request.problem : undefined}
          onChange={({ target }) => change({ ...search, to: target.value })}
        />
        <TextField
          label="Title"
          maxLength={200}
          placeholder="Whose work and when"
          value={form.title ?? ''}
          onChange={({ target }) => change({ ...search, title: target.value })}
        />
      </Fields>
      <div>
        <Button
          look="primary"
          disabled={!mayWrite || 'problem' in request || write.isPending}
          title={mayWrite ? undefined : 'Your key may only read.'}
          onClick={() => write.mutate()}
        >
          Write the report
        </Button>
      </div>
      {write.error ? <ErrorPanel error={write.error} /> : null}
    </Section>
  )
}
