// Tab and line feed stay; the other control characters, the byte order mark and soft hyphens carry nothing.
// biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the purpose.
const INVISIBLE = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\uFEFF\u200B\u2060\uFFFE\uFFFF]/g

/** Well-formed Unicode in NFC with LF line ends and no invisible characters or trailing space. Idempotent. */
export function normalizeText(raw: string): string {
  return raw
    .toWellFormed()
    .replace(/\r\n?|\u2028|\u2029|\u0085|\f/g, '\n')
    .replace(INVISIBLE, '')
    .normalize('NFC')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
}

/** The same on one line, with every run of white space made one space. */
export const oneLine = (raw: string): string => normalizeText(raw).replace(/\s+/g, ' ').trim()
