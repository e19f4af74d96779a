import { useEffect, useMemo, useState } from 'react'
import { useShortcut } from '../../shell/shortcuts.tsx'
import { formatCount } from '../../ui/amounts.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { formatDuration } from '../../ui/moment.tsx'
import { criticalPath } from './critical-path.ts'
import { findsSpan } from './find-spans.ts'
import { SpanDetail } from './span-detail.tsx'
import { idsAbove, openNodes, spanTrees, type TracedSpan } from './span-tree.ts'
import { moved, type TimeWindow, zoomed } from './time-window.ts'
import type { SpanSearch } from './trace-search.ts'
import styles from './waterfall.module.css'
import { WaterfallRows } from './waterfall-rows.tsx'

const NONE: ReadonlySet<string> = new Set()
const ZOOM = 0.5
const STEP = 0.25

/** Spans as bars in time, below what caused them. What decided how long it all took is marked. */
export function Waterfall({
  spans,
  search,
  onChange,
}: {
  spans: readonly TracedSpan[]
  search: SpanSearch
  onChange: (search: SpanSearch) => void
}) {
  const tops = useMemo(() => spanTrees(spans), [spans])
  const path = useMemo(() => criticalPath(tops), [tops])
  const whole = useMemo<TimeWindow>(
    () => ({ fromMs: 0, toMs: tops.reduce((last, { lastMs }) => Math.max(last, lastMs), 0.01) }),
    [tops],
  )
  const [closed, setClosed] = useState(NONE)
  const [chosenWindow, setWindow] = useState<TimeWindow | null>(null)
  const window = chosenWindow ?? whole
  const rows = useMemo(() => openNodes(tops, closed), [tops, closed])
  const found = useMemo(
    () => (search.find ? new Set(spans.filter(findsSpan(search.find)).map(({ spanId }) => spanId)) : NONE),
    [spans, search.find],
  )
  const selected = useMemo(
    () => openNodes(tops, NONE).find(({ span }) => span.spanId === search.span) ?? null,
    [tops, search.span],
  )
  const select = (span: string | undefined) => onChange({ ...search, ...(span ? { span } : {}) })

  // A link may lead to a span that is below a closed one.
  useEffect(() => {
    if (!search.span) return
    const above = idsAbove(tops, search.span)
    setClosed((before) =>
      above.some((id) => before.has(id)) ? new Set([...before].filter((id) => !above.includes(id))) : before,
    )
  }, [tops, search.span])

  const toggle = (id: string) =>
    setClosed((before) =>
      before.has(id) ? new Set([...before].filter((other) => other !== id)) : new Set([...before, id]),
    )
  const goTo = (by: number, among = rows) => {
    const index = among.findIndex(({ span }) => span.spanId === search.span)
    const at = index < 0 && by < 0 ? among.length : index
    select(among[Math.min(among.length - 1, Math.max(0, at + by))]?.span.spanId)
  }
  const goToFound = (by: number) => {
    const among = openNodes(tops, NONE).filter(({ span }) => found.has(span.spanId))
    goTo(by, among)
  }
  const around = selected ? (selected.startMs + selected.endMs) / 2 : (window.fromMs + window.toMs) / 2
  const zoom = (factor: number) => setWindow(zoomed(window, whole, factor, around))
  useShortcut('j', 'Go to the next span', () => goTo(1))
  useShortcut('k', 'Go to the span before', () => goTo(-1))
  useShortcut('n', 'Go to the next span that was found', found.size > 0 ? () => goToFound(1) : null)
  useShortcut('o', 'Close or open the span', search.span ? () => toggle(search.span ?? '') : null)
  useShortcut('+', 'Zoom in', () => zoom(ZOOM))
  useShortcut('-', 'Zoom out', () => zoom(1 / ZOOM))

  const failures = spans.filter(({ status }) => status === 'error').length
  const critical = path.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0)
  return (
    <div className={styles.waterfall}>
      <p role="status">
        {formatCount(spans.length)} spans in {formatDuration(whole.toMs)}, {formatCount(failures)} failed;{' '}
        {formatDuration(critical)} are on the critical path.
      </p>
      <div className={styles.tools}>
        <TextField
          label="Find spans"
          type="search"
          placeholder="assay.job.kind=score, or any words"
          value={search.find ?? ''}
          hint={search.find ? `${formatCount(found.size)} found` : ''}
          onChange={({ target: { value } }) => {
            const { find: _find, ...rest } = search
            onChange(value === '' ? rest : { ...rest, find: value })
          }}
        />
        <div className={styles.buttons}>
          <Button disabled={found.size === 0} onClick={() => goToFound(1)}>
            Next found
          </Button>
          <Button onClick={() => zoom(ZOOM)}>Zoom in</Button>
          <Button onClick={() => zoom(1 / ZOOM)}>Zoom out</Button>
          <Button aria-label="Earlier" onClick={() => setWindow(moved(window, whole, -STEP))}>
            ←
          </Button>
          <Button aria-label="Later" onClick={() => setWindow(moved(window, whole, STEP))}>
            →
          </Button>
          <Button disabled={chosenWindow === null} onClick={() => setWindow(null)}>
            Whole
          </Button>
          <Button
            onClick={() =>
              setClosed(
                closed.size > 0
                  ? NONE
                  : new Set(tops.flatMap(({ children }) => children.map(({ span }) => span.spanId))),
              )
            }
          >
            {closed.size > 0 ? 'Open all' : 'Close all'}
          </Button>
        </div>
      </div>
      <Legend />
      <div className={selected ? styles.beside : styles.alone}>
        <WaterfallRows
          rows={rows}
          closed={closed}
          path={path}
          found={found}
          window={window}
          selected={search.span}
          onSelect={select}
          onToggle={toggle}
          onZoom={setWindow}
        />
        {selected ? (
          <SpanDetail
            node={selected}
            onZoom={() =>
              setWindow(
                zoomed(
                  { fromMs: selected.startMs, toMs: Math.max(selected.lastMs, selected.startMs + 0.01) },
                  whole,
                  1.2,
                  around,
                ),
              )
            }
            onClose={() => {
              const { span: _span, ...rest } = search
              onChange(rest)
            }}
          />
        ) : null}
      </div>
    </div>
  )
}

const Legend = () => (
  <ul className={styles.legend} aria-label="What bars mean">
    <li>
      <span className={`${styles.sample} ${styles.work}`} /> work
    </li>
    <li>
      <span className={`${styles.sample} ${styles.wait}`} /> wait in a queue
    </li>
    <li>
      <span className={`${styles.sample} ${styles.failed}`} /> failed
    </li>
    <li>
      <span className={`${styles.sample} ${styles.critical}`} /> critical path: everything else waited for it
    </li>
  </ul>
)
