import type { Origin } from '../extracted-document.ts'
import { code, type DraftBlock, heading, type ListItem, list, paragraph, quote, table } from '../text/draft.ts'
import { attribute, childrenOf, type HtmlElement, type HtmlNode, isElement, textOf } from './parse-html.ts'

/** Holds nothing that a reader sees. */
const UNSEEN = new Set(
  'script style template head meta link object embed iframe canvas audio video map datalist svg math'.split(' '),
)

/** Flows with the text around it; every other element stands in a block of its own. */
const INLINE = new Set(
  'a abbr acronym b bdi bdo big button cite code data del dfn em font i img input ins kbd label mark noscript output q rp rt ruby s samp select small span strike strong sub sup time tt u var wbr option optgroup meter progress picture source slot'.split(
    ' ',
  ),
)

export type HtmlBlocks = { readonly blocks: DraftBlock[]; readonly images: number; readonly hidden: number }

type Walk = {
  readonly blocks: DraftBlock[]
  readonly origin: Origin | undefined
  readonly hasLines: boolean
  /** The line on which the waiting text began. */
  line: number | undefined
  images: number
  hidden: number
  /** Text that waits for its paragraph to end. */
  inline: string
}

const isHidden = (element: HtmlElement): boolean =>
  attribute(element, 'hidden') !== undefined ||
  attribute(element, 'aria-hidden') === 'true' ||
  /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attribute(element, 'style') ?? '')

const lineOf = (node: HtmlNode): number | undefined => node.sourceCodeLocation?.startLine

const at = ({ origin, hasLines }: Walk, line: number | undefined): Origin | undefined =>
  hasLines && line !== undefined ? { ...origin, line } : origin

function flush(walk: Walk): void {
  // A line break inside a paragraph is kept, every other white space is one space.
  const text = walk.inline
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .join('\n')
  if (text.trim() !== '') walk.blocks.push(paragraph(text, at(walk, walk.line)))
  walk.inline = ''
  walk.line = undefined
}

/** The text of an element on one line, without what is not seen. */
function inlineText(node: HtmlNode, walk: Walk): string {
  if ('value' in node) return node.value
  if (!isElement(node))
    return childrenOf(node)
      .map((child) => inlineText(child, walk))
      .join('')
  if (UNSEEN.has(node.tagName)) return ''
  if (isHidden(node)) {
    walk.hidden += 1
    return ''
  }
  if (node.tagName === 'img') {
    walk.images += 1
    return attribute(node, 'alt') ?? ''
  }
  if (node.tagName === 'br') return ' '
  const text = childrenOf(node)
    .map((child) => inlineText(child, walk))
    .join('')
  return INLINE.has(node.tagName) ? text : ` ${text} `
}

function listItems(root: HtmlElement, depth: number, walk: Walk): ListItem[] {
  const items: ListItem[] = []
  let number = Number(attribute(root, 'start') ?? 1)
  for (const child of childrenOf(root)) {
    if (!isElement(child)) continue
    if (child.tagName === 'ul' || child.tagName === 'ol') items.push(...listItems(child, depth + 1, walk))
    else {
      const isList = (node: HtmlNode) => isElement(node) && (node.tagName === 'ul' || node.tagName === 'ol')
      const own = childrenOf(child).filter((node) => !isList(node))
      const marker = root.tagName === 'ol' ? `${Number.isSafeInteger(number) ? number++ : 1}.` : '-'
      items.push({ depth, marker, text: own.map((node) => inlineText(node, walk)).join('') })
      for (const nested of childrenOf(child))
        if (isElement(nested) && isList(nested)) items.push(...listItems(nested, depth + 1, walk))
    }
  }
  return items
}

const MAX_SPAN = 100

function tableRows(root: HtmlElement, walk: Walk): string[][] {
  const rows: string[][] = []
  for (const child of childrenOf(root)) {
    if (!isElement(child)) continue
    if (child.tagName === 'tr') {
      const cells: string[] = []
      for (const cell of childrenOf(child)) {
        if (!isElement(cell)) continue
        cells.push(inlineText(cell, walk))
        // A cell over several columns leaves the others empty, so that the columns stay aligned.
        const span = Math.min(MAX_SPAN, Number(attribute(cell, 'colspan') ?? 1) || 1)
        for (let more = 1; more < span; more += 1) cells.push('')
      }
      rows.push(cells)
    } else if (/^(?:thead|tbody|tfoot)$/.test(child.tagName)) rows.push(...tableRows(child, walk))
  }
  return rows
}

function walkElement(element: HtmlElement, walk: Walk): void {
  const { tagName } = element
  if (UNSEEN.has(tagName)) return
  if (isHidden(element)) {
    walk.hidden += 1
    return
  }
  if (tagName === 'br') {
    walk.inline += '\n'
    return
  }
  if (INLINE.has(tagName)) {
    if (tagName === 'img') {
      if (walk.inline.trim() === '') walk.line = lineOf(element)
      walk.inline += inlineText(element, walk)
    } else for (const child of childrenOf(element)) walkNode(child, walk)
    return
  }
  flush(walk)
  const level = /^h([1-6])$/.exec(tagName)?.[1]
  const { blocks } = walk
  const origin = at(walk, lineOf(element))
  if (level) blocks.push(heading(Number(level), inlineText(element, walk), origin))
  else if (tagName === 'ul' || tagName === 'ol') blocks.push(list(listItems(element, 0, walk), origin))
  else if (tagName === 'table') blocks.push(table(tableRows(element, walk), origin))
  else if (tagName === 'pre') blocks.push(code(textOf(element), '', origin))
  else if (tagName === 'blockquote') {
    const inside = htmlBlocks(element)
    walk.images += inside.images
    walk.hidden += inside.hidden
    blocks.push(quote(inside.blocks.map((block) => block.text).join('\n\n'), origin))
  } else {
    for (const child of childrenOf(element)) walkNode(child, walk)
    flush(walk)
  }
}

function walkNode(node: HtmlNode, walk: Walk): void {
  if (isElement(node)) walkElement(node, walk)
  else if (node.nodeName === '#text' && 'value' in node) {
    if (walk.inline.trim() === '') walk.line = lineOf(node)
    walk.inline += node.value.replace(/\s+/g, ' ')
  }
}

/** What a reader of the page sees, as blocks in document order; with lines if the page itself is the source. */
export function htmlBlocks(root: HtmlNode, origin?: Origin, hasLines = false): HtmlBlocks {
  const walk: Walk = { blocks: [], origin, hasLines, line: undefined, images: 0, hidden: 0, inline: '' }
  for (const child of childrenOf(root)) walkNode(child, walk)
  flush(walk)
  return walk
}
