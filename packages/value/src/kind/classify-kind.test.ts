import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { classifyKind } from './classify-kind.ts'
import { kinds } from './kind.ts'

const classify = (
  title: string,
  paths: string[] = ['src/server.ts'],
  more: { body?: string; labels?: string[] } = {},
) =>
  classifyKind({
    title,
    body: more.body ?? '',
    files: paths.map((path) => ({ path, additions: 1, deletions: 0 })),
    labels: more.labels ?? [],
  })

describe('the kind of a pull request', () => {
  test.each([
    ['feat: keep-alive for proxies', 'feature'],
    ['fix(router)!: drop empty segments', 'fix'],
    ['perf(parser): skip the copy', 'perf'],
    ['build(deps-dev): bump tap', 'deps'],
    ['chore(deps): update typescript', 'deps'],
    ['ci: run on Node 24', 'chore'],
    ['docs(plugins): explain order', 'docs'],
    ['fix: patch CVE-2024-12345', 'security'],
  ])('is what its author declared: %s', (title, kind) => {
    const verdict = classify(title)
    expect(verdict).toMatchObject({ kind, by: 'conventional-prefix' })
  })

  test('is not read from a prefix that is no type', () => {
    expect(classify('http: keep the socket open').by).not.toBe('conventional-prefix')
    expect(classify('constructor: tidy').by).not.toBe('conventional-prefix')
  })

  test('comes from a label when the title declares nothing', () => {
    expect(classify('Something', undefined, { labels: ['good first issue', 'bug'] })).toEqual({
      kind: 'fix',
      by: 'label',
      evidence: "labelled 'bug'",
    })
  })

  test.each([
    [['pnpm-lock.yaml', 'package.json'], 'deps'],
    [['test/route.test.js', 'src/a.spec.ts'], 'test'],
    [['docs/Guide.md', 'README.md'], 'docs'],
    [['.github/workflows/ci.yml'], 'chore'],
  ])('comes from its paths when all are of one class: %j', (paths, kind) => {
    expect(classify('Something', paths)).toMatchObject({ kind, by: 'paths' })
  })

  test('is not taken from its paths when one file is of another class', () => {
    expect(classify('Something', ['docs/Guide.md', 'src/a.ts']).by).toBe('default')
  })

  test.each([
    ['Fix typo in the readme', 'docs'],
    ['Add tests for the crash', 'test'],
    ['Prevent a deadlock on close', 'fix'],
    ['Add support for trailers', 'feature'],
    ['Simplify the router', 'refactor'],
    ['Speed up header parsing', 'perf'],
    ['Bump undici from 6.1 to 7.0', 'deps'],
  ])('comes from its words otherwise: %s', (title, kind) => {
    expect(classify(title)).toMatchObject({ kind, by: 'words' })
  })

  test('is a fix when the description closes an issue, and by default', () => {
    expect(classify('Sockets', undefined, { body: 'This fixes #12.' })).toMatchObject({ kind: 'fix', by: 'words' })
    expect(classify('Sockets')).toEqual({ kind: 'fix', by: 'default', evidence: 'no rule applied' })
  })

  test('is always one of the known kinds, with evidence, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string(),
        fc.array(fc.string(), { maxLength: 5 }),
        (title, body, paths) => {
          const verdict = classify(title, paths, { body })
          expect(kinds).toContain(verdict.kind)
          expect(verdict.evidence).not.toBe('')
        },
      ),
    )
  })

  test('is found in time that does not explode with the length of a hostile title', () => {
    const started = performance.now()
    classify(`update ${'add '.repeat(50_000)}`)
    expect(performance.now() - started).toBeLessThan(1_000)
  })
})
