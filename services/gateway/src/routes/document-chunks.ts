import {
  documentChunksQuery,
  documentChunksSchema,
  MAX_CUT_CHARACTERS,
  NotFound,
  problemSchema,
} from '@assay/contracts'
import { type Database, findDocument } from '@assay/db'
import { createHashedEmbedder, createStrategyChunker, describeChunks } from '@assay/retrieval'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { callerOf } from '../access/authenticate.ts'

/** How a document would be cut by any strategy. What is stored stays as it is. */
export const documentChunkRoutes: FastifyPluginAsyncZod<{ db: Database }> = async (app, { db }) => {
  const { embed } = createHashedEmbedder()

  app.get(
    '/documents/:id/chunks',
    {
      config: { scope: 'read' },
      schema: {
        tags: ['documents'],
        summary: 'Cut a document by any strategy, to compare them',
        description: `Offsets into its text, of the first ${MAX_CUT_CHARACTERS.toLocaleString('en')} characters. Nothing is stored. A document without a text has no chunks.`,
        params: z.object({ id: z.uuid() }),
        querystring: documentChunksQuery,
        response: { 200: documentChunksSchema, '4xx': problemSchema },
      },
    },
    async (request) => {
      const { id } = request.params
      const { strategy, ...budget } = request.query
      const document = await findDocument(db, callerOf(request).workspace, id)
      if (!document) throw NotFound(`document ${id}`)
      const whole = document.text ?? ''
      // What the first half of a pair is cut off from would be no character.
      const text = whole.length > MAX_CUT_CHARACTERS ? whole.slice(0, MAX_CUT_CHARACTERS).replace(LONE_HALF, '') : whole
      const chunks = await createStrategyChunker(strategy, budget, embed).chunk(text)
      return {
        strategy,
        characters: text.length,
        isWhole: text.length === whole.length,
        shape: { ...describeChunks([{ text, chunks }]) },
        items: chunks.map(({ index, start, end, tokens, path }) => ({ index, start, end, tokens, path: [...path] })),
      }
    },
  )
}

const LONE_HALF = /[\uD800-\uDBFF]$/
