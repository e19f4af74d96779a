import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5'
import { DocumentBomb } from '../document-errors.ts'

export type HtmlNode = DefaultTreeAdapterTypes.Node
export type HtmlElement = DefaultTreeAdapterTypes.Element

/** Browsers stop nesting at 512; deeper trees make parsers quadratic and walkers run out of stack. */
const MAX_DEPTH = 512

/** The tree of an HTML document, with a limit on its depth. */
export function parseHtml(html: string): DefaultTreeAdapterTypes.Document {
  let depth = 0
  return parse(html, {
    scriptingEnabled: false,
    sourceCodeLocationInfo: true,
    treeAdapter: {
      ...defaultTreeAdapter,
      onItemPush: () => {
        depth += 1
        if (depth > MAX_DEPTH) throw DocumentBomb(`its elements are nested more than ${MAX_DEPTH} deep`)
      },
      onItemPop: () => {
        depth -= 1
      },
    },
  })
}

export const isElement = (node: HtmlNode): node is HtmlElement => 'tagName' in node

export const childrenOf = (node: HtmlNode): readonly HtmlNode[] => ('childNodes' in node ? node.childNodes : [])

export const attribute = (element: HtmlElement, name: string): string | undefined =>
  element.attrs.find((candidate) => candidate.name === name)?.value

/** The first element with this tag, depth first. */
export function findElement(root: HtmlNode, tag: string): HtmlElement | undefined {
  for (const child of childrenOf(root)) {
    if (isElement(child) && child.tagName === tag) return child
    const found = findElement(child, tag)
    if (found) return found
  }
  return undefined
}

/** All text below a node, as written. */
export function textOf(node: HtmlNode): string {
  if ('value' in node) return node.value
  return childrenOf(node).map(textOf).join('')
}
