import { type ReactNode, useEffect } from 'react'
import styles from './page.module.css'

/** The frame of a page: its heading, what can be done here, and its content. */
export function Page({
  title,
  lead,
  actions,
  children,
}: {
  title: string
  lead?: ReactNode
  actions?: ReactNode
  children: ReactNode
}) {
  useEffect(() => {
    document.title = `${title} · Assay`
  }, [title])
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <div className={styles.words}>
          <h1>{title}</h1>
          {lead ? <div className={styles.lead}>{lead}</div> : null}
        </div>
        {actions ? <div className={styles.actions}>{actions}</div> : null}
      </header>
      {children}
    </div>
  )
}

/** A part of a page with a heading of its own. */
export const Section = ({ title, actions, children }: { title: string; actions?: ReactNode; children: ReactNode }) => (
  <section className={styles.section}>
    <header className={styles.head}>
      <h2>{title}</h2>
      {actions ? <div className={styles.actions}>{actions}</div> : null}
    </header>
    {children}
  </section>
)

/** Parts side by side, as many as fit. */
export const Columns = ({ children }: { children: ReactNode }) => <div className={styles.columns}>{children}</div>

/** A figure with its name, and a line on how it was made. */
export const Figure = ({ name, value, note }: { name: string; value: ReactNode; note?: ReactNode }) => (
  <div className={styles.figure}>
    <div className={styles.name}>{name}</div>
    <div className={styles.value}>{value}</div>
    {note ? <div className={styles.note}>{note}</div> : null}
  </div>
)

/** Names and values, one pair a line. */
export const Facts = ({ facts }: { facts: readonly (readonly [name: string, value: ReactNode])[] }) => (
  <dl className={styles.facts}>
    {facts.map(([name, value]) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
)
