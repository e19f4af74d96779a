import { decodeText } from '../text/decode-text.ts'
import { type DraftBlock, type Extractor, heading } from '../text/draft.ts'
import { normalizeText } from '../text/normalize-text.ts'

const ATX = /^ {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$/
const FENCE = /^ {0,3}(`{3,}|~{3,})/
const LIST = /^\s*(?:[-*+]|\d{1,9}[.)])\s+\S/
const RULE_ROW = /^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$/

type Kind = DraftBlock['kind']

function kindOf(lines: readonly string[]): Kind {
  const [first = '', second = ''] = lines
  if (FENCE.test(first)) return 'code'
  if (first.includes('|') && second.includes('-') && RULE_ROW.test(second)) return 'table'
  if (LIST.test(first)) return 'list'
  return first.trimStart().startsWith('>') ? 'quote' : 'paragraph'
}

/** The fields of a YAML front matter that are one plain value. */
function readFrontMatter(lines: readonly string[]): { fields: Record<string, string>; length: number } {
  const none = { fields: {}, length: 0 }
  if (lines[0]?.trimEnd() !== '---') return none
  const end = lines.findIndex((line, at) => at > 0 && line.trimEnd() === '---')
  if (end < 0) return none
  const pairs = lines.slice(1, end).flatMap((line) => {
    const [, key, value] = /^([\w-]+):\s*(\S.*)$/.exec(line) ?? []
    return key && value ? [[key.toLowerCase(), value.trim().replace(/^(["'])(.*)\1$/, '$2')]] : []
  })
  return { fields: Object.fromEntries(pairs), length: end + 1 }
}

/** Blocks of Markdown with their text as it stands; only setext headings are rewritten to the `#` form. */
function readMarkdownBlocks(lines: readonly string[], from: number): DraftBlock[] {
  const blocks: DraftBlock[] = []
  let open: string[] = []
  let fence: string | undefined
  const flush = (next: number) => {
    const text = normalizeText(open.join('\n')).replace(/^\n+|\n+$/g, '')
    if (text !== '') blocks.push({ kind: kindOf(open), text, origin: { line: next - open.length + 1 } })
    open = []
  }
  for (let at = from; at < lines.length; at += 1) {
    const line = lines[at] ?? ''
    if (fence !== undefined) {
      open.push(line)
      if (line.trim().startsWith(fence) && line.trim().replaceAll(fence[0] ?? '', '') === '') {
        fence = undefined
        flush(at + 1)
      }
      continue
    }
    const opened = FENCE.exec(line)?.[1]
    const atx = opened ? undefined : ATX.exec(line)
    const underline = /^ {0,3}(=+|-+)\s*$/.exec(line)?.[1]
    if (opened) {
      flush(at)
      fence = opened
      open.push(line)
    } else if (atx) {
      flush(at)
      blocks.push(heading(atx[1]?.length ?? 1, atx[2] ?? '', { line: at + 1 }))
    } else if (underline && open.length === 1 && kindOf(open) === 'paragraph') {
      blocks.push(heading(underline.startsWith('=') ? 1 : 2, open[0] ?? '', { line: at }))
      open = []
    } else if (line.trim() === '') flush(at)
    else open.push(line)
  }
  flush(lines.length)
  return blocks
}

export const markdown: Extractor = {
  format: 'markdown',
  extract: async ({ bytes }) => {
    const { text, encoding, losses } = decodeText(bytes)
    const lines = text.split(/\r\n|\r|\n/)
    const { fields, length } = readFrontMatter(lines)
    return {
      blocks: readMarkdownBlocks(lines, length),
      title: fields.title,
      metadata: { encoding, ...fields },
      losses,
    }
  },
}
