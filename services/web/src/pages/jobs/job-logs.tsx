import { read } from '@assay/client'
import { useQuery } from '@tanstack/react-query'
import { useLayoutEffect, useRef } from 'react'
import type { AnswerOf } from '../../api/answers.ts'
import { api } from '../../api/client.ts'
import { SelectField } from '../../ui/field.tsx'
import { EmptyPanel, Loaded, PartialNote } from '../../ui/states.tsx'
import styles from './job.module.css'
import { LEVELS, type Level } from './log-levels.ts'

/** As many as are kept of a job. */
const LINES = 1_000
const REFRESH_MS = 1_000
/** Lines are stored within a second: those of the end come after it. */
const AFTERMATH_MS = 5_000
/** From the end at which one counts as standing at the end. */
const NEAR_END_PX = 40
const CLOCK = new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' })

type Line = AnswerOf<'/api/v2/jobs/{id}/logs'>['items'][number]

/** What the job's handler logged, in all attempts; follows the end for as long as one stands there. */
export function JobLogs({
  id,
  level,
  finishedAt,
  onLevel,
}: {
  id: string
  level: Level
  finishedAt: string | null
  onLevel: (level: Level) => void
}) {
  const logs = useQuery({
    queryKey: ['job', id, 'logs', level],
    queryFn: () =>
      read(api.GET('/api/v2/jobs/{id}/logs', { params: { path: { id }, query: { level, limit: LINES } } })),
    refetchInterval: () =>
      finishedAt === null || Date.now() - Date.parse(finishedAt) < AFTERMATH_MS ? REFRESH_MS : false,
  })
  return (
    <>
      <div className={styles.level}>
        <SelectField
          label="Lines from this level on"
          value={level}
          options={LEVELS.map((name) => [name, name] as const)}
          onChange={({ target }) => onLevel(LEVELS.find((name) => name === target.value) ?? 'trace')}
        />
      </div>
      <Loaded query={logs} what="the logs">
        {({ items, dropped }) => (
          <>
            {dropped > 0 ? <PartialNote>{dropped.toLocaleString()} lines are not kept.</PartialNote> : null}
            {items.length === 0 ? (
              <EmptyPanel title="It has logged nothing.">Workers log more at LOG_LEVEL=debug.</EmptyPanel>
            ) : (
              <Lines items={items} />
            )}
          </>
        )}
      </Loaded>
    </>
  )
}

function Lines({ items }: { items: readonly Line[] }) {
  const box = useRef<HTMLElement>(null)
  const isAtEnd = useRef(true)
  useLayoutEffect(() => {
    if (items.length > 0 && isAtEnd.current) box.current?.scrollTo({ top: box.current.scrollHeight })
  }, [items.length])
  return (
    <section
      ref={box}
      className={styles.logs}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
      tabIndex={0}
      aria-label="Log lines"
      onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => {
        isAtEnd.current = scrollHeight - scrollTop - clientHeight < NEAR_END_PX
      }}
    >
      <ol>
        {items.map(({ at, level, message, fields }, place) => (
          <li key={place} data-level={level}>
            <time dateTime={at} title={new Date(at).toLocaleString()}>
              {CLOCK.format(new Date(at))}
            </time>
            <span>{level}</span>
            <span>
              {message} {Object.keys(fields).length > 0 ? <code>{JSON.stringify(fields)}</code> : null}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
