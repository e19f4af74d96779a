import { problemSchema, searchPageSchema, searchRequestSchema, searchStateSchema } from '@assay/contracts'
import { type Database, readPassages, type ShownPassage } from '@assay/db'
import { analyse, type FoundPassage, highlightsIn } from '@assay/retrieval'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { callerOf } from '../access/authenticate.ts'
import { decodeCursor, encodeCursor } from '../cursor.ts'
import type { WorkspaceSearch } from '../search/open-search.ts'
import { toPassageFilter } from '../search/passage-filter.ts'

const position = z.object({ offset: z.int().nonnegative().max(10_000) })

/** Finding passages of pull requests and documents. */
export const searchRoutes: FastifyPluginAsyncZod<{ db: Database; search: WorkspaceSearch }> = async (
  app,
  { db, search },
) => {
  app.get(
    '/search/state',
    {
      config: { scope: 'read' },
      schema: {
        tags: ['search'],
        summary: 'How far the index is that the workspace is searched by, in this gateway',
        response: { 200: searchStateSchema, '4xx': problemSchema },
      },
    },
    async (request) => search.state(callerOf(request).workspace),
  )

  app.post(
    '/search',
    {
      config: { scope: 'read' },
      schema: {
        tags: ['search'],
        summary: 'Find passages by words and meaning, the best of each source first',
        body: searchRequestSchema,
        response: { 200: searchPageSchema, '4xx': problemSchema },
      },
    },
    async (request) => {
      const { workspace } = callerOf(request)
      const { query, filter, limit, cursor } = request.body
      const { offset } = decodeCursor(cursor, position) ?? { offset: 0 }
      const { results, hasMore, terms, corrections, passages, isStale, tookMs } = await search.search(workspace, {
        query,
        filter: toPassageFilter(filter),
        limit,
        offset,
      })
      const ids = results.map(({ passage }) => passage.id)
      const shown = new Map((await readPassages(db, workspace, ids)).map((row) => [row.id, row]))
      return {
        // What was removed since the passages were read is not shown.
        items: results.flatMap((found) => {
          const row = shown.get(found.passage.id)
          return row ? [viewFound(found, row, new Set(terms))] : []
        }),
        nextCursor: hasMore ? encodeCursor({ offset: offset + limit }) : null,
        corrections: corrections.map(({ written, read }) => ({ written, read: wordFor(read, [...shown.values()]) })),
        passages,
        stale: isStale,
        tookMs: Math.round(tookMs * 100) / 100,
      }
    },
  )
}

const viewFound = ({ score, parts, alike, further }: FoundPassage, row: ShownPassage, terms: ReadonlySet<string>) => {
  const { title, source, ...passage } = row
  const highlights = highlightsIn(row, terms)
  return { title, source, passage, highlights, score, parts, alike: alike.length, further: further.length }
}

/** A word as what was found writes it, for a term. */
const wordFor = (term: string, rows: readonly ShownPassage[]): string => {
  for (const { title, headings, text } of rows) {
    const shown = [title, ...headings, text].join('\n')
    const found = analyse(shown).find((word) => word.term === term)
    if (found) return shown.slice(found.start, found.end)
  }
  return term
}
