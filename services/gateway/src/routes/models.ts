import { modelListSchema, modelQualitySchema, modelSchema, NotFound, problemSchema } from '@assay/contracts'
import { type Database, findModel, type ListedModel, listModels, serveModel } from '@assay/db'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { callerOf } from '../access/authenticate.ts'

const tags = ['search']
const params = z.object({ id: z.uuid() })

/** Models of meaning that were trained on the workspace's passages. */
export const modelRoutes: FastifyPluginAsyncZod<{ db: Database }> = async (app, { db }) => {
  app.get(
    '/models',
    {
      config: { scope: 'read' },
      schema: { tags, summary: 'Models, the newest first', response: { 200: modelListSchema, '4xx': problemSchema } },
    },
    async (request) => ({ items: (await listModels(db, callerOf(request).workspace)).map(viewModel) }),
  )

  app.get(
    '/models/:id/quality',
    {
      config: { scope: 'read' },
      schema: {
        tags,
        summary: 'How well a model finds, and how the vectors lie that it gives',
        params,
        response: { 200: modelQualitySchema, '4xx': problemSchema },
      },
    },
    async (request) => {
      const model = await findModel(db, callerOf(request).workspace, request.params.id)
      if (!model) throw NotFound(`model ${request.params.id}`)
      const { quality, ...rest } = model
      return { ...viewModel(rest), quality }
    },
  )

  app.post(
    '/models/:id/serve',
    {
      config: { scope: 'admin' },
      schema: {
        tags,
        summary: 'Let an earlier model serve again',
        params,
        response: { 200: modelSchema, '4xx': problemSchema },
      },
    },
    async (request) => {
      const { workspace } = callerOf(request)
      const { id } = request.params
      const serves = await db.transaction((tx) => serveModel(tx, workspace, id))
      const model = await findModel(db, workspace, id)
      if (!serves || !model) throw NotFound(`model ${id} that may serve`)
      const { quality: _quality, ...rest } = model
      return viewModel(rest)
    },
  )
}

const viewModel = ({ trainedAt, ...model }: ListedModel) => ({ ...model, trainedAt: trainedAt.toISOString() })
