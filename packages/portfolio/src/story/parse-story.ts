export type Inline =
  | { readonly kind: 'text' | 'code' | 'strong'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly url: string }

export type StoryBlock =
  | { readonly kind: 'heading' | 'paragraph' | 'quote'; readonly content: readonly Inline[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly Inline[])[] }

/** No part may hold the sign that it begins with, so each sign is read once. */
const MARKED = /`([^`\n]+)`|\*\*([^*\n]+)\*\*|\[([^[\]\n]+)\]\(([^()\s]+)\)/g

/** Reads the little Markdown that stories know. Everything else is text as it stands. */
export const parseStory = (story: string): StoryBlock[] =>
  story
    .replaceAll('\r\n', '\n')
    .split(/\n[ \t]*\n/)
    .flatMap((chunk) => partsOf(chunk.split('\n').filter((line) => line.trim() !== '')))
    .map(toBlock)

type Kind = StoryBlock['kind']
type Part = { readonly kind: Kind; readonly lines: string[] }

const MARKS: readonly (readonly [Kind, RegExp])[] = [
  ['heading', /^#{1,6} +/],
  ['list', /^[-*] +/],
  ['quote', /^> ?/],
]

const partsOf = (lines: readonly string[]): Part[] => {
  const parts: Part[] = []
  for (const line of lines) {
    const [kind, mark] = MARKS.find(([, sign]) => sign.test(line)) ?? (['paragraph', /^/] as const)
    const text = line.replace(mark, '').trim()
    const last = parts.at(-1)
    if (last && last.kind === kind && kind !== 'heading') last.lines.push(text)
    else parts.push({ kind, lines: [text] })
  }
  return parts
}

const toBlock = ({ kind, lines }: Part): StoryBlock =>
  kind === 'list' ? { kind, items: lines.map(parseInline) } : { kind, content: parseInline(lines.join(' ')) }

const parseInline = (text: string): Inline[] => {
  const parts: Inline[] = []
  let end = 0
  for (const match of text.matchAll(MARKED)) {
    const [whole, code, strong, words, url] = match
    if (match.index > end) parts.push({ kind: 'text', text: text.slice(end, match.index) })
    if (code !== undefined) parts.push({ kind: 'code', text: code })
    else if (strong !== undefined) parts.push({ kind: 'strong', text: strong })
    else parts.push({ kind: 'link', text: words ?? '', url: url ?? '' })
    end = match.index + whole.length
  }
  if (end < text.length) parts.push({ kind: 'text', text: text.slice(end) })
  return parts
}
