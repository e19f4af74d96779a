import { type GitHubSimulator, type SimulatorOptions, sampleRepository, startGitHubSimulator } from './index.ts'

export const token = 'secret'

/** A simulator with `octo/hello`, one token for all, and a clock that only the test moves. */
export const startSample = async (options: Partial<SimulatorOptions> = {}) => {
  let time = Date.UTC(2026, 0, 1)
  const simulator = await startGitHubSimulator({
    repositories: [sampleRepository(30)],
    tokens: { [token]: { repositories: 'all' } },
    now: () => time,
    ...options,
  })
  const pass = (ms: number): void => {
    time += ms
  }
  return { simulator, pass, now: () => time, [Symbol.asyncDispose]: () => simulator.close() }
}

type AskOptions = { readonly variables?: object; readonly token?: string | null; readonly signal?: AbortSignal }

const headersWith = (used: string | null): Record<string, string> => ({
  'user-agent': 'simulator-test',
  ...(used === null ? {} : { authorization: `bearer ${used}` }),
})

export const ask = (simulator: GitHubSimulator, query: string, options: AskOptions = {}): Promise<Response> =>
  fetch(`${simulator.url}/api/graphql`, {
    method: 'POST',
    headers: {
      ...headersWith(options.token === undefined ? token : options.token),
      'content-type': 'application/json',
    },
    body: JSON.stringify({ query, variables: options.variables ?? {} }),
    signal: options.signal ?? null,
  })

export const get = (
  simulator: GitHubSimulator,
  path: string,
  options: { token?: string | null; headers?: Record<string, string>; redirect?: 'manual'; method?: string } = {},
): Promise<Response> =>
  fetch(`${simulator.url}/api/v3${path}`, {
    method: options.method ?? 'GET',
    headers: { ...headersWith(options.token === undefined ? token : options.token), ...options.headers },
    redirect: options.redirect ?? 'follow',
  })
