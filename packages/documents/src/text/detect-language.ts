import { franc } from 'franc'

/** ISO 639-3 to 639-1 for the languages that documents are mostly in. */
const SHORT: Readonly<Record<string, string>> = Object.fromEntries(
  'eng:en deu:de fra:fr spa:es por:pt ita:it nld:nl swe:sv dan:da nob:no nno:no fin:fi pol:pl ces:cs slk:sk hun:hu ron:ro bul:bg rus:ru ukr:uk ell:el tur:tr arb:ar heb:he hin:hi jpn:ja kor:ko cmn:zh vie:vi tha:th ind:id'
    .split(' ')
    .map((pair) => pair.split(':')),
)

/** Trigrams settle within a few thousand characters, and reading more only costs time. */
const SAMPLE_CHARACTERS = 10_000
const MIN_CHARACTERS = 40

/** Of the many others that franc knows, close relatives of these are found far more often by mistake than rightly. */
const KNOWN = Object.keys(SHORT)

/** The most probable language by trigram distance (franc), or null where there is too little text. */
export function detectLanguage(text: string): string | null {
  const letters = text
    .slice(0, SAMPLE_CHARACTERS)
    .replace(/[^\p{L}\p{M}]+/gu, ' ')
    .trim()
  const code = franc(letters, { minLength: MIN_CHARACTERS, only: KNOWN })
  return code === 'und' ? null : (SHORT[code] ?? null)
}
