import { read } from '@assay/client'
import { useMutation } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../../api/client.ts'
import { ChooseAuthors } from '../../ui/choose-authors.tsx'
import { Fields, TextField } from '../../ui/field.tsx'
import { Section } from '../../ui/page.tsx'
import { ScopedButton } from '../../ui/scoped-button.tsx'
import { ErrorPanel } from '../../ui/states.tsx'
import { RepositoryField } from '../work/repository-field.tsx'
import { lastQuarter, type ReportForm, toRequest } from './report-request.ts'

const route = getRouteApi('/reports')
const MOST_NAMES = 20

/** Whose work, where and when a report is to tell of. */
export function ReportBuilder() {
  const search = route.useSearch()
  const setSearch = route.useNavigate()
  const navigate = useNavigate()
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
        <RepositoryField value={form.repository} onChoose={(repository) => change({ ...search, repository })} />
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
        <ScopedButton
          needs="submit"
          look="primary"
          disabled={'problem' in request || write.isPending}
          onClick={() => write.mutate()}
        >
          Write the report
        </ScopedButton>
      </div>
      {write.error ? <ErrorPanel error={write.error} /> : null}
    </Section>
  )
}
