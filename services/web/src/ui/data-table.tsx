import {
  createColumnHelper,
  type RowData,
  type RowSelectionState,
  rowSelectionFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { useShortcut } from '../shell/shortcuts.tsx'
import styles from './data-table.module.css'

export type Column<Row> = {
  id: string
  header: string
  /** In rem; a column that grows is at least this wide. */
  width: number
  grows?: boolean
  cell: (row: Row) => ReactNode
  isNumeric?: boolean
  /** Left out where the page is narrow. */
  isExtra?: boolean
  /** What the API calls sorting by it. */
  sort?: string
}

export type Selection = { selected: ReadonlySet<string>; onSelect: (selected: ReadonlySet<string>) => void }
export type Sorting = { by: string; onSort: (by: string) => void }

const ROW_PX = 44
const SELECT_REM = 2.5
const OVERSCAN = 12
/** Rows before the end at which more are asked for. */
const AHEAD = 20

const features = tableFeatures({ rowSelectionFeature })

/**
 * A table of any length of which only what is in view is drawn. j and k move a mark over the rows, Enter opens the
 * marked one, x selects it. Columns and rows must be stable values.
 */
export function DataTable<Row extends RowData>({
  label,
  rows,
  columns,
  idOf,
  onOpen,
  selection,
  sorting,
  onEnd,
}: {
  label: string
  rows: readonly Row[]
  columns: readonly Column<Row>[]
  idOf: (row: Row) => string
  onOpen?: (row: Row) => void
  selection?: Selection
  sorting?: Sorting
  /** Called when the end comes into view. */
  onEnd?: (() => void) | undefined
}) {
  const definitions = useMemo(() => {
    const helper = createColumnHelper<typeof features, Row>()
    return columns.map(({ id, header, cell }) => helper.display({ id, header, cell: ({ row }) => cell(row.original) }))
  }, [columns])
  const rowSelection = useMemo<RowSelectionState>(
    () => Object.fromEntries([...(selection?.selected ?? [])].map((id) => [id, true])),
    [selection?.selected],
  )
  const table = useTable({
    features,
    data: rows,
    columns: definitions,
    getRowId: idOf,
    state: { rowSelection },
    onRowSelectionChange: (update) =>
      selection?.onSelect(new Set(Object.keys(typeof update === 'function' ? update(rowSelection) : update))),
  })
  const model = table.getRowModel().rows
  const scroller = useRef<HTMLDivElement>(null)
  const virtualizer = useVirtualizer({
    count: model.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    getItemKey: (index) => model[index]?.id ?? index,
    overscan: OVERSCAN,
  })
  const items = virtualizer.getVirtualItems()
  const last = items.at(-1)?.index ?? 0
  useEffect(() => {
    if (onEnd && last >= model.length - AHEAD) onEnd()
  }, [onEnd, last, model.length])

  const [marked, setMarked] = useState<string | null>(null)
  const move = (by: number) => {
    const from = model.findIndex(({ id }) => id === marked)
    const index = Math.min(model.length - 1, Math.max(0, from + by))
    setMarked(model[index]?.id ?? null)
    virtualizer.scrollToIndex(index)
  }
  const markedRow = model.find(({ id }) => id === marked)
  useShortcut('j', 'Mark the next row', () => move(1))
  useShortcut('k', 'Mark the row before', () => move(-1))
  useShortcut('Enter', 'Open the marked row', onOpen && markedRow ? () => onOpen(markedRow.original) : null)
  useShortcut('x', 'Select the marked row', selection && markedRow ? () => markedRow.toggleSelected() : null)

  const size = (element: HTMLElement | null) => {
    const least = (shown: readonly Column<Row>[]) =>
      `${shown.reduce((sum, { width }) => sum + width, selection ? SELECT_REM : 0)}rem`
    element?.style.setProperty('--least', least(columns))
    element?.style.setProperty('--least-narrow', least(columns.filter(({ isExtra }) => !isExtra)))
  }
  const before = items[0]?.start ?? 0
  const after = virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0)

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
    <section ref={scroller} className={styles.scroller} aria-label={label} tabIndex={0}>
      <table ref={size} className={styles.table} aria-rowcount={rows.length + 1}>
        <colgroup>
          {selection ? <col style={{ width: `${SELECT_REM}rem` }} /> : null}
          {columns.map(({ id, width, grows, isExtra }) => (
            <col
              key={id}
              className={isExtra ? styles.extra : undefined}
              style={grows ? {} : { width: `${width}rem` }}
            />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {selection ? (
              <th scope="col">
                <input
                  type="checkbox"
                  aria-label="Select all rows that are loaded"
                  checked={table.getIsAllRowsSelected()}
                  onChange={table.getToggleAllRowsSelectedHandler()}
                />
              </th>
            ) : null}
            {columns.map((column) => (
              <HeaderCell key={column.id} column={column} sorting={sorting} />
            ))}
          </tr>
        </thead>
        <tbody>
          <Space height={before} />
          {items.map(({ index, key }) => {
            const row = model[index]
            if (!row) return null
            return (
              <tr
                key={key}
                aria-rowindex={index + 2}
                aria-current={row.id === marked ? 'true' : undefined}
                className={row.getIsSelected() ? styles.selected : undefined}
              >
                {selection ? (
                  <td>
                    <input
                      type="checkbox"
                      aria-label={`Select row ${index + 1}`}
                      checked={row.getIsSelected()}
                      onChange={row.getToggleSelectedHandler()}
                    />
                  </td>
                ) : null}
                {columns.map((column) => (
                  <td key={column.id} className={classOf(column)}>
                    {column.cell(row.original)}
                  </td>
                ))}
              </tr>
            )
          })}
          <Space height={after} />
        </tbody>
      </table>
    </section>
  )
}

/** Stands for the rows that are not drawn. */
const Space = ({ height }: { height: number }) =>
  height > 0 ? <tr className={styles.space} style={{ height }} /> : null

const classOf = <Row,>({ isNumeric, isExtra }: Column<Row>) =>
  `${isNumeric ? styles.numeric : ''} ${isExtra ? styles.extra : ''}`

function HeaderCell<Row>({ column, sorting }: { column: Column<Row>; sorting: Sorting | undefined }) {
  const { sort, header } = column
  const isSorted = sort !== undefined && sorting?.by === sort
  return (
    <th scope="col" aria-sort={isSorted ? 'descending' : undefined} className={classOf(column)}>
      {sort !== undefined && sorting ? (
        <button type="button" className={styles.sort} onClick={() => sorting.onSort(sort)}>
          {header} {isSorted ? '↓' : ''}
        </button>
      ) : (
        header
      )}
    </th>
  )
}
