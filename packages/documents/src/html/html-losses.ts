import type { Loss } from '../extracted-document.ts'
import type { HtmlBlocks } from './html-blocks.ts'

/** What of a page did not become text. */
export function htmlLosses({ images, hidden }: HtmlBlocks, part?: string): Loss[] {
  const at = part === undefined ? {} : { part }
  const losses: Loss[] = []
  if (images > 0) losses.push({ kind: 'image', ...at, note: `${images} images are not read; their descriptions are.` })
  if (hidden > 0) losses.push({ kind: 'hidden', ...at, note: `${hidden} hidden elements are left out.` })
  return losses
}
