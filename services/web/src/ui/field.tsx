import { type ComponentProps, type ReactNode, useId } from 'react'
import styles from './field.module.css'

type Labelled = { label: string; hint?: ReactNode; error?: string | undefined }

/** A line or, with `rows`, several lines of text. */
export function TextField({
  label,
  hint,
  error,
  rows,
  ...input
}: Labelled & { rows?: number } & Omit<ComponentProps<'input'>, 'id'>) {
  const id = useId()
  const common = {
    id,
    className: styles.control,
    'aria-describedby': `${id}-more`,
    'aria-invalid': error ? true : undefined,
  }
  return (
    <Frame id={id} label={label} hint={hint} error={error}>
      {rows ? (
        <textarea {...common} rows={rows} {...(input as ComponentProps<'textarea'>)} />
      ) : (
        <input {...common} {...input} />
      )}
    </Frame>
  )
}

/** One of several words. */
export function SelectField({
  label,
  hint,
  error,
  options,
  ...select
}: Labelled & { options: readonly (readonly [value: string, text: string])[] } & Omit<ComponentProps<'select'>, 'id'>) {
  const id = useId()
  return (
    <Frame id={id} label={label} hint={hint} error={error}>
      <select
        id={id}
        className={styles.control}
        aria-describedby={`${id}-more`}
        aria-invalid={error ? true : undefined}
        {...select}
      >
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </Frame>
  )
}

const Frame = ({ id, label, hint, error, children }: Labelled & { id: string; children: ReactNode }) => (
  <div className={styles.field}>
    <label htmlFor={id}>{label}</label>
    {children}
    <div id={`${id}-more`} className={error ? styles.error : styles.hint}>
      {error ?? hint}
    </div>
  </div>
)

/** Fields in a row, as many as fit. */
export const Fields = ({ children }: { children: ReactNode }) => <div className={styles.fields}>{children}</div>
