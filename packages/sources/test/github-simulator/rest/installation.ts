import { z } from 'zod'
import { type Answer, errorAnswer, jsonAnswer, notFound } from '../answer.ts'
import type { Callers } from '../callers.ts'
import type { SimulatorOptions } from '../types.ts'
import { utcSeconds } from '../world.ts'

const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

const restriction = z.object({ repositories: z.array(z.string()).optional() }).nullish()

/** docs.github.com, "REST API endpoints for GitHub Apps", Create an installation access token. */
export const answerInstallation = (
  app: SimulatorOptions['app'],
  callers: Callers,
  request: { path: string; method: string; authorization: string | undefined; body: string },
  owners: readonly string[],
): Answer => {
  const refusal = callers.refuseJwt(request.authorization)
  if (refusal !== null) return errorAnswer(401, refusal)
  const id = /\/app\/installations\/(\d+)\/access_tokens$/.exec(request.path)?.[1]
  if (app === undefined || request.method !== 'POST' || Number(id) !== app.installationId) return notFound()

  const wanted = restriction.safeParse(request.body === '' ? null : readJson(request.body))
  if (!wanted.success) return errorAnswer(422, 'Validation Failed')
  const names = wanted.data?.repositories
  // Named without their owner, who is the account that the app is installed on.
  const repositories = names ? names.flatMap((name) => owners.map((owner) => `${owner}/${name}`)) : 'all'
  const { token, expiresAt } = callers.issueToken(repositories)
  return jsonAnswer(201, {
    token,
    expires_at: utcSeconds(expiresAt),
    permissions: { contents: 'read', metadata: 'read', pull_requests: 'read' },
    repository_selection: names ? 'selected' : 'all',
  })
}
