import { waitFor } from '@assay/testkit'
import type { Assay } from './console.ts'

type Items<T> = { items: T[] }
type Job = { id: string; state: string; traceId: string }
type PullRequest = { id: string; title: string; author: string; repositoryId: string }

/** The API's own limits, in characters. */
const SOURCE = 1_900
const TITLE = 190
const WAIT = { timeoutMs: 60_000 }

/**
 * Puts one of each thing that the console shows into an Assay that has collected a repository, with these texts
 * wherever somebody writes. @returns addresses of pages that show them, by the route that shows them
 */
export async function furnish(assay: Assay, texts: readonly string[]): Promise<Record<string, string[]>> {
  const { items: pullRequests } = await assay.call<Items<PullRequest>>('GET', '/pull-requests?limit=100')
  const [first] = pullRequests
  const { items: collects } = await assay.call<Items<Job>>('GET', '/jobs?kind=collect&roots=true')
  const collect = collects.at(-1)
  if (!first || !collect) throw new Error('Nothing was collected')
  const measured = await measureClaim(assay, pullRequests, texts)
  const documents = await addDocuments(assay, texts)
  const failed = await failJobs(assay, texts)
  const reports = await writeReports(assay, texts)
  for (const [at, source] of packed(texts, SOURCE).entries())
    await assay.call(
      'PUT',
      `/schedules/${encodeURIComponent(`${at} ${texts[at]}`.slice(0, 90).replaceAll('/', '∕'))}`,
      {
        kind: 'collect',
        payload: { source },
        cron: '0 3 1 1 *',
      },
    )
  const achievement = await assay.call<{ id: string }>('POST', '/achievements', {
    title: packed(texts, TITLE)[0],
    story: texts.join('\n\n'),
  })
  const profile = { name: texts[0], headline: packed(texts, TITLE)[0], about: packed(texts, 9_000)[0], version: 0 }
  await assay.call('PUT', '/portfolio', profile)

  const each = <T>(things: readonly T[], path: (thing: T) => string) => things.map(path)
  const authors = [...new Set(pullRequests.map(({ author }) => author))]
  const people = packedBy(authors, 4).map((some) => `/people?author=${encodeURIComponent(JSON.stringify(some))}`)
  const words = encodeURIComponent(texts.slice(0, 2).join(' ').slice(0, TITLE))
  return {
    '/': ['/'],
    '/repositories': ['/repositories'],
    '/repositories/$id': [`/repositories/${first.repositoryId}`],
    '/pull-requests': ['/pull-requests'],
    '/pull-requests/$id': each(
      [measured, ...pullRequests.filter(({ id }) => id !== measured.id)],
      ({ id }) => `/pull-requests/${id}`,
    ),
    '/people': people,
    '/people/names': ['/people/names'],
    '/reports': [
      '/reports',
      `/reports?author=${encodeURIComponent(JSON.stringify(authors.slice(0, 4)))}&title=${words}`,
    ],
    '/reports/$id': each(reports, (id) => `/reports/${id}`),
    '/documents': ['/documents'],
    '/documents/$id': each(documents, (id) => `/documents/${id}?chunks=sentence`),
    '/search': [`/search?q=${words}`],
    '/ask': [`/ask?question=${words}`],
    '/achievements': ['/achievements'],
    '/achievements/new': [`/achievements/new?pull-request=${first.id}`, `/achievements/new?document=${documents[0]}`],
    '/achievements/$id': [`/achievements/${achievement.id}`],
    '/portfolio-settings': ['/portfolio-settings'],
    '/jobs': ['/jobs', '/jobs?state=failed'],
    '/jobs/$id': [`/jobs/${collect.id}`, ...each(failed, (id) => `/jobs/${id}`)],
    '/jobs/$id/trace': [`/jobs/${collect.id}/trace`, `/jobs/${failed[0]}/trace`],
    '/submit': ['/submit?kind=report', ...each(failed, (id) => `/submit?from=${id}`)],
    '/dead-letters': ['/dead-letters'],
    '/queues': ['/queues'],
    '/schedules': ['/schedules?add=true'],
    '/traces': ['/traces'],
    '/traces/$traceId': [`/traces/${collect.traceId}`],
  }
}

/** Says what was measured of the first claim there is. @returns whose claim it is */
async function measureClaim(assay: Assay, pullRequests: readonly PullRequest[], texts: readonly string[]) {
  const claiming = async ({ id }: PullRequest) =>
    ((await assay.call<{ value: { claims: object[] } | null }>('GET', `/pull-requests/${id}`)).value?.claims ?? [])
      .length > 0
  let found: PullRequest | undefined
  await waitFor(
    async () => {
      for (const pullRequest of pullRequests) if (await claiming(pullRequest)) found = pullRequest
      return found !== undefined
    },
    { ...WAIT, describe: 'a claim to be read' },
  )
  if (!found) throw new Error('A wait ended without a claim')
  for (const quote of packed(texts, SOURCE))
    await assay.call('POST', `/pull-requests/${found.id}/observations`, {
      claim: 0,
      value: 4,
      unit: 'min',
      link: 'https://example.org/',
      quote,
      measuredAt: '2026-01-01T00:00:00Z',
    })
  return found
}

async function addDocuments(assay: Assay, texts: readonly string[]): Promise<string[]> {
  const form = new FormData()
  const markdown = `# Written\n\n${texts.join('\n\n')}\n`
  const html = `<h1>${texts.join('</h1><h1>')}</h1>`
  form.append('file', new File([markdown], `${texts[2] ?? 'a'}.md`, { type: 'text/markdown' }))
  form.append('file', new File([html], 'marked.html', { type: 'text/html' }))
  const response = await fetch(`${assay.url}/api/v2/documents`, {
    method: 'POST',
    headers: { authorization: `Bearer ${assay.apiKey}` },
    body: form,
  })
  const { items } = (await response.json()) as Items<{ document: { id: string } }>
  const ids = items.map(({ document }) => document.id)
  const isRead = async (id: string) =>
    (await assay.call<{ status: string }>('GET', `/documents/${id}`)).status !== 'received'
  for (const id of ids) await waitFor(() => isRead(id), { ...WAIT, describe: 'a document to be read' })
  return ids
}

/** Collections of folders that do not exist. */
async function failJobs(assay: Assay, texts: readonly string[]): Promise<string[]> {
  const jobs = packed(texts, SOURCE).map((source) => ({
    kind: 'collect',
    payload: { source: `/${source}` },
    maxAttempts: 1,
  }))
  const { ids } = await assay.call<{ ids: string[] }>('POST', '/jobs/batch', { jobs })
  for (const id of ids) await untilState(assay, id, 'failed')
  return ids
}

async function writeReports(assay: Assay, texts: readonly string[]): Promise<string[]> {
  const period = { from: '2000-01-01T00:00:00Z', to: '2100-01-01T00:00:00Z' }
  const sentences = packed(texts, 900)
  const ids: string[] = []
  for (const title of packed(texts, TITLE).slice(0, 3))
    ids.push((await assay.call<{ id: string }>('POST', '/reports', { ...period, title, sentences })).id)
  for (const id of ids) await untilState(assay, id, 'succeeded')
  return ids
}

const untilState = (assay: Assay, id: string, state: string) =>
  waitFor(async () => (await assay.call<Job>('GET', `/jobs/${id}`)).state === state, {
    ...WAIT,
    describe: `${id} to be ${state}`,
  })

/** The texts in as few as hold them all, none of which is longer than that. */
function packed(texts: readonly string[], longest: number): string[] {
  const full: string[] = []
  for (const text of texts) {
    const last = full.at(-1)
    if (last !== undefined && last.length + 1 + text.length <= longest) full[full.length - 1] = `${last} ${text}`
    else full.push(text)
  }
  return full
}

const packedBy = <T>(things: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(things.length / size) }, (_, at) => things.slice(at * size, (at + 1) * size))
