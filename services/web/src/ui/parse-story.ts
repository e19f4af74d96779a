/** Words of a story with what is meant by the signs around them. */
export type StoryPart =
  | { readonly kind: 'words' | 'code' | 'strong'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string }

type Parts = readonly StoryPart[]
export type StoryBlock =
  | { readonly kind: 'heading' | 'paragraph' | 'quote'; readonly parts: Parts }
  | { readonly kind: 'list'; readonly items: readonly Parts[] }

/**
 * Reads a story as the public site shows it: `## ` headings, `- ` items, `> ` quotes, `code`, **bold** and
 * [words](https://…). Whatever else stands there is words, to the letter, so that no story can be more than text.
 */
export function parseStory(story: string): StoryBlock[] {
  const blocks: { kind: StoryBlock['kind']; lines: string[] }[] = []
  let isJoined = false
  for (const line of story.split(/\r?\n/)) {
    if (line.trim() === '') {
      isJoined = false
      continue
    }
    const { kind, text } = readLine(line)
    const last = blocks.at(-1)
    if (isJoined && last?.kind === kind && kind !== 'heading') last.lines.push(text)
    else blocks.push({ kind, lines: [text] })
    isJoined = true
  }
  return blocks.map(({ kind, lines }) =>
    kind === 'list' ? { kind, items: lines.map(readParts) } : { kind, parts: readParts(lines.join(' ')) },
  )
}

function readLine(line: string): { kind: StoryBlock['kind']; text: string } {
  const sign = /^(?:(?<heading>#{1,6} +)|(?<list>[-*] +)|(?<quote>> ?))/.exec(line)
  const text = line.slice(sign?.[0].length ?? 0).trim()
  if (sign?.groups?.heading) return { kind: 'heading', text }
  if (sign?.groups?.list) return { kind: 'list', text }
  return { kind: sign ? 'quote' : 'paragraph', text }
}

/** No part holds the sign that it begins with, so that each sign is looked at once. */
const SIGNED = /(?:`(?<code>[^`\n]+)`|\*\*(?<strong>[^*\n]+)\*\*|\[(?<words>[^[\]\n]+)\]\((?<href>[^()\s]+)\))/g

function readParts(text: string): StoryPart[] {
  const parts: StoryPart[] = []
  let read = 0
  const upTo = (index: number) => {
    if (index > read) parts.push({ kind: 'words', text: text.slice(read, index) })
  }
  for (const { index, 0: whole, groups = {} } of text.matchAll(SIGNED)) {
    upTo(index)
    read = index + whole.length
    if (groups.code !== undefined) parts.push({ kind: 'code', text: groups.code })
    else if (groups.strong !== undefined) parts.push({ kind: 'strong', text: groups.strong })
    else parts.push({ kind: 'link', text: groups.words ?? '', href: groups.href ?? '' })
  }
  upTo(text.length)
  return parts
}
