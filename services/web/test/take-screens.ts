import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { startTestServices, waitFor } from '@assay/testkit'
import { startAssay } from './console.ts'
import { samplePrices, sampleRepository } from './sample-repository.ts'

/** The pictures of docs/screens, of what a small made repository and a document come to. */
const FOLDER = join(import.meta.dirname, '../../../docs/screens')
const SIZE = { width: 1280, height: 800 }

const HANDBOOK = `# Handbook of releases

## When the build waits

The cache of modules was moved into the pipeline in March, because every run had fetched all of them again. Since then the
test suite takes 4 minutes instead of 12.

## Who may publish

Two people look at a release before it is published: the one who made it, and one who did not.
`

const STORY = `Every change waited **12 minutes** for its tests, so people changed several things at once.

## What was done

- The cache of modules lives in the pipeline now.
- Only what a change touches is built again.
`

const services = await startTestServices(process.env)
const repository = sampleRepository()
const assay = await startAssay({ source: repository.path })
try {
  await assay.call('PUT', '/value/context', samplePrices)
  const form = new FormData()
  form.append('file', new File([HANDBOOK], 'releases.md', { type: 'text/markdown' }))
  const added = await fetch(`${assay.url}/api/v2/documents`, {
    method: 'POST',
    headers: { authorization: `Bearer ${assay.apiKey}` },
    body: form,
  })
  const { items: documents } = (await added.json()) as { items: { document: { id: string } }[] }
  const document = documents[0]?.document.id ?? ''
  const isFound = async () =>
    (await assay.call<{ items: object[] }>('POST', '/search', { query: 'cache pipeline March' })).items.length > 0
  await waitFor(isFound, { timeoutMs: 60_000, describe: 'the document to be found' })

  type Listed = { id: string; title: string }
  const { items: pullRequests } = await assay.call<{ items: Listed[] }>('GET', '/pull-requests')
  const faster = pullRequests.find(({ title }) => title.includes('faster'))?.id ?? ''
  const { items: jobs } = await assay.call<{ items: Listed[] }>('GET', '/jobs?kind=collect')
  const { items: drafts } = await assay.call<{ items: { draft: object }[] }>('GET', '/achievements/suggestions')
  const suggested = drafts.find(({ draft }) => JSON.stringify(draft).includes(faster)) ?? drafts[0]
  const achievement = await assay.call<{ id: string; version: number }>('POST', '/achievements', {
    ...suggested?.draft,
    title: 'A test suite in 4 minutes',
    story: STORY,
  })
  await assay.call('POST', `/achievements/${achievement.id}/publish`, { version: achievement.version })
  const profile = {
    name: 'Ada Lovelace',
    headline: 'Engineer of builds and searches',
    about: '',
    links: [],
    slug: null,
  }
  const { version } = await assay.call<{ version: number }>('PUT', '/portfolio', { ...profile, version: 0 })
  await assay.call('POST', '/portfolio/publish', { version })

  const screens = [
    ['overview', '/console/', 'light'],
    ['pull-request', `/console/pull-requests/${faster}`, 'light'],
    ['search', '/console/search?q=cache%20pipeline%20March', 'light'],
    ['document', `/console/documents/${document}?chunks=sentence`, 'dark'],
    ['job', `/console/jobs/${jobs[0]?.id}`, 'light'],
    ['trace', `/console/jobs/${jobs[0]?.id}/trace`, 'dark'],
    ['achievement', `/console/achievements/${achievement.id}`, 'light'],
    ['portfolio', '/portfolio/', 'light'],
  ] as const
  await mkdir(FOLDER, { recursive: true })
  for (const [name, path, colorScheme] of screens) {
    const browser = await assay.browse('/', { colorScheme, viewport: SIZE })
    await browser.page.goto(assay.url + path, { waitUntil: 'networkidle' })
    await browser.page.screenshot({ path: join(FOLDER, `${name}.png`) })
    await browser.close()
  }
} finally {
  await assay.close()
  repository.remove()
  await services.stop()
}
