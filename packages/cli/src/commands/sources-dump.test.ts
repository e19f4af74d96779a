import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { spawnProcess } from '@assay/testkit'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'

const program = join(import.meta.dirname, '../testing/assay.ts')

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'assay-dump-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const repositoryWith = (titles: string[]): string => {
  const path = join(folder, 'repository')
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', ...args], { encoding: 'utf8' })
  git('init', '--quiet', '--initial-branch=main', path)
  for (const title of titles) git('-C', path, 'commit', '--quiet', '--allow-empty', '--message', title)
  return path
}

const assay = async (...args: string[]) => {
  const child = spawnProcess(program, { HOME: folder }, args)
  return { code: await child.ended, printed: child.lines.join('\n') }
}

describe('assay sources dump', () => {
  test('writes one pull request a line, oldest first, and a summary', async () => {
    const path = repositoryWith(['Begin', 'One (#1)', 'Two (#2)\n\nWhy'])
    const output = join(folder, 'prs.jsonl')
    const { code, printed } = await assay('sources', 'dump', path, '--output', output, '--json')
    expect(code).toBe(0)
    expect(printed).toContain('Complete: 2 merged pull requests')
    const summary = JSON.parse(printed.split('\n').find((line) => line.startsWith('{')) ?? '')
    expect(summary).toMatchObject({ written: 2, expected: 2, completeness: 'complete', gaps: [] })
    const lines = readFileSync(output, 'utf8').trim().split('\n')
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      {
        number: 1,
        kind: 'squash',
        title: 'One',
        body: '',
        author: 'Ada',
        additions: 0,
        files: [],
        patchId: null,
        flags: [],
      },
      { number: 2, title: 'Two', body: 'Why', sha: summary.head, mergedAt: expect.any(String), changedFiles: 0 },
    ])
    expect(existsSync(`${output}.partial`)).toBe(false)

    const again = await assay('sources', 'dump', path, '--output', output, '--after', summary.head)
    expect(again.printed).toContain('Complete: 0 merged pull requests')
  })

  test('says that commits stand in where no commit names a pull request', async () => {
    const path = repositoryWith(['Begin', 'Go on'])
    const { printed } = await assay('sources', 'dump', path, '--output', join(folder, 'units.jsonl'))
    expect(printed).toContain('2 commits (no commit names a pull request)')
  })

  test('keeps what was there when it fails, and says what to do', async () => {
    const output = join(folder, 'prs.jsonl')
    const { code, printed } = await assay('sources', 'dump', join(folder, 'nowhere'), '--output', output)
    expect(code).toBe(1)
    expect(printed).toMatch(/Check the path.*SOURCE_NOT_FOUND/)
    expect(existsSync(output)).toBe(false)
  })

  test.each([
    [['sources', 'dump'], 2],
    [['sources', 'dump', '.'], 2],
    [['nonsense'], 2],
    [['--help'], 0],
    [['sources', 'dump', '--help'], 0],
  ])('ends %j with %i', async (args, expected) => {
    const { code, printed } = await assay(...args)
    expect(code).toBe(expected)
    expect(printed).toContain('assay')
  })
})
