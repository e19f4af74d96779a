import { htmlBlocks } from '../html/html-blocks.ts'
import { htmlLosses } from '../html/html-losses.ts'
import {
  attribute,
  childrenOf,
  findElement,
  type HtmlElement,
  isElement,
  parseHtml,
  textOf,
} from '../html/parse-html.ts'
import { refuseEntityBomb } from '../office/refuse-entity-bomb.ts'
import { decodeText } from '../text/decode-text.ts'
import type { Extractor } from '../text/draft.ts'

const HEAD_BYTES = 2_048

function readMetadata(head: HtmlElement | undefined): Record<string, string> {
  const metadata: Record<string, string> = {}
  for (const element of head ? childrenOf(head) : []) {
    if (!isElement(element) || element.tagName !== 'meta') continue
    const name = attribute(element, 'name')?.toLowerCase()
    const content = attribute(element, 'content')
    if (name && content && /^(?:author|description|keywords|date|generator)$/.test(name)) metadata[name] = content
  }
  return metadata
}

export const html: Extractor = {
  format: 'html',
  extract: async ({ bytes }) => {
    const declared = /charset\s*=\s*["']?([\w-]+)/i.exec(
      new TextDecoder('latin1').decode(bytes.subarray(0, HEAD_BYTES)),
    )
    const { text, encoding, losses } = decodeText(bytes, declared?.[1])
    refuseEntityBomb(text, 'the page')
    const tree = parseHtml(text)
    const root = findElement(tree, 'html')
    const head = findElement(tree, 'head')
    const title = head && findElement(head, 'title')
    const found = htmlBlocks(findElement(tree, 'body') ?? tree, undefined, true)
    return {
      blocks: found.blocks,
      title: title && textOf(title),
      language: root && attribute(root, 'lang'),
      metadata: { encoding, ...readMetadata(head) },
      losses: [...losses, ...htmlLosses(found)],
    }
  },
}
