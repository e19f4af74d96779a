import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, waitFor } from '@assay/testkit'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Assay, hasBrowser, startAssay } from './console.ts'

const inBrowser = hasBrowser ? describe : describe.skip

type JobView = { id: string; state: string; replayOf: string | null }

inBrowser('an operator at the console', () => {
  let assay: Assay
  let folder: string
  let missing: string
  let browser: Browser
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'assay-operator-'))
    missing = join(folder, 'later')
    assay = await startAssay()
    browser = await assay.browse('/')
  })
  afterAll(async () => {
    await browser?.close()
    await assay?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const collect = (source: string) =>
    assay.call<JobView>('POST', '/jobs', { kind: 'collect', payload: { source }, maxAttempts: 1 })
  const stateOf = async (id: string) => (await assay.call<JobView>('GET', `/jobs/${id}`)).state
  const untilState = (id: string, state: string) =>
    waitFor(async () => (await stateOf(id)) === state, { describe: `${id} to be ${state}` })
  const go = (path: string) => browser.page.goto(`${assay.url}/console${path}`)
  const jobIdShown = () => /\/jobs\/([\w-]{36})/.exec(browser.page.url())?.[1] ?? ''

  test('sees a job fail, mends the cause, replays its dead letter and comes to its trace', async () => {
    const { page } = browser
    await page.getByLabel('Repository').fill(missing)
    await page.getByRole('button', { name: 'Collect' }).click()
    await page.waitForURL(/\/jobs\//)
    const id = jobIdShown()
    await page.getByRole('heading', { name: 'What went wrong' }).waitFor()
    await page.getByText('SOURCE_NOT_FOUND').first().waitFor()
    await go('/dead-letters')
    await page.getByText('What to do:').first().waitFor()
    execFileSync('git', ['init', '--quiet', '--initial-branch=main', missing])
    const git = (...args: string[]) => execFileSync('git', args, { cwd: missing, stdio: 'ignore' })
    git('config', 'user.name', 'Ada')
    git('config', 'user.email', 'ada@example.com')
    git('commit', '--allow-empty', '--message', 'feat: search by meaning (#1)')
    await page
      .getByRole('button', { name: /^Replay \d+ jobs? of kind collect$/ })
      .first()
      .click()
    await page
      .getByRole('alertdialog')
      .getByRole('button', { name: /^Replay/ })
      .click()
    await untilState(id, 'succeeded')
    await page.getByText('No job has failed for good.').waitFor()

    await go(`/jobs/${id}`)
    await page.getByText('succeeded').first().waitFor()
    await page.getByText('Spawned jobs:').waitFor()
    await page.getByRole('button', { name: /^1 score/ }).click()
    await page.getByText('1 pull request ids').first().waitFor()
    await page.getByRole('link', { name: 'Trace', exact: true }).click()
    await page.waitForURL(new RegExp(`/jobs/${id}/trace`))
    await page.getByText('process collector').first().waitFor()
  })

  test('picks jobs by keys, is told what would happen, and rows stay where they are', async () => {
    const { page } = browser
    const source = join(folder, 'no such place')
    const jobs = [await collect(source), await collect(source)]
    for (const { id } of jobs) await untilState(id, 'failed')
    await go(`/jobs?state=failed&q=${encodeURIComponent('no such place')}`)
    await page.getByRole('link', { name: 'collect' }).nth(1).waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('x')
    await page.getByText('1 job selected').waitFor()
    await page.keyboard.press('r')
    const dialog = page.getByRole('alertdialog')
    await dialog.getByRole('button', { name: 'Retry 1 job' }).waitFor()
    expect(await browser.violations()).toEqual([])
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Clear' }).click()

    await page.getByRole('button', { name: 'Retry all that match' }).click()
    await dialog.getByRole('button', { name: 'Retry 2 jobs' }).click()
    await page.getByText('2 jobs started again.').waitFor()

    await dialog.waitFor({ state: 'detached' })
    await page.keyboard.press('/')
    expect(await page.evaluate('document.activeElement.type')).toBe('search')
    await page.getByRole('button', { name: 'succeeded' }).click()
    await page.waitForURL(/state=succeeded/)
  })

  test('sees new jobs announced and not thrown in between', async () => {
    const { page } = browser
    await go('/jobs?kind=collect')
    await page.getByRole('link', { name: 'collect' }).first().waitFor()
    const rows = await page.getByRole('link', { name: 'collect' }).count()
    await collect(join(folder, 'another'))
    await page.getByRole('button', { name: '1 new: show' }).waitFor()
    expect(await page.getByRole('link', { name: 'collect' }).count()).toBe(rows)
    await page.getByRole('button', { name: '1 new: show' }).click()
    await waitFor(async () => (await page.getByRole('link', { name: 'collect' }).count()) === rows + 1)
  })

  test('fills in a form made from the contract, reads errors at the fields, and runs a job with another input', async () => {
    const { page } = browser
    await go('/submit?kind=collect')
    await page.getByRole('button', { name: 'Submit' }).click()
    const source = page.getByLabel('source *')
    await page.getByText('Not accepted: see what the fields say.').waitFor()
    expect(await source.getAttribute('aria-invalid')).toBe('true')
    // Chromium counts every refused request as an error of the console.
    expect(browser.consoleErrors.splice(0)).toEqual([expect.stringContaining('422')])
    await source.fill(missing)
    await page.getByLabel('whole').selectOption('yes')
    await page.getByRole('button', { name: 'Submit' }).click()
    await page.waitForURL(/\/jobs\//)
    const first = jobIdShown()
    await page.getByRole('link', { name: 'Run with another input' }).click()
    await page.getByRole('heading', { name: 'Run again with another input' }).waitFor()
    await waitFor(async () => (await page.getByLabel('source *').inputValue()) === missing)
    await page.getByLabel('whole').selectOption('no')
    await page.getByRole('button', { name: 'Submit' }).click()
    await page.waitForURL((url) => /\/jobs\//.test(url.href) && !url.href.includes(first))
    expect(await assay.call('GET', `/jobs/${jobIdShown()}`)).toMatchObject({
      replayOf: first,
      payload: { source: missing, whole: false },
    })
  })

  test('stops a queue, is told why a job waits, and lets it go on', async () => {
    const { page } = browser
    await go('/queues')
    await page.getByRole('button', { name: 'Pause collector' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Pause the queue' }).click()
    await page.getByRole('button', { name: 'Resume collector' }).waitFor()
    const { id } = await collect(missing)
    await go(`/jobs/${id}`)
    await page.getByText('Its queue collector is paused.').waitFor()
    await assay.call('POST', '/queues/collector/resume')
    await page.getByText('succeeded').first().waitFor()
  })

  test('cancels hundreds of jobs at once, is told what would happen, and for which of them it was too late', async () => {
    const { page } = browser
    const MANY = 300
    const cancel = (ids: string[]) => assay.call<{ changed: number }>('POST', '/jobs/cancel', { ids })
    await assay.call('POST', '/queues/collector/pause')
    const jobs = Array.from({ length: MANY }, (_, at) => ({ kind: 'collect', payload: { source: `/crowd/${at}` } }))
    const { ids } = await assay.call<{ ids: string[] }>('POST', '/jobs/batch', { jobs })
    await cancel(ids.slice(0, 20))
    await go('/jobs?kind=collect&q=%2Fcrowd%2F')
    await page.getByRole('link', { name: 'collect' }).first().waitFor()
    await page.getByRole('button', { name: 'Cancel all that match' }).click()
    const dialog = page.getByRole('alertdialog')
    await dialog.getByText('300 jobs match.').waitFor()
    await dialog.getByText('20 jobs will stay as they are:').waitFor()
    await dialog.getByText(/^20 × Only what has not ended can be cancelled/).waitFor()
    expect(await cancel(ids.slice(20, 30))).toMatchObject({ changed: 10 })
    await dialog.getByRole('button', { name: 'Cancel 280 jobs' }).click()
    await page.getByText('270 jobs cancelled; for 10 jobs it was too late.').waitFor()
    const left = await assay.call<{ items: object[] }>('GET', '/jobs?q=%2Fcrowd%2F&state=scheduled,queued,running')
    expect(left.items).toEqual([])
    await go(`/jobs/${ids[100]}`)
    await page.getByText('cancelled').first().waitFor()
    await assay.call('POST', '/queues/collector/resume')
  })

  test('makes a schedule, sees when it comes next, runs it now and deletes it', async () => {
    const { page } = browser
    await go('/schedules?add=true')
    await page.getByLabel('Name *').fill('nightly')
    await page.getByLabel('Time zone *').fill('Europe/Berlin')
    await page.getByLabel('source *').fill(missing)
    await page.getByRole('button', { name: 'Create' }).click()
    await page.getByRole('heading', { name: 'nightly' }).waitFor()
    expect(await page.locator('ol time').count()).toBe(5)
    await page.getByRole('button', { name: 'Run now: nightly' }).click()
    await page.waitForURL(/\/jobs\//)
    await untilState(jobIdShown(), 'succeeded')
    await go('/schedules')
    await page.getByRole('button', { name: 'Delete: nightly' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Delete the schedule' }).click()
    await page.getByText('Nothing comes again by itself.').waitFor()
  })

  test('is clean of errors and of requests elsewhere all the way', () => {
    expect(browser.consoleErrors).toEqual([])
    expect(browser.externalRequests).toEqual([])
  })

  test('goes on seeing a job change after the gateway alone was killed and started again', async () => {
    const { page } = browser
    await assay.call('POST', '/queues/collector/pause')
    const { id } = await collect(missing)
    await go(`/jobs/${id}`)
    await page.getByText('live', { exact: true }).waitFor()
    process.kill(gatewayPid(assay.pid), 'SIGKILL')
    await page.getByText('live', { exact: true }).waitFor({ state: 'detached' })
    await page.getByText('live', { exact: true }).waitFor({ timeout: 60_000 })
    await assay.call('POST', '/queues/collector/resume')
    await page.getByText('succeeded').first().waitFor()
  })
})

/** Of the services that a launcher started, the gateway; each service is a process of its own. */
function gatewayPid(launcher: number): number {
  for (const entry of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const [, parent] = /\) \w (\d+)/.exec(readFileSync(`/proc/${entry}/stat`, 'utf8')) ?? []
      const command = readFileSync(`/proc/${entry}/cmdline`, 'utf8')
      if (Number(parent) === launcher && command.includes('gateway/src/main.ts')) return Number(entry)
    } catch {
      // It ended between being listed and being read.
    }
  }
  throw new Error('The gateway does not run')
}
