import type { components } from './schema.ts'

type Problem = components['schemas']['Problem']

/** What the API answered instead of what was asked for (RFC 9457), or that it could not be reached. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem'
  /** 0 when there was no answer. */
  readonly status: number
  /** Stable; docs/errors.md lists them. */
  readonly code: string
  readonly errors: NonNullable<Problem['errors']>

  constructor(problem: Partial<Problem> & { status: number }) {
    super(problem.detail ?? problem.title ?? `The API answered with status ${problem.status}.`)
    this.status = problem.status
    this.code = problem.code ?? 'UNKNOWN'
    this.errors = problem.errors ?? []
  }
}
