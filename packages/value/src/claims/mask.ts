/**
 * Blanks what is not the author's own statement, keeping every offset: comments, templates, quotations, code blocks,
 * bot sections, changelogs of dependencies, addresses. Inline code keeps its backticks and is blanked inside.
 */
export function maskForeign(text: string): string {
  let masked = text
  for (const pattern of BLOCKS) masked = masked.replace(pattern, blank)
  return maskFences(masked)
    .replace(LINES, blank)
    .replace(TYPE_PREFIX, blank)
    .replace(URL_PATTERN, blank)
    .replace(INLINE_CODE, opaque)
}

// Every pattern is one bounded scan: an opening mark without its closing one runs to the end of the text.
const BLOCKS = [
  /<!--[\s\S]*?(?:-->|$)/g,
  /<(script|style|pre|blockquote)\b[\s\S]*?(?:<\/\1>|$)/gi,
  /^#{1,6}[^\n]*\b(?:summary by coderabbit|release notes?|changelog)\b[\s\S]*?(?=^#{1,3} (?!v?\d|\[?v?\d|bug|feat|fix|perf|what)|$(?![\s\S]))/gim,
  /<details>\s*<summary>\s*(?:<[^>]+>\s*)*(?:release notes|changelog|commits|maintainer changes|dependabot)[\s\S]*?(?:<\/details>(?!\s*<\/li>)|$(?![\s\S]))/gi,
  /^Bumps \[[\s\S]*$/gm,
]
// "perf: cut the queue in half" cuts no performance: the type of a change is no word of its sentence.
const TYPE_PREFIX = /^perf(?:\([^)\n]*\))?!?:/gim
// Quotations and boxes of a checklist nobody ticked.
const LINES = /^[ \t]*(?:>|(?:[-*+]|\d+\.) \[ \] )[^\n]*/gm
const URL_PATTERN = /\b(?:https?:\/\/|www\.)[^\s)>\]]*/g
const INLINE_CODE = /(`{1,3})(?!`)[^`\n]{0,400}\1/g

const blank = (match: string): string => match.replace(/[^\n]/g, ' ')

const opaque = (match: string): string => `\`${match.slice(1, -1).replace(/[^\n]/g, '_')}\``

function maskFences(text: string): string {
  let fence: string | null = null
  return text
    .split('\n')
    .map((line) => {
      const mark = line.match(/^\s{0,8}(`{3,}|~{3,})(?!.*`)/)?.[1]
      if (fence === null && mark === undefined) return line
      if (fence === null && mark !== undefined) fence = mark
      else if (mark?.startsWith(fence ?? '')) fence = null
      return blank(line)
    })
    .join('\n')
}
