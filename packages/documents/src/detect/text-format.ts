import { extname } from 'node:path'
import type { Format } from '../formats.ts'
import { csvShape } from './csv-shape.ts'

type TextFormat = Extract<Format, 'html' | 'markdown' | 'text' | 'csv' | 'json' | 'source' | 'email'>

const SAMPLE_CHARACTERS = 16_384

const ENDINGS: Readonly<Record<TextFormat, string>> = {
  html: 'html htm xhtml',
  markdown: 'md markdown mdx mkd',
  text: 'txt text log',
  csv: 'csv tsv tab',
  json: 'json jsonl ndjson geojson',
  email: 'eml',
  source:
    'ts tsx js jsx mjs cjs py rb go rs java kt c h cpp hpp cc cs swift php scala sh bash sql css scss xml svg yaml yml toml lua pl r vue svelte',
}

const formatOfName = (name: string): TextFormat | undefined => {
  const ending = extname(name).slice(1).toLowerCase()
  const formats = Object.keys(ENDINGS) as TextFormat[]
  return formats.find((format) => ENDINGS[format].split(' ').includes(ending))
}

const HEADER =
  /^(?:from|to|subject|date|received|return-path|message-id|mime-version|delivered-to|dkim-signature|content-type|reply-to):[ \t]?/i
const CODE_LINE =
  /^\s*(?:import\s.+|from\s+\S+\s+import\s.+|export\s+(?:const|function|default|class|type|interface)\b.*|(?:const|let|var)\s+[\w{[].*=.*|(?:async\s+)?function\s*\w*\s*\(.*|(?:public|private|protected|static)\s.+[({;]|class\s+\w+.*[:{(]|def\s+\w+\s*\(.*|func\s+[\w(].*|fn\s+\w+.*|package\s+[\w.]+;?|use\s+[\w:]+.*;|#include\s*[<"].*|return\b.*;?|.*[;{}]|\}.*)\s*$/
const PROSE_LINE = /^[\p{Lu}\d"'(].*[\p{Ll}\d"')][.!?,:]?$/u

function emailScore(text: string): number {
  const head = text.trimStart().split(/\r?\n\r?\n/, 1)[0] ?? ''
  const named = new Set(
    head.split(/\r?\n/).flatMap((line) => HEADER.exec(line)?.[0].toLowerCase().replace(/:.*/s, '') ?? []),
  )
  const first = head.split(/\r?\n/, 1)[0] ?? ''
  return (HEADER.test(first) || first.startsWith('From ')) && named.has('from') && named.size >= 3 ? 9 : 0
}

function htmlScore(text: string): number {
  const head = text.trimStart()
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)?(?:<!doctype\s+html|<html[\s>])/i.test(head)) return 9
  const tags = head.match(/<(?:p|div|span|h[1-6]|ul|ol|li|table|tr|td|br|a|body|head|section|article)(?:\s[^<>]*)?>/gi)
  return head.startsWith('<') && (tags?.length ?? 0) >= 2 ? 6 : 0
}

function jsonScore(text: string, whole: string): number {
  const isJson = (value: string) => {
    try {
      return typeof JSON.parse(value) === 'object'
    } catch {
      return false
    }
  }
  if (!/^\s*[[{]/.test(text)) return 0
  if (isJson(whole)) return 9
  const lines = text.split('\n', 4).filter((line) => line.trim() !== '')
  return lines.length > 1 && lines.slice(0, -1).every(isJson) ? 9 : 0
}

function markdownScore(lines: readonly string[]): number {
  const count = (pattern: RegExp) => lines.filter((line) => pattern.test(line)).length
  const marks =
    2 * Math.min(2, count(/^#{1,6} \S/)) +
    2 * Math.min(1, count(/^(?:```|~~~)/)) +
    2 * Math.min(1, count(/^\|?\s*:?-{3,}:?\s*\|/)) +
    Math.min(2, count(/\[[^\]]+\]\([^)\s]+\)/)) +
    Math.min(1, count(/^\s*[-*+] \S/) / 2) +
    Math.min(1, count(/\*\*[^*]+\*\*/))
  return Math.min(6, marks)
}

function sourceScore(text: string, lines: readonly string[]): number {
  if (text.startsWith('#!')) return 7
  if (text.startsWith('<?xml')) return 5
  const share = lines.filter((line) => CODE_LINE.test(line)).length / Math.max(1, lines.length)
  const prose = lines.filter((line) => PROSE_LINE.test(line)).length / Math.max(1, lines.length)
  return lines.length > 1 && share > 0.4 && share > prose ? 6 : share > 0.2 ? 2 : 0
}

/**
 * The likeliest text format by the marks in the content. Every format starts from the evidence against plain text;
 * the name adds less than any clear mark, so it only decides between readings that are about as good.
 */
export function textFormat(whole: string, name?: string): TextFormat {
  const text = whole.slice(0, SAMPLE_CHARACTERS)
  // The last line of a sample may be cut; very long lines would make the patterns slow and tell nothing.
  const lines = text
    .split(/\r?\n/)
    .slice(0, 400)
    .filter((line) => line.trim() !== '')
    .map((line) => line.slice(0, 400))
  const scores: [TextFormat, number][] = [
    ['text', 1],
    ['email', emailScore(text)],
    ['html', htmlScore(text)],
    ['json', jsonScore(text, whole)],
    ['markdown', markdownScore(lines)],
    ['source', sourceScore(text, lines)],
    ['csv', csvShape(text) ? 4 : 0],
  ]
  const named = formatOfName(name ?? '')
  // JSON, e-mail and HTML are recognised whole; a name does not make them so.
  const bonus = named === 'json' || named === 'email' || named === 'html' ? 1 : 2
  return scores.reduce(
    (best, [format, raw]) => {
      const score = raw + (format === named ? bonus : 0)
      return score > best.score ? { format, score } : best
    },
    { format: 'text' as TextFormat, score: 0 },
  ).format
}
