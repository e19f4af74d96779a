import type { PublishedPortfolio } from '@assay/contracts'
import { readable } from '../markup/html.ts'
import { storyWords } from '../story/render-story.ts'
import { nameOf, quotesOf, titleOf } from '../words.ts'

/** Something that can be found; it leads to the page where it stands. */
type SearchEntry = {
  readonly title: string
  readonly text: string
  readonly about: string
  readonly url: string
}

/** A script that sets the data of the search: unlike a request for data, it can be read from a disk too. */
export const searchData = ({ achievements }: PublishedPortfolio): string => {
  const entries = achievements.flatMap(({ slug, title, story, evidence }): SearchEntry[] => {
    const url = `achievements/${slug}.html`
    return [
      { title, text: storyWords(story).join(' '), about: 'Achievement', url },
      ...evidence.map((piece) => ({
        title: titleOf(piece),
        text: [...quotesOf(piece).map(({ text }) => text), piece.note].filter((text) => text.trim() !== '').join(' · '),
        about: `Evidence of ${title}: ${piece.kind === 'pull-request' ? nameOf(piece) : piece.name}`,
        url,
      })),
    ]
  })
  const json = JSON.stringify(entries, (_key, value) => (typeof value === 'string' ? readable(value) : value))
  return `globalThis.portfolioEntries = ${json.replaceAll('<', '\\u003c')}\n`
}
