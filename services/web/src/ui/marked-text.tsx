import { Fragment, type ReactNode } from 'react'
import { cutAtMarks, type Mark } from './cut-at-marks.ts'

/** Text with marks at exact UTF-16 offsets. The text is shown as it is: nothing in it is ever read as markup. */
export const MarkedText = <M extends Mark>({
  text,
  marks,
  show = (piece) => <mark>{piece}</mark>,
}: {
  text: string
  marks: readonly M[]
  /** How a marked piece is shown, which may lie in several marks. */
  show?: (piece: string, marks: readonly M[]) => ReactNode
}) =>
  cutAtMarks(text, marks).map(({ start, end, within }) => (
    <Fragment key={start}>{within.length > 0 ? show(text.slice(start, end), within) : text.slice(start, end)}</Fragment>
  ))
