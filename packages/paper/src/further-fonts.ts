import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const resolve = createRequire(import.meta.url).resolve

/** Fonts for letters that the report's own does not have: Chinese and Japanese in one, Korean in the other. */
const FAMILIES = ['chocolate-classical-sans', 'gowun-dodum'] as const
type Family = (typeof FAMILIES)[number]

/** A piece of a family, which comes in about a hundred, each with the letters that often stand together. */
export type FontPiece = { readonly name: string; readonly path: string }

type Ranges = readonly { readonly first: number; readonly last: number; readonly piece: FontPiece }[]

const read = new Map<Family, Ranges>()

/** Which letters stand in which piece; read when the first letter asks for it. */
const rangesOf = (family: Family): Ranges => {
  const known = read.get(family)
  if (known) return known
  const pieces: Record<string, string> = JSON.parse(readFileSync(resolve(`@fontsource/${family}/unicode.json`), 'utf8'))
  const ranges = Object.entries(pieces).flatMap(([key, letters]) => {
    const piece = `${family}-${key.replace(/[[\]]/g, '')}-400-normal`
    const path = resolve(`@fontsource/${family}/files/${piece}.woff`)
    return [...letters.matchAll(/U\+([0-9a-f]+)(?:-([0-9a-f]+))?/gi)].map(([, from = '', to = from]) => ({
      first: Number.parseInt(from, 16),
      last: Number.parseInt(to, 16),
      piece: { name: piece, path },
    }))
  })
  read.set(family, ranges)
  return ranges
}

const HANGUL = /\p{Script=Hangul}/u
/** Han, kana, bopomofo, Hangul, and the signs and wide letters that stand between them. */
const EAST_ASIAN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Hangul}\u3000-\u303f\uff00-\uffef]/u

/** The piece that has a letter; nothing where the report's own font is to be used. */
export const pieceFor = (letter: string): FontPiece | undefined => {
  if (!EAST_ASIAN.test(letter)) return undefined
  const code = letter.codePointAt(0) ?? 0
  const families = HANGUL.test(letter) ? FAMILIES.toReversed() : FAMILIES
  for (const family of families) {
    const found = rangesOf(family).find(({ first, last }) => code >= first && code <= last)
    if (found) return found.piece
  }
  return undefined
}

/** A text in runs of one font each. */
export const runsOf = (text: string): { readonly text: string; readonly piece: FontPiece | undefined }[] => {
  const runs: { text: string; piece: FontPiece | undefined }[] = []
  for (const letter of text) {
    const piece = pieceFor(letter)
    const last = runs.at(-1)
    if (last && last.piece?.name === piece?.name) last.text += letter
    else runs.push({ text: letter, piece })
  }
  return runs
}
