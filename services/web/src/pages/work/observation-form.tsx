import { ApiProblem, read } from '@assay/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api/client.ts'
import { Button } from '../../ui/button.tsx'
import { Fields, TextField } from '../../ui/field.tsx'
import { MomentField } from '../../ui/moment-field.tsx'
import { useNotices } from '../../ui/notices.tsx'
import { ScopedButton } from '../../ui/scoped-button.tsx'
import { ErrorPanel } from '../../ui/states.tsx'
import { observationDraftOf, toObservation } from './observation-draft.ts'
import styles from './observations.module.css'
import { type Claim, pullRequestQuery } from './work-queries.ts'

/** What was measured of a claim after the merge, to be filled in. */
export function ObservationForm({
  pullRequest,
  claim,
  place,
  onDone,
}: {
  pullRequest: string
  claim: Claim
  /** Of the claim among those of the pull request, from 0. */
  place: number
  onDone: () => void
}) {
  const client = useQueryClient()
  const { tell } = useNotices()
  const [draft, setDraft] = useState(() => observationDraftOf(claim, new Date()))
  const request = toObservation(typeof claim.hash === 'string' ? claim.hash : place, draft)
  const save = useMutation({
    mutationFn: async () => {
      if ('missing' in request) throw new Error(request.missing)
      const params = { path: { id: pullRequest } }
      return read(api.POST('/api/v2/pull-requests/{id}/observations', { params, body: request }))
    },
    onSuccess: async () => {
      tell('It is noted; the value goes by it from now on.')
      onDone()
      await client.invalidateQueries({ queryKey: pullRequestQuery(pullRequest).queryKey })
    },
  })
  const issues = save.error instanceof ApiProblem ? save.error.errors : []
  const field = (name: 'value' | 'unit' | 'link' | 'quote') => ({
    value: draft[name],
    error: issues.find((issue) => issue.field === name)?.message,
    onChange: ({ target }: { target: { value: string } }) => setDraft({ ...draft, [name]: target.value }),
  })
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      <Fields>
        <TextField
          label="Measured *"
          type="number"
          step="any"
          hint="The change, or the new level"
          {...field('value')}
        />
        <TextField label="Unit" maxLength={50} hint="Such as min, % or MB" {...field('unit')} />
        <MomentField
          label="When *"
          at={draft.measuredAt}
          onAt={(measuredAt) => setDraft({ ...draft, measuredAt })}
          error={issues.find((issue) => issue.field === 'measuredAt')?.message}
        />
      </Fields>
      <TextField label="Link" type="url" maxLength={2_000} hint="Where it can be looked up" {...field('link')} />
      <TextField
        label="Quote"
        rows={2}
        maxLength={2_000}
        hint="What is read there; a link or a quote is needed"
        {...field('quote')}
      />
      {save.error && issues.length === 0 ? <ErrorPanel error={save.error} /> : null}
      <div className={styles.actions}>
        <ScopedButton
          needs="submit"
          look="primary"
          type="submit"
          disabled={'missing' in request || save.isPending}
          title={'missing' in request ? request.missing : undefined}
        >
          Note it
        </ScopedButton>
        <Button look="quiet" onClick={onDone}>
          Leave it
        </Button>
        <span className={styles.quiet}>{'missing' in request ? request.missing : ''}</span>
      </div>
    </form>
  )
}
