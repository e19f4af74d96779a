import { forgetAuthorSchema, forgottenAuthorSchema, problemSchema } from '@assay/contracts'
import { contract as index } from '@assay/contracts/kinds/index-pull-requests'
import { contract as score } from '@assay/contracts/kinds/score'
import { type Database, forgetAuthor, type Identity } from '@assay/db'
import type { JobQueue } from '@assay/queue'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { z } from 'zod'
import { callerOf } from '../access/authenticate.ts'

/** The people in what was collected. */
export const authorRoutes: FastifyPluginAsyncZod<{ db: Database; queue: JobQueue }> = async (app, { db, queue }) => {
  app.post(
    '/authors/forget',
    {
      config: { scope: 'admin' },
      schema: {
        tags: ['work'],
        summary: 'Forget a person, in what is stored and in all that is collected later',
        description:
          'Only what is named is forgotten. Names in alsoKnownAs are told this once; ask again for those that are the same person.',
        body: forgetAuthorSchema,
        response: { 200: forgottenAuthorSchema, '4xx': problemSchema },
      },
    },
    async (request) => {
      const { workspace } = callerOf(request)
      const jobs: string[] = []
      const forgotten = await forgetAuthor(db, workspace, identityOf(request.body), async (tx, pullRequestIds) => {
        const payload = { pullRequestIds }
        const submissions = [index.kind, score.kind].map((kind) => ({ workspace, kind, payload }))
        jobs.push(...(await queue.submitIn(tx, submissions)).map(({ id }) => id))
      })
      return { ...forgotten, jobs }
    },
  )
}

const identityOf = ({ email, login, name }: z.output<typeof forgetAuthorSchema>): Identity => {
  if (email !== undefined) return { kind: 'email', value: email }
  if (login !== undefined) return { kind: 'login', value: login }
  return { kind: 'name', value: name ?? '' }
}
