import { Link, useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useMay } from '../../api/session.ts'
import { useShortcut } from '../../shell/shortcuts.tsx'
import { formatCount, formatTenths } from '../../ui/amounts.ts'
import { Interval } from '../../ui/interval.tsx'
import { Moment } from '../../ui/moment.tsx'
import { ScopedButton } from '../../ui/scoped-button.tsx'
import type { ListedAchievement } from './achievement-queries.ts'
import styles from './achievements.module.css'
import { PublicationBadge } from './publication-badge.tsx'
import { useOrder } from './use-order.ts'
import { MoneyIntervals, mostMoney, valuedOf } from './value-panel.tsx'

type Moves = { id: string; by: 1 | -1 }

/** Achievements in their order; j and k mark one, Enter opens it, J and K move it. */
export function AchievementList({ items }: { items: readonly ListedAchievement[] }) {
  const navigate = useNavigate()
  const move = useOrder()
  const maySubmit = useMay('submit')
  const [marked, setMarked] = useState<string | null>(null)
  const [told, setTold] = useState('')
  const place = useRef<HTMLOListElement>(null)
  const focusAfter = useRef<Moves | null>(null)

  const at = items.findIndex(({ id }) => id === marked)
  const mark = (by: 1 | -1) => {
    const next = items[at < 0 ? 0 : Math.min(items.length - 1, Math.max(0, at + by))]
    if (next) setMarked(next.id)
  }
  const moveBy = ({ id, by }: Moves) => {
    const from = items.findIndex((item) => item.id === id)
    const to = Math.min(items.length - 1, Math.max(0, from + by))
    setTold(`${items[from]?.title ?? ''} is now ${to + 1} of ${items.length}.`)
    move(id, by)
  }
  useShortcut('j', 'Mark the next achievement', () => mark(1))
  useShortcut('k', 'Mark the one before', () => mark(-1))
  useShortcut('J', 'Move the marked achievement down', marked && maySubmit ? () => moveBy({ id: marked, by: 1 }) : null)
  useShortcut('K', 'Move the marked achievement up', marked && maySubmit ? () => moveBy({ id: marked, by: -1 }) : null)
  useShortcut(
    'Enter',
    'Open the marked achievement',
    marked ? () => void navigate({ to: '/achievements/$id', params: { id: marked } }) : null,
  )
  // A row that is moved loses the focus; whoever pressed a button goes on with it, or with the other one at an end.
  useEffect(() => {
    const { id, by } = focusAfter.current ?? {}
    focusAfter.current = null
    if (!id || items.length === 0) return
    const row = place.current?.querySelector(`[data-id="${id}"]`)
    const button = row?.querySelector<HTMLButtonElement>(`button[data-by="${by}"]:not(:disabled)`)
    ;(button ?? row?.querySelector<HTMLButtonElement>('button:not(:disabled)'))?.focus()
  }, [items])

  useEffect(() => {
    if (marked) place.current?.querySelector(`[data-id="${marked}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [marked])

  const mostAnnounced = Math.max(0, ...items.map(({ value }) => value?.announced.high ?? 0))
  const mostOfAll = Math.max(0, ...items.map(({ value }) => (value?.money ? mostMoney(value.money) : 0)))
  return (
    <>
      <p className={styles.spoken} role="status">
        {told}
      </p>
      <ol ref={place} className={styles.list} aria-label="Achievements">
        {items.map((item, index) => (
          <li
            key={item.id}
            data-id={item.id}
            className={styles.row}
            aria-current={item.id === marked ? 'true' : undefined}
          >
            <div className={styles.order}>
              {([-1, 1] as const).map((by) => (
                <ScopedButton
                  key={by}
                  needs="submit"
                  look="quiet"
                  data-by={by}
                  aria-label={`Move ${item.title} ${by < 0 ? 'up' : 'down'}`}
                  disabled={by < 0 ? index === 0 : index === items.length - 1}
                  onClick={() => {
                    focusAfter.current = { id: item.id, by }
                    moveBy({ id: item.id, by })
                  }}
                >
                  {by < 0 ? '↑' : '↓'}
                </ScopedButton>
              ))}
            </div>
            <div className={styles.words}>
              <h2>
                <Link to="/achievements/$id" params={{ id: item.id }}>
                  {item.title}
                </Link>
              </h2>
              <div className={styles.note}>
                <PublicationBadge of={item} /> {formatCount(item.evidenceCount)}{' '}
                {item.evidenceCount === 1 ? 'piece' : 'pieces'} of evidence · saved <Moment at={item.updatedAt} />
              </div>
            </div>
            <RowValue value={item.value} mostAnnounced={mostAnnounced} mostMoney={mostOfAll} />
          </li>
        ))}
      </ol>
    </>
  )
}

function RowValue({
  value,
  mostAnnounced,
  mostMoney: most,
}: {
  value: ListedAchievement['value']
  mostAnnounced: number
  mostMoney: number
}) {
  if (!value || value.pullRequests === 0) return <div className={styles.note}>No evidence that is assessed</div>
  const { announced, money, pullRequests } = value
  return (
    <div className={styles.rowValue}>
      <div>
        <Interval {...announced} most={mostAnnounced} format={formatTenths} />
        <div className={styles.note}>expected to be announced, of {formatCount(pullRequests)}</div>
      </div>
      {money ? (
        <div>
          {money.valued > 0 ? <MoneyIntervals money={money} most={most} /> : null}
          <div className={styles.note}>{valuedOf(money)}</div>
        </div>
      ) : (
        <div className={styles.note}>No prices are declared</div>
      )}
    </div>
  )
}
