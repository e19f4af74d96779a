/** A document as its parts, to be rendered into a format and looked for in what comes back. */
export type SamplePart =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }

const WORDS =
  'the of and to in is that was for with as on at by this from which have are not be it an or had their has were been one all would there when who will more if out so what up into than them can only other new some could time these two may then do first any my now such like our over even most after also did many before must through back years where much your way well down should because each just those people how too little state good very make world still own see work long get here between both life being under never day same another know while last might great old year off come since against right three states himself few house use during without again place american around however home small found thought went say part once general high upon school every does got united left number course war until always away something fact water less public put think almost hand enough far took head yet government system better set told nothing night end why called eyes find going look asked later knew point next city business case group room change order measure report result service review method table figure deploy queue latency budget release failure incident evidence document archive value search index'.split(
    ' ',
  )

/** Marsaglia's xorshift32: the same seed gives the same document everywhere. */
export function seeded(seed: number): () => number {
  let state = seed | 0 || 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
}

function sampleSentence(random: () => number, words = 8 + Math.floor(random() * 10)): string {
  const picked = Array.from({ length: words }, () => WORDS[Math.floor(random() * WORDS.length)] ?? 'word')
  const text = picked.join(' ')
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}

export const sampleParagraph = (random: () => number): string =>
  Array.from({ length: 3 + Math.floor(random() * 3) }, () => sampleSentence(random)).join(' ')

const phrase = (random: () => number, words: number): string => sampleSentence(random, words).slice(0, -1)

/** Sections with prose, a list and a table each. */
export function sampleDocument(seed: number, sections = 6): SamplePart[] {
  const random = seeded(seed)
  const parts: SamplePart[] = [{ kind: 'heading', level: 1, text: phrase(random, 4) }]
  for (let section = 1; section <= sections; section += 1) {
    parts.push({ kind: 'heading', level: 2, text: `${section} ${phrase(random, 3)}` })
    parts.push({ kind: 'paragraph', text: sampleParagraph(random) })
    parts.push({ kind: 'list', items: Array.from({ length: 4 }, () => phrase(random, 5)) })
    parts.push({ kind: 'paragraph', text: sampleParagraph(random) })
    const row = () => [phrase(random, 2), String(Math.floor(random() * 10_000)), `${Math.floor(random() * 100)} %`]
    parts.push({ kind: 'table', rows: [['Name', 'Count', 'Share'], ...Array.from({ length: 4 }, row)] })
  }
  return parts
}

/** All text of a document in reading order. */
export const sampleText = (parts: readonly SamplePart[]): string =>
  parts
    .map((part) => {
      if (part.kind === 'list') return part.items.join('\n')
      return part.kind === 'table' ? part.rows.map((row) => row.join(' ')).join('\n') : part.text
    })
    .join('\n\n')

export const sampleTables = (parts: readonly SamplePart[]): (readonly (readonly string[])[])[] =>
  parts.flatMap((part) => (part.kind === 'table' ? [part.rows] : []))

export const sampleMarkdown = (parts: readonly SamplePart[]): string =>
  parts
    .map((part) => {
      if (part.kind === 'heading') return `${'#'.repeat(part.level)} ${part.text}`
      if (part.kind === 'list') return part.items.map((item) => `- ${item}`).join('\n')
      if (part.kind === 'paragraph') return part.text
      const [head = [], ...rows] = part.rows
      return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')
    })
    .join('\n\n')
