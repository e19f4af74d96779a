import type { Portfolio } from './portfolio-query.ts'

/** What somebody writes of themselves. An empty slug is none. */
export type ProfileDraft = Pick<Portfolio, 'name' | 'headline' | 'about' | 'links'> & { slug: string }

export const profileDraftOf = ({ name, headline, about, links, slug }: Portfolio): ProfileDraft => ({
  name,
  headline,
  about,
  links: links.map(({ label, url }) => ({ label, url })),
  slug: slug ?? '',
})

/** What the API takes. */
export const profileInputOf = ({ slug, ...profile }: ProfileDraft) => ({ ...profile, slug: slug === '' ? null : slug })

const SLUG = /^[a-z0-9][a-z0-9-]{0,38}[a-z0-9]$/
/** Names of pages. */
const RESERVED = ['achievements', 'method']

/** Why there can be no site at such an address. */
export function slugProblem(slug: string): string | undefined {
  if (slug === '') return undefined
  if (RESERVED.includes(slug)) return 'This is the name of a page; choose another.'
  return SLUG.test(slug) ? undefined : '2 to 40 small letters, digits and hyphens, with no hyphen first or last.'
}

/** Why a link cannot be published. */
export const labelProblem = (label: string) => (label.trim() === '' ? 'Say where it leads.' : undefined)
export const urlProblem = (url: string) =>
  URL.parse(url)?.protocol === 'https:' ? undefined : 'Give an address that begins with https://'

export const canBeSaved = ({ slug, links }: ProfileDraft): boolean =>
  slugProblem(slug) === undefined && links.every(({ label, url }) => !(labelProblem(label) ?? urlProblem(url)))
