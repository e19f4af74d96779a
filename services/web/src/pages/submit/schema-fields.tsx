import { Button } from '../../ui/button.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { MomentField } from '../../ui/moment-field.tsx'
import { type Draft, draftOf } from './draft.ts'
import type { FieldShape } from './field-shape.ts'
import styles from './submit.module.css'

/** What the API said about fields, by their dotted path. */
type FieldErrors = ReadonlyMap<string, string>

type FieldProps<S extends FieldShape = FieldShape> = {
  /** Dotted, from the root of the payload. */
  path: string
  label: string
  isRequired: boolean
  shape: S
  draft: Draft
  onChange: (draft: Draft) => void
  errors: FieldErrors
}

/** The controls for one part of a schema, and for all that is in it. */
function SchemaField(props: FieldProps) {
  const { shape, draft, label, isRequired, onChange } = props
  if (draft.as === 'left-out') {
    return (
      <div className={styles.leftOut}>
        <Button onClick={() => onChange(draftOf(shape))}>Give {label}</Button>
        <span className={styles.hint}>{shape.description ?? 'Not given.'}</span>
      </div>
    )
  }
  switch (shape.as) {
    case 'group':
      return (
        <Frame {...props}>
          <GroupFields {...props} shape={shape} />
        </Frame>
      )
    case 'list':
      return (
        <Frame {...props}>
          <ListItems {...props} shape={shape} />
        </Frame>
      )
    case 'union':
      return (
        <Frame {...props}>
          <UnionOptions {...props} shape={shape} />
        </Frame>
      )
    default:
      return <PlainField {...props} shape={shape} label={isRequired ? `${label} *` : label} />
  }
}

function Frame({
  path,
  label,
  isRequired,
  shape,
  onChange,
  errors,
  children,
}: FieldProps & { children: React.ReactNode }) {
  const error = errors.get(path)
  return (
    <fieldset className={styles.nested}>
      <legend>{isRequired ? `${label} *` : label}</legend>
      {shape.description ? <div className={styles.hint}>{shape.description}</div> : null}
      {error ? (
        <div className={styles.error} role="alert">
          {error}
        </div>
      ) : null}
      {children}
      {isRequired ? null : (
        <Button look="quiet" onClick={() => onChange({ as: 'left-out' })}>
          Leave {label} out
        </Button>
      )}
    </fieldset>
  )
}

/** The fields of an object, without a frame around them. */
export function GroupFields({
  path,
  shape,
  draft,
  onChange,
  errors,
}: Pick<FieldProps<Extract<FieldShape, { as: 'group' }>>, 'path' | 'shape' | 'draft' | 'onChange' | 'errors'>) {
  if (draft.as !== 'group') return null
  return shape.fields.map(({ name, isRequired, shape: field }) => (
    <SchemaField
      key={name}
      path={`${path}.${name}`}
      label={field.title ?? name}
      isRequired={isRequired}
      shape={field}
      draft={draft.fields[name] ?? { as: 'left-out' }}
      onChange={(changed) => onChange({ as: 'group', fields: { ...draft.fields, [name]: changed } })}
      errors={errors}
    />
  ))
}

function ListItems({ path, label, shape, draft, onChange, errors }: FieldProps<Extract<FieldShape, { as: 'list' }>>) {
  if (draft.as !== 'list') return null
  const { items } = draft
  return (
    <>
      {items.map((item, at) => (
        <div key={at} className={styles.item}>
          <SchemaField
            path={`${path}.${at}`}
            label={`${label} ${at + 1}`}
            isRequired={true}
            shape={shape.item}
            draft={item}
            onChange={(changed) => onChange({ as: 'list', items: items.with(at, changed) })}
            errors={errors}
          />
          <Button
            look="quiet"
            disabled={items.length <= shape.least}
            aria-label={`Remove ${label} ${at + 1}`}
            onClick={() => onChange({ as: 'list', items: items.toSpliced(at, 1) })}
          >
            ×
          </Button>
        </div>
      ))}
      <Button
        disabled={items.length >= shape.most}
        onClick={() => onChange({ as: 'list', items: [...items, draftOf(shape.item)] })}
      >
        Add to {label}
      </Button>
    </>
  )
}

function UnionOptions({
  path,
  label,
  shape,
  draft,
  onChange,
  errors,
}: FieldProps<Extract<FieldShape, { as: 'union' }>>) {
  if (draft.as !== 'union') return null
  const option = shape.options[draft.at]
  return (
    <>
      <SelectField
        label={`Which ${label}`}
        value={String(draft.at)}
        options={shape.options.map((candidate, at) => [String(at), titleOf(candidate)] as const)}
        onChange={({ target }) => {
          const at = Number(target.value)
          const chosen = shape.options[at]
          if (chosen) onChange({ as: 'union', at, draft: draftOf(chosen) })
        }}
      />
      {option ? (
        <SchemaField
          path={path}
          label={titleOf(option)}
          isRequired={true}
          shape={option}
          draft={draft.draft}
          onChange={(changed) => onChange({ as: 'union', at: draft.at, draft: changed })}
          errors={errors}
        />
      ) : null}
    </>
  )
}

/** What a branch of a union is called: its title, or what it is made of. */
function titleOf(shape: FieldShape): string {
  if (shape.title) return shape.title
  if (shape.as === 'group') return shape.fields.map(({ name }) => name).join(', ') || 'nothing'
  return shape.as === 'choice' ? shape.options.map((option) => JSON.stringify(option)).join(' or ') : shape.as
}

function PlainField({ path, label, isRequired, shape, draft, onChange, errors }: FieldProps) {
  const text = draft.as === 'text' ? draft.text : ''
  const common = {
    label,
    hint: hintOf(shape),
    error: errors.get(path),
    value: text,
    required: isRequired,
    onChange: ({ target }: { target: { value: string } }) => onChange({ as: 'text', text: target.value }),
  }
  switch (shape.as) {
    case 'boolean':
      return <SelectField {...common} options={[...left(isRequired), ['true', 'yes'], ['false', 'no']]} />
    case 'choice':
      return (
        <SelectField
          {...common}
          options={[
            ...left(isRequired),
            ...shape.options.map(
              (option, at) => [String(at), typeof option === 'string' ? option : JSON.stringify(option)] as const,
            ),
          ]}
        />
      )
    case 'number':
      return <TextField {...common} type="number" step={shape.isWhole ? 1 : 'any'} min={shape.least} max={shape.most} />
    case 'json':
      return <TextField {...common} rows={3} placeholder="JSON" />
    case 'text':
      if (shape.input === 'datetime-local')
        return <MomentField {...common} at={text} onAt={(at) => onChange({ as: 'text', text: at })} />
      // A line would lose its breaks.
      return shape.isLong || text.includes('\n') ? (
        <TextField {...common} rows={3} />
      ) : (
        <TextField {...common} type={shape.input} />
      )
    default:
      return null
  }
}

const left = (isRequired: boolean) => [['', isRequired ? 'choose' : 'not given'] as const]

function hintOf(shape: FieldShape): string {
  const bounds =
    shape.as === 'number'
      ? [
          shape.least === undefined ? '' : `at least ${shape.least}`,
          shape.most === undefined ? '' : `at most ${shape.most}`,
        ]
      : []
  const byDefault = shape.byDefault === undefined ? '' : `default ${JSON.stringify(shape.byDefault)}`
  return [shape.description ?? '', ...bounds, byDefault].filter(Boolean).join(' · ')
}
