import {
  InvalidRequest,
  NotFound,
  observationRequestSchema,
  observationSchema,
  observationsSchema,
  problemSchema,
} from '@assay/contracts'
import {
  type Database,
  deleteObservation,
  findPullRequest,
  listObservations,
  type StoredObservation,
  storeObservation,
} from '@assay/db'
import { type Claim, confirms } from '@assay/value'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { callerOf } from '../access/authenticate.ts'

const tags = ['value']
const params = z.object({ id: z.uuid() })

/** What was measured after the merge of what a pull request claims, and who said so. */
export const observationRoutes: FastifyPluginAsyncZod<{ db: Database }> = async (app, { db }) => {
  /** @throws NotFound */
  const claimsOf = async (workspace: string, id: string): Promise<readonly Claim[]> => {
    const row = await findPullRequest(db, workspace, id)
    if (!row) throw NotFound(`pull request ${id}`)
    // Stored as @assay/value made them.
    return (row.claims ?? []) as unknown as readonly Claim[]
  }

  app.get(
    '/pull-requests/:id/observations',
    {
      config: { scope: 'read' },
      schema: {
        tags,
        summary: 'What was measured after the merge of what a pull request claims',
        params,
        response: { 200: observationsSchema, '4xx': problemSchema },
      },
    },
    async (request) => {
      const { workspace } = callerOf(request)
      const { id } = request.params
      const claims = await claimsOf(workspace, id)
      return { items: (await listObservations(db, workspace, id)).map((row) => viewObservation(row, claims)) }
    },
  )

  app.post(
    '/pull-requests/:id/observations',
    {
      config: { scope: 'submit' },
      schema: {
        tags,
        summary:
          'State what was measured of a claim after the merge: from then on that counts instead of what is claimed',
        params,
        body: observationRequestSchema,
        response: { 201: observationSchema, '4xx': problemSchema },
      },
    },
    async (request, reply) => {
      const { workspace, keyId: observedBy } = callerOf(request)
      const { id: pullRequestId } = request.params
      const { claim: named, measuredAt, link = null, quote = null, ...measured } = request.body
      const claims = await claimsOf(workspace, pullRequestId)
      const claim = typeof named === 'number' ? claims[named] : claims.find(({ hash }) => hash === named)
      if (!claim) throw InvalidRequest([{ field: 'claim', message: noSuchClaim(claims) }])
      const observation = {
        ...measured,
        link,
        quote,
        observedBy,
        claimHash: claim.hash,
        measuredAt: new Date(measuredAt),
      }
      const stored = await storeObservation(db, { workspace, pullRequestId }, observation)
      if (!stored) throw NotFound(`pull request ${pullRequestId}`)
      return reply.code(201).send(viewObservation(stored, claims))
    },
  )

  app.delete(
    '/pull-requests/:id/observations/:observation',
    {
      config: { scope: 'submit' },
      schema: {
        tags,
        summary: 'Take an observation back',
        params: params.extend({ observation: z.uuid() }),
        response: { 204: z.null(), '4xx': problemSchema },
      },
    },
    async (request, reply) => {
      const { id: pullRequestId, observation: id } = request.params
      const isGone = await deleteObservation(db, callerOf(request).workspace, { pullRequestId, id })
      if (!isGone) throw NotFound(`observation ${id}`)
      return reply.code(204).send(null)
    },
  )
}

const noSuchClaim = ({ length }: readonly Claim[]): string =>
  length === 0
    ? 'the pull request states no quantity that could be observed'
    : `the pull request has no such claim: give a place from 0 to ${length - 1} in value.claims, or the hash of one`

const viewObservation = ({ measuredAt, observedAt, ...row }: StoredObservation, claims: readonly Claim[]) => ({
  ...row,
  confirms: claims.some((claim) => claim.hash === row.claimHash && confirms(row, claim)),
  measuredAt: measuredAt.toISOString(),
  observedAt: observedAt.toISOString(),
})
