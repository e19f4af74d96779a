import { useVirtualizer } from '@tanstack/react-virtual'
import { type PointerEvent, useEffect, useMemo, useRef, useState } from 'react'
import { formatDuration } from '../../ui/moment.tsx'
import type { CriticalPiece } from './critical-path.ts'
import type { SpanNode } from './span-tree.ts'
import { type TimeWindow, ticksOf } from './time-window.ts'
import styles from './waterfall.module.css'

const ROW_PX = 28
const OVERSCAN = 10
const TICKS = 5
const DEEPEST_INDENT = 12
/** A shorter drag is a click. */
const SHORTEST_DRAG = 0.01

type Props = {
  rows: readonly SpanNode[]
  closed: ReadonlySet<string>
  path: readonly CriticalPiece[]
  found: ReadonlySet<string>
  window: TimeWindow
  selected: string | undefined
  onSelect: (spanId: string) => void
  onToggle: (spanId: string) => void
  onZoom: (window: TimeWindow) => void
}

/** The rows of a waterfall, of which only those in view are drawn. */
export function WaterfallRows({ rows, closed, path, found, window, selected, onSelect, onToggle, onZoom }: Props) {
  const scroller = useRef<HTMLDivElement>(null)
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: OVERSCAN,
  })
  const pieces = useMemo(() => Map.groupBy(path, ({ spanId }) => spanId), [path])
  const at = rows.findIndex(({ span }) => span.spanId === selected)
  useEffect(() => {
    if (at >= 0) virtualizer.scrollToIndex(at)
  }, [at, virtualizer])
  return (
    <section ref={scroller} className={styles.scroller} aria-label="Spans" data-rows={rows.length}>
      <Axis window={window} onZoom={onZoom} />
      <div className={styles.rows} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const node = rows[index]
          if (!node) return null
          const { spanId } = node.span
          return (
            <Row
              key={spanId}
              node={node}
              top={start}
              isClosed={closed.has(spanId)}
              isSelected={spanId === selected}
              isFound={found.has(spanId)}
              critical={pieces.get(spanId) ?? []}
              window={window}
              onSelect={onSelect}
              onToggle={onToggle}
            />
          )
        })}
      </div>
    </section>
  )
}

type RowProps = {
  node: SpanNode
  top: number
  isClosed: boolean
  isSelected: boolean
  isFound: boolean
  critical: readonly CriticalPiece[]
  window: TimeWindow
  onSelect: (spanId: string) => void
  onToggle: (spanId: string) => void
}

function Row({ node, top, isClosed, isSelected, isFound, critical, window, onSelect, onToggle }: RowProps) {
  const { span, depth, children, startMs, endMs, bar } = node
  const length = window.toMs - window.fromMs
  const place = (from: number, to: number) => {
    const left = Math.max(0, (from - window.fromMs) / length)
    const right = Math.min(1, (to - window.fromMs) / length)
    return right < 0 || left > 1 ? null : { left: `${100 * left}%`, width: `${100 * Math.max(0, right - left)}%` }
  }
  const own = place(startMs, endMs)
  return (
    <div
      className={`${styles.row} ${isSelected ? styles.selected : ''} ${isFound ? styles.found : ''}`}
      style={{ transform: `translateY(${top}px)` }}
    >
      <div className={styles.label} style={{ paddingLeft: `${Math.min(depth, DEEPEST_INDENT) * 0.7}rem` }}>
        {children.length > 0 ? (
          <button
            type="button"
            className={styles.toggle}
            aria-expanded={!isClosed}
            aria-label={`What ${span.name} caused`}
            onClick={() => onToggle(span.spanId)}
          >
            {isClosed ? '▸' : '▾'}
          </button>
        ) : (
          <span className={styles.toggle} />
        )}
        <button
          type="button"
          className={styles.name}
          aria-current={isSelected ? 'true' : undefined}
          title={`${span.service}: ${span.name}`}
          onClick={() => onSelect(span.spanId)}
        >
          {bar === 'failed' ? <span className={styles.failedMark}>failed </span> : null}
          <span className={styles.service}>{span.service}</span> {span.name}
        </button>
      </div>
      <div className={styles.lane}>
        {own ? <div className={`${styles.bar} ${styles[bar]}`} style={own} /> : null}
        {critical.map((piece) => {
          const where = place(piece.startMs, piece.endMs)
          return where ? <div key={piece.startMs} className={styles.critical} style={where} /> : null
        })}
        <span className={styles.took}>{formatDuration(endMs - startMs)}</span>
      </div>
    </div>
  )
}

/** Moments along the top; drawing over them zooms in. */
function Axis({ window, onZoom }: { window: TimeWindow; onZoom: (window: TimeWindow) => void }) {
  const [drag, setDrag] = useState<{ from: number; to: number } | null>(null)
  const length = window.toMs - window.fromMs
  const shareAt = ({ clientX, currentTarget }: PointerEvent<HTMLElement>) => {
    const { left, width } = currentTarget.getBoundingClientRect()
    return Math.min(1, Math.max(0, (clientX - left) / width))
  }
  const end = () => {
    const [from, to] = drag ? [Math.min(drag.from, drag.to), Math.max(drag.from, drag.to)] : [0, 0]
    if (to - from > SHORTEST_DRAG) onZoom({ fromMs: window.fromMs + from * length, toMs: window.fromMs + to * length })
    setDrag(null)
  }
  return (
    <div className={styles.head}>
      <div className={styles.headLabel}>Span</div>
      <div
        className={styles.axis}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          const share = shareAt(event)
          setDrag({ from: share, to: share })
        }}
        onPointerMove={(event) => setDrag((before) => before && { ...before, to: shareAt(event) })}
        onPointerUp={end}
        onPointerCancel={() => setDrag(null)}
      >
        {ticksOf(window, TICKS).map((tick) => (
          <span key={tick} className={styles.tick} style={{ left: `${(100 * (tick - window.fromMs)) / length}%` }}>
            {formatDuration(tick)}
          </span>
        ))}
        {drag ? (
          <span
            className={styles.drag}
            style={{ left: `${100 * Math.min(drag.from, drag.to)}%`, width: `${100 * Math.abs(drag.to - drag.from)}%` }}
          />
        ) : null}
      </div>
    </div>
  )
}
