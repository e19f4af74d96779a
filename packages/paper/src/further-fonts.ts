import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** Fonts for letters that the report's own does not have. */
const chinese = {
  name: 'chocolate-classical-sans',
  folder: dirname(createRequire(import.meta.url).resolve('@fontsource/chocolate-classical-sans/package.json')),
}
const korean = {
  name: 'gowun-dodum',
  folder: dirname(createRequire(import.meta.url).resolve('@fontsource/gowun-dodum/package.json')),
}
type Family = typeof chinese

/** A piece of a family, which comes in about a hundred, each with the letters that often stand together. */
type FontPiece = { readonly name: string; readonly path: string }

type Ranges = readonly { readonly first: number; readonly last: number; readonly piece: FontPiece }[]

const read = new Map<Family, Ranges>()

/** Which letters stand in which piece; read when the first letter asks for it. */
const rangesOf = (family: Family): Ranges => {
  const known = read.get(family)
  if (known) return known
  const pieces: Record<string, string> = JSON.parse(readFileSync(join(family.folder, 'unicode.json'), 'utf8'))
  const ranges = Object.entries(pieces).flatMap(([key, letters]) => {
    const name = `${family.name}-${key.replace(/[[\]]/g, '')}-400-normal`
    const piece = { name, path: join(family.folder, 'files', `${name}.woff`) }
    return [...letters.matchAll(/U\+([0-9a-f]+)(?:-([0-9a-f]+))?/gi)].map(([, from = '', to = from]) => ({
      first: Number.parseInt(from, 16),
      last: Number.parseInt(to, 16),
      piece,
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
const pieceFor = (letter: string): FontPiece | undefined => {
  if (!EAST_ASIAN.test(letter)) return undefined
  const code = letter.codePointAt(0) ?? 0
  for (const family of HANGUL.test(letter) ? [korean, chinese] : [chinese, korean]) {
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
