import { html, type Markup } from './html.ts'
import { safeUrl } from './safe-url.ts'

/** A link that leads out; words alone where the address is none to be trusted. */
export const outerLink = (words: string, address: string | null): Markup => {
  const url = address === null ? null : safeUrl(address)
  return url === null ? html`${words}` : html`<a href="${url}" rel="noopener noreferrer nofollow">${words}</a>`
}
