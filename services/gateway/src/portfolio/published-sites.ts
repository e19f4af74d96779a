import { type Database, readPublicationMark } from '@assay/db'
import { renderSite, type Site } from '@assay/portfolio'
import { readPublished } from './read-published.ts'

/** What is published or taken back counts at once; what is computed may be so old. */
const FRESH_MS = 60_000
const KEPT_SITES = 100

type Kept = { mark: string; until: number; site: Promise<Site | null> }

/** Sites of published portfolios, made when they are asked for and kept for a moment. */
export const createPublishedSites = ({ db, method }: { db: Database; method: string }) => {
  const kept = new Map<string, Kept>()

  const make = async (workspace: string): Promise<Site | null> => {
    const portfolio = await readPublished(db, workspace, method)
    return portfolio && renderSite(portfolio)
  }
  return {
    /** The site of a workspace; null if it has published none. */
    async siteOf(workspace: string): Promise<Site | null> {
      const mark = await readPublicationMark(db, workspace)
      const known = kept.get(workspace)
      if (known?.mark === mark && known.until > performance.now()) return known.site
      kept.delete(workspace)
      if (kept.size >= KEPT_SITES) kept.clear()
      const site = make(workspace)
      kept.set(workspace, { mark, until: performance.now() + FRESH_MS, site })
      // What failed is tried again by the next who asks.
      site.catch(() => kept.delete(workspace))
      return site
    },
  }
}

export type PublishedSites = ReturnType<typeof createPublishedSites>
