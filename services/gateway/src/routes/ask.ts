import { answerSchema, problemSchema, questionSchema } from '@assay/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { callerOf } from '../access/authenticate.ts'
import { type AnswererDeps, answerQuestion } from '../ask/answer-question.ts'
import { countAnswer } from '../ask/count-answer.ts'
import { toPassageFilter } from '../search/passage-filter.ts'

/** Questions, answered with citations, with counts, or not at all. */
export const askRoutes: FastifyPluginAsyncZod<AnswererDeps> = async (app, deps) => {
  app.post(
    '/ask',
    {
      config: { scope: 'read' },
      schema: {
        tags: ['search'],
        summary: 'Answer a question from pull requests and documents',
        description:
          'Questions that count merged pull requests are answered by counting, and show how. Others are answered with sentences of the sources, each with its citation; or refused, and say why.',
        body: questionSchema,
        response: { 200: answerSchema, '4xx': problemSchema },
      },
    },
    async (request, reply) => {
      const { workspace } = callerOf(request)
      const { question, filter } = request.body
      const counted = await countAnswer(deps.db, workspace, question)
      if (counted) return counted
      const leaving = new AbortController()
      reply.raw.once('close', () => leaving.abort())
      return answerQuestion(deps, { workspace, question, filter: toPassageFilter(filter), signal: leaving.signal })
    },
  )
}
