import type { ReactNode } from 'react'
import { TextField } from './field.tsx'
import { Columns } from './page.tsx'
import styles from './story.module.css'
import { Story } from './story.tsx'

/** A story to be written, and beside it how it will be read. */
export const StoryField = ({
  label,
  hint,
  rows,
  maxLength,
  isReadOnly,
  value,
  onChange,
}: {
  label: string
  hint: ReactNode
  rows: number
  maxLength: number
  isReadOnly: boolean
  value: string
  onChange: (text: string) => void
}) => (
  <Columns>
    <TextField
      label={label}
      hint={hint}
      rows={rows}
      maxLength={maxLength}
      readOnly={isReadOnly}
      value={value}
      onChange={({ target }) => onChange(target.value)}
    />
    <section className={styles.preview} aria-label={`${label} as it will be read`}>
      <div className={styles.note}>As it will be read</div>
      {value.trim() === '' ? <p className={styles.note}>Nothing yet.</p> : <Story text={value} />}
    </section>
  </Columns>
)
