import { termsOf } from '../../terms/analyse.ts'
import type { BlockKind } from '../sentences/blocks.ts'
import { type SentenceSpan, splitSentences } from '../sentences/split-sentences.ts'
import { pageBreaksOf, type Stretch } from './join-passages.ts'

/** A sentence that may become part of an answer. */
export type Candidate = {
  readonly stretch: Stretch
  readonly kind: BlockKind
  /** Within the text of the stretch. */
  readonly start: number
  readonly end: number
  readonly text: string
  readonly terms: ReadonlySet<string>
  /** The terms of the title, the headings above it and the sentence before: what "it" in the sentence stands for. */
  readonly context: ReadonlySet<string>
  /** Counts from 0 within the stretch. */
  readonly position: number
  /** It seems to go on outside the text at hand. */
  readonly isCut: boolean
}

/** Every sentence of a stretch, except in comments that a reader of the rendered text never sees. */
export const candidatesOf = (stretch: Stretch): Candidate[] => {
  const { text } = stretch
  const hidden = Array.from(
    text.matchAll(/<!--[\s\S]*?(?:-->|$)/g),
    ({ index, 0: all }) => [index, index + all.length] as const,
  )
  const spans = splitSentences(text, pageBreaksOf(stretch)).filter(
    ({ start, end }) =>
      !hidden.some(([from, to]) => start < to && end > from) && !/^(?:`{3}|~{3})/.test(text.slice(start, end)),
  )
  const title = termsOf(stretch.title)
  let above = headingsAbove(stretch.headings)
  let before: readonly string[] = []
  return spans.map((span, position) => {
    const sentence = text.slice(span.start, span.end)
    const terms = termsOf(sentence)
    if (span.kind === 'heading') {
      above = above.filter(({ depth }) => depth < depthOf(text, span))
      before = []
    }
    const context = new Set([...title, ...above.flatMap((heading) => heading.terms), ...before])
    if (span.kind === 'heading') above = [...above, { depth: depthOf(text, span), terms }]
    before = span.kind === 'heading' ? [] : terms
    return { stretch, ...span, text: sentence, terms: new Set(terms), context, position, isCut: isCut(stretch, span) }
  })
}

type Heading = { readonly depth: number; readonly terms: readonly string[] }

/**
 * How deep the last of the given headings is, they do not tell: a source may begin with its second depth. Taken as the
 * deepest, it goes at the next heading, which may stand beside it: better a word too few than another section's.
 */
const headingsAbove = (headings: readonly string[]): readonly Heading[] =>
  headings.map((heading, at) => ({ depth: at === headings.length - 1 ? DEEPEST : at + 1, terms: termsOf(heading) }))

const DEEPEST = 6

/** By the hashes before it; 1 for a heading that is underlined. */
const depthOf = (text: string, { start }: SentenceSpan): number =>
  /(#{1,6})[ \t]+$/.exec(text.slice(Math.max(0, start - 10), start))?.[1]?.length ?? 1

const isCut = (stretch: Stretch, { kind, start, end }: SentenceSpan): boolean => {
  if (kind !== 'prose' && kind !== 'item') return false
  const { text } = stretch
  const beginsInside =
    stretch.start > 0 && text.slice(0, start).trim() === '' && /^\p{Ll}/u.test(text.slice(start, end))
  const endsInside =
    text.slice(end).trim() === '' &&
    !/[.!?…。！？]["'”’)\]*_`]*$/u.test(text.slice(start, end)) &&
    !/\n\s*$/.test(text.slice(end))
  return beginsInside || (kind === 'prose' && endsInside && text.length > sureOfItsEnd)
}

/** A shorter text is a whole one that was written without a full stop, such as a title. Characters. */
const sureOfItsEnd = 200
