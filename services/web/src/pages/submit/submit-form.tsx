import { ApiProblem, read } from '@assay/client'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { Kind } from '../../api/answers.ts'
import { api } from '../../api/client.ts'
import { Code } from '../../ui/code.tsx'
import { CopyButton } from '../../ui/copy.tsx'
import { Fields, SelectField, TextField } from '../../ui/field.tsx'
import { ScopedButton } from '../../ui/scoped-button.tsx'
import { ErrorPanel } from '../../ui/states.tsx'
import { curlOf } from './curl.ts'
import { draftOf, filledIn } from './draft.ts'
import { readShape } from './field-shape.ts'
import { GroupFields } from './schema-fields.tsx'
import { hasPlace, NO_OPTIONS, submissionOf } from './submission.ts'
import styles from './submit.module.css'

const PRIORITIES = ['urgent', 'high', 'normal', 'low'] as const

/** A form for one kind of job, made from its contract. What is wrong the API says, and it is shown at the fields. */
export function SubmitForm({
  kind,
  payload,
  replayOf,
  onSubmitted,
}: {
  kind: Kind
  /** To begin with. */
  payload?: unknown
  replayOf?: string | undefined
  onSubmitted: (id: string) => void
}) {
  const [shape] = useState(() => readShape(kind.payload))
  const [draft, setDraft] = useState(() => draftOf(shape, payload))
  const [options, setOptions] = useState(NO_OPTIONS)
  const form = useRef<HTMLFormElement>(null)
  const body = submissionOf(kind.kind, filledIn(shape, draft) ?? {}, options, replayOf)
  const submit = useMutation({
    mutationFn: () =>
      read(
        api.POST('/api/v2/jobs', {
          body: body as never,
          ...(options.idempotencyKey ? { headers: { 'Idempotency-Key': options.idempotencyKey } } : {}),
        }),
      ),
    onSuccess: ({ id }) => onSubmitted(id),
  })
  const issues = submit.error instanceof ApiProblem ? submit.error.errors : []
  const errors = new Map(issues.map(({ field, message }) => [field, message]))
  useEffect(() => {
    if (submit.error) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
  }, [submit.error])

  return (
    <form
      ref={form}
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit.mutate()
      }}
    >
      <p className={styles.hint}>{kind.description}</p>
      {shape.as === 'group' ? (
        <GroupFields path="payload" shape={shape} draft={draft} onChange={setDraft} errors={errors} />
      ) : null}
      <Fields>
        <SelectField
          label="Priority"
          value={options.priority}
          error={errors.get('priority')}
          options={[['', `as the kind has it (${kind.priority})`], ...PRIORITIES.map((name) => [name, name] as const)]}
          onChange={({ target }) => setOptions({ ...options, priority: target.value })}
        />
        <TextField
          label="Delay in seconds"
          type="number"
          min={0}
          step="any"
          value={options.delaySeconds}
          error={errors.get('delayMs')}
          onChange={({ target }) => setOptions({ ...options, delaySeconds: target.value })}
        />
        <TextField
          label="Idempotency key"
          hint="The same key gives the same job"
          value={options.idempotencyKey}
          error={errors.get('Idempotency-Key')}
          onChange={({ target }) => setOptions({ ...options, idempotencyKey: target.value })}
        />
      </Fields>
      {submit.error && (issues.length === 0 || issues.some(({ field }) => !hasPlace(field))) ? (
        <ErrorPanel error={submit.error} />
      ) : null}
      <div className={styles.send}>
        <ScopedButton needs="submit" look="primary" type="submit" disabled={submit.isPending}>
          Submit
        </ScopedButton>
        <span role="alert" className={styles.error}>
          {submit.error && issues.some(({ field }) => hasPlace(field)) ? 'Not accepted: see what the fields say.' : ''}
        </span>
      </div>
      <details>
        <summary>As a request</summary>
        <Code label="The same with curl">{curlOf(window.location.origin, body, options.idempotencyKey)}</Code>
        <CopyButton text={curlOf(window.location.origin, body, options.idempotencyKey)}>Copy as curl</CopyButton>
      </details>
    </form>
  )
}
