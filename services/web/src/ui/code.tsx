import styles from './code.module.css'

/** Text as machines write it; long lines wrap, and much of it scrolls in its own box. */
export const Code = ({ label, children }: { label: string; children: string }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
  <section className={styles.code} aria-label={label} tabIndex={0}>
    <pre>{children}</pre>
  </section>
)

/** Data, indented. */
export const Json = ({ label, value }: { label: string; value: unknown }) => (
  <Code label={label}>{JSON.stringify(value, null, 2) ?? 'nothing'}</Code>
)
