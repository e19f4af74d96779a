import { lowerBound } from '../tokens/lower-bound.ts'

type Heading = {
  readonly depth: number
  readonly titleStart: number
  readonly titleEnd: number
  /** The heading that it stands under, or -1. */
  readonly parent: number
}

export type Headings = ReturnType<typeof createHeadings>

/** Remembers where headings stand, and reads their titles only where a chunk begins below them. */
export const createHeadings = (text: string) => {
  const headings: Heading[] = []
  const places: number[] = []
  const paths: (readonly string[])[] = []
  let open = -1
  let starts: Int32Array | undefined

  /** Headings are added in the order of the text. */
  const add = (at: number, depth: number, title: { readonly start: number; readonly end: number }): void => {
    while (open >= 0 && (headings[open]?.depth ?? 0) >= depth) open = headings[open]?.parent ?? -1
    places.push(at)
    headings.push({ depth, titleStart: title.start, titleEnd: title.end, parent: open })
    open = headings.length - 1
  }

  const pathOf = (index: number): readonly string[] => {
    const known = paths[index]
    const heading = headings[index]
    if (known || !heading) return known ?? []
    const title = text.slice(heading.titleStart, heading.titleEnd).trim().toWellFormed()
    const path = pathOf(heading.parent).concat(title)
    paths[index] = path
    return path
  }

  /** The titles of the headings above a place, the outermost first. All headings must have been added. */
  const pathAt = (at: number): readonly string[] => {
    starts ??= Int32Array.from(places)
    return pathOf(lowerBound(starts, starts.length, at + 1) - 1)
  }

  return { add, pathAt }
}
