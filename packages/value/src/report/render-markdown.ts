import type { Block } from '@assay/paper'

/** A report as CommonMark with GitHub's tables. Everything that Markdown would take for a sign is escaped. */
export const renderMarkdown = (blocks: readonly Block[]): string => `${blocks.map(render).join('\n\n')}\n`

const render = (block: Block): string => {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${inline(block.text)}`
    case 'paragraph':
      return inline(block.text)
    case 'list':
      return block.items.map((item) => `- ${inline(item)}`).join('\n')
    case 'quote':
      return `${block.text
        .split('\n')
        .map((line) => `> ${inline(line)}`)
        .join('\n')}\n>\n> — ${inline(block.source)}`
    case 'table':
      return [block.head, block.head.map(() => '---'), ...block.rows]
        .map((row, at) => `| ${row.map((cell) => (at === 1 ? cell : inline(cell))).join(' | ')} |`)
        .join('\n')
    case 'bars':
      return bars(block)
  }
}

const WIDTH = 40

const bars = ({ title, bars: all }: Extract<Block, { kind: 'bars' }>): string => {
  const most = Math.max(1, ...all.map(({ value }) => value))
  const rows = all.map(({ label, value, text }) => `${label} ${'█'.repeat(Math.round((WIDTH * value) / most))} ${text}`)
  return [`**${inline(title)}**`, ['```text', ...rows, '```'].join('\n')].join('\n\n')
}

/** ASCII punctuation is all that CommonMark 0.31 gives a meaning, and a line's first sign may begin a list. */
const inline = (text: string): string =>
  text
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .replace(/[\\`*_{}[\]<>#|~!&@]/g, '\\$&')
    .replace(/^(\s*)([-+=]|\d+[.)])/, (_, blank: string, sign: string) => `${blank}${sign.replace(/[-+=.)]/, '\\$&')}`)
    .replace(/(https?|www)([:.])/gi, '$1\\$2')
