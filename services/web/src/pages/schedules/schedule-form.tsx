import { ApiProblem, read } from '@assay/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { AnswerOf, Kind } from '../../api/answers.ts'
import { api } from '../../api/client.ts'
import { Button } from '../../ui/button.tsx'
import { Fields, SelectField, TextField } from '../../ui/field.tsx'
import { useNotices } from '../../ui/notices.tsx'
import { ScopedButton } from '../../ui/scoped-button.tsx'
import { ErrorPanel } from '../../ui/states.tsx'
import { type Draft, draftOf, filledIn } from '../submit/draft.ts'
import { readShape } from '../submit/field-shape.ts'
import { GroupFields } from '../submit/schema-fields.tsx'
import styles from '../submit/submit.module.css'

export type Schedule = AnswerOf<'/api/v2/schedules'>['items'][number]

const ZONES = Intl.supportedValuesOf('timeZone')

type Form = { name: string; kind: Kind; cron: string; timezone: string; payload: Draft }

/** Creates a schedule, or changes one; its name stays, as it is what it is known by. */
export function ScheduleForm({
  schedule,
  kinds,
  onDone,
}: {
  schedule: Schedule | null
  kinds: readonly [Kind, ...Kind[]]
  onDone: () => void
}) {
  const [form, setForm] = useState<Form>(() => {
    const kind = kinds.find(({ kind: name }) => name === schedule?.kind) ?? kinds[0]
    return {
      name: schedule?.name ?? '',
      kind,
      cron: schedule?.cron ?? '0 6 * * 1-5',
      timezone: schedule?.timezone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
      payload: draftOf(readShape(kind.payload), schedule?.payload),
    }
  })
  const zones = useId()
  const save = useSaving(schedule, onDone)
  const issues = save.error instanceof ApiProblem ? save.error.errors : []
  const errors = new Map(issues.map(({ field, message }) => [field, message]))
  const scheduleIssue =
    save.error instanceof ApiProblem && save.error.code === 'INVALID_SCHEDULE' ? save.error.message : undefined
  const shape = readShape(form.kind.payload)

  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate({ ...form, value: filledIn(shape, form.payload) ?? {} })
      }}
    >
      <Fields>
        <TextField
          label="Name *"
          required
          readOnly={schedule !== null}
          value={form.name}
          error={errors.get('name') ?? errors.get('params')}
          onChange={({ target }) => setForm({ ...form, name: target.value })}
        />
        <TextField
          label="When *"
          hint="cron: minute, hour, day, month, weekday"
          required
          value={form.cron}
          error={errors.get('cron') ?? scheduleIssue}
          onChange={({ target }) => setForm({ ...form, cron: target.value })}
        />
        <TextField
          label="Time zone *"
          required
          list={zones}
          value={form.timezone}
          error={errors.get('timezone')}
          onChange={({ target }) => setForm({ ...form, timezone: target.value })}
        />
        <datalist id={zones}>
          {ZONES.map((zone) => (
            <option key={zone}>{zone}</option>
          ))}
        </datalist>
        <SelectField
          label="Kind"
          value={form.kind.kind}
          error={errors.get('kind')}
          options={kinds.map(({ kind, title }) => [kind, title] as const)}
          onChange={({ target }) => {
            const kind = kinds.find((candidate) => candidate.kind === target.value) ?? form.kind
            setForm({ ...form, kind, payload: draftOf(readShape(kind.payload)) })
          }}
        />
      </Fields>
      {shape.as === 'group' ? (
        <GroupFields
          path="payload"
          shape={shape}
          draft={form.payload}
          onChange={(payload) => setForm({ ...form, payload })}
          errors={errors}
        />
      ) : null}
      {save.error && !scheduleIssue ? <ErrorPanel error={save.error} /> : null}
      <div className={styles.send}>
        <ScopedButton needs="submit" look="primary" type="submit" disabled={save.isPending || form.name.trim() === ''}>
          {schedule ? 'Save' : 'Create'}
        </ScopedButton>
        <Button look="quiet" onClick={onDone}>
          Leave it
        </Button>
      </div>
    </form>
  )
}

function useSaving(schedule: Schedule | null, onDone: () => void) {
  const client = useQueryClient()
  const { tell } = useNotices()
  return useMutation({
    mutationFn: ({ name, kind, cron, timezone, value }: Form & { value: unknown }) =>
      read(
        api.PUT('/api/v2/schedules/{name}', {
          params: { path: { name: name.trim() } },
          body: {
            kind: kind.kind,
            cron,
            timezone,
            payload: value as Record<string, unknown>,
            ...(schedule ? { priority: schedule.priority, enabled: schedule.enabled } : {}),
          },
        }),
      ),
    onSuccess: ({ name }) => {
      tell(`The schedule ${name} is kept.`)
      onDone()
      return client.invalidateQueries({ queryKey: ['schedules'] })
    },
  })
}
