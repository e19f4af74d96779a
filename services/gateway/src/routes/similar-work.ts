import { NotFound, problemSchema, similarPullRequestsSchema } from '@assay/contracts'
import { type Database, findPullRequest, readPassages } from '@assay/db'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { callerOf } from '../access/authenticate.ts'
import type { WorkspaceSearch } from '../search/open-search.ts'

const SHOWN = 10
/** Its own passages are found too, and several may be of one pull request. */
const ASKED = SHOWN + 5
/** Of the description so many characters are looked for beside the title: what comes later is detail. */
const WORDS_OF_BODY = 300

/** Pull requests that tell of much the same. */
export const similarWorkRoutes: FastifyPluginAsyncZod<{ db: Database; search: WorkspaceSearch }> = async (
  app,
  { db, search },
) => {
  app.get(
    '/pull-requests/:id/similar',
    {
      config: { scope: 'read' },
      schema: {
        tags: ['search'],
        summary: `Up to ${SHOWN} pull requests whose text is most like this one’s, by words and meaning`,
        params: z.object({ id: z.uuid() }),
        response: { 200: similarPullRequestsSchema, '4xx': problemSchema },
      },
    },
    async (request) => {
      const { workspace } = callerOf(request)
      const { id } = request.params
      const asked = await findPullRequest(db, workspace, id)
      if (!asked) throw NotFound(`pull request ${id}`)
      const { results } = await search.search(workspace, {
        query: `${asked.title}\n${asked.body.slice(0, WORDS_OF_BODY)}`.trim().slice(0, 1_000),
        filter: { source: 'pull-request' },
        limit: ASKED,
        offset: 0,
      })
      // What says the same, as a backport does, was folded into what it is like.
      const scores = new Map(
        results.flatMap(({ passage, alike, score }) =>
          [passage.id, ...alike].map((id): [string, number] => [id, score]),
        ),
      )
      const shown = await readPassages(db, workspace, [...scores.keys()])
      const items = shown
        .flatMap(({ id: passage, title, source }) =>
          source.kind === 'pull-request' && source.id !== id
            ? [{ ...source, title, score: scores.get(passage) ?? 0 }]
            : [],
        )
        .toSorted((a, b) => b.score - a.score)
      return {
        items: [...new Map(items.toReversed().map((item) => [item.id, item])).values()].reverse().slice(0, SHOWN),
      }
    },
  )
}
